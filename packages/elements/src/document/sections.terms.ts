import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('document-sections', {
  outline: 'Sections: {name}',
  'not-needed': 'Not needed',
  optional: 'If it applies',
  'not-started': 'Not started',
  'in-progress': 'In progress',
  complete: 'Complete',
  left: '{count|One thing|{count} things} left',
  next: 'Next',
  all: 'All answered',
  decide: 'To the decision',
  ending: 'Decide',
  empty: 'Nothing is written yet.',
  corrects:
    'A corrected version, for corrections only. An administrator files it; until then the version on record stands.',
  earlier: 'Earlier ones',
  draft: 'Draft',
  'in-review': 'Being read',
  final: 'Final',
  superseded: 'Replaced',
  void: 'Not in use',
});

const lists = {
  accommodations: ['Accommodations', 'Accommodation', 'Add an accommodation', 'No accommodation yet.'],
  areas: ['Areas', 'Area', 'Add an area', 'No area is named yet.'],
  attendance: ['Attendance', 'Person', 'Add a person', 'Nobody is recorded yet.'],
  decisions: ['Decisions', 'Decision', 'Add a decision', 'No decision is recorded yet.'],
  dissent: ['Conclusion of each member', 'Member', 'Add a member', 'No member is recorded.'],
  goals: ['Goals', 'Goal', 'Add a goal', 'No goal yet.'],
  interventions: ['What was tried', 'Intervention', 'Add what was tried', 'Nothing is recorded yet.'],
  invitees: ['Who is invited', 'Person', 'Add a person', 'Nobody is invited yet.'],
  items: ['Evidence', 'Evidence', 'Add evidence', 'No evidence yet.'],
  needs: ['Needs', 'Need', 'Add a need', 'No need yet.'],
  notices: ['How it was sent', 'Copy', 'Add a copy', 'It was not sent yet.'],
  objectives: ['Objectives', 'Objective', 'Add an objective', 'No objective yet.'],
  outcomes: ['Outcomes', 'Outcome', 'Add an outcome', 'No outcome yet.'],
  points: ['Points', 'Point', 'Add a point', 'No point yet.'],
  services: ['Services', 'Service', 'Add a service', 'No service yet.'],
  sessions: ['Sessions', 'Session', 'Add a session', 'No session yet.'],
  supports: ['Supports so far', 'Support', 'Add a support', 'Nothing is recorded yet.'],
} as const;

const listTerms = defineTerms(
  'document-lists',
  Object.fromEntries(
    Object.entries(lists).flatMap(([list, [heading, row, add, empty]]) => [
      [list, heading],
      [`${list}-row`, row],
      [`${list}-add`, add],
      [`${list}-empty`, empty],
    ]),
  ) as Readonly<Record<string, string>>,
);

export interface ListWords {
  readonly heading: string;
  readonly rowName: string;
  readonly addLabel: string;
  readonly emptyText: string;
}

const unknown = defineTerms('document-lists-unknown', { row: 'Row', add: 'Add a row', empty: 'Nothing here yet.' });

/** How a list and its rows are called; the list's own name where the table does not know it. */
export function listWords(list: string): ListWords {
  if (!Object.hasOwn(lists, list))
    return { heading: list, rowName: unknown('row'), addLabel: unknown('add'), emptyText: unknown('empty') };
  return {
    heading: listTerms(list),
    rowName: listTerms(`${list}-row`),
    addLabel: listTerms(`${list}-add`),
    emptyText: listTerms(`${list}-empty`),
  };
}
