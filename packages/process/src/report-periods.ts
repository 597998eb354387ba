import type { ActivePlan } from './case-state.js';
import { addDays, addMonths } from './days.js';
import type { SchoolCalendar, SchoolTerm } from './tables/calendar.js';

/** Months between reports where the calendar names no terms; report cards come quarterly. */
const monthsOf: Readonly<Record<string, number>> = { quarterly: 3, 'report-cards': 3, trimester: 4, semester: 6 };

/**
 * The periods a plan reports on, in order: the calendar's terms that lie in the plan's time, or as many months as the plan
 * says, counted from its start (quarterly when it says nothing). The last one ends with the plan.
 */
export function reportPeriods(calendar: SchoolCalendar, plan: ActivePlan): readonly SchoolTerm[] {
  const { startDate, endDate } = plan;
  if (calendar.terms && calendar.terms.length > 0)
    return calendar.terms.filter(({ until }) => until >= startDate && until <= endDate);
  const months = monthsOf[plan.reportSchedule ?? 'quarterly'] ?? 3;
  const periods: SchoolTerm[] = [];
  for (let from = startDate, nth = 1; from <= endDate; nth++) {
    const next = addMonths(startDate, months * nth);
    const [until = endDate] = [addDays(next, -1), endDate].sort();
    periods.push({ from, until, label: `Period ${nth}` });
    from = next;
  }
  return periods;
}
