import type { NoticeRow } from './tables/notices.js';
import type { Track } from './tables/stages.js';
import type { Facts } from './types.js';

/** A decision as far as it calls for a notice. */
export interface NoticeTrigger {
  readonly action: string;
  readonly facts: Facts;
  /** Null before the track is decided: rows of certain tracks do not fit then. */
  readonly track: Track | null;
}

/** The notices that a decision calls for: the first of its rows that fits, and those owed beside it. Optional ones are left out. */
export function noticesDue(rows: readonly NoticeRow[], trigger: NoticeTrigger): readonly NoticeRow[] {
  const fitting = noticesAllowed(rows, trigger).filter(({ optional }) => !optional);
  const [first] = fitting.filter(({ beside }) => !beside);
  return fitting.filter((row) => row === first || row.beside);
}

/** Every row that fits a decision, the optional ones with them. */
export function noticesAllowed(
  rows: readonly NoticeRow[],
  { action, facts, track }: NoticeTrigger,
): readonly NoticeRow[] {
  return rows.filter(
    ({ on, when, tracks }) =>
      on === action &&
      (tracks === undefined || (track !== null && tracks.includes(track))) &&
      (when === undefined || when.is.some((value) => value === facts[when.fact])),
  );
}
