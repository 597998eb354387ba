import type { Stage } from './stages.js';

/**
 * The kinds of documents of a case. One document is one shared document, one room, sealed as a whole.
 * `numbering`: `one` stands once in a case, `series` is bare at first and then counted (`evidence`, `evidence-2`), `count` is
 * `<kind>-<n>` from 1, `school-year` is `<kind>-<first>-<second year>`.
 * `writer`: `people` by the rights table, `one-person` the person named when it was opened, `server` nobody else.
 * `correctable`: once sealed, a corrected version of it can be filed.
 */
export const documents = [
  { kind: 'official', label: 'Official record', familyLabel: 'Record of decisions', stage: null, numbering: 'one', writer: 'server' },
  { kind: 'concern', label: 'Concern and referral', familyLabel: 'What worries us', stage: 'express-concern', numbering: 'series', writer: 'people', correctable: true },
  { kind: 'evidence', label: 'Evidence', familyLabel: 'What we know so far', stage: 'gather-data', numbering: 'series', writer: 'people', correctable: true },
  { kind: 'invitation', about: 'conference-purpose', label: 'Invitation', familyLabel: 'Invitation to a meeting', stage: null, numbering: 'count', writer: 'people' },
  { kind: 'conference', about: 'conference-purpose', label: 'Conference', familyLabel: 'Meeting', stage: null, numbering: 'count', writer: 'people', correctable: true },
  { kind: 'needs', label: 'Needs', familyLabel: 'What is needed', stage: 'define-needs', numbering: 'series', writer: 'people', correctable: true },
  { kind: 'evaluation', label: 'Evaluation status', familyLabel: 'Whether to evaluate', stage: 'define-needs', numbering: 'series', writer: 'people', correctable: true },
  { kind: 'consent', about: 'consent-form', label: 'Consent', familyLabel: 'Your consent', stage: 'define-needs', numbering: 'count', writer: 'people' },
  { kind: 'assessment', about: 'evaluation-area', label: 'Assessment report', familyLabel: 'Assessment report', stage: 'define-needs', numbering: 'count', writer: 'one-person' },
  { kind: 'eligibility', about: 'regulation', label: 'Eligibility determination', familyLabel: 'Whether your child is eligible', stage: 'define-needs', numbering: 'count', writer: 'people', correctable: true },
  { kind: 'notice', about: 'notice-about', label: 'Prior written notice', familyLabel: 'Written notice', stage: null, numbering: 'count', writer: 'people', correctable: true },
  { kind: 'plan', label: 'Plan', familyLabel: 'The plan', stage: 'develop-plan', numbering: 'count', writer: 'people', correctable: true },
  { kind: 'progress', label: 'Progress report', familyLabel: 'Progress report', stage: 'implement-plan', numbering: 'count', writer: 'people', correctable: true },
  { kind: 'review', label: 'Plan review', familyLabel: 'How the plan is working', stage: 'evaluate-plan', numbering: 'count', writer: 'people', correctable: true },
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
  readonly numbering: 'one' | 'series' | 'count' | 'school-year';
  readonly writer: 'people' | 'one-person' | 'server';
  readonly correctable?: true;
  /** Vocabulary of what such a document is opened about. */
  readonly about?: string;
}
