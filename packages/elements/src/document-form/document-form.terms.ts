import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-document-form', {
  add: 'Add a row',
  row: 'Row',
});

const lists = {
  accommodations: 'Accommodations',
  attendance: 'Attendance',
  decisions: 'Decisions',
  goals: 'Goals',
  interventions: 'What was tried',
  items: 'Evidence',
  needs: 'Needs',
  outcomes: 'Outcomes',
  services: 'Services',
  sessions: 'Sessions',
};

const listTerms = defineTerms('document-lists', lists);

/** The heading of a list; its name where the table does not know it. */
export function documentListTerms(list: string): string {
  return list in lists ? listTerms(list as keyof typeof lists) : list;
}
