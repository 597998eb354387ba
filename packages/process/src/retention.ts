import type { CaseState } from './case-state.js';
import { addYears } from './days.js';
import type { Process } from './process.js';
import { type DestructionBasis, type DestructionBasisRow, destructionBases } from './tables/records.js';
import type { RetentionOf } from './tables/retention.js';
import type { Day } from './types.js';

/** A rule that keeps a record, until a day. */
export interface Kept {
  readonly rule: string;
  readonly label: string;
  readonly source: string;
  /** The named date it counts from, and its day. */
  readonly from: string;
  readonly day: Day;
  readonly years: number;
  readonly until: Day;
}

const applies: Readonly<Record<RetentionOf, (state: CaseState) => boolean>> = {
  unfiled: ({ dates }) => dates['filedDate'] === undefined,
  filed: ({ dates }) => dates['filedDate'] !== undefined,
  sessions: ({ sessions }) => sessions.length > 0,
};

/**
 * What keeps the record of a closed case, the rule that ends last first: its day is the first on which the record may be destroyed
 * because it is no longer needed. Empty for a case that is not closed: nothing says until when it is needed.
 */
export function keptBy({ retention }: Process, state: CaseState): readonly Kept[] {
  if (state.closing === null) return [];
  return retention
    .filter((row) => applies[row.of](state))
    .flatMap(({ id, label, source, from, years }) => {
      const day = state.dates[from]?.day;
      return day === undefined ? [] : [{ rule: id, label, source, from, day, years, until: addYears(day, years) }];
    })
    .sort((a, b) => b.until.localeCompare(a.until));
}

/** Whether the record of a closed case may be destroyed on this ground on this day. */
export function mayDestroy(process: Process, state: CaseState, basis: DestructionBasis, today: Day): boolean {
  const row: DestructionBasisRow | undefined = destructionBases.find(({ id }) => id === basis);
  if (row?.early) return true;
  const [last] = keptBy(process, state);
  return last !== undefined && last.until <= today;
}
