/** Which closed cases are kept until when, and which are due for destruction. */
import { type CaseState, type Day, localDay, type Process } from '@ssp-kit/process';
import { type Kept, keptBy, mayDestroy } from '@ssp-kit/process/records';
import { isClosed } from './case-index.js';
import type { Hold, Storage } from './storage/port.js';

/** A closed case and what keeps it. */
export interface KeptCase {
  readonly case: string;
  readonly student: string;
  readonly closed: Day | null;
  /** The first day on which it may be destroyed as no longer needed; null where no rule says one. */
  readonly due: Day | null;
  /** The day is there. A hold stops it all the same. */
  readonly isDue: boolean;
  /** The rules, the one that ends last first. */
  readonly because: readonly Kept[];
  readonly holds: readonly Hold[];
}

export interface RetentionServices {
  readonly process: Process;
  readonly storage: Pick<Storage, 'caseIds' | 'case' | 'holds'>;
  readonly now: () => Date;
}

/**
 * Looks at a slice of all cases, by id.
 * @returns the closed ones among them that `mayKnow` lets through, and where the next slice begins; null at the end
 */
export async function keptCases(
  { process, storage, now }: RetentionServices,
  { after, limit }: { readonly after: string; readonly limit: number },
  mayKnow: (state: CaseState) => Promise<boolean>,
): Promise<{ readonly rows: readonly KeptCase[]; readonly next: string | null }> {
  const today = localDay(now(), process.profile.timeZone);
  const ids = await storage.caseIds(after, limit);
  const rows: KeptCase[] = [];
  for (const id of ids) {
    // Not by the cases in memory: most of these nobody has opened for years.
    const stored = await storage.case(id);
    if (!stored) continue;
    const state = JSON.parse(stored.state) as CaseState;
    if (!isClosed(state) || !(await mayKnow(state))) continue;
    const because = keptBy(process, state);
    const due = because[0]?.until ?? null;
    const holds = await storage.holds(id);
    rows.push({
      ...{ case: id, student: state.student.id, closed: state.closing?.day ?? null },
      ...{ due, isDue: mayDestroy(process, state, 'no-longer-needed', today), because, holds },
    });
  }
  return { rows, next: ids.length < limit ? null : (ids.at(-1) ?? null) };
}
