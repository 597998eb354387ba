import type { RowView } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fieldRow } from '../shared/fields.js';
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
import { goalParts, goalProgress } from './goal-sentence.js';
import { terms } from './plan-cards.terms.js';
import { pick } from './rows.js';
import { renderServices } from './service-card.js';

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
  const { audience, locale, process, state, writable } = cards;
  const student = state?.student.name ?? '';
  const progress = goalProgress(row, audience, locale);
  const measured = audience === 'family' ? 'measured-family' : 'measured';
  const asksSteps = fieldRow(process, 'plan', 'objectives', 'goals')?.tracks?.includes(state?.track ?? 'action');
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
    ${
      asksSteps && wordsIn(row, 'objectives')
        ? html`<p class="more">${cards.words(
            'goals',
            row,
            (now) => wordsIn(now, 'objectives'),
            (words) => terms('steps', { words }),
          )}</p>`
        : nothing
    }
  </div>`;
}

function renderEditor(cards: Cards, row: RowView, siblings: readonly string[], loose: boolean): TemplateResult {
  const field = (name: string, size?: string, lines?: number) => cards.field('goals', row, name, size, lines);
  return html`<div class="editor">
    <div class="grid">
      ${field('condition')} ${field('behavior')} ${field('criterion')} ${field('baseline', 'third')}
      ${field('target', 'third')} ${field('unit', 'third')} ${field('direction', 'half')} ${field('dueDate', 'half')}
      ${field('measure')} ${field('objectives', '', 2)}
      ${loose || cards.rows.needs.length > 1 ? field('need') : nothing}
    </div>
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
