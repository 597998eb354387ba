import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-field-list', {
  add: 'Add',
  down: 'Move down: {name}',
  empty: 'Nothing here yet.',
  remove: 'Remove: {name}',
  removed: 'Removed: {name}',
  undo: 'Undo',
  up: 'Move up: {name}',
});
