import type { ActivePlan, PlannedService, SignedSession } from './case-state.js';
import { addDays } from './days.js';
import type { Process } from './process.js';
import { schoolDaysBetween } from './school-calendar.js';
import type { SchoolCalendar } from './tables/calendar.js';
import type { Day } from './types.js';

/** What a plan promised of a service until a day, and what the signed log says was given. */
export interface Delivery {
  /** Row id of the service in the plan. */
  readonly service: string;
  /** Minutes that were due before this day began. */
  readonly promised: number;
  /** Minutes of signed sessions that took place. */
  readonly delivered: number;
  /** Signed sessions that took place. */
  readonly sessions: number;
}

/** School days in one interval without days off; a month and a quarter are a twelfth and a quarter of a year's 261 weekdays. */
const schoolDaysIn: Readonly<Record<string, number>> = { day: 1, week: 5, month: 21.75, quarter: 65.25 };

/**
 * Promised and delivered minutes of each service of a plan, in the plan's order. Void sessions and sessions that did
 * not take place count nothing. The calendar's closed days promise nothing; one that it does not know counts as a school day.
 */
export function delivery(
  { calendar }: Pick<Process, 'calendar'>,
  state: { readonly plan: Pick<ActivePlan, 'services'> | null; readonly sessions: readonly SignedSession[] },
  today: Day,
): readonly Delivery[] {
  return (state.plan?.services ?? []).map((service) => {
    const given = state.sessions.filter(
      (session) => session.service === service.id && session.status === 'provided' && !session.void,
    );
    return {
      service: service.id,
      promised: promisedMinutes(calendar, service, today),
      delivered: given.reduce((sum, { minutes }) => sum + minutes, 0),
      sessions: given.length,
    };
  });
}

/** Minutes that a service owed before `today`: its minutes and count an interval, by the school days of its dates gone by. */
export function promisedMinutes(calendar: SchoolCalendar, service: PlannedService, today: Day): number {
  const perInterval = schoolDaysIn[service.interval];
  const { startDate, endDate } = service;
  if (perInterval === undefined || startDate === '' || endDate === '') return 0;
  const [last = today] = [endDate, addDays(today, -1)].sort();
  if (last < startDate) return 0;
  const share = schoolDaysBetween(calendar, addDays(startDate, -1), last) / perInterval;
  return Math.floor(service.minutes * service.count * share);
}
