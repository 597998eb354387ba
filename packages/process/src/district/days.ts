import { isDay } from '../days.js';
import type { Process } from '../process.js';
import type { ClosedDays, SchoolCalendar, SchoolTerm } from '../tables/calendar.js';
import type { ClockRow } from '../tables/clocks.js';
import { entriesOf, isLaw, itemsOf, join, objectOf, type Tell, textOf } from './reading.js';

const units = { days: 'days', 'school-days': 'school days', years: 'years' } as const;

/** `days`: how long a deadline runs here. What the law gives can be made shorter, never longer. */
export function withDays(process: Process, json: unknown, label: string, tell: Tell): Process {
  const counts = new Map<string, number>();
  for (const [id, value] of entriesOf(json, 'days', tell)) {
    const clock = process.clocks.find((row) => row.id === id);
    if (clock === undefined) tell(join('days', id), `${process.profile.id} has no deadline of this name.`);
    else if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
      tell(join('days', id), `It has to be a whole number of ${units[clock.unit]}, 1 or more.`);
    else {
      const reason = whyNot(clock, value);
      if (reason === null) counts.set(id, value);
      else tell(join('days', id), reason);
    }
  }
  const clocks = process.clocks.map((row) => {
    const count = counts.get(row.id);
    return count === undefined
      ? row
      : { ...row, count, source: `${row.source}; ${label}: ${count} ${units[row.unit]}` };
  });
  return { ...process, clocks };
}

function whyNot({ start, before, display, count, unit, warning, source }: ClockRow, wanted: number): string | null {
  if (start.includes('birthDate')) return `It counts from a birthday: the age is not the district’s (${source}).`;
  if (display) return 'It is shown by the program itself and judged elsewhere.';
  if (warning || !isLaw(source)) return null;
  if (before) return `It says how long to wait, by law (${source}).`;
  return wanted <= count ? null : `The law gives ${count} ${units[unit]} (${source}); a district can only give less.`;
}

/** `retention`: how many years a record is kept here. What the law asks can be made longer, never shorter. */
export function withRetention(process: Process, json: unknown, label: string, tell: Tell): Process {
  const years = new Map<string, number>();
  for (const [id, value] of entriesOf(json, 'retention', tell)) {
    const row = process.retention.find((one) => one.id === id);
    const at = join('retention', id);
    if (row === undefined) tell(at, `Known are ${process.retention.map((one) => one.id).join(', ')}.`);
    else if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
      tell(at, 'It has to be a whole number of years, 1 or more.');
    else if (isLaw(row.source) && value < row.years)
      tell(at, `The law asks for ${row.years} years (${row.source}); a district can only keep longer.`);
    else years.set(id, value);
  }
  const retention = process.retention.map((row) => {
    const own = years.get(row.id);
    return own === undefined ? row : { ...row, years: own, source: `${row.source}; ${label}: ${own} years` };
  });
  return { ...process, retention };
}

/** `calendar`: which days are school days. It takes the place of the whole calendar before. */
export function withCalendar(process: Process, json: unknown, label: string, tell: Tell): Process {
  if (json === undefined) return process;
  const read = objectOf(json, ['schoolYear', 'closed', 'terms'], 'calendar', tell);
  if (read === null) return process;
  const closed = spansOf(read['closed'], 'calendar/closed', [], tell);
  const terms = spansOf(read['terms'], 'calendar/terms', ['reportsDue'], tell);
  const calendar: SchoolCalendar = {
    schoolYear: schoolYearOf(read['schoolYear'], tell) ?? process.calendar.schoolYear,
    closed,
    ...(terms.length > 0 ? { terms } : {}),
    source: label,
  };
  return { ...process, calendar };
}

function schoolYearOf(json: unknown, tell: Tell): SchoolCalendar['schoolYear'] | null {
  if (json === undefined) return null;
  const from = objectOf(json, ['from'], 'calendar/schoolYear', tell)?.['from'];
  // Of a year that has all of them but one: a school year cannot begin on 29 February.
  if (typeof from === 'string' && isDay(`2025-${from}`)) return { from };
  tell('calendar/schoolYear/from', 'It has to be a day of every year as MM-DD.');
  return null;
}

/** Spans of days with a name, both ends included. */
function spansOf(
  json: unknown,
  row: string,
  more: readonly string[],
  tell: Tell,
): readonly (ClosedDays & SchoolTerm)[] {
  return itemsOf(json, row, tell).flatMap((item, index) => {
    const at = join(row, String(index));
    const read = objectOf(item, ['from', 'until', 'label', ...more], at, tell);
    if (read === null) return [];
    const label = textOf(read['label'], join(at, 'label'), tell);
    const { from, until = from, reportsDue } = read;
    const days = [from, until, ...(reportsDue === undefined ? [] : [reportsDue])];
    if (!days.every(isDay)) tell(at, 'Its days have to be dates as YYYY-MM-DD.');
    else if ((until as string) < (from as string)) tell(at, 'It ends before it begins.');
    else if (label !== null)
      return [
        {
          ...{ from: from as string, until: until as string, label },
          ...(reportsDue === undefined ? {} : { reportsDue: reportsDue as string }),
        },
      ];
    return [];
  });
}
