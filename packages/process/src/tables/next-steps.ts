import type { Role } from './roles.js';
import type { StateId, Track } from './stages.js';

/**
 * What has to happen next in a state, and who does it. `action` is a decision, `write` a document to write in.
 * `after`: only once the named date of the case exists. `until`: the step is done when the named date exists (dates.ts).
 * `clock`: the deadline that drives it.
 */
export interface NextStepRow {
  readonly id: string;
  readonly state: StateId;
  readonly who: readonly Role[];
  /** Also shown to people who only have this relation (the writer of a draft). */
  readonly starter?: true;
  readonly action?: string;
  readonly write?: string;
  readonly says: string;
  readonly familySays?: string;
  readonly after?: string;
  readonly until?: string;
  readonly tracks?: readonly Track[];
  readonly clock?: string;
}

export const nextSteps: readonly NextStepRow[] = [
  { id: 'draft/submit', state: 'express-concern.draft', who: [], starter: true, write: 'concern', action: 'concern.submit', says: 'Finish the concern and send it to the care coordinator' },
  { id: 'submitted/file', state: 'express-concern.submitted', who: ['coordinator', 'administrator'], write: 'concern', action: 'referral.file', says: 'Read the concern and file the referral', clock: 'ref_decision' },
  { id: 'gather/evidence', state: 'gather-data', who: ['teacher', 'special-educator', 'provider', 'evaluator', 'coordinator'], write: 'evidence', says: 'Add what you have seen' },
  { id: 'gather/family', state: 'gather-data', who: ['parent'], write: 'family', says: 'Tell the team what you see at home', familySays: 'Tell us what you see at home' },
  { id: 'gather/schedule', state: 'gather-data', who: ['coordinator', 'administrator'], action: 'conference.schedule', says: 'Schedule the conference on needs', until: 'needsConferencePlanned' },
  { id: 'gather/complete', state: 'gather-data', who: ['coordinator', 'administrator'], action: 'evidence.complete', says: 'Close data gathering when the team has what it needs', clock: 'ref_decision' },
  { id: 'needs/schedule', state: 'define-needs.defining', who: ['coordinator', 'administrator'], action: 'conference.schedule', says: 'Schedule the conference on needs', until: 'needsConferencePlanned' },
  { id: 'needs/write', state: 'define-needs.defining', who: ['teacher', 'special-educator', 'provider', 'evaluator', 'coordinator', 'administrator'], write: 'needs', says: 'Define the needs together' },
  { id: 'needs/hold', state: 'define-needs.defining', who: ['coordinator', 'administrator'], action: 'conference.hold', says: 'Hold the conference and close it', until: 'needsConferenceDate' },
  { id: 'needs/define', state: 'define-needs.defining', who: ['coordinator', 'administrator'], action: 'needs.define', says: 'Record the needs' },
  { id: 'evaluation/decide', state: 'define-needs.evaluation', who: ['coordinator', 'administrator'], action: 'evaluation.decide', says: 'Record whether to evaluate', clock: 'ref_decision' },
  { id: 'consent/notice', state: 'define-needs.consent', who: ['coordinator', 'administrator', 'special-educator'], action: 'notice.record', says: 'Give the family the notice of the evaluation decision', until: 'evaluationNoticeDate', clock: 'ref_decision' },
  { id: 'consent/record', state: 'define-needs.consent', who: ['coordinator', 'administrator', 'special-educator'], action: 'consent.record', says: 'Record the family’s consent to the assessment' },
  { id: 'eligibility/notice', state: 'define-needs.eligibility', who: ['coordinator', 'administrator', 'special-educator'], action: 'notice.record', says: 'Give the family the notice of the evaluation decision', until: 'evaluationNoticeDate', clock: 'ref_decision' },
  { id: 'eligibility/decide', state: 'define-needs.eligibility', who: ['coordinator', 'administrator'], action: 'eligibility.decide', says: 'Record the eligibility decision', clock: 'eval_60' },
  { id: 'plan/evaluation-notice', state: 'develop-plan', who: ['coordinator', 'administrator', 'special-educator'], action: 'notice.record', says: 'Give the family the notice of the evaluation decision', after: 'evaluationDecisionDate', until: 'evaluationNoticeDate', clock: 'ref_decision' },
  { id: 'plan/eligibility-notice', state: 'develop-plan', who: ['coordinator', 'administrator', 'special-educator'], action: 'notice.record', says: 'Give the family the notice of the eligibility decision', after: 'eligibilityDate', until: 'eligibilityNoticeDate' },
  { id: 'plan/consent', state: 'develop-plan', who: ['coordinator', 'administrator', 'special-educator'], action: 'consent.record', says: 'Record the family’s consent to services', until: 'servicesConsentDate', tracks: ['idea'] },
  { id: 'plan/schedule', state: 'develop-plan', who: ['coordinator', 'administrator'], action: 'conference.schedule', says: 'Schedule the plan’s conference', until: 'planConferencePlanned', tracks: ['idea', 's504'], clock: 'iep_meeting_hi' },
  { id: 'plan/write', state: 'develop-plan', who: ['teacher', 'special-educator', 'provider', 'evaluator', 'coordinator', 'administrator'], write: 'plan', says: 'Write the plan together' },
  { id: 'plan/family', state: 'develop-plan', who: ['parent'], write: 'family', says: 'Read the plan and add your words', familySays: 'Read the plan as it is written and add your words' },
  { id: 'plan/hold', state: 'develop-plan', who: ['coordinator', 'administrator'], action: 'conference.hold', says: 'Hold the plan’s conference and close it', until: 'planConferenceDate', tracks: ['idea', 's504'], clock: 'iep_meeting_hi' },
  { id: 'plan/notice', state: 'develop-plan', who: ['coordinator', 'administrator', 'special-educator'], action: 'notice.record', says: 'Give the family the notice of the plan', until: 'planNoticeDate', tracks: ['idea', 's504'] },
  { id: 'plan/activate', state: 'develop-plan', who: ['coordinator', 'administrator'], write: 'plan', action: 'plan.activate', says: 'Activate the plan when it is complete' },
  { id: 'plan/log', state: 'develop-plan', who: ['provider', 'special-educator', 'teacher', 'coordinator'], write: 'log', says: 'Log your sessions until the new plan is active', after: 'planStartDate' },
  { id: 'implement/log', state: 'implement-plan', who: ['provider', 'special-educator', 'teacher', 'coordinator'], write: 'log', says: 'Log your sessions' },
  { id: 'implement/review', state: 'implement-plan', who: ['coordinator', 'administrator'], action: 'review.open', says: 'Start the review at the plan’s end, or sooner if warranted', clock: 'plan_annual' },
  { id: 'evaluate/write', state: 'evaluate-plan', who: ['teacher', 'special-educator', 'provider', 'coordinator', 'administrator'], write: 'review', says: 'Write what the evidence shows for each goal' },
  { id: 'evaluate/log', state: 'evaluate-plan', who: ['provider', 'special-educator', 'teacher', 'coordinator'], write: 'log', says: 'Log your sessions' },
  { id: 'evaluate/notice', state: 'evaluate-plan', who: ['coordinator', 'administrator', 'special-educator'], action: 'notice.record', says: 'Give the family the notice before the plan is revised or ended', until: 'reviewNoticeDate', tracks: ['idea', 's504'] },
  { id: 'evaluate/decide', state: 'evaluate-plan', who: ['coordinator', 'administrator'], action: 'review.decide', says: 'Decide: continue, revise or exit' },
];
