import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-look-again', {
  coming: 'What the others changed is on its way.',
  read: 'Read it again: {name}',
});
