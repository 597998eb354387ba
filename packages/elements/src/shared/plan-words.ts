import { label, type Process, type RowView } from '@ssp-kit/process';
import { formatDay, termsOf } from './format.js';
import { terms } from './plan-words.terms.js';

/** What a service says of itself: a row of a plan or a planned service of the record. */
export interface ServiceLike {
  readonly minutes?: unknown;
  readonly count?: unknown;
  readonly interval?: unknown;
  readonly location?: unknown;
  readonly startDate?: unknown;
  readonly endDate?: unknown;
  readonly provider?: unknown;
}

/** A part of a sentence; `missing` stands for what nobody has answered yet. */
export interface Part {
  readonly says: string;
  readonly missing: boolean;
}

/** `30 minutes`, `2 times a week`, `in the regular class`, `from … to …`, `by Ana Silva`. */
export function serviceParts(
  process: Process,
  service: ServiceLike | RowView,
  providerName: string,
  locale: string,
): readonly Part[] {
  return [
    ...oftenParts(process, service),
    placePart(process, service.location),
    datesPart(service.startDate, service.endDate, locale),
    providerName === '' ? missing('providerMissing') : said(terms('by', { name: providerName })),
  ];
}

/** `30 minutes`, `2 times a week`. */
export function oftenParts(process: Process, { minutes, count, interval }: ServiceLike | RowView): readonly Part[] {
  return [
    typeof minutes === 'number' && minutes > 0 ? said(terms('minutes', { count: minutes })) : missing('minutesMissing'),
    typeof count === 'number' && count > 0 && typeof interval === 'string'
      ? said(terms(count === 1 ? 'once' : 'times', { count, interval: label(process, 'interval', interval) }))
      : missing('oftenMissing'),
  ];
}

export function joinParts(parts: readonly Part[]): string {
  return parts.map(({ says }) => says).join(', ');
}

/** The built-in places have a phrase that fits the sentence; a district's own is said by its label. */
function placePart(process: Process, location: unknown): Part {
  const known = termsOf(process, 'location').find(({ code }) => code === location);
  if (known === undefined) return missing('placeMissing');
  const phrase = `at-${known.code}`;
  return said(terms.has(phrase) ? terms(phrase) : known.label);
}

function datesPart(startDate: unknown, endDate: unknown, locale: string): Part {
  const from = typeof startDate === 'string' ? formatDay(startDate, locale) : '';
  const until = typeof endDate === 'string' ? formatDay(endDate, locale) : '';
  if (from !== '' && until !== '') return said(terms('fromTo', { from, until }));
  if (from !== '') return said(terms('from', { from }));
  return until === '' ? missing('datesMissing') : said(terms('until', { until }));
}

function said(says: string): Part {
  return { says, missing: false };
}

function missing(key: 'minutesMissing' | 'oftenMissing' | 'placeMissing' | 'datesMissing' | 'providerMissing'): Part {
  return { says: terms(key), missing: true };
}

/** A clause as it stands inside a sentence: without the connecting word, the full stop and a needless capital. */
export function clause(words: unknown, leading: RegExp): string {
  if (typeof words !== 'string') return '';
  const bare = words
    .trim()
    .replace(leading, '')
    .replace(/[\s.;,]+$/u, '');
  const [first = '', second = ''] = bare;
  return second !== '' && second === second.toLocaleLowerCase() && second !== second.toLocaleUpperCase()
    ? first.toLocaleLowerCase() + bare.slice(first.length)
    : bare;
}

/** What a service is called: by its row in the plan, else by its kind. */
export function serviceName(
  process: Process,
  service: { readonly id: string; readonly type: string },
  rows: readonly RowView[],
): string {
  const name = rows.find(({ id }) => id === service.id)?.['name'];
  return typeof name === 'string' && name.trim() !== '' ? name : label(process, 'service-type', service.type);
}
