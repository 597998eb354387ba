import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-plan-review', {
  exitDraft: 'Draft the notice of the exit',
  exitDrafted: 'The notice of the exit is drafted. The family has to receive it before the plan ends.',
  exitGiven: 'The family received the notice of the exit on {day}.',
  exitOpen: 'Open the notice',
  follows: 'What follows',
  'follows-continue': 'The plan goes on as it is, with its services, until the next review.',
  'follows-exit': 'The plan and its services end, and the case is closed.',
  'follows-new-referral': 'This case is closed. The team begins again with a new concern.',
  'follows-reevaluate': 'The plan stays in force while the team decides whether and how to evaluate again.',
  'follows-revise': 'The next plan opens as a copy of this one. This one stays in force until the next is activated.',
  delivered: 'How the services were given',
  goal: 'Goal {number}',
  goalUnknown: 'The goal’s words are in the plan.',
  noGoals: 'The plan has no goal.',
  noService: 'The plan has no service.',
});
