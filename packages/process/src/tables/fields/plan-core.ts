import type { FieldRow } from './field-row.js';

/** Dates, present levels and needs of a plan. Its conference date, kind of cycle and the dates of the next review and reevaluation are computed. */
export const planCoreFields: readonly FieldRow[] = [
  { of: 'plan', section: 'dates', name: 'startDate', type: 'day', label: 'Plan starts', familyLabel: 'The plan starts', help: 'After the plan’s conference.', anew: true, source: 'H' },
  { of: 'plan', section: 'dates', name: 'endDate', type: 'day', label: 'Plan ends', familyLabel: 'The plan ends', help: 'One year at most.', anew: true, source: 'H' },
  { of: 'plan', section: 'dates', name: 'reviewDate', type: 'day', label: 'Next review', familyLabel: 'We look at it again', anew: true, source: 'I' },
  {
    of: 'plan',
    section: 'present-levels',
    name: 'presentLevels',
    type: 'text',
    label: 'Present levels',
    familyLabel: 'Where things stand today',
    help: 'Academic and functional, with data, and how the disability affects taking part in the general curriculum.',
    tracks: ['idea', 's504'],
    source: 'L 34 CFR 300.320(a)(1)',
  },
  { of: 'plan', section: 'needs', list: 'needs', name: 'area', type: 'choice', vocabulary: 'concern-areas', label: 'Area', familyLabel: 'Area', source: 'E' },
  { of: 'plan', section: 'needs', list: 'needs', name: 'statement', type: 'text', label: 'Need', familyLabel: 'What is needed', source: 'E' },
  { of: 'plan', section: 'needs', list: 'needs', name: 'waived', type: 'yes-no', label: 'Is it left without a goal?', familyLabel: 'Do we leave this for later?', help: 'For a need that this plan does not work on.', source: 'L; I' },
  { of: 'plan', section: 'needs', list: 'needs', name: 'waivedReason', type: 'text', label: 'Why it is left without a goal', familyLabel: 'Why we leave it', when: { field: 'waived', is: [true] }, needed: true, source: 'L; I' },
];
