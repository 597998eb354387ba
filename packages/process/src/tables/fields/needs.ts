import type { FieldRow } from './field-row.js';

/** The needs as the team defines them. */
export const needsFields: readonly FieldRow[] = [
  { of: 'needs', list: 'needs', name: 'area', type: 'choice', vocabulary: 'concern-areas', label: 'Area', familyLabel: 'Area', source: 'E' },
  { of: 'needs', list: 'needs', name: 'statement', type: 'text', label: 'Need', familyLabel: 'What is needed', help: 'What the student needs in order to succeed, in one or two sentences.', source: 'E' },
  { of: 'needs', list: 'needs', name: 'evidence', type: 'text', label: 'What shows it', familyLabel: 'How we know', source: 'E' },
  { of: 'needs', name: 'strengths', type: 'text', label: 'Strengths to build on', familyLabel: 'What goes well', source: 'E' },
  { of: 'needs', name: 'summary', type: 'text', label: 'How the challenge is defined', familyLabel: 'The challenge in a few words', source: 'E' },
];
