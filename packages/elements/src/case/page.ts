import type { CaseState, Plain, Process } from '@ssp-kit/process';
import type { CaseView, Session } from '@ssp-kit/session/contract';
import { html, type TemplateResult } from 'lit';
import type { FieldOption } from '../field/field.js';

/** A field of a document of the case; an empty field is the document itself. */
export interface FieldPlace {
  readonly document: string;
  readonly field: string;
  readonly row?: string;
}

/** What the parts of the page are drawn with. */
export interface CasePage {
  readonly process: Process;
  readonly session: Session | null;
  readonly caseId: string;
  readonly view: CaseView;
  readonly state: CaseState;
  readonly locale: string;
  readonly audience: 'staff' | 'family';
  /** Nothing can be written or decided here. */
  readonly readonly: boolean;
  /** The decisions that make a document of a kind part of the record; the same list for the same kind. */
  sealedBy(kind: string): readonly string[];
  readonly onFieldRequest: (event: CustomEvent<FieldPlace>) => void;
  readonly onMade: (event: CustomEvent<unknown>) => void;
  readonly onDecisionClosed: () => void;
}

export interface PageDecision {
  readonly secondary?: boolean;
  readonly payload?: Readonly<Record<string, Plain>>;
  readonly suggested?: Readonly<Record<string, Plain>>;
  readonly options?: Readonly<Record<string, readonly FieldOption[]>>;
}

/** A decision that stands in the page itself. */
export function renderDecision(page: CasePage, action: string, options: PageDecision = {}): TemplateResult {
  return html`<ssp-decision
    .session=${page.session}
    .caseId=${page.caseId}
    .action=${action}
    .payload=${options.payload ?? {}}
    .suggested=${options.suggested ?? {}}
    .options=${options.options ?? {}}
    .audience=${page.audience}
    ?secondary=${options.secondary === true}
    @ssp-field-request=${page.onFieldRequest}
    @ssp-decision-made=${page.onMade}
    @ssp-decision-closed=${page.onDecisionClosed}
  ></ssp-decision>`;
}

/** What a kind of document is called. */
export function kindName({ process, audience }: CasePage, kind: string): string {
  const row = process.documents.find((one) => one.kind === kind);
  return (audience === 'family' ? row?.familyLabel : row?.label) ?? kind;
}
