import type { FieldRow } from './field-row.js';

/** Goals of a plan with their steps on the way, after the measurement model of CEDS. */
export const planGoalsFields: readonly FieldRow[] = [
  { of: 'plan', section: 'goals', list: 'goals', name: 'need', type: 'row', refersTo: 'needs', label: 'For the need', familyLabel: 'Helps with', source: 'E' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'domain', type: 'choice', vocabulary: 'goal-domain', label: 'Academic or functional', familyLabel: 'School work or everyday skill', tracks: ['idea'], source: 'L 34 CFR 300.320(a)(2)(i)' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'condition', type: 'text', label: 'Given what', familyLabel: 'When', help: 'The situation or material, for instance a second-grade passage.', source: 'L' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'behavior', type: 'text', label: 'Will do what', familyLabel: 'Will be able to', help: 'Something one can see or hear.', source: 'L' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'criterion', type: 'text', label: 'How well', familyLabel: 'How well', help: 'For instance with 95 percent accuracy, in 3 of 4 tries.', source: 'L' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'accuracy', type: 'number', label: 'Accuracy in percent', familyLabel: 'Right answers in percent', tracks: ['idea', 's504'], source: 'L; I CEDS 001691' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'successes', type: 'number', label: 'Successes', familyLabel: 'Times it works', help: 'The 3 in “3 of 4”.', tracks: ['idea', 's504'], source: 'L; I CEDS 001694' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'attempts', type: 'number', label: 'Attempts', familyLabel: 'Out of how many tries', help: 'The 4 in “3 of 4”.', tracks: ['idea', 's504'], source: 'L; I CEDS 001692' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'baseline', type: 'number', label: 'Baseline', familyLabel: 'Today', source: 'L' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'target', type: 'number', label: 'Target', familyLabel: 'Goal', source: 'L' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'unit', type: 'line', label: 'Unit', familyLabel: 'Counted in', help: 'What is counted, for instance words per minute.', source: 'I CEDS 001693' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'direction', type: 'choice', vocabulary: 'direction', label: 'Direction', familyLabel: 'Should the number', source: 'I' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'startDate', type: 'day', label: 'From', familyLabel: 'From', help: 'Leave it empty for the start of the plan.', source: 'L; I CEDS 001165' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'dueDate', type: 'day', label: 'By when', familyLabel: 'By when', source: 'L' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'measure', type: 'text', label: 'How it is measured', familyLabel: 'How we measure it', help: 'With what, how often, by whom.', source: 'L 34 CFR 300.320(a)(3)' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'schedule', type: 'choice', vocabulary: 'interval', label: 'Measured every', familyLabel: 'We measure every', tracks: ['idea', 's504'], needed: ['idea'], source: 'L 34 CFR 300.320(a)(3); I CEDS 001696' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'owner', type: 'person', label: 'Who follows it', familyLabel: 'Who looks after it', source: 'L; I' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'standard', type: 'line', label: 'Standard of the curriculum', familyLabel: 'What the class learns', help: 'The grade-level standard the goal leads to, if there is one.', tracks: ['idea'], source: 'L 34 CFR 300.320(a)(2)(i)(A); I CEDS' },
  { of: 'plan', section: 'goals', list: 'goals', name: 'objectives', type: 'text', label: 'Steps on the way', familyLabel: 'Steps on the way', tracks: ['idea'], source: 'L HAR 8-60-44(a)(2)' },
  { of: 'plan', section: 'goals', list: 'objectives', name: 'goal', type: 'row', refersTo: 'goals', label: 'For the goal', familyLabel: 'On the way to', tracks: ['idea'], needed: true, source: 'L HAR 8-60-44(a)(2); 34 CFR 300.320(a)(2)(ii)' },
  { of: 'plan', section: 'goals', list: 'objectives', name: 'text', type: 'text', label: 'Step', familyLabel: 'Step', help: 'Something one can measure on the way to the goal.', tracks: ['idea'], needed: true, source: 'L HAR 8-60-44(a)(2)' },
  { of: 'plan', section: 'goals', list: 'objectives', name: 'criterion', type: 'text', label: 'How well', familyLabel: 'How well', tracks: ['idea'], needed: true, source: 'L HAR 8-60-44(a)(2)' },
  { of: 'plan', section: 'goals', list: 'objectives', name: 'dueDate', type: 'day', label: 'By when', familyLabel: 'By when', tracks: ['idea'], needed: true, source: 'L HAR 8-60-44(a)(2)' },
];
