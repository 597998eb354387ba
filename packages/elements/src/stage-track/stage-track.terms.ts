import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-stage-track', {
  current: 'Now',
  currentSince: 'Since {day}',
  done: 'Done',
  doneOn: 'Begun {day}',
  due: '{label}: {day}, {left}',
  heading: 'Stages of the process',
  skipped: 'Skipped',
  skippedWhy: 'Skipped: {reason}',
  upcoming: 'Still to come',
});
