import type { NoticeRow } from './tables/notices.js';
import type { Track } from './tables/stages.js';
import type { Decision, Facts } from './types.js';

/** A decision as far as it calls for a notice. */
export interface NoticeTrigger {
  readonly action: string;
  readonly facts: Facts;
  /** Null before the track is decided: rows of certain tracks do not fit then. */
  readonly track: Track | null;
}

/** The notices that a decision calls for: the first of its rows that fits, and those owed beside it. Optional ones are left out. */
export function noticesDue(rows: readonly NoticeRow[], trigger: NoticeTrigger): readonly NoticeRow[] {
  const { track } = trigger;
  const fitting = rows.filter(
    (row) =>
      !row.optional &&
      isCalledBy(row, trigger) &&
      (row.tracks === undefined || (track !== null && row.tracks.includes(track))),
  );
  const [first] = fitting.filter(({ beside }) => !beside);
  return fitting.filter((row) => row === first || row.beside);
}

/** What a notice answers: the row that calls for it, and the decision it tells of; null where it comes before that one. */
export interface Call {
  readonly row: NoticeRow;
  readonly decision: Decision | null;
}

/**
 * What called for a notice: the decision behind it, or else the last one before it that calls for such a notice, or the first row
 * of its subject. Undefined for a subject without rows.
 * @param decisions the log of the case from its first decision, as far as the notice may look
 */
export function callFor(
  rows: readonly NoticeRow[],
  decisions: readonly Decision[],
  { about, because }: { readonly about: string; readonly because: number },
): Call | undefined {
  const ofSubject = rows.filter(({ id }) => id === about);
  for (let at = because - 1; at >= 0; at--) {
    const decision = decisions[at];
    const row = decision && ofSubject.find((one) => isCalledBy(one, decision));
    if (row) return { row, decision };
  }
  const [row] = ofSubject;
  return row && { row, decision: null };
}

/** Whether a decision is one that a row tells of, whatever the track of the case. */
function isCalledBy({ on, when }: NoticeRow, { action, facts }: Pick<NoticeTrigger, 'action' | 'facts'>): boolean {
  return on === action && (when === undefined || when.is.some((value) => value === facts[when.fact]));
}
