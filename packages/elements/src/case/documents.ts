import type { DocumentKind } from '@ssp-kit/process';
import '../conference/define.js';
import '../consent/define.js';
import '../document-form/define.js';
import '../eligibility/define.js';
import '../evaluation/define.js';
import '../evidence/define.js';
import '../invitation/define.js';
import '../needs-definition/define.js';
import '../notice/define.js';
import '../plan-builder/define.js';
import '../plan-review/define.js';
import '../referral-form/define.js';
import '../service-log/define.js';
import { elementOf } from './document-element-of.js';
import type { CasePage } from './page.js';

/** The element of each kind of document; the others are shown by their rows. */
const elements: Partial<Readonly<Record<DocumentKind, keyof HTMLElementTagNameMap>>> = {
  concern: 'ssp-referral-form',
  conference: 'ssp-conference',
  consent: 'ssp-consent',
  eligibility: 'ssp-eligibility',
  evaluation: 'ssp-evaluation',
  evidence: 'ssp-evidence',
  invitation: 'ssp-invitation',
  log: 'ssp-service-log',
  needs: 'ssp-needs-definition',
  notice: 'ssp-notice',
  plan: 'ssp-plan-builder',
  review: 'ssp-plan-review',
};

/** The element that shows a document, or all of a kind where `document` is empty. */
export function renderDocument(
  page: CasePage,
  kind: string,
  document: string,
  { readonly, withoutHeading = false }: { readonly readonly: boolean; readonly withoutHeading?: boolean },
): unknown {
  const { session, caseId, audience, onFieldRequest, onMade } = page;
  const tag = elements[kind as DocumentKind];
  return elementOf(
    tag ?? 'ssp-document-form',
    {
      ...{ session, caseId, audience, readonly, withoutHeading, documentId: document },
      ...(tag === undefined ? { documentKind: kind, actions: page.sealedBy(kind) } : {}),
    },
    { 'ssp-field-request': onFieldRequest, 'ssp-decision-made': onMade },
    document || kind,
  );
}
