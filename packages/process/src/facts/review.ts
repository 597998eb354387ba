import type { CaseState } from '../case-state.js';
import { dayOf, type Finders, rowsOf, term, viewOf, written } from './material.js';

export const reviewFacts: Finders = {
  'review.open': ({ process, state, payload }) => ({
    trigger: term(process, 'review-trigger', payload['trigger']),
    goals: state.plan?.goals ?? [],
  }),
  'review.decide': (material) => {
    const { process, state, payload } = material;
    const review = viewOf(material, 'review');
    const judged = new Set(
      rowsOf(review, 'outcomes')
        .filter(({ outcome }) => term(process, 'goal-outcome', outcome))
        .map(({ goal }) => goal),
    );
    const decision = term(process, 'review-decision', payload['decision']);
    const exitReason = decision === 'exit' ? term(process, 'exit-reason', review['exitReason']) : null;
    return {
      decision,
      track: state.track,
      reviewDate: dayOf(review['reviewDate']),
      goalsWithoutOutcome: (state.plan?.goals ?? []).filter((goal) => !judged.has(goal)),
      fidelity: term(process, 'fidelity', review['fidelity']),
      conclusion: written(review['conclusion']),
      parentInformedDate: dayOf(review['parentInformedDate']),
      noticeDate: noticeDate(state, decision),
      exitReason,
      exitDate: dayOf(review['exitDate']),
      reevaluatedNotEligible: state.eligibilities.length > 0 && currentlyEligible(state.eligibilities) === false,
    };
  },
};

/** Before a plan is changed or ended the family has the notice of it; a reevaluation has its own. */
function noticeDate({ notices, documents }: CaseState, decision: string | null): string | null {
  const since =
    Object.values(documents).findLast(({ kind, corrects }) => kind === 'review' && corrects === undefined)?.openedBy ??
    0;
  const told = notices.filter(
    ({ about, provided, because }) => about === decision && provided !== null && because > since,
  );
  return told.at(-1)?.provided ?? null;
}

/** The newest determination under each rule. */
function currentlyEligible(rows: readonly { readonly regulation: string; readonly eligible: boolean }[]): boolean {
  return ['idea', 's504'].some((rule) => rows.findLast(({ regulation }) => regulation === rule)?.eligible === true);
}
