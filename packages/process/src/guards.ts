import type { Branch, Guard } from './tables/actions.js';
import type { Facts } from './types.js';

/** What the guards look at: the case's suspicion and the facts of the decision. */
export interface ChartEvent {
  readonly type: string;
  readonly facts: Facts;
  readonly suspicion: 'yes' | 'no' | 'unsure' | null;
}

type Judge = (event: ChartEvent) => boolean;

const evaluates: Judge = ({ facts }) => facts['willEvaluate'] === true && facts['agreedUnnecessary'] !== true;

/** The named guards of the tables. An unknown suspicion counts as yes. */
export const guards: Readonly<Record<Guard, Judge>> = {
  suspected: ({ suspicion }) => suspicion !== 'no',
  notSuspected: ({ suspicion }) => suspicion === 'no',
  stagesSkipped: ({ facts }) => facts['stagesSkipped'] === true,
  evaluationAgreedUnnecessary: ({ facts }) => facts['agreedUnnecessary'] === true && facts['hasPlan'] === true,
  evaluationNeedsConsent: (event) => evaluates(event) && event.facts['assessmentNeeded'] === true,
  evaluationWithoutConsent: (event) => evaluates(event) && event.facts['assessmentNeeded'] !== true,
  noReevaluation: ({ facts }) => facts['willEvaluate'] === false && facts['hasPlan'] === true,
  noEvaluation: ({ facts }) => facts['willEvaluate'] === false && facts['hasPlan'] !== true,
  // Without an answer only a reevaluation may go on, and only after documented efforts (34 CFR 300.300(c)(2)).
  assessmentMayProceed: ({ facts }) =>
    facts['phase'] === 'evaluation' &&
    (facts['result'] === 'given' ||
      (facts['form'] === '102c' && facts['result'] === 'no-response' && facts['effortsMade'] === true)),
  eligibilityPending: ({ facts }) => facts['othersPending'] === true,
  eligibleIdea: ({ facts }) => facts['eligibleIdea'] === true,
  eligible504: ({ facts }) => facts['eligibleIdea'] !== true && facts['eligible504'] === true,
  noLongerEligible: (event) => noneEligible(event) && event.facts['hasPlan'] === true,
  notEligible: (event) => noneEligible(event) && event.facts['hasPlan'] !== true,
  planActive: ({ facts }) => facts['hasPlan'] === true,
  reviewContinues: ({ facts }) => facts['decision'] === 'continue',
  reviewRevises: ({ facts }) => facts['decision'] === 'revise',
  reviewReevaluates: ({ facts }) => facts['decision'] === 'reevaluate',
  reviewExits: ({ facts }) => facts['decision'] === 'exit' || facts['decision'] === 'new-referral',
};

function noneEligible({ facts }: ChartEvent): boolean {
  return facts['eligibleIdea'] !== true && facts['eligible504'] !== true;
}

/** Whether a branch can be taken from a state of its action. */
export function isBranchOf({ from }: Branch, state: string): boolean {
  return from === undefined || (from as readonly string[]).includes(state);
}
