import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-invitation', {
  heading: 'Invitation: {purpose}',
});
