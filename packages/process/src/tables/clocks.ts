import type { Track } from './stages.js';

/** A named date of the case (tables/dates.ts), or one that ends the clock only on these tracks. */
export type StopDate = string | { readonly date: string; readonly when: { readonly tracks: readonly (Track | null)[] } };

/**
 * A deadline of the law: it starts with the earliest of its sources, is due some days later and stops with an event. `start` and
 * the stops name dates of the case; with `each`, `start` only names the day that the school year or the period gives. A clock with several stops needs all of `stopsWithAll` or any of `stopsWithAny`; the end of
 * the case stops every clock. A source says in words how sure it is where the law’s text was not read.
 */
export interface ClockRow {
  readonly id: string;
  readonly label: string;
  readonly familyLabel: string;
  readonly start: readonly string[];
  /** Of several sources, and of one that comes again, the latest counts, not the earliest. */
  readonly latest?: true;
  /** Calendar days and years, or school days of the process’s calendar. */
  readonly unit: 'days' | 'school-days' | 'years';
  readonly count: number;
  /** An age that the profile may set otherwise; so many years less than it. */
  readonly age?: { readonly of: 'transitionAge' | 'majorityAge' | 'endAge'; readonly less?: number };
  readonly stopsWithAll?: readonly StopDate[];
  readonly stopsWithAny?: readonly StopDate[];
  /** A date that, once recorded after the start, is the due day instead. */
  readonly agreed?: string;
  /** A date that, when it comes sooner, is the due day instead. */
  readonly cappedBy?: string;
  /** Due when the IEP begins whose term holds the day counted to, and never after that day. */
  readonly inPlanTerm?: true;
  /** Runs anew in every school year or period of reports, whose days are its start and its due day. */
  readonly each?: 'school-year' | 'report-period';
  /** Only in a case whose request came before the due day. */
  readonly ahead?: true;
  /** Not shown earlier than so many days before it is due. */
  readonly appears?: number;
  /** What it asks for may be agreed to be unnecessary, but not earlier than so many days before it is due. */
  readonly agreeable?: number;
  /** Not before its due day may something happen: no deadline, and gone once the day is there. */
  readonly before?: true;
  /** Shown to remind; the law does not say it. */
  readonly warning?: true;
  /** No deadline of a case: asked for with `clockOf` or `dueOf` only. */
  readonly display?: true;
  /** Only while these hold. */
  readonly suspected?: true;
  readonly tracks?: readonly (Track | null)[];
  /** What to know besides the date: once `after` is there and until `until` is. */
  readonly cautions?: readonly { readonly says: string; readonly after?: string; readonly until?: string }[];
  /** A due date nearer than this is shown as soon, in days. */
  readonly soon: number;
  readonly source: string;
}

const refDecision: ClockRow = {
  id: 'ref_decision',
  label: 'Answer to the request for evaluation',
  familyLabel: 'The school’s answer to your request',
  start: ['receivedDate', 'suspicionAfterFilingDate'],
  latest: true,
  unit: 'days',
  count: 15,
  suspected: true,
  stopsWithAll: ['evaluationNoticeDate', 'safeguardsDate', 'consentRequestDateIfNeeded'],
  soon: 5,
  source: 'HAR 8-60-10(d)(2): 15 days until the parent has received the whole answer. That a later suspicion starts it is inferred',
};

const evaluation: ClockRow = {
  id: 'eval_60',
  label: 'Evaluation finished',
  familyLabel: 'The evaluation is finished',
  start: ['assessmentConsentDate', 'needsConferenceDateWithoutAssessment'],
  unit: 'days',
  count: 60,
  stopsWithAny: ['withdrawnDate', 'ideaEligibilityDate', 'ineligibleNoticeDate', 'servicesRefusedDate', { date: 'serviceAvailabilityDate', when: { tracks: ['s504'] } }],
  cautions: [{ says: 'The family still has to get the notice of the eligibility decision.', after: 'ideaEligibilityDate', until: 'eligibilityNoticeDate' }],
  soon: 14,
  source: 'eCSSS, 60-Day Timeline; 34 CFR 300.301(c). That the IDEA decision ends it is inferred from 300.301(c)(2); HAR 8-60-33 was not read',
};

const evaluationFederal: ClockRow = {
  id: 'eval_60_fed',
  label: 'Evaluation finished',
  familyLabel: 'The evaluation is finished',
  start: ['assessmentConsentDate'],
  unit: 'days',
  count: 60,
  agreed: 'evaluationAgreedDate',
  stopsWithAny: ['withdrawnDate', 'eligibilityDate', 'childNotProducedDate'],
  soon: 14,
  source: '34 CFR 300.301(c)-(e): 60 days from the consent, or the State’s own number',
};

const iepMeetingHawaii: ClockRow = {
  id: 'iep_meeting_hi',
  label: 'IEP conference',
  familyLabel: 'The meeting about the IEP',
  start: ['servicesConsentDate'],
  unit: 'days',
  count: 15,
  tracks: ['idea'],
  stopsWithAny: ['iepConferenceDate'],
  soon: 5,
  source: 'HAR 8-60-47(c)(1)',
};

const iepMeetingFederal: ClockRow = {
  id: 'iep_meeting_fed',
  label: 'IEP conference after the eligibility decision',
  familyLabel: 'The meeting about the IEP, after the eligibility decision',
  start: ['needsServicesDate'],
  unit: 'days',
  count: 30,
  tracks: ['idea'],
  stopsWithAny: ['iepConferenceAfterEligibilityDate', 'servicesDeclinedDate'],
  soon: 10,
  source: '34 CFR 300.323(c)(1); 300.300(b)(4) when services are refused or not answered',
};

const comparable: ClockRow = {
  id: 'comparable_iep',
  label: 'Initial IEP of a student from another state',
  familyLabel: 'Your child’s own IEP here',
  start: ['enrolledDate'],
  unit: 'days',
  count: 90,
  warning: true,
  tracks: [null, 'idea'],
  stopsWithAny: ['iepActivatedDate'],
  cautions: [{ says: 'A reminder: the State’s form counts 90 days, no rule with this number was found.' }],
  soon: 21,
  source: 'Hawaii form, comparable services; HAR 8-60-47(e). The 90 days are not verified in law',
};

const annual: ClockRow = {
  id: 'plan_annual',
  label: 'Annual plan conference',
  familyLabel: 'The yearly meeting about the plan',
  start: ['activePlanConferenceDate'],
  unit: 'years',
  count: 1,
  stopsWithAny: ['nextPlanConferenceDate', 'exitDate'],
  soon: 45,
  source: '34 CFR 300.324(b)(1)',
};

const triennial: ClockRow = {
  id: 'reeval_triennial',
  label: 'Reevaluation',
  familyLabel: 'Looking again at whether your child needs special education',
  start: ['lastEligibilityDate', 'triennialAgreementNoticeDate'],
  latest: true,
  unit: 'years',
  count: 3,
  tracks: ['idea', 's504'],
  stopsWithAny: ['exitDate'],
  agreeable: 120,
  soon: 120,
  source: '34 CFR 300.303(b)(2); 104.35(d) accepts the same for Section 504. Hawaii: may be opened 120 days before',
};

const minimumGap: ClockRow = {
  id: 'reeval_min_gap',
  label: 'No reevaluation before this day, unless both agree',
  familyLabel: 'No new evaluation before this day, unless you and the school agree',
  start: ['lastEligibilityDate'],
  latest: true,
  unit: 'years',
  count: 1,
  before: true,
  tracks: ['idea'],
  stopsWithAny: ['reevaluationAgreedDate', 'exitDate'],
  soon: 0,
  source: '34 CFR 300.303(b)(1)',
};

const safeguards: ClockRow = {
  id: 'safeguards_yearly',
  label: 'Procedural safeguards notice of this school year',
  familyLabel: 'This school year’s paper about your rights',
  start: ['schoolYearStart'],
  unit: 'years',
  count: 1,
  each: 'school-year',
  tracks: ['idea'],
  stopsWithAny: ['safeguardsGivenDate', 'safeguardsDate'],
  soon: 60,
  source: '34 CFR 300.504(a); HAR 8-60-59',
};

const progress: ClockRow = {
  id: 'progress_report',
  label: 'Progress report',
  familyLabel: 'The report on your child’s progress',
  start: ['reportPeriodEnd'],
  unit: 'days',
  count: 0,
  each: 'report-period',
  tracks: ['idea'],
  soon: 14,
  source: '34 CFR 300.320(a)(3)(ii); the periods are those the plan names or the district’s calendar',
};

const partC: ClockRow = {
  id: 'part_c_transition',
  label: 'IEP in effect by the third birthday',
  familyLabel: 'An IEP by your child’s third birthday',
  start: ['birthDate'],
  unit: 'years',
  count: 3,
  ahead: true,
  suspected: true,
  tracks: [null, 'idea'],
  stopsWithAny: ['iepActivatedDate'],
  cautions: [{ says: 'For a birthday in the summer the team sets the first day of services.' }],
  soon: 90,
  source: '34 CFR 300.124(b), 300.323(b); HAR 8-60-3(b)',
};

const transition: ClockRow = {
  id: 'transition_age',
  label: 'Transition to life after school is in the IEP',
  familyLabel: 'The IEP plans for life after school',
  start: ['birthDate'],
  unit: 'years',
  count: 16,
  age: { of: 'transitionAge' },
  inPlanTerm: true,
  appears: 730,
  tracks: ['idea'],
  stopsWithAny: ['transitionPlannedDate'],
  soon: 90,
  source: '34 CFR 300.320(b): the IEP in effect at the 16th birthday; Hawaii’s form has the section from 14',
};

const rights: ClockRow = {
  id: 'rights_transfer',
  label: 'Student told of the rights that go over at the age of majority',
  familyLabel: 'Your child is told of the rights they get when of age',
  start: ['birthDate'],
  unit: 'years',
  count: 17,
  age: { of: 'majorityAge', less: 1 },
  inPlanTerm: true,
  appears: 400,
  tracks: ['idea'],
  stopsWithAny: ['rightsInformedDate', 'rightsTransferredDate'],
  soon: 90,
  source: '34 CFR 300.320(c): a year before the age of majority; HRS 577-1: that is 18',
};

const ageOut: ClockRow = {
  id: 'age_out',
  label: 'Services end with this birthday',
  familyLabel: 'Services end with this birthday',
  start: ['birthDate'],
  unit: 'years',
  count: 22,
  age: { of: 'endAge' },
  appears: 400,
  tracks: ['idea'],
  stopsWithAny: ['exitDate'],
  cautions: [{ says: 'Before the exit the student gets a summary of performance.', until: 'summaryOfPerformanceDate' }],
  soon: 120,
  source: 'E.R.K. v. Hawaii DOE (9th Cir. 2013) against HAR 8-60-3; 34 CFR 300.305(e)(3)',
};

const manifestation: ClockRow = {
  id: 'manifestation',
  label: 'Manifestation determination',
  familyLabel: 'Whether the conduct comes from the disability',
  start: ['disciplineDecisionDate'],
  latest: true,
  unit: 'school-days',
  count: 10,
  stopsWithAny: ['manifestationDate'],
  soon: 4,
  source: '34 CFR 300.530(e)(1)',
};

const disciplineNotice: ClockRow = {
  id: 'discipline_notice',
  label: 'Notice of the disciplinary decision, with safeguards',
  familyLabel: 'You are told of the decision, with your rights',
  start: ['disciplineDecisionDate'],
  latest: true,
  unit: 'days',
  count: 0,
  stopsWithAll: ['disciplineNoticeDate', 'safeguardsGivenDate'],
  soon: 0,
  source: '34 CFR 300.530(h): on the day of the decision',
};

const medicaid: ClockRow = {
  id: 'medicaid_notice',
  label: 'Yearly notice about public insurance',
  familyLabel: 'The yearly notice about Medicaid',
  start: ['medicaidNoticeDate'],
  latest: true,
  unit: 'years',
  count: 1,
  stopsWithAny: ['exitDate'],
  soon: 45,
  source: '34 CFR 300.154(d)(2)(v): before the first use and yearly',
};

const records: ClockRow = {
  id: 'records_access',
  label: 'Parents see the records they asked for',
  familyLabel: 'You see the records you asked for',
  start: ['recordsRequestedDate'],
  latest: true,
  unit: 'days',
  count: 45,
  cappedBy: 'iepConferencePlanned',
  stopsWithAny: ['recordsProvidedDate'],
  cautions: [{ says: 'Without delay, and before any IEP meeting, hearing or resolution session.', until: 'recordsProvidedDate' }],
  soon: 14,
  source: '34 CFR 300.613(a)',
};

const lateLog: ClockRow = {
  id: 'service_log_late',
  label: 'Session is logged',
  familyLabel: 'The session is written down',
  start: ['sessionDate'],
  unit: 'days',
  count: 365,
  display: true,
  soon: 30,
  source: 'eCSSS, Service Log: refused when older than a year',
};

const accessReview: ClockRow = {
  id: 'access_review',
  label: 'Emergency access reviewed',
  familyLabel: 'The school has looked at an emergency access',
  start: ['emergencyAccessDate'],
  unit: 'school-days',
  count: 1,
  stopsWithAny: ['emergencyReviewDate'],
  soon: 1,
  source: 'inference: within a school day',
};

const listed: ClockRow = {
  id: 'referral_list_age',
  label: 'Shown in lists',
  familyLabel: 'Shown in lists',
  start: ['receivedDate'],
  unit: 'years',
  count: 2,
  display: true,
  soon: 0,
  source: 'eCSSS: referrals of two years; an active plan keeps a case in view',
};

const common: readonly ClockRow[] = [iepMeetingFederal, annual, triennial, minimumGap, safeguards, progress, partC, transition, rights, manifestation, disciplineNotice, medicaid, records, accessReview, lateLog];

/** What Hawaii's rules ask. */
export const hawaiiClocks: readonly ClockRow[] = [refDecision, evaluation, iepMeetingHawaii, comparable, ...common, ageOut, listed];

/** What the federal regulations ask where a state adds nothing. */
export const federalClocks: readonly ClockRow[] = [evaluationFederal, ...common];
