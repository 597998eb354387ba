import type { NextStep, Process } from '@ssp-kit/process';
import type { CaseSummary } from '@ssp-kit/session/contract';

/** What a row of the caseload says. */
export interface CaseRow {
  readonly summary: CaseSummary;
  readonly stage: string | null;
  /** The person's own step, else the first; null when nothing waits. */
  readonly step: NextStep | null;
  readonly needsMe: boolean;
  /** The nearest day something is due, of its deadlines and steps. */
  readonly due: string | null;
  readonly late: boolean;
  readonly soon: boolean;
}

/** Rows of the caseload, what is due first on top; what has no date follows by the student's name. */
export function caseRows({ stages }: Process, cases: readonly CaseSummary[]): readonly CaseRow[] {
  return cases
    .map((summary) => rowOf(stages, summary))
    .sort((a, b) => {
      if (a.due !== b.due) return (a.due ?? '9999').localeCompare(b.due ?? '9999');
      if (a.needsMe !== b.needsMe) return a.needsMe ? -1 : 1;
      return a.summary.student.name.localeCompare(b.summary.student.name);
    });
}

function rowOf(stages: Process['stages'], summary: CaseSummary): CaseRow {
  const step = summary.nextSteps.find(({ mine }) => mine) ?? summary.nextSteps[0] ?? null;
  const running = summary.deadlines.filter(({ stopped, kind }) => stopped === null && kind === 'due');
  const days = [...running.map(({ due }) => due), ...summary.nextSteps.map(({ due }) => due)]
    .filter((due): due is string => due !== null)
    .sort();
  return {
    summary,
    stage: stages.find(({ id }) => id === summary.stage)?.label ?? null,
    step,
    needsMe: summary.nextSteps.some(({ mine }) => mine),
    due: days[0] ?? null,
    late: running.some(({ status }) => status === 'late'),
    soon: running.some(({ status }) => status === 'soon'),
  };
}
