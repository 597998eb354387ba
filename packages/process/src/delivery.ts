import type { CaseState, PlannedService, SignedSession } from './case-state.js';
import { addDays, daysBetween } from './days.js';
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

/** Days from Monday to Friday in one interval; a month and a quarter are a twelfth and a quarter of a year's 261. */
const weekdaysIn: Readonly<Record<string, number>> = { day: 1, week: 5, month: 21.75, quarter: 65.25 };

/**
 * Promised and delivered minutes of each service of the active plan, in the plan's order. Void sessions and sessions that did
 * not take place count nothing. Holidays are not known here: they make the promise look larger, never smaller.
 */
export function delivery(
  state: { readonly plan: CaseState['plan']; readonly sessions: readonly SignedSession[] },
  today: Day,
): readonly Delivery[] {
  return (state.plan?.services ?? []).map((service) => {
    const given = state.sessions.filter(
      (session) => session.service === service.id && session.status === 'provided' && !session.void,
    );
    return {
      service: service.id,
      promised: promisedMinutes(service, today),
      delivered: given.reduce((sum, { minutes }) => sum + minutes, 0),
      sessions: given.length,
    };
  });
}

/** Minutes that a service owed before `today`: its minutes and count an interval, by the weekdays of its dates gone by. */
export function promisedMinutes(service: PlannedService, today: Day): number {
  const perInterval = weekdaysIn[service.interval];
  if (perInterval === undefined) return 0;
  const [last = today] = [service.endDate, addDays(today, -1)].sort();
  const share = weekdays(service.startDate, last) / perInterval;
  return Math.floor(service.minutes * service.count * share);
}

/** Days from Monday to Friday, both ends included; 0 when the last lies before the first. */
function weekdays(first: Day, last: Day): number {
  const days = daysBetween(first, last) + 1;
  if (!(days > 0)) return 0;
  const begins = new Date(`${first}T00:00:00Z`).getUTCDay();
  const whole = Math.floor(days / 7) * 5;
  const rest = Array.from({ length: days % 7 }, (_, at) => (begins + at) % 7);
  return whole + rest.filter((day) => day !== 0 && day !== 6).length;
}
