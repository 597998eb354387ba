import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-evidence', {
  addItem: 'Add evidence',
  addTried: 'Add what was tried',
  emptyItems: 'Nothing yet. Add what you have seen: one strength or one challenge is a good start.',
  emptyTried: 'Nothing is noted yet.',
  item: 'Evidence',
  items: 'What the data shows',
  itemsLead: 'Strengths as well as challenges, each with where it comes from.',
  tried: 'What was tried',
  triedRow: 'Tried',
  voices: 'In their own words',
});
