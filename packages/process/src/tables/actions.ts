import { deciders } from './deciders.js';
import { emergency } from './emergency.js';
import type { Relation } from './relations.js';
import type { Role } from './roles.js';
import type { StateId } from './stages.js';

/** A condition on the facts of a decision and on the case it meets; each is a named guard of the chart (guards.ts). */
export type Guard =
  | 'suspected'
  | 'notSuspected'
  | 'stagesSkipped'
  | 'evaluationAgreedUnnecessary'
  | 'evaluationNeedsConsent'
  | 'evaluationWithoutConsent'
  | 'noReevaluation'
  | 'noEvaluation'
  | 'assessmentMayProceed'
  | 'eligibilityPending'
  | 'eligibleIdea'
  | 'eligible504'
  | 'noLongerEligible'
  | 'notEligible'
  | 'planActive'
  | 'reviewContinues'
  | 'reviewRevises'
  | 'reviewReevaluates'
  | 'reviewExits';

/** Where a decision leads: the first branch whose guard holds. `same` stays where the case stands. */
export interface Branch {
  readonly when?: Guard;
  /** Only from these of the action's states. */
  readonly from?: readonly StateId[];
  readonly to: StateId | 'same';
  /** Documents that open: a kind; of a counted kind the next number. */
  readonly opens?: readonly Opening[];
}

/**
 * `copies`: the server fills the new document with what that source says (contents.ts). `each`: one for each named person, or for
 * each regulation of the evaluation that is decided. `about`: what the document is about, or `of` a fact that says it.
 */
export interface Opening {
  readonly kind: string;
  readonly copies?: 'plan' | 'needs' | 'corrected' | 'scheduled';
  readonly each?: 'provider' | 'family-member' | 'evaluator' | 'regulation';
  readonly about?: string;
  readonly aboutFact?: string;
}

export interface ActionRow {
  readonly id: string;
  /** What the button says. */
  readonly label: string;
  /** What it means, in one sentence. */
  readonly does: string;
  readonly from: readonly StateId[];
  readonly branches: readonly Branch[];
  readonly roles: readonly Role[];
  /** How the actor stands to the student (relations.ts); one of them is enough. */
  readonly relations: readonly Relation[];
  /** The document the requirements look at: the newest open one of that kind, or the one the payload names. */
  readonly reads?: readonly string[];
  /** Documents that it is judged on where there are any; it needs none of them. */
  readonly glances?: readonly string[];
  /** Documents that are frozen for good by this decision. */
  readonly seals?: readonly string[];
  /** Open documents of these kinds that end without taking effect; they are frozen too. */
  readonly voids?: readonly string[];
  /** Documents copied and hashed, but still open. */
  readonly cites?: readonly string[];
  /** What the sealed document has become (documents.ts). */
  readonly finality?: 'filed' | 'held' | 'provided' | 'activated' | 'recorded';
  /** `strict`: refused when the case moved on since the person looked. `commutes`: order does not matter. */
  readonly order: 'strict' | 'commutes';
  readonly source: string;
}

const drafting: readonly StateId[] = ['express-concern.draft', 'express-concern.submitted'];
const defining: readonly StateId[] = ['define-needs.defining', 'define-needs.evaluation', 'define-needs.consent', 'define-needs.eligibility'];
const active: readonly StateId[] = ['implement-plan', 'evaluate-plan'];
const open: readonly StateId[] = ['gather-data', ...defining, 'develop-plan', ...active];

/** The opening of a plan's draft: with the needs, or with the plan it follows. */
const newPlan: readonly Opening[] = [{ kind: 'plan', copies: 'needs' }];
const nextPlan: readonly Opening[] = [{ kind: 'plan', copies: 'plan' }];
const eligibilities: readonly Opening[] = [{ kind: 'eligibility', each: 'regulation' }];

/** Every decision of the process, in its order; deciders.ts says who takes it. */
const rows: readonly Omit<ActionRow, 'roles' | 'relations'>[] = [
  {
    id: 'concern.submit',
    label: 'Send to the care coordinator',
    does: 'Tells the care coordinator that the concern is ready to be filed. Everyone can still write in it.',
    from: ['express-concern.draft'],
    branches: [{ to: 'express-concern.submitted' }],
    reads: ['concern'],
    order: 'commutes',
    source: 'eCSSS, About Referrals',
  },
  {
    id: 'referral.return',
    label: 'Ask for more',
    does: 'Gives the concern back to its writer with a word on what is missing.',
    from: ['express-concern.submitted'],
    branches: [{ to: 'express-concern.draft' }],
    order: 'strict',
    source: 'inference',
  },
  {
    id: 'referral.file',
    label: 'File the referral',
    does: 'Makes the concern part of the record and starts gathering data. It cannot be changed afterwards.',
    from: drafting,
    branches: [{ to: 'gather-data', opens: [{ kind: 'evidence' }] }],
    reads: ['concern'],
    seals: ['concern'],
    finality: 'filed',
    order: 'strict',
    source: 'eCSSS, About Referrals: filed date',
  },
  {
    id: 'suspicion.raise',
    label: 'Suspect a disability',
    does: 'Lifts the case to the full path and starts the clock for the school’s answer. Stages that were skipped are done now.',
    from: ['gather-data', 'define-needs.defining', 'develop-plan', ...active],
    branches: [
      { from: ['gather-data', 'define-needs.defining'], to: 'same' },
      { when: 'stagesSkipped', to: 'gather-data', opens: [{ kind: 'evidence' }] },
      { to: 'define-needs.evaluation', opens: [{ kind: 'evaluation', about: 'initial' }] },
    ],
    voids: ['plan'],
    order: 'strict',
    source: 'domain 10.1: a later suspicion starts the 15 days; child find, 34 CFR 300.111',
  },
  {
    id: 'team.add',
    label: 'Add to the team',
    does: 'Gives a person the team’s rights to this case.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    order: 'commutes',
    source: 'eCSSS, Student Team list',
  },
  {
    id: 'team.remove',
    label: 'Remove from the team',
    does: 'Ends the person’s rights to this case at once.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    order: 'commutes',
    source: 'eCSSS, Student Team list',
  },
  {
    id: 'team.coordinate',
    label: 'Name the care coordinator',
    does: 'Names the one person who coordinates this student’s team.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    order: 'commutes',
    source: 'eCSSS, Student Team list: a prerequisite for activating an IEP',
  },
  {
    id: 'family.admit',
    label: 'Admit a family member',
    does: 'Lets a parent or guardian with education rights read the case and write in a section of their own.',
    from: [...drafting, ...open],
    branches: [{ to: 'same', opens: [{ kind: 'family', each: 'family-member' }] }],
    order: 'commutes',
    source: '34 CFR 300.30, 300.322',
  },
  {
    id: 'conference.schedule',
    label: 'Schedule a conference',
    does: 'Sets a date with the team and the family, and opens the invitation and the conference’s page.',
    from: open,
    branches: [
      {
        to: 'same',
        opens: [
          { kind: 'conference', aboutFact: 'purpose', copies: 'scheduled' },
          { kind: 'invitation', aboutFact: 'purpose', copies: 'scheduled' },
        ],
      },
    ],
    order: 'commutes',
    source: 'eCSSS, Conference Announcement',
  },
  {
    id: 'invitation.send',
    label: 'Send the invitation',
    does: 'Records that the invitation went out, to whom and how. It cannot be changed afterwards.',
    from: open,
    branches: [{ to: 'same' }],
    reads: ['invitation'],
    seals: ['invitation'],
    finality: 'provided',
    order: 'commutes',
    source: '34 CFR 300.322(a),(b); HAR 8-60-45(b)',
  },
  {
    id: 'contact.record',
    label: 'Record a contact',
    does: 'Records an attempt to reach the family: when, how, whom and with what result. It can be evidence at a hearing.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    order: 'commutes',
    source: '34 CFR 300.322(d); eCSSS, Contact Efforts',
  },
  {
    id: 'conference.hold',
    label: 'Close the conference',
    does: 'Records that the conference was held, who came and what was decided.',
    from: open,
    branches: [{ to: 'same' }],
    reads: ['conference'],
    seals: ['conference'],
    voids: ['invitation'],
    finality: 'held',
    order: 'commutes',
    source: 'eCSSS, Actual Conference',
  },
  {
    id: 'process.abbreviate',
    label: 'Go straight to an Action Plan',
    does: 'Skips the stages that a student with low needs does not need, with the reason on record.',
    from: ['gather-data', 'define-needs.defining'],
    branches: [{ when: 'notSuspected', to: 'develop-plan', opens: newPlan }],
    glances: ['evidence'],
    seals: ['evidence', 'needs'],
    finality: 'filed',
    order: 'strict',
    source: 'eCSSS, About the Student Support Process: abbreviated for low needs',
  },
  {
    id: 'evidence.complete',
    label: 'Close data gathering',
    does: 'Records that the team has the data it needs and starts defining the needs.',
    from: ['gather-data'],
    branches: [{ to: 'define-needs.defining', opens: [{ kind: 'needs' }] }],
    reads: ['evidence'],
    seals: ['evidence'],
    finality: 'filed',
    order: 'strict',
    source: 'eCSSS, Current Performance',
  },
  {
    id: 'needs.define',
    label: 'Record the needs',
    does: 'Makes the needs part of the record. They become the basis of the plan.',
    from: ['define-needs.defining'],
    branches: [
      { when: 'suspected', to: 'define-needs.evaluation', opens: [{ kind: 'evaluation', about: 'initial' }] },
      { when: 'notSuspected', to: 'develop-plan', opens: newPlan },
    ],
    reads: ['needs'],
    seals: ['needs'],
    finality: 'filed',
    order: 'strict',
    source: 'eCSSS, Define Needs',
  },
  {
    id: 'evaluation.decide',
    label: 'Record the evaluation decision',
    does: 'Records whether the student will be evaluated and whether an assessment is needed.',
    from: ['define-needs.evaluation'],
    branches: [
      { when: 'evaluationAgreedUnnecessary', to: 'implement-plan' },
      { when: 'evaluationNeedsConsent', to: 'define-needs.consent', opens: [{ kind: 'consent', aboutFact: 'consentForm' }] },
      { when: 'evaluationWithoutConsent', to: 'define-needs.eligibility', opens: eligibilities },
      { when: 'noReevaluation', to: 'implement-plan' },
      { when: 'noEvaluation', to: 'develop-plan', opens: newPlan },
    ],
    reads: ['evaluation'],
    seals: ['evaluation'],
    finality: 'filed',
    order: 'strict',
    source: 'eCSSS, Evaluation Status; 34 CFR 300.301, 300.303',
  },
  {
    id: 'consent.request',
    label: 'Draft a consent form',
    does: 'Opens a form that asks for the family’s consent.',
    from: [...defining, 'develop-plan', ...active],
    branches: [{ to: 'same', opens: [{ kind: 'consent', aboutFact: 'form' }] }],
    order: 'commutes',
    source: 'eCSSS, Consent 102a, 102b, 102c',
  },
  {
    id: 'consent.provide',
    label: 'Give the consent form to the family',
    does: 'Records that the family received the consent form. It cannot be changed afterwards.',
    from: [...defining, 'develop-plan', ...active],
    branches: [{ to: 'same' }],
    reads: ['consent'],
    seals: ['consent'],
    finality: 'provided',
    order: 'commutes',
    source: 'eCSSS, Consent 102a, 102b, 102c: provided to parent; 34 CFR 300.9',
  },
  {
    id: 'consent.record',
    label: 'Record the family’s answer',
    does: 'Records the family’s answer to a request for consent.',
    from: [...defining, 'develop-plan', ...active],
    branches: [{ from: ['define-needs.consent'], when: 'assessmentMayProceed', to: 'define-needs.eligibility', opens: eligibilities }, { to: 'same' }],
    order: 'commutes',
    source: 'eCSSS, Consent 102a, 102b, 102c; 34 CFR 300.300',
  },
  {
    id: 'consent.revoke',
    label: 'Record a revocation of consent',
    does: 'Records that the family takes back its consent to services. They stop after the written notice.',
    from: ['develop-plan', ...active],
    branches: [{ to: 'same' }],
    order: 'strict',
    source: 'eCSSS, Revocation of Consent; 34 CFR 300.300(b)(4)',
  },
  {
    id: 'assessment.request',
    label: 'Request an assessment',
    does: 'Asks a qualified person for an assessment and opens the report that only they write.',
    from: ['define-needs.eligibility'],
    branches: [{ to: 'same', opens: [{ kind: 'assessment', each: 'evaluator', aboutFact: 'area' }] }],
    order: 'commutes',
    source: 'eCSSS, Assessment Request; 34 CFR 300.304(c)',
  },
  {
    id: 'assessment.file',
    label: 'File the assessment report',
    does: 'Locks the report. Only its author can.',
    from: open,
    branches: [{ to: 'same' }],
    reads: ['assessment'],
    seals: ['assessment'],
    finality: 'filed',
    order: 'commutes',
    source: 'eCSSS, Assessment Report; domain §11 (c)',
  },
  {
    id: 'eligibility.decide',
    label: 'File the eligibility determination',
    does: 'Records the team’s consensus under one rule. When all are filed, it decides which plan is written.',
    from: ['define-needs.eligibility'],
    branches: [
      { when: 'eligibilityPending', to: 'same' },
      { when: 'eligibleIdea', to: 'develop-plan', opens: [...newPlan, { kind: 'consent', aboutFact: 'consentForm' }] },
      { when: 'eligible504', to: 'develop-plan', opens: newPlan },
      { when: 'noLongerEligible', to: 'evaluate-plan', opens: [{ kind: 'review', copies: 'scheduled' }] },
      { when: 'notEligible', to: 'develop-plan', opens: newPlan },
    ],
    reads: ['eligibility'],
    seals: ['eligibility'],
    finality: 'filed',
    order: 'strict',
    source: 'eCSSS, Eligibility Determination; 34 CFR 300.306; HAR 8-60-38',
  },
  {
    id: 'notice.draft',
    label: 'Draft a prior written notice',
    does: 'Opens a notice that drafts itself from what is on record. The team reads and completes it.',
    from: open,
    branches: [{ to: 'same', opens: [{ kind: 'notice', aboutFact: 'about' }] }],
    order: 'commutes',
    source: '34 CFR 300.503; eCSSS, Prior Written Notice',
  },
  {
    id: 'notice.provide',
    label: 'Give the notice to the family',
    does: 'Records that the family received the written notice. It cannot be changed afterwards.',
    from: open,
    branches: [{ to: 'same' }],
    reads: ['notice'],
    seals: ['notice'],
    finality: 'provided',
    order: 'commutes',
    source: '34 CFR 300.503; eCSSS, Prior Written Notice: provided to parent',
  },
  {
    id: 'plan.present',
    label: 'Present the draft',
    does: 'Tells the team and the family that the draft is ready to be read. It is still a draft, and everyone can still write.',
    from: ['develop-plan'],
    branches: [{ to: 'same' }],
    reads: ['plan'],
    order: 'commutes',
    source: 'domain 10.4: in review; 8.2: parents see the draft before the meeting',
  },
  {
    id: 'plan.activate',
    label: 'Activate the plan',
    does: 'Makes the plan binding. Its text is sealed; later changes are a revision.',
    from: ['develop-plan'],
    branches: [{ to: 'implement-plan', opens: [{ kind: 'log', each: 'provider' }, { kind: 'services' }] }],
    reads: ['plan'],
    seals: ['plan'],
    cites: ['family'],
    finality: 'activated',
    order: 'strict',
    source: 'eCSSS, IEP Actions: prerequisites for activating',
  },
  {
    id: 'plan.revise',
    label: 'Change the plan',
    does: 'Opens a new draft with a copy of the plan. The plan in force stays until the new one is activated.',
    from: active,
    branches: [{ to: 'develop-plan', opens: nextPlan }],
    voids: ['review'],
    order: 'strict',
    source: 'eCSSS, Revision and Annual; 34 CFR 300.324(a)(4),(6) and (b)',
  },
  {
    id: 'provider.assign',
    label: 'Assign a provider',
    does: 'Names who gives a service of the active plan.',
    from: open,
    branches: [{ when: 'planActive', to: 'same', opens: [{ kind: 'log', each: 'provider' }] }],
    order: 'commutes',
    source: 'eCSSS, Request Service Provider',
  },
  {
    id: 'service.sign',
    label: 'Sign the session',
    does: 'Adds the session to the signed service log. It cannot be changed afterwards.',
    from: open,
    branches: [{ when: 'planActive', to: 'same', opens: [{ kind: 'services' }] }],
    reads: ['log'],
    order: 'commutes',
    source: 'eCSSS, Service Log',
  },
  {
    id: 'service.void',
    label: 'Void a signed session',
    does: 'Takes a signed session out of the count, with the reason. The entry stays on record.',
    from: open,
    branches: [{ to: 'same' }],
    order: 'commutes',
    source: 'domain: edits after signature need void and re-entry',
  },
  {
    id: 'progress.open',
    label: 'Start a progress report',
    does: 'Opens the report of a period, with a row for every goal.',
    from: open,
    branches: [{ when: 'planActive', to: 'same', opens: [{ kind: 'progress', aboutFact: 'periodEnd', copies: 'scheduled' }] }],
    order: 'commutes',
    source: '34 CFR 300.320(a)(3)(ii); eCSSS, Progress Reports',
  },
  {
    id: 'progress.publish',
    label: 'Send the progress report',
    does: 'Records that the family received the report. It cannot be changed afterwards.',
    from: open,
    branches: [{ to: 'same' }],
    reads: ['progress'],
    seals: ['progress'],
    finality: 'provided',
    order: 'commutes',
    source: '34 CFR 300.320(a)(3)(ii)',
  },
  {
    id: 'review.open',
    label: 'Start a review',
    does: 'Opens the review of the plan: at its end date, or sooner if warranted.',
    from: ['implement-plan'],
    branches: [{ to: 'evaluate-plan', opens: [{ kind: 'review', copies: 'scheduled' }] }],
    order: 'strict',
    source: 'eCSSS, Evaluate Plan',
  },
  {
    id: 'review.decide',
    label: 'Record the review decision',
    does: 'Records what the team decides about the plan: continue, revise, reevaluate or exit.',
    from: ['evaluate-plan'],
    branches: [
      { when: 'reviewContinues', to: 'implement-plan' },
      { when: 'reviewRevises', to: 'develop-plan', opens: nextPlan },
      { when: 'reviewReevaluates', to: 'define-needs.evaluation', opens: [{ kind: 'evaluation', about: 'reevaluation' }] },
      { when: 'reviewExits', to: 'closed' },
    ],
    reads: ['review'],
    seals: ['review'],
    finality: 'filed',
    order: 'strict',
    source: 'eCSSS, Evaluate Plan; 34 CFR 300.324(b)',
  },
  {
    id: 'reevaluation.open',
    label: 'Start a reevaluation',
    does: 'Opens the decision whether and how to evaluate anew. The plan stays in force meanwhile.',
    from: active,
    branches: [{ to: 'define-needs.evaluation', opens: [{ kind: 'evaluation', about: 'reevaluation' }] }],
    voids: ['review'],
    order: 'strict',
    source: '34 CFR 300.303; eCSSS, Evaluation Status',
  },
  {
    id: 'document.correct',
    label: 'Correct a document',
    does: 'Opens an editable copy of a document on record, for corrections only. A change of the plan itself is a revision.',
    from: [...drafting, ...open],
    branches: [{ to: 'same', opens: [{ kind: 'same', copies: 'corrected' }] }],
    order: 'commutes',
    source: 'eCSSS, New Version: corrections only, with a cover letter',
  },
  {
    id: 'correction.file',
    label: 'File the corrected version',
    does: 'Puts the corrected version in the place of the old one, which stays on record. The family gets a copy with the cover note.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    reads: ['corrected'],
    seals: ['corrected'],
    finality: 'filed',
    order: 'strict',
    source: 'eCSSS, New Version; domain §2.17',
  },
  {
    id: 'clock.correct',
    label: 'Correct a date of a clock',
    does: 'Sets the start or the end of a deadline by hand, with the reason. It wins over what the documents say.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    order: 'commutes',
    source: 'eCSSS, 60-Day Timeline: corrected start and end',
  },
  {
    id: 'event.record',
    label: 'Record an event',
    does: 'Records a dated fact that starts or stops a deadline: safeguards given, records requested, a discipline decision.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    order: 'commutes',
    source: 'domain §6',
  },
  {
    id: 'rights.transfer',
    label: 'Transfer the rights to the student',
    does: 'Records that the student is of age: the parents’ rights are now the student’s. Both get every notice.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    order: 'strict',
    source: '34 CFR 300.520; HRS 577-1',
  },
  {
    id: 'access.break',
    label: 'Open in an emergency',
    does: `Lets a person read the case for ${emergency.minutes} minutes, with the reason on record for everyone to see. The school reviews it.`,
    from: [...drafting, ...open, 'closed'],
    branches: [{ to: 'same' }],
    order: 'commutes',
    source: 'domain §11 (e)',
  },
  {
    id: 'access.review',
    label: 'Review an emergency access',
    does: 'Records whether somebody was right to open the case in an emergency.',
    from: [...drafting, ...open, 'closed'],
    branches: [{ to: 'same' }],
    order: 'commutes',
    source: 'domain §11 (e); 34 CFR 99.31(a)(1)(ii)',
  },
  {
    id: 'case.move',
    label: 'Move to another school',
    does: 'Records that the student goes to another school of the district. The case goes along.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    order: 'strict',
    source: 'eCSSS, System Administration; HAR 8-60-47: the state is one agency',
  },
  {
    id: 'case.supersede',
    label: 'Replace by another referral',
    does: 'Closes this referral in favor of another one of the same student. Everything that was written stays on record.',
    from: [...drafting, ...open],
    branches: [{ to: 'closed' }],
    order: 'strict',
    source: 'domain 10.2: superseded, re-parented',
  },
  {
    id: 'case.close',
    label: 'Close the case',
    does: 'Ends the case without a plan. Everything that was written stays on record.',
    from: [...drafting, ...open],
    branches: [{ to: 'closed' }],
    order: 'strict',
    source: 'eCSSS, referral withdrawn',
  },
];

export const actions: readonly ActionRow[] = rows.map((row) => {
  const { roles, relations } = deciders[row.id as keyof typeof deciders];
  return { ...row, roles, relations };
});
