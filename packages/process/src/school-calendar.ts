import { addDays, addYears } from './days.js';
import type { SchoolCalendar } from './tables/calendar.js';
import type { Day } from './types.js';

/** Counting gives up after so many days: a calendar that is closed for ever has no school day. */
const longest = 10 * 366;

/** Whether school is held on a day: Monday to Friday, and not closed. */
export function isSchoolDay(calendar: SchoolCalendar, day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || Number.isNaN(weekday)) return false;
  return !calendar.closed.some(({ from, until }) => from <= day && day <= until);
}

/**
 * The nth school day after a day, which itself does not count; with 0 the day itself, whatever it is. Throws RangeError when
 * the calendar has no such day within ten years, or the count is not a whole number from 0.
 */
export function addSchoolDays(calendar: SchoolCalendar, day: Day, count: number): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is no count of school days`);
  let found = day;
  for (let left = count, tried = 0; left > 0; tried++) {
    if (tried > longest) throw new RangeError('the calendar has no such school day');
    found = addDays(found, 1);
    if (isSchoolDay(calendar, found)) left--;
  }
  return found;
}

/** School days after one day, up to and with another: what `addSchoolDays` takes from the first to the second. Negative backwards. */
export function schoolDaysBetween(calendar: SchoolCalendar, from: Day, to: Day): number {
  if (to < from) return -schoolDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isSchoolDay(calendar, day)) count++;
  return count;
}

/** The first day of the school year that a day lies in. */
export function schoolYearStart({ schoolYear }: SchoolCalendar, day: Day): Day {
  const start = `${day.slice(0, 4)}-${schoolYear.from}`;
  return start <= day ? start : addYears(start, -1);
}
