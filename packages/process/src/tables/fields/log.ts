import type { FieldRow } from './field-row.js';

/** Service log drafts: one row a session. A field stands here only if the signed entry carries it. */
export const logFields: readonly FieldRow[] = [
  { of: 'log', list: 'sessions', name: 'service', type: 'row', refersTo: 'plan/services', label: 'Service', source: 'E' },
  { of: 'log', list: 'sessions', name: 'date', type: 'day', label: 'Date', source: 'E' },
  { of: 'log', list: 'sessions', name: 'startTime', type: 'time', label: 'Began', source: 'L Medicaid' },
  { of: 'log', list: 'sessions', name: 'minutes', type: 'minutes', label: 'Minutes', source: 'E' },
  { of: 'log', list: 'sessions', name: 'status', type: 'choice', vocabulary: 'session-status', label: 'What happened', source: 'P' },
  { of: 'log', list: 'sessions', name: 'group', type: 'choice', vocabulary: 'session-group', label: 'Individual or group', source: 'E' },
  { of: 'log', list: 'sessions', name: 'groupSize', type: 'number', label: 'Students in the group', when: { field: 'group', is: ['group'] }, source: 'E' },
  { of: 'log', list: 'sessions', name: 'location', type: 'choice', vocabulary: 'location', label: 'Where', source: 'L' },
  { of: 'log', list: 'sessions', name: 'note', type: 'text', label: 'Note', help: 'What you did and how the student responded.', source: 'E' },
];
