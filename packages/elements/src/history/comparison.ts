import {
  type CaseState,
  type Comparison,
  compareVersions,
  type DocumentView,
  type FieldRow,
  type Plain,
  type Process,
  type RowView,
} from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { optionsOf } from '../field/options.js';
import { labelFor, sayValue } from '../shared/fields.js';
import { icon } from '../shared/icons.js';
import { personName } from '../shared/person-name.js';
import { planListOf, planRows, withChosen } from '../shared/plan-rows.js';
import { wordDifference } from '../shared/word-difference.js';
import { terms } from './history.terms.js';

type Change = Comparison['changes'][number];

/** Two versions of a document, and in whose words their difference is told. */
export interface Compared {
  readonly process: Process;
  readonly state: CaseState;
  readonly kind: string;
  readonly before: DocumentView;
  readonly after: DocumentView;
  /** The plan that they speak of, where their rows point into one and the person may open it. */
  readonly plan?: DocumentView | undefined;
  readonly audience: 'staff' | 'family';
  readonly locale: string;
}

/** What differs and whether that is a correction or a revision. */
export function compare({ process, kind, before, after, audience }: Compared): Comparison {
  const fields = process.fields
    .filter(({ of }) => of === kind)
    .map((row) => ({ ...row, label: labelFor(row, audience) }));
  return compareVersions(fields, before, after, process);
}

/** The difference as a list, with the verdict and its reason above. `open`: the later version is still being written. */
export function renderComparison(compared: Compared, comparison: Comparison, open: boolean): TemplateResult {
  const { changes, verdict, why } = comparison;
  if (verdict === 'same') return html`<p class="quiet">${terms('noChange')}</p>`;
  const weighty = verdict === 'revision';
  return html`<div class=${classMap({ verdict: true, weighty: weighty && open })} part="verdict">
      ${icon(weighty ? 'alert' : 'check')}
      <div>
        <p><strong>${terms(weighty ? 'revision' : 'correction')}.</strong> ${why}</p>
        ${weighty && open ? html`<p>${terms('revision-warning')}</p>` : nothing}
      </div>
    </div>
    ${renderDifferences(compared, changes, weighty)}`;
}

/** The list of what differs. `weighed`: what would change a decision is marked. */
export function renderDifferences(
  compared: Compared,
  changes: Comparison['changes'],
  weighed: boolean,
): TemplateResult {
  return html`<ul class="changes">
    ${changes.map((change) => renderChange(compared, change, weighed))}
  </ul>`;
}

function renderChange(compared: Compared, change: Change, weighed: boolean): TemplateResult {
  return html`<li class="change" part="change">
    <p class="change-label">
      <span>${change.label}</span>
      ${
        weighed && change.weight === 'revision'
          ? html`<span class="weight">${icon('flag')}${terms('substance')}</span>`
          : nothing
      }
    </p>
    ${change.kind === 'changed' ? renderValue(compared, change) : renderRow(compared, change)}
  </li>`;
}

function renderValue(compared: Compared, { path, before, after }: Change): TemplateResult {
  const row = fieldAt(compared, path);
  if (row !== undefined && (row.type === 'text' || row.type === 'line') && before !== null && after !== null) {
    return html`<p class="words">${wordDifference(String(before), String(after)).map(({ kind, words }) =>
      kind === 'same' ? words : kind === 'added' ? html`<ins>${words}</ins>` : html`<del>${words}</del>`,
    )}</p>`;
  }
  const [from, to] = [say(compared, row, before as Plain, 'before'), say(compared, row, after as Plain, 'after')];
  return html`<p class="turned">
    ${from === '' ? html`<span class="quiet">${terms('empty')}</span>` : html`<del>${from}</del>`}
    <span class="turn">${icon('arrow')}</span>
    ${to === '' ? html`<span class="quiet">${terms('empty')}</span>` : html`<ins>${to}</ins>`}
  </p>`;
}

/** A row that came or went, with what it says. */
function renderRow(compared: Compared, { path, kind, before, after }: Change): TemplateResult {
  const [list = ''] = path.split('/');
  const row = (kind === 'added' ? after : before) as RowView;
  const side = kind === 'added' ? 'after' : 'before';
  const answers = fieldsOfList(compared, list)
    .map((field) => ({
      label: labelFor(field, compared.audience),
      says: say(compared, field, row[field.name], side),
    }))
    .filter(({ says }) => says !== '');
  return html`<div class=${`row ${kind}`}>
    <p class="quiet small">${terms(kind === 'added' ? 'added' : 'removed')}</p>
    <dl>
      ${answers.map(
        ({ label, says }) =>
          html`<div><dt>${label}</dt><dd>${kind === 'added' ? html`<ins>${says}</ins>` : html`<del>${says}</del>`}</dd></div>`,
      )}
    </dl>
  </div>`;
}

function say(
  { process, state, locale, before, after, plan }: Compared,
  row: FieldRow | undefined,
  value: Plain | undefined,
  side: 'before' | 'after',
): string {
  if (row === undefined) return value == null ? '' : String(value);
  if (row.type === 'person') return typeof value === 'string' ? personName(state, value) : '';
  const list = planListOf(row);
  const options =
    list === null
      ? optionsOf(process, row, side === 'before' ? before : after, state)
      : withChosen(planRows(process, list, plan, state, locale), value);
  return sayValue(process, row, value, options, locale);
}

function fieldAt(compared: Compared, path: string): FieldRow | undefined {
  const parts = path.split('/');
  const [list, , name] = parts;
  return parts.length === 1
    ? compared.process.fields.find((row) => row.of === compared.kind && row.list === undefined && row.name === path)
    : fieldsOfList(compared, list ?? '').find((row) => row.name === name);
}

function fieldsOfList({ process, kind }: Compared, list: string): readonly FieldRow[] {
  return process.fields.filter((row) => row.of === kind && row.list === list);
}
