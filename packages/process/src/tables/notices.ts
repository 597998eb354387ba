import type { StateId, Track } from './stages.js';

/**
 * What calls for a prior written notice. A decision calls for the first row of its action that fits, and for every one marked `beside`.
 * A row whose `before` is its own `on` has to be provided before that decision is taken at all; it is drafted from what is being decided.
 */
export interface NoticeRow {
  /** Of this row alone. */
  readonly key: string;
  /** Code of the vocabulary `notice-about`: what the notice is about. */
  readonly id: string;
  readonly label: string;
  readonly familyLabel: string;
  /** The action whose decision it tells of. */
  readonly on: string;
  /** Only while a fact of the decision has one of these values. */
  readonly when?: { readonly fact: string; readonly is: readonly (string | boolean)[] };
  readonly verb: 'proposes' | 'refuses';
  readonly mode: 'initiate' | 'change';
  readonly subject: 'identification' | 'evaluation' | 'placement' | 'fape';
  /** States in which a team may draft it before its decision; in all others it waits for that one. */
  readonly draftedIn?: readonly StateId[];
  /** While one is not given yet, the same decision taken again owes no second one. */
  readonly once?: true;
  /** The action that must not be taken before the family has the notice. */
  readonly before?: string;
  /** Only on these tracks. */
  readonly tracks?: readonly Track[];
  /** The notice of the procedural safeguards goes with it. */
  readonly safeguards?: boolean;
  /** A consent request goes with it. */
  readonly consentRequest?: boolean;
  /** Owed beside the first one that fits. */
  readonly beside?: boolean;
  /** A team may send it; nobody waits for it. */
  readonly optional?: boolean;
  readonly source: string;
}

const disability = ['idea', 's504'] as const;
const planning: readonly StateId[] = ['develop-plan', 'implement-plan', 'evaluate-plan'];
const reviewing: readonly StateId[] = ['evaluate-plan'];
const open: readonly StateId[] = ['gather-data', 'define-needs.defining', 'define-needs.evaluation', 'define-needs.consent', 'define-needs.eligibility', ...planning];

export const notices: readonly NoticeRow[] = [
  {
    key: 'reevaluation-declined',
    id: 'reevaluation-declined',
    label: 'Reevaluation not needed by agreement',
    familyLabel: 'No new evaluation for now',
    on: 'evaluation.decide',
    when: { fact: 'agreedUnnecessary', is: [true] },
    verb: 'refuses',
    mode: 'initiate',
    subject: 'evaluation',
    source: '34 CFR 300.303(b)(2), 300.503(a); eCSSS, Triennial Reevaluation Agreement',
  },
  {
    key: 'evaluation-with-assessment',
    id: 'evaluation',
    label: 'Evaluation with assessment',
    familyLabel: 'We want to evaluate your child',
    on: 'evaluation.decide',
    when: { fact: 'assessmentNeeded', is: [true] },
    verb: 'proposes',
    mode: 'initiate',
    subject: 'evaluation',
    before: 'consent.record',
    safeguards: true,
    consentRequest: true,
    source: 'HAR 8-60-10(d)(2)(A); 34 CFR 300.300(a), 300.503(a)',
  },
  { key: 'evaluation', id: 'evaluation', label: 'Evaluation', familyLabel: 'We want to evaluate your child', on: 'evaluation.decide', when: { fact: 'willEvaluate', is: [true] }, verb: 'proposes', mode: 'initiate', subject: 'evaluation', safeguards: true, source: 'HAR 8-60-10(d)(2)(A); 34 CFR 300.503(a), 300.305(d)' },
  {
    key: 'evaluation-refused',
    id: 'evaluation',
    label: 'No evaluation',
    familyLabel: 'We will not evaluate your child',
    on: 'evaluation.decide',
    when: { fact: 'willEvaluate', is: [false] },
    verb: 'refuses',
    mode: 'initiate',
    subject: 'evaluation',
    before: 'plan.activate',
    safeguards: true,
    source: 'HAR 8-60-10(d)(2)(B); 34 CFR 300.503(a)',
  },
  {
    key: 'eligible',
    id: 'eligibility',
    label: 'Eligible',
    familyLabel: 'Your child is eligible',
    on: 'eligibility.decide',
    when: { fact: 'eligible', is: [true] },
    verb: 'proposes',
    mode: 'initiate',
    subject: 'identification',
    before: 'plan.activate',
    source: '34 CFR 300.503(a), 300.306; eCSSS, Data Requirements for 504/IDEA Eligibility',
  },
  {
    key: 'not-eligible',
    id: 'eligibility',
    label: 'Not eligible',
    familyLabel: 'Your child is not eligible',
    on: 'eligibility.decide',
    when: { fact: 'eligible', is: [false] },
    verb: 'refuses',
    mode: 'initiate',
    subject: 'identification',
    before: 'plan.activate',
    source: '34 CFR 300.503(a), 300.306; eCSSS, How the 60-Day Timeline Ends',
  },
  {
    key: 'services',
    id: 'services',
    label: 'First services',
    familyLabel: 'We want to start services',
    on: 'consent.provide',
    when: { fact: 'form', is: ['102b'] },
    verb: 'proposes',
    mode: 'initiate',
    subject: 'fape',
    before: 'consent.record',
    tracks: disability,
    consentRequest: true,
    draftedIn: planning,
    source: '34 CFR 300.300(b), 300.503(a); eCSSS, Consent 102b: attached to a notice',
  },
  {
    key: 'plan',
    id: 'plan',
    label: 'First plan',
    familyLabel: 'The first plan',
    on: 'plan.present',
    when: { fact: 'cycle', is: ['initial', 'transfer'] },
    verb: 'proposes',
    mode: 'initiate',
    subject: 'fape',
    before: 'plan.activate',
    tracks: disability,
    draftedIn: planning,
    once: true,
    source: '34 CFR 300.503(a); eCSSS, Activate (PWNs given to parent)',
  },
  { key: 'change', id: 'change', label: 'Changed plan', familyLabel: 'A change of the plan', on: 'plan.present', verb: 'proposes', mode: 'change', subject: 'fape', before: 'plan.activate', tracks: disability, draftedIn: planning, once: true, source: '34 CFR 300.503(a); domain 2.17: a revision needs a notice' },
  {
    key: 'placement',
    id: 'placement',
    label: 'Changed placement',
    familyLabel: 'A change of the classroom or school setting',
    on: 'plan.present',
    when: { fact: 'changesPlacement', is: [true] },
    verb: 'proposes',
    mode: 'change',
    subject: 'placement',
    before: 'plan.activate',
    tracks: disability,
    beside: true,
    draftedIn: planning,
    once: true,
    source: '34 CFR 300.503(a), 300.116, 300.327; 34 CFR 104.35(a)',
  },
  {
    key: 'exit',
    id: 'exit',
    label: 'Exit',
    familyLabel: 'The services end',
    on: 'review.decide',
    when: { fact: 'decision', is: ['exit'] },
    verb: 'proposes',
    mode: 'change',
    subject: 'fape',
    before: 'review.decide',
    tracks: disability,
    draftedIn: reviewing,
    source: '34 CFR 300.305(e), 300.503(a); HAR 8-60-4: a diploma is a change of placement',
  },
  {
    key: 'continue',
    id: 'continue',
    label: 'The plan goes on unchanged',
    familyLabel: 'The plan goes on as it is',
    on: 'review.decide',
    when: { fact: 'decision', is: ['continue'] },
    verb: 'proposes',
    mode: 'initiate',
    subject: 'fape',
    tracks: disability,
    draftedIn: reviewing,
    source: 'eCSSS practice; inference from 34 CFR 300.503(a)',
  },
  { key: 'review', id: 'review', label: 'Review decision', familyLabel: 'What the review decided', on: 'review.decide', verb: 'proposes', mode: 'change', subject: 'fape', tracks: disability, optional: true, draftedIn: reviewing, source: 'inference: the plan that follows has its own notice' },
  { key: 'revocation', id: 'revocation', label: 'Services stop after consent was revoked', familyLabel: 'The services stop, as you asked', on: 'consent.revoke', verb: 'proposes', mode: 'change', subject: 'fape', before: 'case.close', source: '34 CFR 300.300(b)(4); eCSSS, Revocation of Consent' },
  { key: 'parent-request', id: 'parent-request', label: 'A parent’s request refused', familyLabel: 'Our answer to your request', on: 'event.record', when: { fact: 'event', is: ['parent-request-refused'] }, verb: 'refuses', mode: 'change', subject: 'fape', draftedIn: open, source: '34 CFR 300.503(a)(2)' },
];
