import type { RowView } from '@ssp-kit/process';
import { checkGoal } from '@ssp-kit/process/plan-checks';
import { html, type TemplateResult } from 'lit';
import { formatDay } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import type { Cards } from './card.js';
import { terms } from './plan-cards.terms.js';

type Check = ReturnType<typeof checkGoal>[number];

/** One of the five marks of a good goal: whether it has it, and the reason in a sentence. */
interface Mark {
  readonly quality: Check['quality'];
  readonly met: boolean;
  readonly says: string;
  /** Field of the goal where it is mended. */
  readonly at: string;
}

const order = ['specific', 'measurable', 'achievable', 'relevant', 'time-bound'] as const;

/** The five marks of a goal. Nothing counts as achievable before baseline and target tell. */
export function marksOf(checks: readonly Check[]): readonly Mark[] {
  return order.map((quality) => {
    const own = checks.filter((one) => one.quality === quality);
    const open = own.find(({ met }) => !met);
    if (own.length === 0) return { quality, met: false, says: terms('achievableOpen'), at: 'target' };
    if (open !== undefined) return { quality, met: false, says: open.says, at: open.at };
    const last = own.at(-1);
    return { quality, met: true, says: last?.says ?? '', at: last?.at ?? '' };
  });
}

/** Whether a goal is specific, measurable, achievable, relevant and time-bound, told as it is written. */
export function renderMarks(cards: Cards, row: RowView): TemplateResult {
  return html`<div class="smart">
    <h5 id=${`smart-${row.id}`}>${terms('smart')}</h5>
    <ul aria-labelledby=${`smart-${row.id}`}>
      ${cards.words(
        'goals',
        row,
        (now) => marksOf(checkGoal(now, cards.plan)),
        (marks) => marks.map((mark) => renderMark(cards, row, mark)),
      )}
    </ul>
  </div>`;
}

function renderMark(cards: Cards, row: RowView, { quality, met, says: plain, at }: Mark): TemplateResult {
  const says = plain.replace(/\d{4}-\d{2}-\d{2}/gu, (day) => formatDay(day, cards.locale));
  return html`<li class=${met ? 'mark-row met' : 'mark-row'}>
    ${met ? icon('check') : html`<span class="open-mark" aria-hidden="true"></span>`}
    <span class="quality">${terms(quality)}<span class="unseen">: ${terms(met ? 'isMet' : 'isOpen')}</span></span>
    ${
      met
        ? html`<span class="reason">${says}</span>`
        : html`<button type="button" class="link reason" @click=${() => cards.onField('goals', row.id, at)}>${says}</button>`
    }
  </li>`;
}
