import { formatDay, formatDaysLeft, icon } from '@ssp-kit/elements';
import { html, type TemplateResult } from 'lit';

/** A due day, said in words and by shape: late with a sign, soon tinted, far as a plain date. */
export function when(
  due: string,
  daysLeft: number,
  locale: string,
  urgency?: 'late' | 'soon' | 'calm',
): TemplateResult {
  const kind = urgency ?? (daysLeft < 0 ? 'late' : daysLeft <= 1 ? 'soon' : 'calm');
  const far = daysLeft > 30;
  return html`<span class="tag ${kind === 'calm' ? 'quiet' : kind}" title=${formatDay(due, locale)}
    >${kind === 'late' ? icon('alert') : kind === 'soon' ? icon('clock') : icon('calendar')}
    <span>${far ? formatDay(due, locale) : formatDaysLeft(daysLeft)}</span></span
  >`;
}
