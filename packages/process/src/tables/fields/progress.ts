import type { FieldRow } from './field-row.js';

/** A periodic report to the family on the goals of the active plan. The trend is computed from the points. */
export const progressFields: readonly FieldRow[] = [
  { of: 'progress', name: 'periodStart', type: 'day', label: 'Period from', familyLabel: 'From', needed: true, source: 'E report periods' },
  { of: 'progress', name: 'periodEnd', type: 'day', label: 'Period until', familyLabel: 'Until', needed: true, source: 'E report periods' },
  { of: 'progress', list: 'goals', name: 'goal', type: 'row', refersTo: 'plan/goals', label: 'Goal', familyLabel: 'Goal', needed: true, source: 'L 34 CFR 300.320(a)(3)(ii)' },
  { of: 'progress', list: 'goals', name: 'code', type: 'choice', vocabulary: 'progress-code', label: 'Progress', familyLabel: 'How it goes', help: 'Not sufficient means that the team has to review the plan.', needed: true, source: 'L 34 CFR 300.320(a)(3)(ii), 300.324(b); K codes' },
  { of: 'progress', list: 'goals', name: 'value', type: 'number', label: 'Measured', familyLabel: 'Measured', help: 'In the unit of the goal.', source: 'L' },
  { of: 'progress', list: 'goals', name: 'comment', type: 'text', label: 'What the data shows', familyLabel: 'What we see', needed: true, source: 'L' },
  { of: 'progress', list: 'points', name: 'goal', type: 'row', refersTo: 'plan/goals', label: 'Goal', familyLabel: 'Goal', needed: true, source: 'L; I' },
  { of: 'progress', list: 'points', name: 'date', type: 'day', label: 'Date', familyLabel: 'Day', needed: true, source: 'L; I' },
  { of: 'progress', list: 'points', name: 'value', type: 'number', label: 'Measured', familyLabel: 'Measured', needed: true, source: 'L; I' },
  { of: 'progress', name: 'sentDate', type: 'day', label: 'Date sent to the family', familyLabel: 'Day you got this', needed: true, source: 'L 34 CFR 300.320(a)(3)(ii)' },
  { of: 'progress', name: 'method', type: 'choice', vocabulary: 'notice-method', label: 'How it was given', familyLabel: 'How you got it', needed: true, source: 'L' },
  { of: 'progress', name: 'language', type: 'choice', vocabulary: 'language', label: 'Language', familyLabel: 'Language', needed: true, source: 'L' },
];
