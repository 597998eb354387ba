import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-family', {
  heading: 'In the family’s words',
  none: 'No family member is part of this case yet. The care coordinator can admit a parent or guardian.',
  own: 'Your words',
  ownLead: 'Only you write here. The team reads it while you write, and it becomes part of the plan’s record.',
  theirs: '{name}, {relation}',
  theirsPlain: 'The family’s words',
});
