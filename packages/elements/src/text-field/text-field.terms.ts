import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-text-field', {
  empty: 'Nothing written yet',
  writing: '{names} {count|is|are} writing here',
});
