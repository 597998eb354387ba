import type { FieldRow } from './field-row.js';

/** The report of an assessment, written and closed by its evaluator. */
export const assessmentFields: readonly FieldRow[] = [
  { of: 'assessment', name: 'area', type: 'choice', vocabulary: 'evaluation-area', label: 'Area', familyLabel: 'Area', needed: true, source: 'E assessment types' },
  { of: 'assessment', name: 'tool', type: 'line', label: 'Tool', familyLabel: 'The test', help: 'Name and edition, or what was observed.', needed: true, source: 'L 34 CFR 300.304(b)(3)' },
  { of: 'assessment', name: 'assessedDate', type: 'day', label: 'Date of the assessment', familyLabel: 'Day of the test', needed: true, source: 'E' },
  { of: 'assessment', name: 'findings', type: 'text', label: 'Findings', familyLabel: 'What we found', help: 'What the student can do, what is hard, and under which conditions.', needed: true, source: 'E' },
  { of: 'assessment', name: 'summaryScores', type: 'text', label: 'Scores', familyLabel: 'Results in numbers', help: 'With what they mean. A test that was changed for the student says so.', source: 'E' },
  { of: 'assessment', name: 'recommendations', type: 'text', label: 'Recommendations', familyLabel: 'What could help', needed: true, source: 'E' },
  { of: 'assessment', name: 'attachment', type: 'line', label: 'Where the full report is kept', familyLabel: 'Where the full report is kept', source: 'E' },
  { of: 'assessment', name: 'reportDate', type: 'day', label: 'Date of the report', familyLabel: 'Day of this report', needed: true, source: 'E' },
];
