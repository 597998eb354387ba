import type { CaseState, Day, DocumentView, NoticeRow, Process } from '@ssp-kit/process';

/** What an evaluation decision leads to, by the answers so far. */
export interface Follows {
  readonly way: 'undecided' | 'agreed' | 'refused' | 'open' | 'consent' | 'no-consent';
  /** The consent form that is asked for. */
  readonly form: '102a' | '102c';
  /** The notice that the family is owed; null while it is not known. */
  readonly notice: NoticeRow | null;
  /** The day the 60 days count from, where no consent starts them. */
  readonly conference: Day | null;
}

/** Reads a decision that is being written: nothing of it is judged here, the rows and the record say it. */
export function followsOf(process: Process, data: DocumentView, about: string | undefined, state: CaseState): Follows {
  const again = about === 'reevaluation';
  const agreedUnnecessary = again && data['agreedUnnecessary'] === true;
  const willEvaluate = agreedUnnecessary ? false : data['willEvaluate'];
  const assessmentNeeded = willEvaluate === true ? data['assessmentNeeded'] : false;
  const way = agreedUnnecessary
    ? 'agreed'
    : willEvaluate === false
      ? 'refused'
      : willEvaluate !== true
        ? 'undecided'
        : typeof assessmentNeeded !== 'boolean'
          ? 'open'
          : assessmentNeeded
            ? 'consent'
            : 'no-consent';
  const facts: Readonly<Record<string, unknown>> = { agreedUnnecessary, willEvaluate, assessmentNeeded };
  const decided = way !== 'undecided' && way !== 'open';
  return {
    way,
    form: again ? '102c' : '102a',
    notice: (decided && process.notices.find((row) => isCalledFor(row, facts))) || null,
    conference: state.dates['needsConferenceDate']?.day ?? null,
  };
}

function isCalledFor({ on, when }: NoticeRow, facts: Readonly<Record<string, unknown>>): boolean {
  return on === 'evaluation.decide' && (when === undefined || when.is.some((value) => value === facts[when.fact]));
}
