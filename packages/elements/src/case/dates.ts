import type { Deadline } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { formatDay, formatDaysLeft } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { dateTerms, terms } from './case.terms.js';

/** The case's deadlines, each with the day it counts from. */
export function renderDates(
  deadlines: readonly Deadline[],
  audience: 'staff' | 'family',
  locale: string,
): TemplateResult {
  return html`<h3>${terms('dates')}</h3>
    ${deadlines.length === 0 ? html`<p class="quiet">${terms('datesNone')}</p>` : nothing}
    <ul class="dates">
      ${deadlines.map((one) => renderDeadline(one, audience, locale))}
    </ul>`;
}

/** Where a deadline's date comes from, in one sentence; '' when that is not known. */
export function sayBecause({ because }: Deadline, locale: string): string {
  const [first] = because;
  if (first === undefined) return '';
  const what = dateTerms.has(first.date) ? dateTerms(first.date) : first.label;
  return terms('counted', { what, day: formatDay(first.day, locale) });
}

function renderDeadline(one: Deadline, audience: 'staff' | 'family', locale: string): TemplateResult {
  const { status, stopped } = one;
  const late = status === 'late' || status === 'missed';
  const sign = stopped !== null ? 'check' : late ? 'alert' : 'clock';
  return html`<li>
    <p class="date-label">${audience === 'family' ? one.familyLabel : one.label}</p>
    <p class=${classMap({ due: true, late, soon: status === 'soon', done: status === 'met' })}>
      ${icon(sign)}<span>${sayWhen(one, locale)}</span>
    </p>
    <p class="quiet small" title=${one.source}>${sayBecause(one, locale)}</p>
  </li>`;
}

function sayWhen({ kind, status, stopped, due, daysLeft }: Deadline, locale: string): string {
  if (kind === 'not-before') return terms('notBefore', { day: formatDay(due, locale) });
  if (stopped === null) return `${terms('due', { day: formatDay(due, locale) })}, ${formatDaysLeft(daysLeft)}`;
  return terms(status === 'missed' ? 'doneLate' : 'done', { day: formatDay(stopped, locale) });
}
