import { label, type RowView } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../shared/icons.js';
import { personName } from '../shared/person-name.js';
import {
  type Cards,
  cardClasses,
  renderAdd,
  renderError,
  renderHead,
  renderName,
  renderParts,
  renderTools,
} from './card.js';
import { goalProgress } from '../shared/goal-progress.js';
import { goalParts } from '../shared/goal-sentence.js';
import { renderSteps } from './objectives.js';
import { terms } from './plan-cards.terms.js';
import { pick } from './rows.js';
import { renderServices } from './service-card.js';
import { renderMarks } from './smart.js';

/** The goals of a need with the button that adds one; those without a need when it is null. */
export function renderGoals(cards: Cards, need: RowView | null): TemplateResult | typeof nothing {
  const siblings = cards.arrangement.goals.get(need?.id ?? '') ?? [];
  const rows = pick(cards.rows.goals, siblings);
  if (need === null && rows.length === 0) return nothing;
  const numbers = goalNumbers(cards);
  return html`
    ${rows.length === 0 && need !== null && !cards.writable ? html`<p class="quiet small">${terms('noGoal')}</p>` : nothing}
    <ol class="goals-list">
      ${repeat(
        rows,
        ({ id }) => id,
        (row) => renderGoal(cards, row, siblings, numbers.get(row.id) ?? 1, need === null),
      )}
    </ol>
    ${
      need === null
        ? nothing
        : renderAdd(
            cards,
            'goals',
            need.id,
            terms('addGoal'),
            renderName(cards, 'needs', need, (name) => terms('forNeed', { name })),
          )
    }
  `;
}

/** Goals are counted as they are read, through all needs. */
function goalNumbers({ arrangement: { needs, goals } }: Cards): ReadonlyMap<string, number> {
  const read = [...needs, ''].flatMap((need) => goals.get(need) ?? []);
  return new Map(read.map((id, at) => [id, at + 1]));
}

function renderGoal(
  cards: Cards,
  row: RowView,
  siblings: readonly string[],
  number: number,
  loose: boolean,
): TemplateResult {
  return html`<li class=${cardClasses(cards, 'goals', row)} part="card" data-row=${row.id}>
    ${renderHead(cards, 'goals', row, terms('goal', { number }))} ${renderError(cards, `goals/${row.id}`)}
    ${renderReading(cards, row)} ${cards.isOpen(row.id) ? renderEditor(cards, row, siblings, loose) : nothing}
    ${renderServices(cards, row)}
  </li>`;
}

/** The goal as a sentence, how far it is to go, how it is measured, and the steps on the way where the track asks for them. */
function renderReading(cards: Cards, row: RowView): TemplateResult {
  const { audience, locale, state, writable } = cards;
  const student = state?.student.name ?? '';
  const progress = goalProgress(row, audience, locale);
  const measured = audience === 'family' ? 'measured-family' : 'measured';
  return html`<div class="reading">
    <p class="sentence" part="sentence">${cards.words(
      'goals',
      row,
      (now) => goalParts(now, student, locale),
      (parts) => renderParts(parts, ''),
    )}</p>
    ${progress || writable ? html`<p class="progress numbers">${progress || hole('noProgress')}</p>` : nothing}
    ${
      wordsIn(row, 'measure') || writable
        ? html`<p class="more">${cards.words(
            'goals',
            row,
            (now) => wordsIn(now, 'measure'),
            (words) => (words ? terms(measured, { words }) : hole('noMeasure')),
          )}</p>`
        : nothing
    }
    ${renderFollowed(cards, row)}
    ${
      cards.asksSteps && wordsIn(row, 'objectives')
        ? html`<p class="more">${cards.words(
            'goals',
            row,
            (now) => wordsIn(now, 'objectives'),
            (words) => terms('steps', { words }),
          )}</p>`
        : nothing
    }
    ${cards.isOpen(row.id) ? nothing : renderSteps(cards, row)}
  </div>`;
}

/** How often it is measured, and who looks after it. */
function renderFollowed({ process, state }: Cards, row: RowView): TemplateResult | typeof nothing {
  const { schedule, owner } = row;
  const every = typeof schedule === 'string' ? label(process, 'interval', schedule).toLocaleLowerCase() : '';
  const name = typeof owner === 'string' ? personName(state, owner) : '';
  if (every === '' && name === '') return nothing;
  const says = [every === '' ? '' : terms('every', { every }), name === '' ? '' : terms('owner', { name })];
  return html`<p class="more">${says.filter((part) => part !== '').join(' ')}</p>`;
}

const placed = [
  ...[
    'condition',
    'behavior',
    'criterion',
    'baseline',
    'target',
    'unit',
    'direction',
    'dueDate',
    'measure',
    'schedule',
  ],
  ...['owner', 'need', 'objectives', 'accuracy', 'successes', 'attempts', 'domain', 'startDate', 'standard'],
];

function renderEditor(cards: Cards, row: RowView, siblings: readonly string[], loose: boolean): TemplateResult {
  const field = (name: string, size?: string, lines?: number) => cards.field('goals', row, name, size, lines);
  return html`<div class="editor">
    <div class="grid">
      ${field('condition')} ${field('behavior')} ${field('criterion')} ${field('baseline', 'third')}
      ${field('target', 'third')} ${field('unit', 'third')} ${field('direction', 'half')} ${field('dueDate', 'half')}
      ${field('measure')} ${field('schedule', 'half')} ${field('owner', 'half')}
      ${loose || cards.rows.needs.length > 1 ? field('need') : nothing}
    </div>
    ${renderMarks(cards, row)} ${cards.steps(row)}
    ${wordsIn(row, 'objectives') ? html`<div class="grid">${field('objectives', '', 2)}</div>` : nothing}
    <details class="further">
      <summary>${icon('chevron')}${terms('further')}</summary>
      <div class="grid">
        ${field('accuracy', 'third')} ${field('successes', 'third')} ${field('attempts', 'third')}
        ${field('domain', 'half')} ${field('startDate', 'half')} ${field('standard')}
      </div>
    </details>
    ${cards.rest('goals', row, placed)}
    ${renderTools(cards, 'goals', row, siblings)}
  </div>`;
}

function wordsIn(row: RowView, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value.trim() : '';
}

function hole(key: 'noProgress' | 'noMeasure'): TemplateResult {
  return html`<span class="hole">${terms(key)}</span>`;
}
