import type { DocumentKind } from '@ssp-kit/process';
import { html, literal, type StaticValue } from 'lit/static-html.js';
import type { TemplateResult } from 'lit';
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
import type { CasePage } from './page.js';

/** The element of each kind of document; the others are shown by their rows. */
const elements: Partial<Readonly<Record<DocumentKind, StaticValue>>> = {
  concern: literal`ssp-referral-form`,
  conference: literal`ssp-conference`,
  consent: literal`ssp-consent`,
  eligibility: literal`ssp-eligibility`,
  evaluation: literal`ssp-evaluation`,
  evidence: literal`ssp-evidence`,
  invitation: literal`ssp-invitation`,
  log: literal`ssp-service-log`,
  needs: literal`ssp-needs-definition`,
  notice: literal`ssp-notice`,
  plan: literal`ssp-plan-builder`,
  review: literal`ssp-plan-review`,
};

/** The element that shows a document, or all of a kind where `document` is empty. */
export function renderDocument(
  page: CasePage,
  kind: string,
  document: string,
  options: { readonly readonly: boolean; readonly withoutHeading?: boolean },
): TemplateResult {
  const tag = elements[kind as DocumentKind];
  if (tag === undefined) return renderForm(page, kind, document, options);
  return html`<${tag}
    data-document=${document || kind}
    .session=${page.session}
    .caseId=${page.caseId}
    .documentId=${document}
    .audience=${page.audience}
    ?readonly=${options.readonly}
    ?without-heading=${options.withoutHeading === true}
    @ssp-field-request=${page.onFieldRequest}
    @ssp-decision-made=${page.onMade}
  ></${tag}>`;
}

function renderForm(
  page: CasePage,
  kind: string,
  document: string,
  { readonly, withoutHeading = false }: { readonly readonly: boolean; readonly withoutHeading?: boolean },
): TemplateResult {
  return html`<ssp-document-form
    data-document=${document || kind}
    .session=${page.session}
    .caseId=${page.caseId}
    .documentKind=${kind}
    .documentId=${document}
    .actions=${page.sealedBy(kind)}
    .audience=${page.audience}
    ?readonly=${readonly}
    ?without-heading=${withoutHeading}
    @ssp-field-request=${page.onFieldRequest}
    @ssp-decision-made=${page.onMade}
  ></ssp-document-form>`;
}
