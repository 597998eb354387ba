import type { CaseSummary } from '@ssp-kit/session/contract';

/** Detail of `ssp-case-changed`. */
export interface CaseChange {
  readonly caseId: string;
  readonly student: string;
  readonly state: CaseSummary['state'];
  readonly stage: CaseSummary['stage'];
  readonly track: CaseSummary['track'];
}

/** Detail of `ssp-stage-changed`. `from` is null for a case that was not known before. */
export interface StageChange {
  readonly caseId: string;
  readonly student: string;
  readonly from: CaseSummary['stage'];
  readonly to: CaseSummary['stage'];
}

/** What is new in a caseload: cases that changed or came, and those that stand in another stage. */
export function caseChanges(
  before: readonly CaseSummary[],
  after: readonly CaseSummary[],
): { readonly changed: readonly CaseChange[]; readonly moved: readonly StageChange[] } {
  const known = new Map(before.map((one) => [one.id, one]));
  const changed = after.filter((one) => known.get(one.id)?.updatedAt !== one.updatedAt);
  return {
    changed: changed.map(({ id, student, state, stage, track }) => ({
      caseId: id,
      student: student.id,
      state,
      stage,
      track,
    })),
    moved: changed
      .filter((one) => known.get(one.id)?.stage !== one.stage)
      .map(({ id, student, stage }) => ({
        caseId: id,
        student: student.id,
        from: known.get(id)?.stage ?? null,
        to: stage,
      })),
  };
}
