import type { Role } from './roles.js';
import type { StateId, Track } from './stages.js';

/**
 * What has to happen next in a state, and who does it. `action` is a decision, `write` a document to write in.
 * `after`: only once the named date of the case exists. `until`: the step is done when the named date exists (tables/dates.ts).
 * `clock`: the deadline that drives it.
 */
export interface NextStepRow {
  readonly id: string;
  readonly states: readonly StateId[];
  readonly who: readonly Role[];
  /** Also shown to people who only have this relation (the writer of a draft). */
  readonly starter?: true;
  readonly action?: string;
  readonly write?: string;
  /** `{about}` is what the step's document is about. */
  readonly says: string;
  readonly familySays?: string;
  /**
   * A step for each of these, none while there is none: `consent-unanswered` a consent that was given out and has no answer,
   * `notice-owed` a notice that is owed and not drafted, `access-unreviewed` an emergency access that nobody has reviewed, `corrected` a correction that is being written,
   * `team-unformed` the case itself while nobody is on its team, else an open document of this kind.
   */
  readonly each?: string;
  /** The step's day is the one for which its conference is planned; it is near from so many calendar days before. */
  readonly planned?: { readonly soon: number };
  readonly after?: string;
  readonly until?: string;
  readonly tracks?: readonly Track[];
  readonly clock?: string;
}

const staff: readonly Role[] = ['teacher', 'special-educator', 'provider', 'evaluator', 'coordinator', 'administrator'];
const lead: readonly Role[] = ['coordinator', 'administrator'];
const recorders: readonly Role[] = ['coordinator', 'administrator', 'special-educator'];
const signers: readonly Role[] = ['provider', 'special-educator', 'teacher', 'coordinator'];
const drafting: readonly StateId[] = ['express-concern.draft', 'express-concern.submitted'];
const evaluating: readonly StateId[] = ['define-needs.evaluation', 'define-needs.consent', 'define-needs.eligibility'];
const open: readonly StateId[] = ['gather-data', 'define-needs.defining', ...evaluating, 'develop-plan', 'implement-plan', 'evaluate-plan'];

/** In the order in which they are best done. */
export const nextSteps: readonly NextStepRow[] = [
  { id: 'draft/submit', states: ['express-concern.draft'], who: [], starter: true, write: 'concern', action: 'concern.submit', says: 'Finish the concern and send it to the care coordinator' },
  { id: 'submitted/file', states: ['express-concern.submitted'], who: lead, write: 'concern', action: 'referral.file', says: 'Read the concern and file the referral', clock: 'ref_decision' },

  { id: 'team/form', states: open, who: lead, each: 'team-unformed', action: 'team.add', says: 'Form the team: nobody is told of this case yet' },
  { id: 'gather/evidence', states: ['gather-data'], who: ['teacher', 'special-educator', 'provider', 'evaluator', 'coordinator'], write: 'evidence', says: 'Add what you have seen' },
  { id: 'gather/family', states: ['gather-data'], who: ['parent'], write: 'family', says: 'Tell the team what you see at home', familySays: 'Tell us what you see at home' },
  { id: 'gather/schedule', states: ['gather-data'], who: lead, action: 'conference.schedule', says: 'Schedule the conference on needs', until: 'needsConferencePlanned' },
  { id: 'gather/complete', states: ['gather-data'], who: lead, action: 'evidence.complete', says: 'Close data gathering when the team has what it needs', clock: 'ref_decision' },
  { id: 'needs/schedule', states: ['define-needs.defining'], who: lead, action: 'conference.schedule', says: 'Schedule the conference on needs', until: 'needsConferencePlanned' },
  { id: 'needs/write', states: ['define-needs.defining'], who: staff, write: 'needs', says: 'Define the needs together' },
  { id: 'needs/define', states: ['define-needs.defining'], who: lead, action: 'needs.define', says: 'Record the needs', after: 'needsConferenceDate' },

  { id: 'evaluation/decide', states: ['define-needs.evaluation'], who: lead, write: 'evaluation', action: 'evaluation.decide', says: 'Decide whether to evaluate', clock: 'ref_decision' },
  { id: 'notice/provide', states: open, who: lead, each: 'notice', write: 'notice', action: 'notice.provide', says: 'Give the family the notice: {about}', clock: 'ref_decision' },
  { id: 'notice/draft', states: open, who: lead, each: 'notice-owed', action: 'notice.draft', says: 'Draft the notice: {about}' },
  { id: 'consent/provide', states: [...evaluating, 'develop-plan', 'implement-plan', 'evaluate-plan'], who: recorders, each: 'consent', write: 'consent', action: 'consent.provide', says: 'Give the family the form: {about}', clock: 'ref_decision' },
  { id: 'consent/record', states: [...evaluating, 'develop-plan', 'implement-plan', 'evaluate-plan'], who: recorders, each: 'consent-unanswered', action: 'consent.record', says: 'Record the family’s answer: {about}' },
  { id: 'assessment/write', states: open, who: ['evaluator', 'provider', 'special-educator'], each: 'assessment', write: 'assessment', action: 'assessment.file', says: 'Write and file the assessment report: {about}', clock: 'eval_60' },
  { id: 'assessment/request', states: ['define-needs.eligibility'], who: recorders, action: 'assessment.request', says: 'Ask for the assessments', after: 'assessmentConsentDate', until: 'eligibilityConferencePlanned', clock: 'eval_60' },
  { id: 'eligibility/schedule', states: ['define-needs.eligibility'], who: lead, action: 'conference.schedule', says: 'Schedule the conference on eligibility', until: 'eligibilityConferencePlanned', clock: 'eval_60' },
  { id: 'eligibility/decide', states: ['define-needs.eligibility'], who: lead, each: 'eligibility', write: 'eligibility', action: 'eligibility.decide', says: 'Decide on eligibility: {about}', clock: 'eval_60' },

  { id: 'plan/schedule', states: ['develop-plan'], who: lead, action: 'conference.schedule', says: 'Schedule the plan’s conference', until: 'planConferencePlanned', tracks: ['idea', 's504'], clock: 'iep_meeting_hi' },
  { id: 'plan/write', states: ['develop-plan'], who: staff, write: 'plan', says: 'Write the plan together' },
  { id: 'plan/family', states: ['develop-plan'], who: ['parent'], write: 'family', says: 'Read the plan and add your words', familySays: 'Read the plan as it is written and add your words' },
  { id: 'invitation/send', states: open, who: lead, each: 'invitation', write: 'invitation', action: 'invitation.send', says: 'Send the invitation: {about}' },
  { id: 'conference/hold', states: open, who: lead, each: 'conference', write: 'conference', action: 'conference.hold', says: 'Hold the conference and close it: {about}', planned: { soon: 3 } },
  { id: 'plan/present', states: ['develop-plan'], who: recorders, write: 'plan', action: 'plan.present', says: 'Present the draft when it is ready to be read', after: 'planConferenceDate', until: 'planPresentedDate', tracks: ['idea', 's504'] },
  { id: 'plan/activate', states: ['develop-plan'], who: lead, write: 'plan', action: 'plan.activate', says: 'Activate the plan when it is complete' },

  { id: 'plan/log', states: open, who: signers, write: 'log', says: 'Log your sessions', after: 'planStartDate' },
  { id: 'progress/write', states: open, who: ['coordinator', 'special-educator', 'teacher', 'provider'], each: 'progress', write: 'progress', action: 'progress.publish', says: 'Write the progress report and send it', clock: 'progress_report' },
  { id: 'progress/open', states: ['implement-plan'], who: ['coordinator', 'special-educator'], action: 'progress.open', says: 'Start the next progress report', clock: 'progress_report' },
  { id: 'implement/review', states: ['implement-plan'], who: lead, action: 'review.open', says: 'Start the review at the plan’s end, or sooner if warranted', clock: 'plan_annual' },
  { id: 'evaluate/write', states: ['evaluate-plan'], who: ['teacher', 'special-educator', 'provider', 'coordinator', 'administrator'], write: 'review', says: 'Write what the evidence shows for each goal' },
  { id: 'evaluate/decide', states: ['evaluate-plan'], who: lead, action: 'review.decide', says: 'Decide: continue, revise, reevaluate or exit' },
  { id: 'access/review', states: [...drafting, ...open, 'closed'], who: lead, each: 'access-unreviewed', action: 'access.review', says: 'Review the emergency access of {about}', clock: 'access_review' },
  { id: 'correction/file', states: [...drafting, ...open], who: ['administrator'], each: 'corrected', action: 'correction.file', says: 'File the corrected version' },
];
