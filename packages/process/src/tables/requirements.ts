import type { Track } from './stages.js';

/**
 * What a fact has to be. `given`: answered. `none`: an empty list or 0. `some`: at least one. `yes`: true. `no`: anything else.
 * `not-future`: no day later than today. `one-of`: a value of `values`. `not-before`: no day before the one in the fact `than`; of a day
 * that is missing neither says anything.
 */
export type Check = 'given' | 'none' | 'some' | 'yes' | 'no' | 'not-future' | 'one-of' | 'not-before';

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
  { id: 'referral.file/receivedDate-past', action: 'referral.file', fact: 'receivedDate', is: 'not-future', label: 'The received date cannot lie in the future.', at: { document: 'concern', field: 'receivedDate' }, source: 'data dictionary 15.1' },
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
  { id: 'conference.hold/actualDate-past', action: 'conference.hold', fact: 'actualDate', is: 'not-future', label: 'The conference’s date cannot lie in the future.', at: { document: 'conference', field: 'actualDate' }, source: 'eCSSS, Actual Conference' },
  { id: 'conference.hold/purpose', action: 'conference.hold', fact: 'purpose', is: 'given', label: 'Say what the conference was for.', at: { document: 'conference', field: 'purpose' }, source: 'eCSSS, Actual Conference' },
  { id: 'conference.hold/present', action: 'conference.hold', fact: 'present', is: 'some', label: 'Record who came.', at: { document: 'conference', field: 'attendance' }, source: '34 CFR 300.321' },

  { id: 'needs.define/conference', action: 'needs.define', fact: 'needsConferenceDate', is: 'given', label: 'Hold a conference on the student’s needs and close it.', source: 'domain 10.1: conference held, purpose Student Needs' },
  { id: 'needs.define/needs', action: 'needs.define', fact: 'needs', is: 'some', label: 'Define at least one need.', at: { document: 'needs', field: 'needs' }, source: 'domain 10.1' },
  { id: 'needs.define/incomplete', action: 'needs.define', fact: 'incomplete', is: 'none', label: 'Each need says its area and what is needed.', at: { document: 'needs', field: 'needs' }, source: 'data dictionary 15.2' },

  { id: 'plan.activate/coordinator', action: 'plan.activate', fact: 'coordinator', is: 'given', label: 'Name the care coordinator.', source: 'eCSSS, Student Team list' },
  { id: 'plan.activate/startDate', action: 'plan.activate', fact: 'startDate', is: 'given', label: 'Give the date the plan starts.', at: { document: 'plan', field: 'startDate' }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/endDate', action: 'plan.activate', fact: 'endDate', is: 'given', label: 'Give the date the plan ends.', at: { document: 'plan', field: 'endDate' }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/order', action: 'plan.activate', fact: 'endDate', is: 'not-before', than: 'startDate', label: 'The plan cannot end before it starts.', at: { document: 'plan', field: 'endDate' }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/year', action: 'plan.activate', fact: 'latestEnd', is: 'not-before', than: 'endDate', label: 'The plan lasts one year at most.', at: { document: 'plan', field: 'endDate' }, source: '34 CFR 300.324(b)(1)' },
  { id: 'plan.activate/reviewDate', action: 'plan.activate', fact: 'reviewDate', is: 'given', label: 'Set the date of the next review.', at: { document: 'plan', field: 'reviewDate' }, source: 'domain 10.1' },
  { id: 'plan.activate/needs', action: 'plan.activate', fact: 'needs', is: 'some', label: 'Add at least one need.', at: { document: 'plan', field: 'needs' }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/goals', action: 'plan.activate', fact: 'goals', is: 'some', label: 'Add at least one goal.', at: { document: 'plan', field: 'goals' }, source: 'data dictionary 15.6' },
  { id: 'plan.activate/needs-without-goal', action: 'plan.activate', fact: 'needsWithoutGoal', is: 'none', label: 'Every need has a goal.', at: { document: 'plan', field: 'goals' }, source: 'data dictionary 15.10 (7)' },
  { id: 'plan.activate/goals-without-need', action: 'plan.activate', fact: 'goalsWithoutNeed', is: 'none', label: 'Every goal is linked to a need.', at: { document: 'plan', field: 'goals' }, source: 'domain 10.1' },
  { id: 'plan.activate/goals-incomplete', action: 'plan.activate', fact: 'goalsIncomplete', is: 'none', label: 'Every goal says what the student will do, its baseline, target, measure and date.', at: { document: 'plan', field: 'goals' }, source: 'data dictionary 15.10 (7)' },
  { id: 'plan.activate/goals-flat', action: 'plan.activate', fact: 'goalsFlat', is: 'none', label: 'A goal’s target differs from its baseline.', at: { document: 'plan', field: 'goals' }, source: 'domain 7.4' },
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
  { id: 'plan.activate/refusal-notice', action: 'plan.activate', fact: 'evaluationNoticeDate', is: 'given', label: 'Record that the family received the notice that the student will not be evaluated.', tracks: ['action'], when: { fact: 'evaluationRefused', is: [true] }, source: 'domain 10.3; 34 CFR 300.503(a)(2)' },

  { id: 'provider.assign/service', action: 'provider.assign', fact: 'serviceKnown', is: 'yes', label: 'The service is on the active plan.', at: { field: 'service' }, source: 'eCSSS, Request Service Provider' },
  { id: 'provider.assign/member', action: 'provider.assign', fact: 'onTeam', is: 'yes', label: 'A provider is a member of the team.', at: { field: 'person' }, source: 'eCSSS, Request Service Provider' },

  { id: 'service.sign/service', action: 'service.sign', fact: 'serviceAssigned', is: 'yes', label: 'Choose a service of the active plan that is assigned to you.', at: { document: 'log', field: 'service' }, source: 'domain 5.7' },
  { id: 'service.sign/date', action: 'service.sign', fact: 'date', is: 'given', label: 'Give the date of the session.', at: { document: 'log', field: 'date' }, source: 'eCSSS, Service Log' },
  { id: 'service.sign/date-past', action: 'service.sign', fact: 'date', is: 'not-future', label: 'A session cannot be signed before it took place.', at: { document: 'log', field: 'date' }, source: 'domain 5.7' },
  { id: 'service.sign/date-recent', action: 'service.sign', fact: 'withinYear', is: 'yes', label: 'A session more than 365 days ago cannot be logged.', at: { document: 'log', field: 'date' }, source: 'eCSSS mobile: service_log_late' },
  { id: 'service.sign/date-plan', action: 'service.sign', fact: 'insideService', is: 'yes', label: 'The date lies within the service’s dates.', at: { document: 'log', field: 'date' }, source: 'domain 10.1' },
  { id: 'service.sign/consent', action: 'service.sign', fact: 'servicesStopped', is: 'no', label: 'Services had stopped by then: the family took back its consent.', at: { document: 'log', field: 'date' }, source: '34 CFR 300.300(b)(4)(i)' },
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

  {
    id: 'referral.file/enrolledDate',
    action: 'referral.file',
    fact: 'enrolledDate',
    is: 'given',
    label: 'Give the date the student enrolled here.',
    at: { document: 'concern', field: 'enrolledDate' },
    when: { fact: 'transferFrom', is: ['other-state-iep', 'other-state-504'] },
    source: '34 CFR 300.323(f); HAR 8-60-47(e)',
  },
  { id: 'referral.file/one-open', action: 'referral.file', fact: 'openCasesElsewhere', is: 'none', label: 'Another referral of this student is open: close it, or go on there.', source: 'domain 10.2 [I]: one open referral a student' },
  { id: 'suspicion.raise/not-yet', action: 'suspicion.raise', fact: 'suspicion', is: 'one-of', values: ['no'], label: 'A disability is suspected already.', source: 'domain 10.1' },
  { id: 'suspicion.raise/day', action: 'suspicion.raise', fact: 'suspicionDate', is: 'not-future', label: 'The date cannot lie in the future.', at: { field: 'day' }, source: 'HAR 8-60-10(d)' },

  { id: 'invitation.send/announcedDate-past', action: 'invitation.send', fact: 'announcedDate', is: 'not-future', label: 'The date it went out cannot lie in the future.', at: { document: 'invitation', field: 'announcedDate' }, source: 'eCSSS, Conference Announcement' },
  { id: 'invitation.send/early', action: 'invitation.send', fact: 'meetingDate', is: 'not-before', than: 'announcedDate', label: 'The invitation goes out before the conference.', at: { document: 'invitation', field: 'meetingDate' }, source: '34 CFR 300.322(a)(1): early enough' },
  { id: 'invitation.send/family', action: 'invitation.send', fact: 'family', is: 'some', label: 'Invite the family.', at: { document: 'invitation', field: 'invitees' }, source: '34 CFR 300.322(a)' },
  { id: 'invitation.send/notices', action: 'invitation.send', fact: 'notices', is: 'some', label: 'Record how the family was told, once for each address.', at: { document: 'invitation', field: 'notices' }, source: '34 CFR 300.322(a)(1); HAR 8-60-45(b)' },
  { id: 'invitation.send/notices-incomplete', action: 'invitation.send', fact: 'noticesIncomplete', is: 'none', label: 'Each says to whom, when, how and in which language.', at: { document: 'invitation', field: 'notices' }, source: 'data dictionary 15.3' },
  { id: 'contact.record/date', action: 'contact.record', fact: 'date', is: 'not-future', label: 'The date cannot lie in the future.', at: { field: 'date' }, source: 'eCSSS, Contact Efforts' },
  { id: 'conference.hold/invitation', action: 'conference.hold', fact: 'invitationSent', is: 'given', label: 'Send the invitation first.', when: { fact: 'hasInvitation', is: [true] }, source: '34 CFR 300.322(a), 300.501(b)' },
  { id: 'conference.hold/family', action: 'conference.hold', fact: 'familyPresentOrTried', is: 'yes', label: 'The family was there, or the attempts to reach them are on record.', at: { document: 'conference', field: 'attendance' }, when: { fact: 'isFormal', is: [true] }, source: '34 CFR 300.322(d)' },
  { id: 'conference.hold/members', action: 'conference.hold', fact: 'membersMissing', is: 'none', label: 'Every member whom the law calls was there or is excused.', at: { document: 'conference', field: 'attendance' }, source: '34 CFR 300.321(a),(e); 300.306(a); HAR 8-60-45' },
  { id: 'conference.hold/excused', action: 'conference.hold', fact: 'excusedWithoutAgreement', is: 'none', label: 'An excused member’s area was not discussed, and the family agreed in writing: give the date.', at: { document: 'conference', field: 'attendance' }, source: '34 CFR 300.321(e)(1)' },
  { id: 'conference.hold/excused-input', action: 'conference.hold', fact: 'excusedWithoutInput', is: 'none', label: 'A member who is excused with input wrote it before the meeting, and the family consented: give both.', at: { document: 'conference', field: 'attendance' }, source: '34 CFR 300.321(e)(2)' },

  { id: 'evaluation.decide/decisionDate-past', action: 'evaluation.decide', fact: 'decisionDate', is: 'not-future', label: 'The decision’s date cannot lie in the future.', at: { document: 'evaluation', field: 'decisionDate' }, source: 'data dictionary 15.4' },
  { id: 'evaluation.decide/areas', action: 'evaluation.decide', fact: 'areas', is: 'some', label: 'Name the areas that are assessed.', at: { document: 'evaluation', field: 'areas' }, when: { fact: 'assessmentNeeded', is: [true] }, source: '34 CFR 300.304(c)(4)' },
  {
    id: 'evaluation.decide/agreement',
    action: 'evaluation.decide',
    fact: 'agreementInTime',
    is: 'yes',
    label: 'The agreement is made 120 days before the reevaluation is due, not earlier.',
    at: { document: 'evaluation', field: 'agreedUnnecessary' },
    when: { fact: 'agreedUnnecessary', is: [true] },
    source: 'eCSSS, Triennial Reevaluation Agreement',
  },
  { id: 'consent.request/one', action: 'consent.request', fact: 'underWay', is: 'none', label: 'This consent is asked for already.', at: { field: 'form' }, source: 'inference' },
  { id: 'consent.provide/providedDate-past', action: 'consent.provide', fact: 'providedDate', is: 'not-future', label: 'The date it was given cannot lie in the future.', at: { document: 'consent', field: 'providedDate' }, source: 'eCSSS, Consent 102a' },
  { id: 'consent.record/provided', action: 'consent.record', fact: 'providedDate', is: 'given', label: 'Give the form to the family first.', at: { field: 'document' }, source: '34 CFR 300.9; eCSSS, Consent 102a' },
  { id: 'consent.record/open', action: 'consent.record', fact: 'answered', is: 'no', label: 'This consent is answered already.', at: { field: 'document' }, source: 'domain 10.6' },
  { id: 'consent.record/receivedDate', action: 'consent.record', fact: 'receivedDate', is: 'not-future', label: 'The date it was received cannot lie in the future.', at: { field: 'receivedDate' }, when: { fact: 'result', is: ['given', 'denied'] }, source: 'eCSSS, Consent 102a' },
  { id: 'consent.record/order', action: 'consent.record', fact: 'receivedDate', is: 'not-before', than: 'providedDate', label: 'A consent cannot be received before it was given out.', at: { field: 'receivedDate' }, when: { fact: 'result', is: ['given', 'denied'] }, source: 'eCSSS, Consent 102a' },
  { id: 'consent.record/efforts', action: 'consent.record', fact: 'effortsMade', is: 'yes', label: 'Record the attempts to reach the family first.', at: { field: 'result' }, when: { fact: 'result', is: ['no-response'] }, source: '34 CFR 300.300(c)(2), 300.322(d)' },
  { id: 'consent.revoke/given', action: 'consent.revoke', fact: 'hasConsent', is: 'yes', label: 'There is no consent to services that could be taken back.', at: { field: 'document' }, source: '34 CFR 300.300(b)(4)' },
  { id: 'consent.revoke/receivedDate', action: 'consent.revoke', fact: 'receivedDate', is: 'not-future', label: 'The date it was received cannot lie in the future.', at: { field: 'receivedDate' }, source: 'eCSSS, Revocation of Consent' },
  { id: 'consent.revoke/order', action: 'consent.revoke', fact: 'effectiveDate', is: 'not-before', than: 'receivedDate', label: 'Services stop after the signed form was received.', at: { field: 'effectiveDate' }, source: '34 CFR 300.300(b)(4)(i)' },
  { id: 'assessment.request/consent', action: 'assessment.request', fact: 'consented', is: 'yes', label: 'The family’s consent comes first.', source: '34 CFR 300.300(a),(c)' },
  { id: 'assessment.request/member', action: 'assessment.request', fact: 'onTeam', is: 'yes', label: 'An evaluator is a member of the team.', at: { field: 'person' }, source: 'eCSSS, Assessment Request' },
  { id: 'assessment.file/reportDate-past', action: 'assessment.file', fact: 'reportDate', is: 'not-future', label: 'The report’s date cannot lie in the future.', at: { document: 'assessment', field: 'reportDate' }, source: 'eCSSS, Assessment Report' },
  { id: 'eligibility.decide/decisionDate-past', action: 'eligibility.decide', fact: 'decisionDate', is: 'not-future', label: 'The decision’s date cannot lie in the future.', at: { document: 'eligibility', field: 'decisionDate' }, source: 'data dictionary 15.5' },
  { id: 'eligibility.decide/reports', action: 'eligibility.decide', fact: 'reportsOpen', is: 'none', label: 'Every assessment report is filed by its author first.', source: '34 CFR 300.306(c)(1); domain §11 (c)' },
  { id: 'eligibility.decide/report', action: 'eligibility.decide', fact: 'reportsMissing', is: 'no', label: 'Request the assessment and wait for its report.', source: '34 CFR 300.304, 300.306(c)(1)' },
  { id: 'eligibility.decide/conference', action: 'eligibility.decide', fact: 'eligibilityConference', is: 'given', label: 'Hold the conference on eligibility and close it.', source: '34 CFR 300.306(a); eCSSS, Conference-Eligibility' },
  { id: 'eligibility.decide/excluded', action: 'eligibility.decide', fact: 'excluded', is: 'none', label: 'A student is not eligible when instruction or limited English is the determinant factor.', at: { document: 'eligibility', field: 'eligible' }, when: { fact: 'eligible', is: [true] }, source: '34 CFR 300.306(b)' },
  {
    id: 'eligibility.decide/needs',
    action: 'eligibility.decide',
    fact: 'needsSpecialEducation',
    is: 'yes',
    label: 'A student who does not need special education is not eligible under IDEA.',
    at: { document: 'eligibility', field: 'needsSpecialEducation' },
    when: { fact: 'eligibleUnderIdea', is: [true] },
    source: '34 CFR 300.8(a)(2)(i)',
  },
  { id: 'eligibility.decide/dissent', action: 'eligibility.decide', fact: 'dissentWithoutStatement', is: 'none', label: 'A member who does not agree writes a statement of their own.', at: { document: 'eligibility', field: 'dissent' }, source: '34 CFR 300.311(b)' },

  { id: 'notice.draft/known', action: 'notice.draft', fact: 'known', is: 'yes', label: 'Say what the notice is about.', at: { field: 'about' }, source: '34 CFR 300.503(a)' },
  { id: 'notice.draft/one', action: 'notice.draft', fact: 'underWay', is: 'none', label: 'A notice about this is being written already.', at: { field: 'about' }, source: 'inference' },
  { id: 'notice.draft/reached', action: 'notice.draft', fact: 'reached', is: 'yes', label: 'The case has not come to the decision that this notice is about.', at: { field: 'about' }, source: 'eCSSS, Prior Written Notice: one for each decision' },
  { id: 'notice.provide/elements', action: 'notice.provide', fact: 'elementsMissing', is: 'none', label: 'Write all seven contents of the notice: what stands in brackets is still to be written.', at: { document: 'notice', field: 'action' }, source: '34 CFR 300.503(b)' },
  { id: 'notice.provide/providedDate-past', action: 'notice.provide', fact: 'providedDate', is: 'not-future', label: 'The date it was received cannot lie in the future.', at: { document: 'notice', field: 'providedDate' }, source: 'eCSSS, Prior Written Notice' },

  { id: 'plan.activate/objectives', action: 'plan.activate', fact: 'goalsWithoutObjectives', is: 'none', label: 'Every goal has its steps on the way.', at: { document: 'plan', field: 'goals' }, tracks: ['idea'], source: 'HAR 8-60-44(a)(2)' },
  { id: 'plan.activate/special-factors', action: 'plan.activate', fact: 'specialFactorsOpen', is: 'none', label: 'Answer each of the five special factors, and say what is planned where one applies.', at: { document: 'plan', field: 'factorBehavior' }, tracks: ['idea'], source: '34 CFR 300.324(a)(2); HAR 8-60-48' },
  { id: 'plan.activate/transition', action: 'plan.activate', fact: 'transition', is: 'yes', label: 'Plan the transition: goals after school, courses and services.', at: { document: 'plan', field: 'postEducation' }, tracks: ['idea'], when: { fact: 'transitionDue', is: [true] }, source: '34 CFR 300.320(b)' },
  {
    id: 'plan.activate/rights-informed',
    action: 'plan.activate',
    fact: 'rightsInformedDate',
    is: 'given',
    label: 'Inform the student that the rights will be theirs, and give the date.',
    at: { document: 'plan', field: 'rightsInformedDate' },
    tracks: ['idea'],
    when: { fact: 'rightsInformedDue', is: [true] },
    source: '34 CFR 300.320(c)',
  },
  { id: 'plan.activate/notice', action: 'plan.activate', fact: 'planNoticeDate', is: 'given', label: 'Give the family the notice of the plan.', tracks: ['idea', 's504'], source: '34 CFR 300.503; eCSSS, IEP Actions' },
  { id: 'plan.activate/consent', action: 'plan.activate', fact: 'servicesConsent', is: 'one-of', values: ['given'], label: 'Record the family’s consent to the first services (102b).', tracks: ['idea'], source: '34 CFR 300.300(b)' },
  { id: 'plan.activate/consent-first', action: 'plan.activate', fact: 'planConferenceDate', is: 'not-before', than: 'servicesConsentDate', label: 'In Hawaii the consent to services comes before the IEP conference.', tracks: ['idea'], when: { fact: 'cycle', is: ['initial'] }, source: 'HAR 8-60-47(c)(1)' },
  { id: 'plan.activate/conference', action: 'plan.activate', fact: 'planConferenceDate', is: 'given', label: 'Hold the plan’s conference and close it.', tracks: ['idea', 's504'], when: { fact: 'isAmendment', is: [false] }, source: 'eCSSS, IEP Actions' },
  {
    id: 'plan.activate/amendment',
    action: 'plan.activate',
    fact: 'amendmentAgreedDate',
    is: 'given',
    label: 'Without a conference the family and the school agree to the change: give the date.',
    at: { document: 'plan', field: 'amendmentAgreedDate' },
    tracks: ['idea'],
    when: { fact: 'isAmendment', is: [true] },
    source: '34 CFR 300.324(a)(4)',
  },
  { id: 'plan.activate/one', action: 'plan.activate', fact: 'activePlansElsewhere', is: 'none', label: 'Another case of this student has an active plan of this kind.', source: 'domain 10.4: one active plan of a kind a student' },
  { id: 'plan.revise/active', action: 'plan.revise', fact: 'hasPlan', is: 'yes', label: 'There is no active plan that could be changed.', source: 'eCSSS, Revision' },
  { id: 'provider.assign/active', action: 'provider.assign', fact: 'hasPlan', is: 'yes', label: 'There is no active plan.', source: 'eCSSS, Request Service Provider' },
  { id: 'progress.open/active', action: 'progress.open', fact: 'hasPlan', is: 'yes', label: 'There is no active plan to report on.', source: '34 CFR 300.320(a)(3)' },
  { id: 'progress.publish/goals', action: 'progress.publish', fact: 'goalsWithoutCode', is: 'none', label: 'Say for every goal how far it has come.', at: { document: 'progress', field: 'goals' }, source: '34 CFR 300.320(a)(3)(ii)' },
  { id: 'progress.publish/sentDate-past', action: 'progress.publish', fact: 'sentDate', is: 'not-future', label: 'The date it was sent cannot lie in the future.', at: { document: 'progress', field: 'sentDate' }, source: 'data dictionary 15.9' },

  { id: 'review.decide/notice', action: 'review.decide', fact: 'noticeDate', is: 'given', label: 'Give the family the notice before the plan ends.', tracks: ['idea', 's504'], when: { fact: 'decision', is: ['exit'] }, source: '34 CFR 300.503' },
  { id: 'review.decide/exitReason', action: 'review.decide', fact: 'exitReason', is: 'given', label: 'Say why the plan ends.', at: { document: 'review', field: 'exitReason' }, when: { fact: 'decision', is: ['exit'] }, source: 'data dictionary 15.6' },
  {
    id: 'review.decide/reevaluated',
    action: 'review.decide',
    fact: 'reevaluatedNotEligible',
    is: 'yes',
    label: 'That a student is no longer eligible is found by a reevaluation.',
    at: { document: 'review', field: 'exitReason' },
    tracks: ['idea', 's504'],
    when: { fact: 'exitReason', is: ['no-longer-eligible'] },
    source: '34 CFR 300.305(e)(1)',
  },
  { id: 'review.decide/eligible', action: 'review.decide', fact: 'track', is: 'one-of', values: ['idea', 's504'], label: 'Only a student who was found eligible is reevaluated: raise the suspicion instead.', when: { fact: 'decision', is: ['reevaluate'] }, source: '34 CFR 300.303' },
  { id: 'reevaluation.open/active', action: 'reevaluation.open', fact: 'hasPlan', is: 'yes', label: 'There is no active plan.', source: '34 CFR 300.303' },
  { id: 'reevaluation.open/eligible', action: 'reevaluation.open', fact: 'track', is: 'one-of', values: ['idea', 's504'], label: 'Only a student who was found eligible is reevaluated: raise the suspicion instead.', source: '34 CFR 300.303' },
  { id: 'reevaluation.open/gap', action: 'reevaluation.open', fact: 'gapOk', is: 'yes', label: 'The last one is less than a year ago: the family and the school have to agree.', at: { field: 'bothAgree' }, source: '34 CFR 300.303(b)(1)' },

  { id: 'document.correct/record', action: 'document.correct', fact: 'correctable', is: 'yes', label: 'Only a document on record can be corrected; a draft is simply written on.', at: { field: 'document' }, source: 'eCSSS, New Version' },
  { id: 'document.correct/one', action: 'document.correct', fact: 'underWay', is: 'none', label: 'A correction of this document is being written already.', at: { field: 'document' }, source: 'inference' },
  { id: 'correction.file/changes', action: 'correction.file', fact: 'changes', is: 'some', label: 'Nothing was corrected yet.', source: 'eCSSS, New Version' },
  { id: 'correction.file/revision', action: 'correction.file', fact: 'revisions', is: 'none', label: 'This changes what was decided. That is a revision and needs a notice: take it back here and change the plan instead.', source: 'domain §2.17: the two must never be confused' },
  { id: 'clock.correct/clock', action: 'clock.correct', fact: 'clock', is: 'given', label: 'Choose the deadline.', at: { field: 'clock' }, source: 'eCSSS, corrected timeline' },
  { id: 'clock.correct/any', action: 'clock.correct', fact: 'any', is: 'yes', label: 'Give the corrected start or end.', at: { field: 'start' }, source: 'eCSSS, corrected timeline' },
  { id: 'event.record/day', action: 'event.record', fact: 'day', is: 'not-future', label: 'The date cannot lie in the future.', at: { field: 'day' }, source: 'domain §6' },
  { id: 'rights.transfer/once', action: 'rights.transfer', fact: 'transferred', is: 'no', label: 'The rights are the student’s already.', source: '34 CFR 300.520' },
  { id: 'rights.transfer/birthDate', action: 'rights.transfer', fact: 'birthDate', is: 'given', label: 'The date of birth is not known: it comes with the roster.', source: 'HRS 577-1; data from the student information system' },
  { id: 'rights.transfer/age', action: 'rights.transfer', fact: 'day', is: 'not-before', than: 'majorityDate', label: 'The student is not of age on this day.', at: { field: 'day' }, source: 'HRS 577-1' },
  { id: 'access.review/access', action: 'access.review', fact: 'access', is: 'given', label: 'Choose the emergency access.', at: { field: 'access' }, source: 'domain §11 (e)' },
  { id: 'access.review/once', action: 'access.review', fact: 'isReviewed', is: 'no', label: 'It was reviewed already.', at: { field: 'access' }, source: 'inference' },
  { id: 'access.review/own', action: 'access.review', fact: 'isOwn', is: 'no', label: 'Somebody else has to review your own access.', source: 'domain §11, hard rule d: nobody signs off their own' },
  { id: 'case.move/other', action: 'case.move', fact: 'isOther', is: 'yes', label: 'Choose another school.', at: { field: 'school' }, source: 'inference' },
  { id: 'case.supersede/other', action: 'case.supersede', fact: 'isOther', is: 'yes', label: 'Name the other case.', at: { field: 'by' }, source: 'domain 10.2' },
  { id: 'case.supersede/no-plan', action: 'case.supersede', fact: 'activePlans', is: 'none', label: 'A case with an active plan ends with a review of the plan.', source: 'domain 10.1' },
  { id: 'case.close/no-plan', action: 'case.close', fact: 'activePlans', is: 'none', label: 'A case with an active plan ends with a review of the plan.', when: { fact: 'revoked', is: [false] }, source: 'domain 10.1: an exit needs a review and, on these tracks, a notice' },
  { id: 'case.close/efforts', action: 'case.close', fact: 'efforts', is: 'some', label: 'Record the attempts to reach the family first.', when: { fact: 'closesUnanswered', is: [true] }, source: '34 CFR 300.322(d); domain 10.3' },
];
