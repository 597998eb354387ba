import type { FieldRow } from './field-row.js';

/** Current performance: what the team knows, what was tried, and what the family, teachers and student say. */
export const evidenceFields: readonly FieldRow[] = [
  { of: 'evidence', section: 'performance', list: 'items', name: 'kind', type: 'choice', vocabulary: 'evidence-kind', label: 'Strength, challenge or need', familyLabel: 'Strength, challenge or need', source: 'E' },
  { of: 'evidence', section: 'performance', list: 'items', name: 'area', type: 'choice', vocabulary: 'concern-areas', label: 'Area', familyLabel: 'Area', source: 'E' },
  { of: 'evidence', section: 'performance', list: 'items', name: 'dataSource', type: 'choice', vocabulary: 'data-source', label: 'Where it comes from', familyLabel: 'How we know', source: 'E' },
  { of: 'evidence', section: 'performance', list: 'items', name: 'observedDate', type: 'day', label: 'Date', familyLabel: 'Day', source: 'E' },
  { of: 'evidence', section: 'performance', list: 'items', name: 'statement', type: 'text', label: 'What the data shows', familyLabel: 'What we see', source: 'E' },
  { of: 'evidence', section: 'performance', list: 'items', name: 'baseline', type: 'number', label: 'Measured', familyLabel: 'Measured', help: 'The number today, if there is one. A goal can start from it.', source: 'E' },
  { of: 'evidence', section: 'performance', list: 'items', name: 'unit', type: 'line', label: 'Unit', familyLabel: 'Counted in', help: 'What is counted, for instance words per minute.', source: 'E' },
  { of: 'evidence', section: 'performance', list: 'items', name: 'included', type: 'yes-no', label: 'Does it go into the plan?', familyLabel: 'Will the plan work on it?', help: 'The team decides this together.', source: 'E included in plan' },
  { of: 'evidence', section: 'interventions', list: 'interventions', name: 'what', type: 'line', label: 'What was tried', familyLabel: 'What was tried', source: 'E interventions tried' },
  { of: 'evidence', section: 'interventions', list: 'interventions', name: 'from', type: 'day', label: 'From', familyLabel: 'From', source: 'E' },
  { of: 'evidence', section: 'interventions', list: 'interventions', name: 'until', type: 'day', label: 'Until', familyLabel: 'Until', source: 'E' },
  { of: 'evidence', section: 'interventions', list: 'interventions', name: 'result', type: 'choice', vocabulary: 'intervention-result', label: 'How it went', familyLabel: 'How it went', source: 'E' },
  { of: 'evidence', section: 'input', name: 'parentAskedDate', type: 'day', label: 'Date the family was asked for input', familyLabel: 'Day we asked you', source: 'L' },
  { of: 'evidence', section: 'input', name: 'parentInput', type: 'text', label: 'Family’s input, as told to the team', familyLabel: 'What you told us', help: 'What family members write themselves stands in their own section.', source: 'L 34 CFR 300.305(a)(1)(i)' },
  { of: 'evidence', section: 'input', name: 'teacherInput', type: 'text', label: 'Teachers’ input', familyLabel: 'What teachers say', source: 'L 34 CFR 300.305(a)(1)(iii)' },
  { of: 'evidence', section: 'input', name: 'studentInput', type: 'text', label: 'Student’s input, as told to the team', familyLabel: 'What the student says', source: 'L' },
  { of: 'evidence', section: 'records', name: 'statementDate', type: 'day', label: 'Date of this statement', familyLabel: 'How things stood on', source: 'E statement date' },
  { of: 'evidence', section: 'records', name: 'attendanceSummary', type: 'text', label: 'Attendance', familyLabel: 'Days at school', help: 'Days absent and late, as of which date.', source: 'E read-only panels' },
  { of: 'evidence', section: 'records', name: 'gradesSummary', type: 'text', label: 'Grades and tests', familyLabel: 'Grades and tests', help: 'As of which date.', source: 'E read-only panels' },
  { of: 'evidence', section: 'records', name: 'incidentsSummary', type: 'text', label: 'Incidents', familyLabel: 'Things that happened at school', help: 'From the discipline record, as of which date.', source: 'E read-only panels' },
];
