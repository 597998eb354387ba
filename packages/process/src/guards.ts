import type { Branch, Guard } from './tables/actions.js';
import type { Facts } from './types.js';

/** What the guards look at: the case's suspicion and the facts of the decision. */
export interface ChartEvent {
  readonly type: string;
  readonly facts: Facts;
  readonly suspicion: 'yes' | 'no' | 'unsure' | null;
}

type Judge = (event: ChartEvent) => boolean;

/** The named guards of the tables. An unknown suspicion counts as yes. */
export const guards: Readonly<Record<Guard, Judge>> = {
  suspected: ({ suspicion }) => suspicion !== 'no',
  notSuspected: ({ suspicion }) => suspicion === 'no',
  evaluationNeedsConsent: ({ facts }) => facts['willEvaluate'] === true && facts['assessmentNeeded'] === true,
  evaluationWithoutConsent: ({ facts }) => facts['willEvaluate'] === true && facts['assessmentNeeded'] !== true,
  noEvaluation: ({ facts }) => facts['willEvaluate'] === false,
  assessmentConsentGiven: ({ facts }) =>
    facts['phase'] === 'evaluation' && facts['form'] === '102a' && facts['result'] === 'given',
  eligibleIdea: ({ facts }) => facts['eligibleIdea'] === true,
  eligible504: ({ facts }) => facts['eligibleIdea'] !== true && facts['eligible504'] === true,
  notEligible: ({ facts }) => facts['eligibleIdea'] !== true && facts['eligible504'] !== true,
  reviewContinues: ({ facts }) => facts['decision'] === 'continue',
  reviewRevises: ({ facts }) => facts['decision'] === 'revise',
  reviewExits: ({ facts }) => facts['decision'] === 'exit',
};

/** Whether a branch can be taken from a state of its action. */
export function isBranchOf({ from }: Branch, state: string): boolean {
  return from === undefined || (from as readonly string[]).includes(state);
}
