import { type FieldRow, label, type Plain, type Process, type RequirementResult, type RowView } from '@ssp-kit/process';
import type { CaseHandle, DocumentHandle, Session } from '@ssp-kit/session/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldRow, isAsked } from '../shared/fields.js';
import { icon } from '../shared/icons.js';
import { terms } from './service-log.terms.js';

/** What a draft is drawn from, and what a person does with it. */
export interface Draft {
  readonly process: Process;
  readonly session: Session | null;
  readonly caseId: string;
  readonly case: CaseHandle | null;
  readonly document: DocumentHandle | null;
  readonly row: RowView;
  /** The name of its service. */
  readonly name: string;
  /** What is fixed when it is signed. */
  readonly payload: Readonly<Record<string, Plain>>;
  /** What an attempted signature misses. */
  readonly unmet: readonly RequirementResult[];
  readonly onAttempted: (event: CustomEvent<{ requirements: readonly RequirementResult[] }>) => void;
  readonly onSigned: (event: CustomEvent<unknown>) => void;
  readonly onFieldRequest: (event: CustomEvent<{ field: string }>) => void;
  readonly onDiscard: () => void;
}

/** A session that is not signed yet: filled in as the last one, with what differs at hand. */
export function renderDraft(draft: Draft): TemplateResult {
  const { row, name } = draft;
  const field = (of: string, size?: string) => renderField(draft, of, size);
  return html`<li class="draft" part="draft" data-draft=${row.id}>
    <div class="draft-head">
      <h4 class="draft-title" tabindex="-1">${name}</h4>
      <span class="quiet small">${terms('draft')}</span>
    </div>
    <p class="quiet small">${terms('asLast')}</p>
    <div class="grid">
      ${field('date', 'third')} ${field('startTime', 'third pair')} ${field('minutes', 'third pair')} ${field('status')}
    </div>
    <details>
      <summary>${icon('chevron')}<span>${terms('more')}</span><span class="quiet">${sayWhere(draft)}</span></summary>
      <div class="grid">${field('location')} ${field('group', 'half')} ${field('groupSize', 'half')}</div>
    </details>
    <div class="grid">${field('note')}</div>
    <ssp-decision
      .session=${draft.session}
      .caseId=${draft.caseId}
      action="service.sign"
      .payload=${draft.payload}
      @ssp-decision-attempted=${draft.onAttempted}
      @ssp-decision-made=${draft.onSigned}
      @ssp-field-request=${draft.onFieldRequest}
    ></ssp-decision>
    <button type="button" class="button plain small discard" @click=${draft.onDiscard}>
      ${icon('remove')}${terms('discard')}<span class="unseen">: ${name}</span>
    </button>
  </li>`;
}

function renderField(draft: Draft, name: string, size = ''): TemplateResult | typeof nothing {
  const row: FieldRow | undefined = fieldRow(draft.process, 'log', name, 'sessions');
  if (row === undefined || !isAsked(row, draft.row)) return nothing;
  const wrong = draft.unmet.filter(({ at }) => at?.field === name);
  return html`<ssp-field
    class=${size}
    data-path=${`sessions/${draft.row.id}/${name}`}
    .session=${draft.session}
    .document=${draft.document}
    .case=${draft.case}
    .row=${row}
    .rowId=${draft.row.id}
    .error=${wrong.map((one) => one.label).join(' ')}
    .lines=${3}
  ></ssp-field>`;
}

function sayWhere({ process, row }: Draft): string {
  const { location, group } = { location: row['location'], group: row['group'] };
  return [
    typeof location === 'string' ? label(process, 'location', location) : '',
    typeof group === 'string' ? label(process, 'session-group', group) : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
