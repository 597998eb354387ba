import type { Track } from './stages.js';

/**
 * What a fact has to be. `given`: answered. `none`: an empty list or 0. `some`: at least one. `yes`: true.
 * `not-future`: a day, today or earlier. `one-of`: a value of `values`. `not-before`: a day not before the day in the fact `than`.
 * `different`: not equal to the fact `than`.
 */
export type Check = 'given' | 'none' | 'some' | 'yes' | 'not-future' | 'one-of' | 'not-before' | 'different';

export interface RequirementRow {
  /** `<action>/<name>`; stable, used by translations and tests. */
  readonly id: string;
  readonly action: string;
  readonly fact: string;
  readonly is: Check;
  readonly values?: readonly string[];
  readonly than?: string;
  /** What a person reads when it is missing. */
  readonly label: string;
  /** The field where it is mended; `document` as in the action's `reads`, absent for the decision form itself. */
  readonly at?: { readonly document?: string; readonly field: string };
  /** Only on these tracks. */
  readonly tracks?: readonly Track[];
  /** Only while another fact has one of these values. */
  readonly when?: { readonly fact: string; readonly is: readonly (string | boolean)[] };
  readonly source: string;
}

/** The gates of the main job. The same rows explain a disabled button in an element and refuse a command in the server. */
export const requirements: readonly RequirementRow[] = [
  { id: 'concern.submit/description', action: 'concern.submit', fact: 'description', is: 'yes', label: 'Say what is happening.', at: { document: 'concern', field: 'description' }, source: 'data dictionary 15.1' },

  { id: 'referral.file/raisedBy', action: 'referral.file', fact: 'raisedBy', is: 'yes', label: 'Say who raised the concern.', at: { document: 'concern', field: 'raisedBy' }, source: 'data dictionary 15.1' },
  { id: 'referral.file/raisedVia', action: 'referral.file', fact: 'raisedVia', is: 'given', label: 'Say how it reached the school.', at: { document: 'concern', field: 'raisedVia' }, source: 'HAR 8-60-10(d)' },
  { id: 'referral.file/receivedDate', action: 'referral.file', fact: 'receivedDate', is: 'given', label: 'Give the date the school received the concern.', at: { document: 'concern', field: 'receivedDate' }, source: 'eCSSS, referral received date; HAR 8-60-10(d)' },
  { id: 'referral.file/receivedDate-past', action: 'referral.file', fact: 'receivedDate', is: 'not-future', label: 'The received date cannot lie in the future.', at: { document: 'concern', field: 'receivedDate' }, when: { fact: 'hasReceivedDate', is: [true] }, source: 'data dictionary 15.1' },
  { id: 'referral.file/areas', action: 'referral.file', fact: 'areas', is: 'some', label: 'Choose at least one area of concern.', at: { document: 'concern', field: 'areas' }, source: 'data dictionary 15.1' },
  { id: 'referral.file/description', action: 'referral.file', fact: 'description', is: 'yes', label: 'Say what is happening.', at: { document: 'concern', field: 'description' }, source: 'data dictionary 15.1' },
  { id: 'referral.file/suspicion', action: 'referral.file', fact: 'suspicion', is: 'given', label: 'Answer whether a disability is suspected.', at: { document: 'concern', field: 'suspicion' }, source: 'eCSSS, suspicion of 504/IDEA disability' },
  { id: 'referral.file/suspicionReason', action: 'referral.file', fact: 'suspicionReason', is: 'yes', label: 'Say why a disability is suspected.', at: { document: 'concern', field: 'suspicionReason' }, when: { fact: 'suspicion', is: ['yes', 'unsure'] }, source: 'data dictionary 15.1' },
  { id: 'referral.file/parentNotifiedDate', action: 'referral.file', fact: 'parentNotifiedDate', is: 'given', label: 'Give the date the family was told.', at: { document: 'concern', field: 'parentNotifiedDate' }, source: 'data dictionary 15.1' },

  { id: 'process.abbreviate/suspicion', action: 'process.abbreviate', fact: 'suspicion', is: 'one-of', values: ['no'], label: 'Only a student who is not suspected of a disability can go straight to a plan.', source: 'domain 10.1: not skippable if suspicion is yes or unknown' },
  { id: 'process.abbreviate/reason', action: 'process.abbreviate', fact: 'hasReason', is: 'yes', label: 'Say why the stages are skipped.', at: { field: 'reason' }, source: 'domain 10.1' },

  { id: 'evidence.complete/items', action: 'evidence.complete', fact: 'items', is: 'some', label: 'Add at least one piece of evidence.', at: { document: 'evidence', field: 'items' }, source: 'domain 10.1' },
  { id: 'evidence.complete/incomplete', action: 'evidence.complete', fact: 'incomplete', is: 'none', label: 'Say for each piece of evidence what it shows and where it comes from.', at: { document: 'evidence', field: 'items' }, source: 'data dictionary 15.2' },
  { id: 'evidence.complete/parentAsked', action: 'evidence.complete', fact: 'parentAskedDate', is: 'given', label: 'Ask the family for their input and give the date.', at: { document: 'evidence', field: 'parentAskedDate' }, when: { fact: 'suspicion', is: ['yes', 'unsure'] }, source: '34 CFR 300.305(a)' },

  { id: 'conference.hold/actualDate', action: 'conference.hold', fact: 'actualDate', is: 'given', label: 'Give the date the conference was held.', at: { document: 'conference', field: 'actualDate' }, source: 'eCSSS, Actual Conference' },
  { id: 'conference.hold/actualDate-past', action: 'conference.hold', fact: 'actualDate', is: 'not-future', label: 'The conference’s date cannot lie in the future.', at: { document: 'conference', field: 'actualDate' }, when: { fact: 'hasActualDate', is: [true] }, source: 'eCSSS, Actual Conference' },
  { id: 'conference.hold/purpose', action: 'conference.hold', fact: 'purpose', is: 'given', label: 'Say what the conference was for.', at: { document: 'conference', field: 'purpose' }, source: 'eCSSS, Actual Conference' },
  { id: 'conference.hold/present', action: 'conference.hold', fact: 'present', is: 'some', label: 'Record who came.', at: { document: 'conference', field: 'attendance' }, source: '34 CFR 300.321' },

  { id: 'needs.define/conference', action: 'needs.define', fact: 'needsConferenceDate', is: 'given', label: 'Hold a conference on the student’s needs and close it.', source: 'domain 10.1: conference held, purpose Student Needs' },
  { id: 'needs.define/needs', action: 'needs.define', fact: 'needs', is: 'some', label: 'Define at least one need.', at: { document: 'needs', field: 'needs' }, source: 'domain 10.1' },
  { id: 'needs.define/incomplete', action: 'needs.define', fact: 'incomplete', is: 'none', label: 'Each need says its area and what is needed.', at: { document: 'needs', field: 'needs' }, source: 'data dictionary 15.2' },

  { id: 'evaluation.decide/reason', action: 'evaluation.decide', fact: 'hasReason', is: 'yes', label: 'Say why.', at: { field: 'reason' }, source: 'data dictionary 15.4' },
  { id: 'evaluation.decide/decisionDate', action: 'evaluation.decide', fact: 'decisionDate', is: 'not-future', label: 'The decision’s date cannot lie in the future.', at: { field: 'decisionDate' }, source: 'data dictionary 15.4' },
  { id: 'consent.record/receivedDate', action: 'consent.record', fact: 'receivedDate', is: 'not-future', label: 'The date it was received cannot lie in the future.', at: { field: 'receivedDate' }, when: { fact: 'result', is: ['given', 'denied'] }, source: 'eCSSS, Consent 102a' },
  { id: 'consent.record/order', action: 'consent.record', fact: 'receivedDate', is: 'not-before', than: 'providedDate', label: 'A consent cannot be received before it was given out.', at: { field: 'receivedDate' }, when: { fact: 'result', is: ['given', 'denied'] }, source: 'eCSSS, Consent 102a' },
  { id: 'consent.record/form-evaluation', action: 'consent.record', fact: 'form', is: 'one-of', values: ['102a'], label: 'Before eligibility is decided, the consent is for the evaluation (102a).', at: { field: 'form' }, when: { fact: 'phase', is: ['evaluation'] }, source: '34 CFR 300.300(a)' },
  { id: 'consent.record/form-services', action: 'consent.record', fact: 'form', is: 'one-of', values: ['102b'], label: 'After eligibility is decided, the consent is for the services (102b).', at: { field: 'form' }, when: { fact: 'phase', is: ['services'] }, source: '34 CFR 300.300(b)' },
  { id: 'eligibility.decide/reports', action: 'eligibility.decide', fact: 'reportsReviewed', is: 'yes', label: 'Review all assessment reports first.', at: { field: 'reportsReviewed' }, source: '34 CFR 300.306(c)' },
  { id: 'eligibility.decide/decisionDate', action: 'eligibility.decide', fact: 'decisionDate', is: 'not-future', label: 'The decision’s date cannot lie in the future.', at: { field: 'decisionDate' }, source: 'data dictionary 15.5' },
  { id: 'eligibility.decide/reason', action: 'eligibility.decide', fact: 'hasReason', is: 'yes', label: 'Say the reason of the team’s consensus.', at: { field: 'reason' }, source: 'eCSSS, Eligibility Determination' },
  { id: 'notice.record/providedDate', action: 'notice.record', fact: 'providedDate', is: 'not-future', label: 'The date it was received cannot lie in the future.', at: { field: 'providedDate' }, source: 'eCSSS, Prior Written Notice' },

  {
    id: 'notice.record/decided',
    action: 'notice.record',
    fact: 'decided',
    is: 'yes',
    label: 'The case has not come to the decision that this notice is about.',
    at: { field: 'about' },
    when: { fact: 'about', is: ['evaluation', 'eligibility', 'plan', 'review'] },
    source: 'eCSSS, Prior Written Notice: one for each decision',
  },

  { id: 'plan.activate/coordinator', action: 'plan.activate', fact: 'coordinator', is: 'given', label: 'Name the care coordinator.', source: 'eCSSS, Student Team list' },
  { id: 'plan.activate/startDate', action: 'plan.activate', fact: 'startDate', is: 'given', label: 'Give the date the plan starts.', at: { document: 'plan', field: 'startDate' }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/endDate', action: 'plan.activate', fact: 'endDate', is: 'given', label: 'Give the date the plan ends.', at: { document: 'plan', field: 'endDate' }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/order', action: 'plan.activate', fact: 'endDate', is: 'not-before', than: 'startDate', label: 'The plan cannot end before it starts.', at: { document: 'plan', field: 'endDate' }, when: { fact: 'hasDates', is: [true] }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/year', action: 'plan.activate', fact: 'withinYear', is: 'yes', label: 'The plan lasts one year at most.', at: { document: 'plan', field: 'endDate' }, when: { fact: 'hasDates', is: [true] }, source: '34 CFR 300.324(b)(1)' },
  { id: 'plan.activate/reviewDate', action: 'plan.activate', fact: 'reviewDate', is: 'given', label: 'Set the date of the next review.', at: { document: 'plan', field: 'reviewDate' }, source: 'domain 10.1' },
  { id: 'plan.activate/needs', action: 'plan.activate', fact: 'needs', is: 'some', label: 'Add at least one need.', at: { document: 'plan', field: 'needs' }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/goals', action: 'plan.activate', fact: 'goals', is: 'some', label: 'Add at least one goal.', at: { document: 'plan', field: 'goals' }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/needs-without-goal', action: 'plan.activate', fact: 'needsWithoutGoal', is: 'none', label: 'Every need has a goal.', at: { document: 'plan', field: 'goals' }, source: 'data dictionary 15.10 (7)' },
  { id: 'plan.activate/goals-without-need', action: 'plan.activate', fact: 'goalsWithoutNeed', is: 'none', label: 'Every goal is linked to a need.', at: { document: 'plan', field: 'goals' }, source: 'domain 10.1' },
  { id: 'plan.activate/goals-incomplete', action: 'plan.activate', fact: 'goalsIncomplete', is: 'none', label: 'Every goal says what the student will do, its baseline, target, measure and date.', at: { document: 'plan', field: 'goals' }, source: 'data dictionary 15.10 (7)' },
  { id: 'plan.activate/goals-flat', action: 'plan.activate', fact: 'goalsFlat', is: 'none', label: 'A goal’s target differs from its baseline.', at: { document: 'plan', field: 'goals' }, source: 'domain 7.4' },
  { id: 'plan.activate/objectives', action: 'plan.activate', fact: 'goalsWithoutObjectives', is: 'none', label: 'Every goal has its steps on the way.', at: { document: 'plan', field: 'goals' }, tracks: ['idea'], source: 'HAR 8-60-44(a)(2)' },
  { id: 'plan.activate/services', action: 'plan.activate', fact: 'services', is: 'some', label: 'Add at least one service.', at: { document: 'plan', field: 'services' }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/services-incomplete', action: 'plan.activate', fact: 'servicesIncomplete', is: 'none', label: 'Every service says its minutes, how often, where, by whom, and from when until when.', at: { document: 'plan', field: 'services' }, source: 'data dictionary 15.10 (8); 34 CFR 300.320(a)(7)' },
  { id: 'plan.activate/providers-on-team', action: 'plan.activate', fact: 'servicesOffTeam', is: 'none', label: 'Every provider is a member of the team.', at: { document: 'plan', field: 'services' }, source: 'eCSSS, Request Service Provider' },
  { id: 'plan.activate/services-without-goal', action: 'plan.activate', fact: 'servicesWithoutGoal', is: 'none', label: 'Every service is linked to a goal.', at: { document: 'plan', field: 'services' }, source: 'domain 10.1' },
  { id: 'plan.activate/services-outside', action: 'plan.activate', fact: 'servicesOutside', is: 'none', label: 'Services lie within the plan’s dates.', at: { document: 'plan', field: 'services' }, source: 'domain 10.1' },
  { id: 'plan.activate/accommodations', action: 'plan.activate', fact: 'accommodations', is: 'some', label: 'Add at least one accommodation.', at: { document: 'plan', field: 'accommodations' }, tracks: ['s504'], source: 'data dictionary 15.6' },
  { id: 'plan.activate/serviceAvailabilityDate', action: 'plan.activate', fact: 'serviceAvailabilityDate', is: 'given', label: 'Give the date all services are available.', at: { document: 'plan', field: 'serviceAvailabilityDate' }, tracks: ['s504'], source: 'eCSSS, Service Availability Date' },
  { id: 'plan.activate/presentLevels', action: 'plan.activate', fact: 'presentLevels', is: 'yes', label: 'Describe the present levels.', at: { document: 'plan', field: 'presentLevels' }, tracks: ['idea'], source: '34 CFR 300.320(a)(1)' },
  { id: 'plan.activate/lre', action: 'plan.activate', fact: 'lre', is: 'yes', label: 'Give the minutes in the regular class and of school, and why not more.', at: { document: 'plan', field: 'lreReason' }, tracks: ['idea'], source: '34 CFR 300.320(a)(5)' },
  { id: 'plan.activate/stateTesting', action: 'plan.activate', fact: 'stateTesting', is: 'yes', label: 'Say how the student takes state and district tests.', at: { document: 'plan', field: 'stateTesting' }, tracks: ['idea'], source: '34 CFR 300.320(a)(6)' },
  { id: 'plan.activate/progressReporting', action: 'plan.activate', fact: 'progressReporting', is: 'yes', label: 'Say how and when progress is reported.', at: { document: 'plan', field: 'progressReporting' }, tracks: ['idea'], source: '34 CFR 300.320(a)(3)' },
  { id: 'plan.activate/explained', action: 'plan.activate', fact: 'parentExplainedDate', is: 'given', label: 'Explain the plan to the family and give the date.', at: { document: 'plan', field: 'parentExplainedDate' }, tracks: ['idea'], source: 'eCSSS, IEP Actions' },
  { id: 'plan.activate/copy', action: 'plan.activate', fact: 'parentCopyDate', is: 'given', label: 'Give the family a copy and the date.', at: { document: 'plan', field: 'parentCopyDate' }, tracks: ['idea'], source: 'eCSSS, IEP Actions' },
  { id: 'plan.activate/eligibility-notice', action: 'plan.activate', fact: 'eligibilityNoticeDate', is: 'given', label: 'Record that the family received the notice of the eligibility decision.', tracks: ['idea', 's504'], source: '34 CFR 300.503' },
  { id: 'plan.activate/refusal-notice', action: 'plan.activate', fact: 'evaluationNoticeDate', is: 'given', label: 'Record that the family received the notice that the student will not be evaluated.', tracks: ['action'], when: { fact: 'evaluationRefused', is: [true] }, source: 'domain 10.3; 34 CFR 300.503(a)(2)' },
  { id: 'plan.activate/notice', action: 'plan.activate', fact: 'planNoticeDate', is: 'given', label: 'Record that the family received the notice of the plan.', tracks: ['idea', 's504'], source: '34 CFR 300.503; eCSSS, IEP Actions' },
  { id: 'plan.activate/consent', action: 'plan.activate', fact: 'servicesConsent', is: 'one-of', values: ['given'], label: 'Record the family’s consent to the first services (102b).', tracks: ['idea'], source: '34 CFR 300.300(b)' },
  { id: 'plan.activate/consent-first', action: 'plan.activate', fact: 'planConferenceDate', is: 'not-before', than: 'servicesConsentDate', label: 'In Hawaii the consent to services comes before the IEP conference.', tracks: ['idea'], when: { fact: 'firstPlanReady', is: [true] }, source: 'HAR 8-60-47(c)(1)' },
  { id: 'plan.activate/conference', action: 'plan.activate', fact: 'planConferenceDate', is: 'given', label: 'Hold the plan’s conference and close it.', tracks: ['idea', 's504'], source: 'eCSSS, IEP Actions' },

  { id: 'provider.assign/service', action: 'provider.assign', fact: 'serviceKnown', is: 'yes', label: 'The service is on the active plan.', at: { field: 'service' }, source: 'eCSSS, Request Service Provider' },
  { id: 'provider.assign/member', action: 'provider.assign', fact: 'onTeam', is: 'yes', label: 'A provider is a member of the team.', at: { field: 'person' }, source: 'eCSSS, Request Service Provider' },

  { id: 'service.sign/service', action: 'service.sign', fact: 'serviceAssigned', is: 'yes', label: 'Choose a service of the active plan that is assigned to you.', at: { document: 'log', field: 'service' }, source: 'domain 5.7' },
  { id: 'service.sign/date', action: 'service.sign', fact: 'date', is: 'given', label: 'Give the date of the session.', at: { document: 'log', field: 'date' }, source: 'eCSSS, Service Log' },
  { id: 'service.sign/date-past', action: 'service.sign', fact: 'date', is: 'not-future', label: 'A session cannot be signed before it took place.', at: { document: 'log', field: 'date' }, when: { fact: 'hasDate', is: [true] }, source: 'domain 5.7' },
  { id: 'service.sign/date-recent', action: 'service.sign', fact: 'withinYear', is: 'yes', label: 'A session more than 365 days ago cannot be logged.', at: { document: 'log', field: 'date' }, when: { fact: 'hasDate', is: [true] }, source: 'eCSSS mobile: service_log_late' },
  { id: 'service.sign/date-plan', action: 'service.sign', fact: 'insideService', is: 'yes', label: 'The date lies within the service’s dates.', at: { document: 'log', field: 'date' }, when: { fact: 'hasDate', is: [true] }, source: 'domain 10.1' },
  { id: 'service.sign/status', action: 'service.sign', fact: 'status', is: 'given', label: 'Say what happened.', at: { document: 'log', field: 'status' }, source: 'data dictionary 15.8' },
  { id: 'service.sign/minutes', action: 'service.sign', fact: 'minutes', is: 'some', label: 'Give the minutes.', at: { document: 'log', field: 'minutes' }, when: { fact: 'status', is: ['provided'] }, source: 'eCSSS, Service Log' },
  { id: 'service.sign/group', action: 'service.sign', fact: 'groupOk', is: 'yes', label: 'A group has two students or more.', at: { document: 'log', field: 'groupSize' }, source: 'domain 5.7' },
  { id: 'service.sign/note', action: 'service.sign', fact: 'note', is: 'yes', label: 'Write a short note.', at: { document: 'log', field: 'note' }, when: { fact: 'status', is: ['provided'] }, source: 'domain 5.7' },
  { id: 'service.sign/once', action: 'service.sign', fact: 'alreadySigned', is: 'none', label: 'This session is signed already.', at: { document: 'log', field: 'date' }, source: 'domain 10.7' },
  { id: 'service.void/known', action: 'service.void', fact: 'voidable', is: 'yes', label: 'One can void one’s own signed sessions; the care coordinator and the supervisor any of the team’s.', at: { field: 'session' }, source: 'domain 10.7' },
  { id: 'service.void/reason', action: 'service.void', fact: 'hasReason', is: 'yes', label: 'Say why the session is void.', at: { field: 'reason' }, source: 'domain 10.7' },

  { id: 'team.coordinate/member', action: 'team.coordinate', fact: 'onTeam', is: 'yes', label: 'The care coordinator is a member of the team.', at: { field: 'person' }, source: 'eCSSS, Student Team list' },
  { id: 'team.remove/member', action: 'team.remove', fact: 'onTeam', is: 'yes', label: 'This person is not on the team.', at: { field: 'person' }, source: 'eCSSS, Student Team list' },
  { id: 'family.admit/once', action: 'family.admit', fact: 'admitted', is: 'none', label: 'This family member is admitted already.', at: { field: 'person' }, source: 'inference' },
  { id: 'conference.schedule/date', action: 'conference.schedule', fact: 'date', is: 'given', label: 'Choose a date.', at: { field: 'date' }, source: '34 CFR 300.322' },

  { id: 'review.decide/date', action: 'review.decide', fact: 'reviewDate', is: 'given', label: 'Give the date of the review.', at: { document: 'review', field: 'reviewDate' }, source: 'data dictionary 15.9' },
  { id: 'review.decide/outcomes', action: 'review.decide', fact: 'goalsWithoutOutcome', is: 'none', label: 'Give the outcome of every goal.', at: { document: 'review', field: 'outcomes' }, source: 'domain 10.1' },
  { id: 'review.decide/fidelity', action: 'review.decide', fact: 'fidelity', is: 'given', label: 'Say whether the services were delivered as planned.', at: { document: 'review', field: 'fidelity' }, source: 'data dictionary 15.9' },
  { id: 'review.decide/conclusion', action: 'review.decide', fact: 'conclusion', is: 'yes', label: 'Write what the team concludes.', at: { document: 'review', field: 'conclusion' }, source: 'data dictionary 15.9' },
  { id: 'review.decide/informed', action: 'review.decide', fact: 'parentInformedDate', is: 'given', label: 'Tell the family and give the date.', at: { document: 'review', field: 'parentInformedDate' }, source: '34 CFR 300.324(b); mission: parents are notified' },
  { id: 'review.decide/notice', action: 'review.decide', fact: 'reviewNoticeDate', is: 'given', label: 'Record that the family received the notice of this decision.', tracks: ['idea', 's504'], when: { fact: 'decision', is: ['revise', 'exit'] }, source: '34 CFR 300.503' },

  { id: 'case.close/no-plan', action: 'case.close', fact: 'activePlans', is: 'none', label: 'A case with an active plan ends with a review of the plan.', source: 'domain 10.1: an exit needs a review and, on these tracks, a notice' },
];
