import type { Relation } from './relations.js';
import type { Role } from './roles.js';
import type { StateId } from './stages.js';

/** A condition on the facts of a decision and on the case it meets; each is a named guard of the chart (chart.ts). */
export type Guard = 'suspected' | 'notSuspected' | 'evaluationNeedsConsent' | 'evaluationWithoutConsent' | 'noEvaluation' | 'assessmentConsentGiven' | 'eligibleIdea' | 'eligible504' | 'notEligible' | 'reviewContinues' | 'reviewRevises' | 'reviewExits';

/** Where a decision leads: the first branch whose guard holds. `same` stays where the case stands. */
export interface Branch {
  readonly when?: Guard;
  /** Only from these of the action's states. */
  readonly from?: readonly StateId[];
  readonly to: StateId | 'same';
  /** Documents that open: a kind; of a counted kind the next number. */
  readonly opens?: readonly Opening[];
}

/** `from`: the server fills the new document with its copy of that sealed document. `each`: one for each named person. */
export interface Opening {
  readonly kind: string;
  readonly copies?: 'plan' | 'needs';
  readonly each?: 'provider' | 'family-member';
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
  /** The document the requirements look at: the case's one of that kind, the newest open one, or the one the payload names. */
  readonly reads?: readonly string[];
  /** Documents that are frozen for good by this decision. */
  readonly seals?: readonly string[];
  /** Documents copied and hashed, but still open. */
  readonly cites?: readonly string[];
  /** `strict`: refused when the case moved on since the person looked. `commutes`: order does not matter. */
  readonly order: 'strict' | 'commutes';
  readonly source: string;
}

const open: readonly StateId[] = ['gather-data', 'define-needs.defining', 'define-needs.evaluation', 'define-needs.consent', 'define-needs.eligibility', 'develop-plan', 'implement-plan', 'evaluate-plan'];
const drafting: readonly StateId[] = ['express-concern.draft', 'express-concern.submitted'];

/** Every decision of the main job, in the order of the process. */
export const actions: readonly ActionRow[] = [
  {
    id: 'concern.submit',
    label: 'Send to the care coordinator',
    does: 'Tells the care coordinator that the concern is ready to be filed. Everyone can still write in it.',
    from: ['express-concern.draft'],
    branches: [{ to: 'express-concern.submitted' }],
    roles: ['teacher', 'special-educator', 'provider', 'coordinator', 'administrator', 'parent'],
    relations: ['starter', 'school', 'team'],
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
    roles: ['coordinator', 'administrator'],
    relations: ['school', 'team'],
    order: 'strict',
    source: 'inference',
  },
  {
    id: 'referral.file',
    label: 'File the referral',
    does: 'Makes the concern part of the record and starts gathering data. It cannot be changed afterwards.',
    from: drafting,
    branches: [{ to: 'gather-data', opens: [{ kind: 'evidence' }] }],
    roles: ['coordinator', 'administrator'],
    relations: ['school', 'team'],
    reads: ['concern'],
    seals: ['concern'],
    order: 'strict',
    source: 'eCSSS, About Referrals: filed date',
  },
  {
    id: 'team.add',
    label: 'Add to the team',
    does: 'Gives a person the team’s rights to this case.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    roles: ['coordinator', 'administrator', 'district'],
    relations: ['school', 'team', 'district'],
    order: 'commutes',
    source: 'eCSSS, Student Team list',
  },
  {
    id: 'team.remove',
    label: 'Remove from the team',
    does: 'Ends the person’s rights to this case at once.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    roles: ['coordinator', 'administrator', 'district'],
    relations: ['school', 'team', 'district'],
    order: 'commutes',
    source: 'eCSSS, Student Team list',
  },
  {
    id: 'team.coordinate',
    label: 'Name the care coordinator',
    does: 'Names the one person who coordinates this student’s team.',
    from: [...drafting, ...open],
    branches: [{ to: 'same' }],
    roles: ['coordinator', 'administrator', 'district'],
    relations: ['school', 'team', 'district'],
    order: 'commutes',
    source: 'eCSSS, Student Team list: a prerequisite for activating an IEP',
  },
  {
    id: 'family.admit',
    label: 'Admit a family member',
    does: 'Lets a parent or guardian with education rights read the case and write in a section of their own.',
    from: [...drafting, ...open],
    branches: [{ to: 'same', opens: [{ kind: 'family', each: 'family-member' }] }],
    roles: ['coordinator', 'administrator', 'district'],
    relations: ['school', 'team', 'district'],
    order: 'commutes',
    source: '34 CFR 300.30, 300.322',
  },
  {
    id: 'conference.schedule',
    label: 'Schedule a conference',
    does: 'Sets a date with the team and the family, and opens the conference’s page.',
    from: open,
    branches: [{ to: 'same', opens: [{ kind: 'conference' }] }],
    roles: ['coordinator', 'administrator'],
    relations: ['school', 'team'],
    order: 'commutes',
    source: 'eCSSS, Conference Announcement',
  },
  {
    id: 'conference.hold',
    label: 'Close the conference',
    does: 'Records that the conference was held, who came and what was decided.',
    from: open,
    branches: [{ to: 'same' }],
    roles: ['coordinator', 'administrator'],
    relations: ['school', 'team'],
    reads: ['conference'],
    seals: ['conference'],
    order: 'commutes',
    source: 'eCSSS, Actual Conference',
  },
  {
    id: 'process.abbreviate',
    label: 'Go straight to an Action Plan',
    does: 'Skips the stages that a student with low needs does not need, with the reason on record.',
    from: ['gather-data', 'define-needs.defining'],
    branches: [{ when: 'notSuspected', to: 'develop-plan', opens: [{ kind: 'plan', copies: 'needs' }] }],
    roles: ['coordinator', 'administrator'],
    relations: ['school', 'team'],
    seals: ['evidence', 'needs'],
    order: 'strict',
    source: 'eCSSS, About the Student Support Process: abbreviated for low needs',
  },
  {
    id: 'evidence.complete',
    label: 'Close data gathering',
    does: 'Records that the team has the data it needs and starts defining the needs.',
    from: ['gather-data'],
    branches: [{ to: 'define-needs.defining', opens: [{ kind: 'needs' }] }],
    roles: ['coordinator', 'administrator'],
    relations: ['school', 'team'],
    reads: ['evidence'],
    seals: ['evidence'],
    order: 'strict',
    source: 'eCSSS, Current Performance',
  },
  {
    id: 'needs.define',
    label: 'Record the needs',
    does: 'Makes the needs part of the record. They become the basis of the plan.',
    from: ['define-needs.defining'],
    branches: [
      { when: 'suspected', to: 'define-needs.evaluation' },
      { when: 'notSuspected', to: 'develop-plan', opens: [{ kind: 'plan', copies: 'needs' }] },
    ],
    roles: ['coordinator', 'administrator'],
    relations: ['school', 'team'],
    reads: ['needs'],
    seals: ['needs'],
    order: 'strict',
    source: 'eCSSS, Define Needs',
  },
  {
    id: 'evaluation.decide',
    label: 'Record the evaluation decision',
    does: 'Records whether the student will be evaluated and whether an assessment is needed.',
    from: ['define-needs.evaluation'],
    branches: [
      { when: 'evaluationNeedsConsent', to: 'define-needs.consent' },
      { when: 'evaluationWithoutConsent', to: 'define-needs.eligibility' },
      { when: 'noEvaluation', to: 'develop-plan', opens: [{ kind: 'plan', copies: 'needs' }] },
    ],
    roles: ['coordinator', 'administrator', 'district'],
    relations: ['school', 'team', 'district'],
    order: 'strict',
    source: 'eCSSS, Evaluation Status',
  },
  {
    id: 'consent.record',
    label: 'Record a consent',
    does: 'Records the family’s answer to a request for consent.',
    from: ['define-needs.consent', 'define-needs.eligibility', 'develop-plan'],
    branches: [{ from: ['define-needs.consent'], when: 'assessmentConsentGiven', to: 'define-needs.eligibility' }, { to: 'same' }],
    roles: ['coordinator', 'administrator', 'special-educator'],
    relations: ['school', 'team'],
    order: 'commutes',
    source: 'eCSSS, Consent 102a and 102b; 34 CFR 300.300',
  },
  {
    id: 'eligibility.decide',
    label: 'Record the eligibility decision',
    does: 'Records the team’s consensus under IDEA and under Section 504. It decides which plan is written.',
    from: ['define-needs.eligibility'],
    branches: [
      { when: 'eligibleIdea', to: 'develop-plan', opens: [{ kind: 'plan', copies: 'needs' }] },
      { when: 'eligible504', to: 'develop-plan', opens: [{ kind: 'plan', copies: 'needs' }] },
      { when: 'notEligible', to: 'develop-plan', opens: [{ kind: 'plan', copies: 'needs' }] },
    ],
    roles: ['coordinator', 'administrator', 'district'],
    relations: ['school', 'team', 'district'],
    order: 'strict',
    source: 'eCSSS, Eligibility Determination; 34 CFR 300.306',
  },
  {
    id: 'notice.record',
    label: 'Record a prior written notice',
    does: 'Records that the family received the written notice of a decision.',
    from: open,
    branches: [{ to: 'same' }],
    roles: ['coordinator', 'administrator', 'special-educator'],
    relations: ['school', 'team'],
    order: 'commutes',
    source: '34 CFR 300.503; eCSSS, Prior Written Notice',
  },
  {
    id: 'plan.activate',
    label: 'Activate the plan',
    does: 'Makes the plan binding. Its text is sealed; later changes are a revision.',
    from: ['develop-plan'],
    branches: [{ to: 'implement-plan', opens: [{ kind: 'log', each: 'provider' }, { kind: 'services' }] }],
    roles: ['coordinator', 'administrator', 'district'],
    relations: ['school', 'team', 'district'],
    reads: ['plan'],
    seals: ['plan'],
    cites: ['family'],
    order: 'strict',
    source: 'eCSSS, IEP Actions: prerequisites for activating',
  },
  {
    id: 'provider.assign',
    label: 'Assign a provider',
    does: 'Names who gives a service of the active plan.',
    from: ['implement-plan', 'evaluate-plan'],
    branches: [{ to: 'same', opens: [{ kind: 'log', each: 'provider' }] }],
    roles: ['coordinator', 'administrator', 'district', 'supervisor'],
    relations: ['school', 'team', 'district'],
    order: 'commutes',
    source: 'eCSSS, Request Service Provider',
  },
  {
    id: 'service.sign',
    label: 'Sign the session',
    does: 'Adds the session to the signed service log. It cannot be changed afterwards.',
    from: ['implement-plan', 'evaluate-plan', 'develop-plan'],
    branches: [{ to: 'same', opens: [{ kind: 'services' }] }],
    roles: ['provider', 'special-educator', 'teacher', 'coordinator'],
    relations: ['writer'],
    reads: ['log'],
    order: 'commutes',
    source: 'eCSSS, Service Log',
  },
  {
    id: 'service.void',
    label: 'Void a signed session',
    does: 'Takes a signed session out of the count, with the reason. The entry stays on record.',
    from: ['implement-plan', 'evaluate-plan', 'develop-plan'],
    branches: [{ to: 'same' }],
    roles: ['provider', 'special-educator', 'teacher', 'coordinator', 'supervisor'],
    relations: ['writer', 'team'],
    order: 'commutes',
    source: 'domain: edits after signature need void and re-entry',
  },
  {
    id: 'review.open',
    label: 'Start a review',
    does: 'Opens the review of the plan: at its end date, or sooner if warranted.',
    from: ['implement-plan'],
    branches: [{ to: 'evaluate-plan', opens: [{ kind: 'review' }] }],
    roles: ['coordinator', 'administrator', 'special-educator', 'teacher'],
    relations: ['school', 'team'],
    order: 'strict',
    source: 'eCSSS, Evaluate Plan',
  },
  {
    id: 'review.decide',
    label: 'Record the review decision',
    does: 'Records what the team decides about the plan: continue, revise or exit.',
    from: ['evaluate-plan'],
    branches: [
      { when: 'reviewContinues', to: 'implement-plan' },
      { when: 'reviewRevises', to: 'develop-plan', opens: [{ kind: 'plan', copies: 'plan' }] },
      { when: 'reviewExits', to: 'closed' },
    ],
    roles: ['coordinator', 'administrator'],
    relations: ['school', 'team'],
    reads: ['review'],
    seals: ['review'],
    order: 'strict',
    source: 'eCSSS, Evaluate Plan; 34 CFR 300.324(b)',
  },
  {
    id: 'case.close',
    label: 'Close the case',
    does: 'Ends the case without a plan. Everything that was written stays on record.',
    from: [...drafting, 'gather-data', 'define-needs.defining', 'define-needs.evaluation', 'define-needs.consent', 'define-needs.eligibility', 'develop-plan'],
    branches: [{ to: 'closed' }],
    roles: ['coordinator', 'administrator'],
    relations: ['school', 'team'],
    order: 'strict',
    source: 'eCSSS, referral withdrawn',
  },
];
