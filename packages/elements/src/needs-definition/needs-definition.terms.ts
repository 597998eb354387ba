import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-needs-definition', {
  add: 'Add a need',
  challenge: 'The challenge',
  empty: 'No need is defined yet. Begin with the one that matters most.',
  needs: 'Needs',
  needsLead: 'What the student needs in order to succeed. The plan is built on these.',
  row: 'Need',
});
