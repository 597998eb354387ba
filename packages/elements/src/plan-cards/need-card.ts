import { label, type RowView } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { type Cards, cardClasses, renderError, renderHead, renderTools } from './card.js';
import { renderGoals } from './goal-card.js';
import { terms } from './plan-cards.terms.js';

const placed = ['statement', 'area', 'waived', 'waivedReason'];

/** A need and, on its thread, the goals that answer it. */
export function renderNeed(cards: Cards, row: RowView, siblings: readonly string[]): TemplateResult {
  const area = typeof row['area'] === 'string' ? label(cards.process, 'concern-areas', row['area']) : '';
  const open = cards.isOpen(row.id);
  const title = terms(cards.audience === 'family' ? 'need-family' : 'need');
  return html`<li class="thread" data-row=${row.id}>
    <div class=${cardClasses(cards, 'needs', row)} part="card">
      ${renderHead(cards, 'needs', row, area && !open ? html`${title} <span class="kind">${area}</span>` : title)}
      ${renderError(cards, `needs/${row.id}`)}
      <p class="sentence need-sentence" part="sentence">
        ${cards.words(
          'needs',
          row,
          ({ statement }) => (typeof statement === 'string' ? statement.trim() : ''),
          (statement) => statement || html`<span class="hole">${terms('needNot')}</span>`,
        )}
      </p>
      ${
        row['waived'] === true
          ? html`<p class="more">${cards.words(
              'needs',
              row,
              ({ waivedReason }) => (typeof waivedReason === 'string' ? waivedReason.trim() : ''),
              (why) => (why ? terms('waived', { why }) : html`<span class="hole">${terms('waivedNot')}</span>`),
            )}</p>`
          : nothing
      }
      ${
        open
          ? html`<div class="editor">
              <div class="grid">
                ${cards.field('needs', row, 'statement', '', 2)} ${cards.field('needs', row, 'area', 'half')}
                ${cards.field('needs', row, 'waived')} ${cards.field('needs', row, 'waivedReason', '', 2)}
                ${cards.rest('needs', row, placed)}
              </div>
              ${renderTools(cards, 'needs', row, siblings)}
            </div>`
          : nothing
      }
    </div>
    ${renderGoals(cards, row)}
  </li>`;
}
