import type { FieldRow } from './field-row.js';

/** A family member's own words. */
export const familyFields: readonly FieldRow[] = [
  { of: 'family', name: 'hopes', type: 'text', label: 'What the family hopes for', familyLabel: 'What do you hope for?', source: 'I' },
  { of: 'family', name: 'worries', type: 'text', label: 'What worries the family', familyLabel: 'What worries you?', source: 'I' },
  { of: 'family', name: 'helps', type: 'text', label: 'What helps at home', familyLabel: 'What helps at home?', source: 'I' },
];
