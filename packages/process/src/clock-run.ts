import type { CaseDate, CaseState, ClockCorrection } from './case-state.js';
import type { ClockRow, StopDate } from './tables/clocks.js';
import type { Track } from './tables/stages.js';
import type { Day } from './types.js';

/** A named date as it was known after some decision; `at` is the decision with which it became known. */
export interface Source extends CaseDate {
  readonly date: string;
  readonly at: number;
}

/** What is known of a case after a decision that changed one of its dates. */
interface Moment {
  readonly at: number;
  readonly track: Track | null;
  readonly dates: ReadonlyMap<string, Source>;
}

/** A clock from one start to its stop. */
export interface Run {
  readonly start: Source;
  /** Sources that did not count. */
  readonly lost: readonly Source[];
  readonly stop: { readonly day: Day; readonly by: readonly Source[] } | null;
  readonly agreed: Source | null;
  readonly corrected: boolean;
  /** The decision with which the stop, once there is one, became known: nothing recorded later moves this run. */
  readonly at: number;
}

/** The dates whose day ends every clock. */
const ends = ['withdrawnDate', 'exitDate', 'caseClosedDate'];

/**
 * The present run of a clock; null while it has not started. It is read along the decisions. Until a decision stops it, a run
 * follows its dates as they are known. The decision that stops it fixes its start and its stop: from then on only a correction
 * changes them, and a start that is recorded later and lies on the day of the stop or after it begins a new run. A correction
 * counts for the run that it was made in; of what earlier corrections set, only what can belong to this run.
 */
export function runOf(clock: ClockRow, state: CaseState): Run | null {
  const correction = state.corrections[clock.id];
  let run: Run | null = null;
  let floor = { at: 0, day: '' };
  let isCorrected = false;
  const moments = momentsOf(state, correction);
  for (const moment of moments) {
    if (run?.stop) {
      const after = { at: run.at, day: run.stop.day };
      if (moment.at === correction?.seq) run = run.corrected ? run : corrected(run, correction);
      else if (startOf(clock, moment, after).length > 0) {
        floor = after;
        isCorrected = false;
        run = read(clock, moment, floor, undefined);
      }
      continue;
    }
    isCorrected ||= moment.at === correction?.seq;
    run = read(clock, moment, floor, isCorrected ? correction : undefined);
  }
  const now = moments.at(-1);
  return run && now ? { ...run, lost: [...run.lost, ...tooLate(run, startOf(clock, now, floor))] } : null;
}

/** What became known of a run's start only when its stop had fixed it. */
function tooLate({ start, lost }: Run, known: readonly Source[]): readonly Source[] {
  const counted = new Set([start, ...lost].map(({ date, day }) => `${date} ${day}`));
  return known.filter(({ date, day }) => !counted.has(`${date} ${day}`));
}

type Floor = { readonly at: number; readonly day: Day };

function read(clock: ClockRow, moment: Moment, floor: Floor, correction: ClockCorrection | undefined): Run | null {
  const found = startOf(clock, moment, floor);
  const isOfThisRun = correction?.start !== undefined && correction.start >= floor.day;
  const hand = isOfThisRun ? byHand('correctedStart', correction.start, correction) : null;
  const isNewer = clock.latest && hand && found[0] && found[0].at > hand.at && found[0].day > hand.day;
  const sources = hand && !isNewer ? [hand, ...found] : found;
  const [start, ...lost] = sources;
  if (start === undefined) return null;
  const stop =
    correction?.stop === undefined || correction.stop < start.day
      ? stopOf(clock, moment, start, floor)
      : { day: correction.stop, by: [byHand('correctedStop', correction.stop, correction)] };
  if (stop === null && ends.some((name) => (moment.dates.get(name)?.day ?? start.day) < start.day)) return null;
  const agreed = clock.agreed === undefined ? undefined : moment.dates.get(clock.agreed);
  return {
    start,
    lost,
    stop,
    agreed: agreed && agreed.day > start.day && agreed.at > floor.at ? agreed : null,
    corrected: correction !== undefined,
    at: moment.at,
  };
}

/** A run that had stopped, as somebody set it by hand. */
function corrected(run: Run, correction: ClockCorrection): Run {
  const { start = run.start.day, stop } = correction;
  const isStop = stop !== undefined && stop >= start;
  return {
    ...run,
    ...(correction.start !== undefined && {
      start: byHand('correctedStart', start, correction),
      lost: [run.start, ...run.lost],
    }),
    ...(isStop && { stop: { day: stop, by: [byHand('correctedStop', stop, correction)] } }),
    corrected: true,
    at: correction.seq,
  };
}

/** A day that somebody set by hand. */
export function byHand(date: string, day: Day, { seq }: ClockCorrection): Source {
  return { date, day, seq, at: seq };
}

/** What may start the clock, the one that counts first. In a later run only what was recorded, and lies, after the stop before. */
function startOf({ start, latest }: ClockRow, { dates }: Moment, floor: Floor): readonly Source[] {
  return start
    .map((name) => dates.get(name))
    .filter((found) => found !== undefined)
    .filter(({ at, day }) => at > floor.at && day >= floor.day)
    .sort((a, b) => (latest ? -1 : 1) * a.day.localeCompare(b.day));
}

/** The latest of all it needs, the earliest of any that ends it, or the end of the case. What lies before the start is of another run. */
function stopOf(clock: ClockRow, moment: Moment, start: Source, floor: Floor): Run['stop'] {
  const known = (stop: StopDate) => {
    if (typeof stop !== 'string' && !stop.when.tracks.includes(moment.track)) return undefined;
    const found = moment.dates.get(typeof stop === 'string' ? stop : stop.date);
    return found && found.day >= start.day && found.at > floor.at ? found : undefined;
  };
  const first = (stops: readonly StopDate[]) =>
    stops
      .map(known)
      .filter((found) => found !== undefined)
      .sort((a, b) => a.day.localeCompare(b.day));
  const [any] = first(clock.stopsWithAny ?? []);
  if (any) return { day: any.day, by: [any] };
  const needed = clock.stopsWithAll ?? [];
  const all = first(needed);
  const last = all.at(-1);
  if (last && all.length === needed.length) return { day: last.day, by: [...all].reverse() };
  const [end] = first(ends);
  return end ? { day: end.day, by: [end] } : null;
}

/** The case as it was known after each decision that changed a date, and now. */
function momentsOf(state: CaseState, correction: ClockCorrection | undefined): readonly Moment[] {
  const moments: Moment[] = [];
  const dates = new Map<string, Source>();
  let track: Track | null = null;
  const keep = (at: number) => moments.push({ at, track, dates: new Map(dates) });
  const seqs = new Set(state.dateChanges.map(({ at }) => at));
  if (correction) seqs.add(correction.seq);
  const changes = [...state.dateChanges];
  for (const at of [...seqs].sort((a, b) => a - b)) {
    for (let change = changes[0]; change?.at === at; change = changes[0]) {
      changes.shift();
      track = change.track;
      if (change.date) dates.set(change.name, { ...change.date, date: change.name, at });
      else dates.delete(change.name);
    }
    keep(at);
  }
  for (const [date, { day, seq }] of Object.entries(state.dates)) {
    const known = dates.get(date);
    if (known?.day !== day || known.seq !== seq) dates.set(date, { date, day, seq, at: state.seq });
  }
  for (const name of dates.keys()) if (!state.dates[name]) dates.delete(name);
  track = state.track;
  keep(state.seq);
  return moments;
}
