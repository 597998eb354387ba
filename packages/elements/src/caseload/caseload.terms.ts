import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-caseload', {
  allStages: 'All stages',
  closed: 'Closed',
  due: 'Due',
  dueNone: 'No date',
  empty: 'You have no cases yet.',
  emptyLead: 'A case begins when somebody logs a concern about a student, or when you are put on a team.',
  failed: 'The cases cannot be shown just now. What was written is safe.',
  filter: 'Stage',
  gradeHead: 'Grade',
  heading: 'Cases',
  local: 'On this device',
  needsMe: 'Needs me',
  next: 'Next step',
  noMatch: 'No case matches.',
  noStep: 'Nothing waits.',
  showAll: 'Show all',
  shown: '{count} {count|case|cases}',
  stage: 'Stage',
  stale: 'As it was when there was last a connection.',
  student: 'Student',
});
