import type { FieldRow } from './field-row.js';

const exits = { field: 'proposal', is: ['exit'] } as const;
const leavesSchool = { field: 'exitReason', is: ['graduated-diploma', 'age-limit'] } as const;

/** The review of a plan and what the team proposes. The decision itself is review.decide. */
export const reviewFields: readonly FieldRow[] = [
  { of: 'review', section: 'evidence', name: 'trigger', type: 'choice', vocabulary: 'review-trigger', label: 'Why now', familyLabel: 'Why we look at the plan now', source: 'E' },
  { of: 'review', section: 'evidence', name: 'reviewDate', type: 'day', label: 'Date of the review', familyLabel: 'Day of the review', source: 'E' },
  { of: 'review', section: 'outcomes', list: 'outcomes', name: 'goal', type: 'row', refersTo: 'plan/goals', label: 'Goal', familyLabel: 'Goal', source: 'L' },
  { of: 'review', section: 'outcomes', list: 'outcomes', name: 'outcome', type: 'choice', vocabulary: 'goal-outcome', label: 'Outcome', familyLabel: 'How it went', source: 'L' },
  { of: 'review', section: 'outcomes', list: 'outcomes', name: 'measured', type: 'number', label: 'Measured', familyLabel: 'Measured', source: 'L' },
  { of: 'review', section: 'outcomes', list: 'outcomes', name: 'comment', type: 'text', label: 'What the evidence shows', familyLabel: 'What we see', source: 'L' },
  { of: 'review', section: 'evidence', name: 'fidelity', type: 'choice', vocabulary: 'fidelity', label: 'Were the services delivered as planned?', familyLabel: 'Was the help given as planned?', source: 'E' },
  { of: 'review', section: 'evidence', name: 'effectiveness', type: 'choice', vocabulary: 'effectiveness', label: 'Did the plan work?', familyLabel: 'Did the plan help?', needed: true, source: 'E evaluate support' },
  { of: 'review', section: 'conclusion', name: 'conclusion', type: 'text', label: 'What the team concludes', familyLabel: 'What we conclude', help: 'Was it enough, is more time or a change needed?', source: 'E' },
  { of: 'review', section: 'conclusion', name: 'sustained', type: 'text', label: 'What keeps the progress going', familyLabel: 'What keeps it going', help: 'Who and what is there for it from now on.', source: 'E evaluate support: resources to sustain' },
  { of: 'review', section: 'conclusion', name: 'proposal', type: 'choice', vocabulary: 'review-decision', label: 'What the team proposes', familyLabel: 'What we want to do next', source: 'E; I' },
  { of: 'review', section: 'conclusion', name: 'parentInformedDate', type: 'day', label: 'Date the family was told', familyLabel: 'Day we told you', source: 'L' },
  {
    of: 'review',
    section: 'exit',
    name: 'exitReason',
    type: 'choice',
    vocabulary: 'exit-reason',
    label: 'Reason of the exit',
    familyLabel: 'Why the plan ends',
    help: 'No longer eligible needs a reevaluation first; a diploma and the age limit need a summary of performance.',
    when: exits,
    needed: true,
    source: 'E; L 34 CFR 300.305(e)',
  },
  { of: 'review', section: 'exit', name: 'exitDate', type: 'day', label: 'Date of the exit', familyLabel: 'Last day of the plan', when: exits, needed: true, source: 'E' },
  { of: 'review', section: 'exit', name: 'summaryOfPerformance', type: 'text', label: 'Summary of academic achievement and functional performance', familyLabel: 'What your child can do now', when: leavesSchool, needed: true, source: 'L 34 CFR 300.305(e)(3); HAR 8-60-4' },
  { of: 'review', section: 'exit', name: 'recommendations', type: 'text', label: 'Recommendations for the time after school', familyLabel: 'What could help after school', when: leavesSchool, needed: true, source: 'L 34 CFR 300.305(e)(3)' },
];
