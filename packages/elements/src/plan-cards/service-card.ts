import { label, type RowView } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { serviceParts } from '../shared/plan-words.js';
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
import { terms } from './plan-cards.terms.js';
import { pick } from './rows.js';

/** The services of a goal with the button that adds one; those without a goal when it is null. */
export function renderServices(cards: Cards, goal: RowView | null): TemplateResult | typeof nothing {
  const siblings = cards.arrangement.services.get(goal?.id ?? '') ?? [];
  const rows = pick(cards.rows.services, siblings);
  if (goal === null && rows.length === 0) return nothing;
  return html`
    ${
      rows.length === 0
        ? cards.writable
          ? nothing
          : html`<p class="quiet small">${terms('noService')}</p>`
        : html`<ul class="services-list">
            ${repeat(
              rows,
              ({ id }) => id,
              (row) => renderService(cards, row, siblings, goal === null),
            )}
          </ul>`
    }
    ${
      goal === null
        ? nothing
        : renderAdd(
            cards,
            'services',
            goal.id,
            terms('addService'),
            renderName(cards, 'goals', goal, (name) => terms('forGoal', { name })),
          )
    }
  `;
}

function renderService(cards: Cards, row: RowView, siblings: readonly string[], loose: boolean): TemplateResult {
  const provider = typeof row['provider'] === 'string' ? personName(cards.state, row['provider']) : '';
  const open = cards.isOpen(row.id);
  const kind = typeof row['type'] === 'string' ? label(cards.process, 'service-type', row['type']) : '';
  const name = typeof row['name'] === 'string' && row['name'] !== '' ? row['name'] : terms('withoutName');
  return html`<li class=${cardClasses(cards, 'services', row)} part="card" data-row=${row.id}>
    ${renderHead(
      cards,
      'services',
      row,
      html`<span class="name">${name}</span>${kind && !open ? html`<span class="kind">${kind}</span>` : nothing}`,
    )}
    ${renderError(cards, `services/${row.id}`)}
    <p class="sentence service-sentence" part="sentence">${renderParts(
      serviceParts(cards.process, row, provider, cards.locale),
      ', ',
    )}</p>
    ${open ? renderEditor(cards, row, siblings, loose) : nothing}
  </li>`;
}

const placed = [
  ...['name', 'type', 'level', 'focus', 'minutes', 'count', 'interval', 'location', 'delivery', 'group', 'groupSize'],
  ...['role', 'provider', 'goal', 'startDate', 'endDate', 'esy', 'transport', 'comment'],
];

function renderEditor(cards: Cards, row: RowView, siblings: readonly string[], loose: boolean): TemplateResult {
  const field = (name: string, size?: string) => cards.field('services', row, name, size);
  return html`<div class="editor">
    <div class="grid">
      ${field('name')} ${field('type')} ${field('level')} ${field('focus')} ${field('minutes', 'third')}
      ${field('count', 'third')} ${field('interval')} ${field('location')} ${field('delivery', 'half')}
      ${field('group', 'half')} ${field('groupSize', 'half')} ${field('role', 'half')} ${field('provider', 'half')}
      ${loose || cards.rows.goals.length > 1 ? field('goal', 'half') : nothing} ${field('startDate', 'half')}
      ${field('endDate', 'half')} ${field('esy')} ${field('transport')} ${field('comment')}
    </div>
    ${cards.rest('services', row, placed)}
    ${renderTools(cards, 'services', row, siblings)}
  </div>`;
}
