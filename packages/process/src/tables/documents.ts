import type { Stage } from './stages.js';

/**
 * The kinds of documents of a case. One document is one shared document, one room, sealed as a whole.
 * `numbering`: `one` stands once in a case, `count` as `<kind>-<n>` from 1, `school-year` as `<kind>-<first>-<second year>`.
 * `writer`: `people` by the rights table, `one-person` the person named when it was opened, `server` nobody else.
 */
export const documents = [
  { kind: 'official', label: 'Official record', familyLabel: 'Record of decisions', stage: null, numbering: 'one', writer: 'server' },
  { kind: 'concern', label: 'Concern and referral', familyLabel: 'What worries us', stage: 'express-concern', numbering: 'one', writer: 'people' },
  { kind: 'evidence', label: 'Evidence', familyLabel: 'What we know so far', stage: 'gather-data', numbering: 'one', writer: 'people' },
  { kind: 'invitation', label: 'Conference announcement', familyLabel: 'Invitation to a meeting', stage: null, numbering: 'count', writer: 'people' },
  { kind: 'conference', label: 'Conference', familyLabel: 'Meeting', stage: null, numbering: 'count', writer: 'people' },
  { kind: 'needs', label: 'Needs', familyLabel: 'What is needed', stage: 'define-needs', numbering: 'one', writer: 'people' },
  { kind: 'evaluation', label: 'Evaluation status', familyLabel: 'Whether to look closer', stage: 'define-needs', numbering: 'one', writer: 'people' },
  { kind: 'consent', label: 'Consent', familyLabel: 'Your consent', stage: null, numbering: 'count', writer: 'people' },
  { kind: 'assessment', label: 'Assessment report', familyLabel: 'What an assessment found', stage: 'define-needs', numbering: 'count', writer: 'one-person' },
  { kind: 'eligibility', label: 'Eligibility determination', familyLabel: 'Whether your child qualifies', stage: 'define-needs', numbering: 'count', writer: 'people' },
  { kind: 'notice', label: 'Prior written notice', familyLabel: 'Letter about a decision', stage: null, numbering: 'count', writer: 'people' },
  { kind: 'plan', label: 'Plan', familyLabel: 'The plan', stage: 'develop-plan', numbering: 'count', writer: 'people' },
  { kind: 'progress', label: 'Progress report', familyLabel: 'How it is going', stage: 'implement-plan', numbering: 'count', writer: 'people' },
  { kind: 'review', label: 'Plan review', familyLabel: 'How the plan is working', stage: 'evaluate-plan', numbering: 'count', writer: 'people' },
  { kind: 'family', label: 'Family’s words', familyLabel: 'Your words', stage: null, numbering: 'count', writer: 'one-person' },
  { kind: 'log', label: 'Service log drafts', familyLabel: 'Service log drafts', stage: 'implement-plan', numbering: 'count', writer: 'one-person' },
  { kind: 'services', label: 'Signed services', familyLabel: 'Services given', stage: 'implement-plan', numbering: 'school-year', writer: 'server' },
] as const satisfies readonly DocumentRow<string>[];

export type DocumentKind = (typeof documents)[number]['kind'];

export interface DocumentRow<Kind = DocumentKind> {
  readonly kind: Kind;
  readonly label: string;
  readonly familyLabel: string;
  readonly stage: Stage | null;
  readonly numbering: 'one' | 'count' | 'school-year';
  readonly writer: 'people' | 'one-person' | 'server';
}
