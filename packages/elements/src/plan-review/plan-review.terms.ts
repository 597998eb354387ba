import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-plan-review', {
  conclusion: 'Conclusion',
  delivered: 'How the services were given',
  goal: 'Goal {number}',
  goalUnknown: 'The goal’s words are in the plan.',
  goals: 'How each goal went',
  noGoals: 'The plan has no goal.',
  noService: 'The plan has no service.',
});
