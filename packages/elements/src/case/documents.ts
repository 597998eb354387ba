import type { Session } from '@ssp-kit/session/contract';
import { html, type TemplateResult } from 'lit';
import '../conference/define.js';
import '../evidence/define.js';
import '../needs-definition/define.js';
import '../plan-builder/define.js';
import '../plan-review/define.js';
import '../referral-form/define.js';
import '../service-log/define.js';
import type { Place } from './places.js';

/** What every document's element is given by the case around it. */
export interface Surroundings {
  readonly session: Session | null;
  readonly caseId: string;
  readonly audience: 'staff' | 'family';
  readonly readonly: boolean;
  readonly onFieldRequest: (event: CustomEvent<{ document: string; field: string; row?: string }>) => void;
  readonly onMade: (event: CustomEvent<unknown>) => void;
}

/** The element that shows a place, found again by `data-kind` and `data-document`. */
export function renderDocument({ kind, document }: Place, around: Surroundings): TemplateResult {
  const { session, caseId, audience, readonly, onFieldRequest, onMade } = around;
  switch (kind) {
    case 'concern':
      return html`<ssp-referral-form
        data-kind=${kind}
        data-document=${document}
        .session=${session}
        .caseId=${caseId}
        .documentId=${document}
        .audience=${audience}
        ?readonly=${readonly}
        @ssp-field-request=${onFieldRequest}
        @ssp-decision-made=${onMade}
      ></ssp-referral-form>`;
    case 'evidence':
      return html`<ssp-evidence
        data-kind=${kind}
        data-document=${document}
        .session=${session}
        .caseId=${caseId}
        .documentId=${document}
        .audience=${audience}
        ?readonly=${readonly}
        @ssp-field-request=${onFieldRequest}
        @ssp-decision-made=${onMade}
      ></ssp-evidence>`;
    case 'needs':
      return html`<ssp-needs-definition
        data-kind=${kind}
        data-document=${document}
        .session=${session}
        .caseId=${caseId}
        .documentId=${document}
        .audience=${audience}
        ?readonly=${readonly}
        @ssp-field-request=${onFieldRequest}
        @ssp-decision-made=${onMade}
      ></ssp-needs-definition>`;
    case 'plan':
      return html`<ssp-plan-builder
        data-kind=${kind}
        data-document=${document}
        .session=${session}
        .caseId=${caseId}
        .documentId=${document}
        .audience=${audience}
        ?readonly=${readonly}
        @ssp-field-request=${onFieldRequest}
        @ssp-decision-made=${onMade}
      ></ssp-plan-builder>`;
    case 'review':
      return html`<ssp-plan-review
        data-kind=${kind}
        data-document=${document}
        .session=${session}
        .caseId=${caseId}
        .documentId=${document}
        .audience=${audience}
        ?readonly=${readonly}
        @ssp-field-request=${onFieldRequest}
        @ssp-decision-made=${onMade}
      ></ssp-plan-review>`;
    case 'conference':
      return html`<ssp-conference
        data-kind=${kind}
        data-document=${document}
        .session=${session}
        .caseId=${caseId}
        .documentId=${document}
        .audience=${audience}
        ?readonly=${readonly}
        @ssp-field-request=${onFieldRequest}
        @ssp-decision-made=${onMade}
      ></ssp-conference>`;
    case 'log':
      return html`<ssp-service-log
        data-kind=${kind}
        .session=${session}
        .caseId=${caseId}
        .audience=${audience}
        @ssp-decision-made=${onMade}
      ></ssp-service-log>`;
  }
}
