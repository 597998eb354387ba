import type { CaseState } from '../case-state.js';
import type { Decision } from '../types.js';
import { beginEvaluation, dated, openedBy, type Recorders } from './recorder.js';
import { stringOf } from '../view-values.js';

/** From the concern to the needs, and the end of a case. */
export const referralRecorders: Recorders = {
  'referral.file': (state, decision) => {
    const suspicion = stringOf(decision.facts['suspicion']) as CaseState['suspicion'];
    const received = dated(state, 'receivedDate', decision);
    const filed = dated(dated(received, 'filedDate', decision, decision.day), 'enrolledDate', decision);
    return { ...filed, suspicion, track: suspicion === 'no' ? 'action' : null };
  },
  'suspicion.raise': (state, decision) => {
    const raised = dated({ ...state, suspicion: 'yes', abbreviated: false }, 'suspicionDate', decision);
    const open = openedBy(decision, 'evaluation') === null ? raised : beginEvaluation(raised, decision, 'initial');
    // The track is open again; an active plan stays in force until the eligibility decision leads to another one.
    return { ...open, track: null };
  },
  'process.abbreviate': (state, decision) => ({
    ...state,
    abbreviated: true,
    stages: state.stages.map((row) =>
      (row.stage === 'gather-data' || row.stage === 'define-needs') &&
      !(row.stage === 'gather-data' && hasEvidence(decision, state))
        ? { ...row, skipped: { reason: decision.words['reason'] ?? '', seq: decision.seq } }
        : row,
    ),
  }),
  'needs.define': (state, decision) =>
    decision.to === 'define-needs.evaluation' ? beginEvaluation(state, decision, 'initial') : state,
  'case.move': (state, { facts }) => ({
    ...state,
    student: { ...state.student, school: stringOf(facts['school']), schoolName: stringOf(facts['schoolName']) },
  }),
  'case.supersede': (state, decision) => closed(state, decision, 'superseded'),
  'case.close': (state, decision) => closed(state, decision, stringOf(decision.facts['reason']) ?? 'withdrawn'),
};

function closed(state: CaseState, decision: Decision, reason: string): CaseState {
  const { day, seq } = decision;
  const ended = { ...state, closing: { reason, day, seq } };
  return state.plan === null
    ? dated(ended, 'withdrawnDate', decision, day)
    : endPlan(dated(ended, 'exitDate', decision, day), day);
}

/** The active plan is over. */
export function endPlan(state: CaseState, day: string): CaseState {
  return { ...state, plans: state.plans.map((row) => (row.ended === null ? { ...row, ended: day } : row)) };
}

/** Data gathering counts as skipped only when the case left it without any evidence written. */
function hasEvidence(decision: Decision, state: CaseState): boolean {
  return (
    decision.facts['hasEvidence'] === true ||
    state.stages.some(({ stage, entered }) => stage === 'define-needs' && entered !== null)
  );
}
