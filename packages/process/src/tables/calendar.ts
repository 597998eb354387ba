import type { Day } from '../types.js';

/** Days on which no school is held, both ends included. */
export interface ClosedDays {
  readonly from: Day;
  readonly until: Day;
  readonly label: string;
}

/** A period that ends with a report to the family, both ends included. */
export interface SchoolTerm {
  readonly from: Day;
  readonly until: Day;
  readonly label: string;
  /** The day its reports are due; its last day where that is not told. */
  readonly reportsDue?: Day;
}

/** Which days are school days: Monday to Friday, less the closed ones. */
export interface SchoolCalendar {
  /** The first day of a school year, `MM-DD`. */
  readonly schoolYear: { readonly from: string };
  readonly closed: readonly ClosedDays[];
  readonly terms?: readonly SchoolTerm[];
  readonly source: string;
}

/** What is known without a district's own calendar: it counts a holiday as a school day, so a due day comes too early, never too late. */
export const calendar: SchoolCalendar = {
  schoolYear: { from: '07-01' },
  closed: [],
  source: 'no calendar of the district: every weekday counts as a school day; the year turns on 1 July',
};
