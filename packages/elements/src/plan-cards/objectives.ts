import type { RowView } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import type { RenderField } from '../field-list/field-list.js';
import { rowsOf } from '../shared/fields.js';
import { follow } from '../shared/follow.js';
import { formatDay } from '../shared/format.js';
import type { Cards } from './card.js';
import { terms } from './plan-cards.terms.js';

/** How the steps on the way to one goal are listed: always the same functions for it, so that its list stays as it is. */
export interface StepsOfGoal {
  readonly firstValues: { readonly goal: string };
  readonly where: (row: RowView) => boolean;
}

export const layoutStep = (_row: RowView, field: RenderField): TemplateResult =>
  html`<div class="grid">
    ${field('text', { lines: 1 })} ${field('criterion', { lines: 1 })} ${field('dueDate', { size: 'half' })}
  </div>`;

/** The steps as lines to read. */
export function renderSteps(cards: Cards, goal: RowView): unknown {
  const view = cards.document?.view;
  if (view === undefined || !cards.asksSteps) return nothing;
  return follow(
    view,
    ({ data }) => stepsOf(rowsOf(data, 'objectives'), goal.id, cards.locale),
    (steps) =>
      steps.length === 0
        ? nothing
        : html`<div class="steps">
            <p class="more">${terms('stepsHeading')}</p>
            <ol>
              ${steps.map((says) => html`<li>${says}</li>`)}
            </ol>
          </div>`,
  );
}

function stepsOf(rows: readonly RowView[], goal: string, locale: string): readonly string[] {
  return rows
    .filter((row) => row['goal'] === goal)
    .map((row) => {
      const due = typeof row['dueDate'] === 'string' ? formatDay(row['dueDate'], locale) : '';
      const words = [row['text'], row['criterion']].filter((part) => typeof part === 'string' && part.trim() !== '');
      return [...words, due === '' ? '' : terms('by', { day: due })].filter((part) => part !== '').join(', ');
    })
    .filter((says) => says !== '');
}
