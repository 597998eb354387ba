import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-field', {
  choose: 'Choose',
  empty: 'Not answered yet',
  here: '{names} {count|is|are} here',
  no: 'No',
  notANumber: 'Write a number.',
  notWhole: 'Write a whole number of minutes.',
  optional: 'optional',
  yes: 'Yes',
});
