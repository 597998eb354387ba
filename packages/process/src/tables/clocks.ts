import type { Track } from './stages.js';

/**
 * A deadline of the law: it starts with the earliest of its sources, is due some days later and stops with an event.
 * `start` and `stop` name dates of the case (dates.ts). Of several starts the earliest counts; a clock with several stops
 * needs all of `stopsWithAll` or any of `stopsWithAny`.
 */
export interface ClockRow {
  readonly id: string;
  readonly label: string;
  readonly familyLabel: string;
  readonly start: readonly string[];
  readonly days?: number;
  readonly years?: number;
  readonly stopsWithAll?: readonly string[];
  readonly stopsWithAny?: readonly string[];
  /** Only while these hold. */
  readonly suspected?: true;
  readonly tracks?: readonly (Track | null)[];
  /** A due date nearer than this is shown as soon, in days. */
  readonly soon: number;
  readonly source: string;
}

export const clocks: readonly ClockRow[] = [
  {
    id: 'ref_decision',
    label: 'Answer to the request for evaluation',
    familyLabel: 'The school’s answer to your request',
    start: ['receivedDate'],
    days: 15,
    suspected: true,
    stopsWithAll: ['evaluationNoticeDate', 'safeguardsDate', 'consentRequestDateIfNeeded'],
    soon: 5,
    source: 'HAR 8-60-10(d)(2): 15 days until the parent has received the whole answer',
  },
  {
    id: 'eval_60',
    label: 'Evaluation finished',
    familyLabel: 'The evaluation is finished',
    start: ['assessmentConsentDate', 'needsConferenceDateWithoutAssessment'],
    days: 60,
    stopsWithAny: ['withdrawnDate', 'ideaEligibilityDate', 'ineligibleNoticeDate', 'serviceAvailabilityDate'],
    soon: 14,
    source: 'eCSSS, 60-Day Timeline; 34 CFR 300.301(c)',
  },
  {
    id: 'iep_meeting_hi',
    label: 'IEP conference',
    familyLabel: 'The meeting about the IEP',
    start: ['servicesConsentDate'],
    days: 15,
    tracks: ['idea'],
    stopsWithAny: ['iepConferenceDate'],
    soon: 5,
    source: 'HAR 8-60-47(c)(1)',
  },
  {
    id: 'plan_annual',
    label: 'Annual plan conference',
    familyLabel: 'The yearly meeting about the plan',
    start: ['activePlanConferenceDate'],
    years: 1,
    stopsWithAny: ['nextPlanConferenceDate', 'exitDate'],
    soon: 45,
    source: '34 CFR 300.324(b)(1)',
  },
];
