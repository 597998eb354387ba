import type { Because, CaseState, Deadline } from './case-state.js';
import { byHand, type Run, runOf, type Source } from './clock-run.js';
import { addDays, addYears, daysBetween } from './days.js';
import type { Process, Profile } from './process.js';
import { reportPeriods } from './report-periods.js';
import { addSchoolDays, schoolYearStart } from './school-calendar.js';
import type { ClockRow, StopDate } from './tables/clocks.js';
import type { Day } from './types.js';

/** Every clock that has started on this case, nearest due day first, stopped ones last. */
export function deadlines(process: Process, state: CaseState, today: Day): Deadline[] {
  return process.clocks
    .filter(({ display }) => !display)
    .map((clock) => deadline(process, clock, state, today))
    .filter((row) => row !== null)
    .sort((a, b) => Number(a.stopped !== null) - Number(b.stopped !== null) || a.due.localeCompare(b.due));
}

/** One clock of this case, also one that `deadlines` does not show; null when it has not started or the process has none of this id. */
export function clockOf(process: Process, id: string, state: CaseState, today: Day): Deadline | null {
  const clock = process.clocks.find((row) => row.id === id);
  return clock === undefined ? null : deadline(process, clock, state, today);
}

/** The day that a clock would be due if it had started on a day; null when the process has no clock of this id. */
export function dueOf(process: Process, id: string, start: Day): Day | null {
  const clock = process.clocks.find((row) => row.id === id);
  return clock === undefined ? null : counted(process, clock, start);
}

/** The count of a clock from a day, by calendar days, school days or years; 29 February counts to 28 February where there is none. */
function counted({ calendar, profile }: Process, clock: ClockRow, start: Day): Day {
  const { unit } = clock;
  const count = countOf(profile, clock);
  if (unit === 'years') return addYears(start, count);
  return unit === 'days' ? addDays(start, count) : addSchoolDays(calendar, start, count);
}

function countOf(profile: Profile, { count, age }: ClockRow): number {
  const set = age && profile[age.of];
  return set === undefined ? count : set - (age?.less ?? 0);
}

/** A run with the day it is due, before it is put in words. */
interface Timed {
  readonly start: Day;
  readonly due: Day;
  readonly sources: readonly Named[];
  readonly lost: readonly Named[];
  readonly stop: Run['stop'];
  readonly moved: Named | null;
  readonly corrected: boolean;
}

type Named = Pick<Source, 'date' | 'day' | 'seq'> & { readonly document?: string };

function deadline(process: Process, clock: ClockRow, state: CaseState, today: Day): Deadline | null {
  if (clock.suspected && state.suspicion === 'no') return null;
  if (clock.tracks && !clock.tracks.includes(state.track)) return null;
  const timed = timersOf(clock)(process, clock, state, today);
  if (timed === null || !isShown(clock, timed, state, today)) return null;
  const { start, due, stop, moved } = timed;
  const stopped = stop?.day ?? null;
  const daysLeft = daysBetween(stopped ?? today, due);
  const correction = timed.corrected ? correctionBy(state, clock.id) : undefined;
  const caution = cautionsOf(process, clock, state);
  return {
    clock: clock.id,
    label: clock.label,
    familyLabel: clock.familyLabel,
    kind: clock.before ? 'not-before' : clock.warning ? 'warning' : 'due',
    unit: clock.unit,
    count: countOf(process.profile, clock),
    start,
    due,
    stopped,
    status: stopped !== null ? (daysLeft >= 0 ? 'met' : 'missed') : running(daysLeft, clock),
    daysLeft,
    because: [
      ...timed.sources.map((source) => because(process, state, source)),
      ...timed.lost.map((source) => ({ ...because(process, state, source), lost: true as const })),
    ],
    stoppedBecause: (stop?.by ?? []).map((source) => because(process, state, source)),
    ...(moved && { movedBecause: because(process, state, moved) }),
    ...(correction && { corrected: correction }),
    ...(caution !== '' && { caution }),
    source: clock.source,
  };
}

function timersOf({ each }: ClockRow) {
  if (each === 'school-year') return inSchoolYear;
  return each === 'report-period' ? inReportPeriod : fromRun;
}

function fromRun(process: Process, clock: ClockRow, state: CaseState): Timed | null {
  const run = runOf(clock, state);
  if (run === null) return null;
  const { start, lost, stop, agreed, corrected } = run;
  const due = counted(process, clock, start.day);
  const moved = agreed ?? (clock.inPlanTerm ? planBegins(state, due) : cap(clock, state, start.day, due));
  return { start: start.day, due: moved?.day ?? due, sources: [start], lost, stop, moved, corrected };
}

function cap({ cappedBy }: ClockRow, { dates }: CaseState, start: Day, due: Day): Named | null {
  const found = cappedBy === undefined ? undefined : dates[cappedBy];
  return found && cappedBy && found.day >= start && found.day < due ? { date: cappedBy, ...found } : null;
}

/** When the IEP begins whose term holds a day: the active one, or the one that follows it in a year at most. */
function planBegins({ plan, documents }: CaseState, day: Day): Named | null {
  if (plan?.kind !== 'iep') return null;
  const from = { seq: documents[plan.document]?.sealed?.seq ?? 0, document: plan.document };
  if (plan.startDate <= day && day <= plan.endDate) return { date: 'planStartDate', day: plan.startDate, ...from };
  const isNext = plan.endDate < day && day <= addYears(plan.endDate, 1);
  return isNext ? { date: 'planEndDate', day: plan.endDate, ...from } : null;
}

/** The clock of the present school year: due on its last day, stopped when it happened in this year. */
function inSchoolYear({ calendar }: Process, clock: ClockRow, state: CaseState, today: Day): Timed | null {
  if (isOver(state)) return null;
  const first = schoolYearStart(calendar, today);
  const correction = state.corrections[clock.id];
  const made = correction && (state.decisions.find(({ seq }) => seq === correction.seq)?.day ?? '');
  const hand = made !== undefined && made >= first ? correction : undefined;
  const start = hand?.start ?? first;
  const due = addDays(addYears(start, clock.count), -1);
  const found = (clock.stopsWithAny ?? [])
    .map(named)
    .flatMap((date) => (state.dates[date] ? [{ date, ...state.dates[date], at: 0 }] : []))
    .filter(({ day }) => start <= day && day <= due)
    .sort((a, b) => a.day.localeCompare(b.day));
  const by = hand?.stop ? byHand('correctedStop', hand.stop, hand) : found[0];
  return {
    start,
    due,
    sources: [hand?.start ? byHand('correctedStart', start, hand) : { date: 'schoolYearStart', day: first, seq: 0 }],
    lost: [],
    stop: by ? { day: by.day, by: [by] } : null,
    moved: null,
    corrected: hand !== undefined,
  };
}

/** The first period that nobody has reported on. It moves on with each report; a corrected stop counts as one. */
function inReportPeriod({ calendar }: Process, clock: ClockRow, state: CaseState): Timed | null {
  const { plan, dates } = state;
  if (plan === null || isOver(state)) return null;
  const correction = state.corrections[clock.id];
  const told = [dates['progressPeriodEndDate']?.day, correction?.stop];
  const reported =
    told
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? '';
  const period = reportPeriods(calendar, plan).find(({ until }) => until > reported);
  if (period === undefined) return null;
  const seq = state.documents[plan.document]?.sealed?.seq ?? 0;
  const source = { date: 'reportPeriodEnd', day: period.until, seq, document: plan.document };
  const [, start = plan.startDate] = [period.from, plan.startDate].sort();
  const due = period.reportsDue ?? addDays(period.until, clock.count);
  return { start, due, sources: [source], lost: [], stop: null, moved: null, corrected: false };
}

function named(stop: StopDate): string {
  return typeof stop === 'string' ? stop : stop.date;
}

function isOver({ state, dates }: CaseState): boolean {
  return state === 'closed' || dates['exitDate'] !== undefined || dates['withdrawnDate'] !== undefined;
}

function isShown(clock: ClockRow, { due, stop }: Timed, state: CaseState, today: Day): boolean {
  if (clock.before && (stop !== null || today >= due)) return false;
  const request = state.dates['receivedDate']?.day ?? state.decisions[0]?.day ?? '';
  if (clock.ahead && request >= due) return false;
  return clock.appears === undefined || addDays(due, -clock.appears) <= today;
}

/** How a day stands that is to come; `soon`: days before it from which it is. */
export function running(daysLeft: number, { soon, before }: Pick<ClockRow, 'soon' | 'before'>): Deadline['status'] {
  if (before) return 'running';
  if (daysLeft < 0) return 'late';
  return daysLeft <= soon ? 'soon' : 'running';
}

function because({ dates }: Process, state: CaseState, { date, day, seq, document }: Named): Because {
  const row = dates.find(({ id }) => id === date);
  const sealed = document ?? state.decisions.find((decision) => decision.seq === seq)?.seals[0]?.document;
  return {
    date,
    label: row?.label ?? date,
    familyLabel: row?.familyLabel ?? date,
    day,
    seq,
    ...(sealed !== undefined && { document: sealed }),
  };
}

function correctionBy({ corrections, decisions }: CaseState, clock: string): Deadline['corrected'] {
  const seq = corrections[clock]?.seq;
  if (seq === undefined) return undefined;
  const decision = decisions.find((row) => row.seq === seq);
  return { by: decision?.actor.name ?? '', reason: decision?.words['reason'] ?? '', seq };
}

function cautionsOf({ calendar }: Process, { cautions, unit }: ClockRow, { dates }: CaseState): string {
  const says = (cautions ?? [])
    .filter(({ after, until }) => (after === undefined || dates[after]) && (until === undefined || !dates[until]))
    .map((row) => row.says);
  if (unit === 'school-days' && calendar.closed.length === 0)
    says.push('No holidays are known: every weekday counts as a school day.');
  return says.join(' ');
}
