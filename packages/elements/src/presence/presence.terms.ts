import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-presence', {
  alone: 'Nobody else is here',
  heading: 'Who is here',
  in: 'in {field}',
  reading: 'reading',
});
