import type { CaseBreak, CaseState } from '../case-state.js';
import { addDays } from '../days.js';
import { stringOf } from '../view-values.js';
import { dated, type Recorders } from './recorder.js';
import type { Decision } from '../types.js';

export const emergencyRecorders: Recorders = {
  'access.break': (state, decision) => {
    const { actor, day, seq, facts } = decision;
    // Earlier processes said no instant: it was open until the next day was over.
    const until = stringOf(facts['until']) ?? `${addDays(day, 2)}T00:00:00.000Z`;
    const { person, name } = actor;
    return withBreaks(state, decision, [...state.breaks, { person, name, day, until, seq, review: null }]);
  },
  'access.review': (state, decision) => {
    const { actor, day, seq, facts } = decision;
    const { person, name } = actor;
    const review = { outcome: String(facts['outcome']), person, name, day, seq };
    const breaks = state.breaks.map((one) => (one.seq === facts['access'] ? { ...one, review } : one));
    return withBreaks(state, decision, breaks);
  },
};

/** The clock of the review runs from the first access that nobody has reviewed, and stops when there is none left. */
function withBreaks(state: CaseState, decision: Decision, breaks: readonly CaseBreak[]): CaseState {
  const open = breaks.find(({ review }) => !review);
  const name = open ? 'emergencyAccessDate' : 'emergencyReviewDate';
  return { ...dated(state, name, open ? { ...decision, seq: open.seq } : decision, (open ?? decision).day), breaks };
}
