import type { CaseState, Deadline } from './case-state.js';
import { addDays, addYears, daysBetween } from './days.js';
import type { Process } from './process.js';
import type { ClockRow } from './tables/clocks.js';
import type { Day } from './types.js';

/** Every clock that has started on this case, nearest due day first, stopped ones last. */
export function deadlines({ clocks }: Process, state: CaseState, today: Day): Deadline[] {
  return clocks
    .filter((clock) => applies(clock, state))
    .map((clock) => deadline(clock, state, today))
    .filter((row) => row !== null)
    .sort((a, b) => Number(a.stopped !== null) - Number(b.stopped !== null) || a.due.localeCompare(b.due));
}

function applies(clock: ClockRow, state: CaseState): boolean {
  if (clock.suspected && state.suspicion === 'no') return false;
  return clock.tracks === undefined || clock.tracks.includes(state.track);
}

function deadline(clock: ClockRow, state: CaseState, today: Day): Deadline | null {
  const sources = clock.start
    .flatMap((name) => (state.dates[name] ? [{ date: name, ...state.dates[name] }] : []))
    .sort((a, b) => a.day.localeCompare(b.day));
  const start = sources[0]?.day;
  if (start === undefined) return null;
  const due = clock.years === undefined ? addDays(start, clock.days ?? 0) : addYears(start, clock.years);
  const stopped = stop(clock, state);
  const daysLeft = daysBetween(stopped ?? today, due);
  return {
    clock: clock.id,
    label: clock.label,
    familyLabel: clock.familyLabel,
    start,
    due,
    stopped,
    status: stopped === null ? running(daysLeft, clock.soon) : daysLeft >= 0 ? 'met' : 'missed',
    daysLeft,
    because: sources,
    source: clock.source,
  };
}

function running(daysLeft: number, soon: number): Deadline['status'] {
  if (daysLeft < 0) return 'late';
  return daysLeft <= soon ? 'soon' : 'running';
}

/** The day a clock stopped: the latest of all it needs, the earliest of any that ends it, or the day the case ended. */
function stop(clock: ClockRow, state: CaseState): Day | null {
  const day = (name: string) => state.dates[name]?.day ?? null;
  const any = (clock.stopsWithAny ?? []).map(day).filter((found) => found !== null);
  if (any.length > 0) return any.sort()[0] ?? null;
  const all = (clock.stopsWithAll ?? []).map(day);
  if (all.length === 0 || all.some((found) => found === null)) return day('withdrawnDate') ?? day('exitDate');
  return (all as Day[]).sort().at(-1) ?? null;
}
