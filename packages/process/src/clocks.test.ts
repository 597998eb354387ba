import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActivePlan, CaseState, Deadline } from './case-state.js';
import { addDays, localDay } from './days.js';
import { clockOf, deadlines, dueOf } from './deadlines.js';
import type { Process } from './process.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { type ClockRow, federalClocks, hawaiiClocks, type StopDate } from './tables/clocks.js';
import type { Track } from './tables/stages.js';
import { walk } from './testing.js';
import type { Day } from './types.js';

const federal: Process = { ...hawaiiClassic, clocks: federalClocks };
const ownDaysOff: Process = {
  ...hawaiiClassic,
  calendar: {
    ...hawaiiClassic.calendar,
    closed: [
      { from: '2026-11-26', until: '2026-11-27', label: 'Thanksgiving' },
      { from: '2026-12-21', until: '2027-01-04', label: 'Winter break' },
    ],
  },
};
const terms: Process = {
  ...hawaiiClassic,
  calendar: {
    ...hawaiiClassic.calendar,
    terms: [
      { from: '2026-08-03', until: '2026-10-02', label: 'Quarter 1' },
      { from: '2026-10-12', until: '2026-12-18', label: 'Quarter 2', reportsDue: '2027-01-08' },
    ],
  },
};
const everyClock = [...new Map([...hawaiiClocks, ...federalClocks].map((row) => [row.id, row])).values()];
const processOf = (id: string) => (hawaiiClocks.some((row) => row.id === id) ? hawaiiClassic : federal);

const blank: CaseState = {
  ...walk('s504', { before: 'concern.submit' }).state,
  suspicion: 'yes',
  dateChanges: [],
};

type Dates = Readonly<Record<string, Day>>;

function on(dates: Dates, more: Partial<CaseState> = {}): CaseState {
  const known = Object.entries(dates).map(([name, day]) => [name, { day, seq: 1 }] as const);
  return { ...blank, ...more, dates: Object.fromEntries(known) };
}

const iep = (startDate: Day, endDate: Day, reportSchedule?: string): Partial<CaseState> => {
  const plan: ActivePlan = {
    document: 'plan-1',
    kind: 'iep',
    startDate,
    endDate,
    reviewDate: null,
    lre: null,
    services: [],
    goals: [],
  };
  return { track: 'idea', plan: reportSchedule === undefined ? plan : { ...plan, reportSchedule } };
};

interface Case {
  readonly says: string;
  readonly dates: Dates;
  readonly more?: Partial<CaseState>;
  readonly process?: Process;
  readonly today?: Day;
  /** Null: the clock is not there. */
  readonly is: Partial<Deadline> | null;
}

/** A case by hand for each clock: its days are counted on a calendar, not by the code. */
const cases: Readonly<Record<string, readonly Case[]>> = {
  ref_decision: [
    { says: 'counts over a leap day', dates: { receivedDate: '2028-02-20' }, is: { due: '2028-03-06' } },
    {
      says: 'counts from a suspicion that came later',
      dates: { receivedDate: '2026-08-20', suspicionAfterFilingDate: '2026-10-20' },
      is: { start: '2026-10-20', due: '2026-11-04' },
    },
    {
      says: 'is over with the last of its three',
      dates: {
        receivedDate: '2026-08-20',
        evaluationNoticeDate: '2026-08-28',
        safeguardsDate: '2026-08-30',
        consentRequestDateIfNeeded: '2026-08-29',
      },
      is: { stopped: '2026-08-30', status: 'met', daysLeft: 5 },
    },
  ],
  eval_60: [
    {
      says: 'counts weekends and holidays, from the earliest source',
      dates: { assessmentConsentDate: '2026-11-25', needsConferenceDateWithoutAssessment: '2026-11-20' },
      process: ownDaysOff,
      is: { start: '2026-11-20', due: '2027-01-19' },
    },
    {
      says: 'is ended by available services only on their track',
      dates: { assessmentConsentDate: '2026-09-01', serviceAvailabilityDate: '2026-10-09' },
      more: { track: 'idea' },
      is: { stopped: null },
    },
    {
      says: 'is over with the notice of services that the parents refused',
      dates: { assessmentConsentDate: '2026-09-01', servicesRefusedDate: '2026-10-05' },
      is: { stopped: '2026-10-05', status: 'met' },
    },
    {
      says: 'asks for the notice after the decision',
      dates: { assessmentConsentDate: '2026-09-01', ideaEligibilityDate: '2026-09-25' },
      is: { stopped: '2026-09-25', caution: 'The family still has to get the notice of the eligibility decision.' },
    },
  ],
  eval_60_fed: [
    {
      says: 'ends with a decision either way',
      dates: { assessmentConsentDate: '2028-01-01', eligibilityDate: '2028-03-02' },
      is: { due: '2028-03-01', status: 'missed' },
    },
    {
      says: 'does not run against parents who do not bring the child',
      dates: { assessmentConsentDate: '2026-09-01', childNotProducedDate: '2026-10-01' },
      is: { stopped: '2026-10-01' },
    },
    {
      says: 'is due on the day agreed after a transfer',
      dates: { assessmentConsentDate: '2026-09-01', evaluationAgreedDate: '2026-12-15' },
      is: { due: '2026-12-15' },
    },
  ],
  iep_meeting_hi: [
    {
      says: 'is 15 days from the consent',
      dates: { servicesConsentDate: '2026-12-20' },
      more: { track: 'idea' },
      is: { due: '2027-01-04' },
    },
    {
      says: 'is not of a Modification Plan',
      dates: { servicesConsentDate: '2026-12-20' },
      more: { track: 's504' },
      is: null,
    },
  ],
  iep_meeting_fed: [
    {
      says: 'is 30 days from the decision',
      dates: { needsServicesDate: '2027-01-31' },
      more: { track: 'idea' },
      is: { due: '2027-03-02' },
    },
    {
      says: 'falls away when services are refused',
      dates: { needsServicesDate: '2026-09-25', servicesDeclinedDate: '2026-10-02' },
      more: { track: 'idea' },
      is: { stopped: '2026-10-02' },
    },
  ],
  comparable_iep: [
    {
      says: 'only warns',
      dates: { enrolledDate: '2026-08-03' },
      is: { due: '2026-11-01', kind: 'warning', status: 'running' },
    },
    {
      says: 'is over with an active IEP',
      dates: { enrolledDate: '2026-08-03', iepActivatedDate: '2026-10-08' },
      is: { status: 'met' },
    },
  ],
  plan_annual: [
    {
      says: 'goes from 29 to 28 February',
      dates: { activePlanConferenceDate: '2028-02-29' },
      is: { due: '2029-02-28' },
    },
    {
      says: 'stops with the next conference',
      dates: { activePlanConferenceDate: '2026-10-06', nextPlanConferenceDate: '2027-10-07' },
      is: { status: 'missed' },
    },
  ],
  reeval_triennial: [
    {
      says: 'is three years from the decision',
      dates: { lastEligibilityDate: '2028-02-29' },
      more: { track: 'idea' },
      is: { due: '2031-02-28' },
    },
    {
      says: 'counts from a later agreement',
      dates: { lastEligibilityDate: '2023-09-25', triennialAgreementNoticeDate: '2026-09-01' },
      more: { track: 's504' },
      is: { start: '2026-09-01', due: '2029-09-01' },
    },
    {
      says: 'counts from a decision after the agreement',
      dates: { lastEligibilityDate: '2027-09-25', triennialAgreementNoticeDate: '2026-09-01' },
      more: { track: 'idea' },
      is: { due: '2030-09-25' },
    },
    {
      says: 'is not of an Action Plan',
      dates: { lastEligibilityDate: '2026-09-25' },
      more: { track: 'action' },
      is: null,
    },
  ],
  reeval_min_gap: [
    {
      says: 'is a day before which nothing may be, however near',
      dates: { lastEligibilityDate: '2026-09-25' },
      more: { track: 'idea' },
      today: '2027-09-24',
      is: { kind: 'not-before', due: '2027-09-25', status: 'running', daysLeft: 1 },
    },
    {
      says: 'is gone on the day',
      dates: { lastEligibilityDate: '2026-09-25' },
      more: { track: 'idea' },
      today: '2027-09-25',
      is: null,
    },
    {
      says: 'is gone when both agree',
      dates: { lastEligibilityDate: '2026-09-25', reevaluationAgreedDate: '2026-12-01' },
      more: { track: 'idea' },
      is: null,
    },
  ],
  safeguards_yearly: [
    {
      says: 'is of the school year',
      dates: {},
      more: { track: 'idea' },
      today: '2026-12-01',
      is: { start: '2026-07-01', due: '2027-06-30', stopped: null },
    },
    {
      says: 'is met by a copy of this year',
      dates: { safeguardsGivenDate: '2026-08-30' },
      more: { track: 'idea' },
      today: '2027-06-30',
      is: { status: 'met' },
    },
    {
      says: 'runs anew in the next year',
      dates: { safeguardsGivenDate: '2026-08-30' },
      more: { track: 'idea' },
      today: '2027-07-01',
      is: { due: '2028-06-30', stopped: null },
    },
    {
      says: 'ends with the case',
      dates: { exitDate: '2026-10-01' },
      more: { track: 'idea' },
      today: '2026-12-01',
      is: null,
    },
  ],
  progress_report: [
    {
      says: 'is quarterly where the plan says nothing',
      dates: {},
      more: iep('2026-10-09', '2027-10-08'),
      is: { start: '2026-10-09', due: '2027-01-08' },
    },
    {
      says: 'follows the plan’s schedule',
      dates: {},
      more: iep('2026-08-31', '2027-08-30', 'semester'),
      is: { due: '2027-02-27' },
    },
    {
      says: 'moves on with each report',
      dates: { progressPeriodEndDate: '2027-01-08' },
      more: iep('2026-10-09', '2027-10-08'),
      is: { start: '2027-01-09', due: '2027-04-08' },
    },
    {
      says: 'ends with the plan',
      dates: { progressPeriodEndDate: '2027-10-08' },
      more: iep('2026-10-09', '2027-10-08'),
      is: null,
    },
    {
      says: 'follows the calendar’s terms and their report day',
      dates: { progressPeriodEndDate: '2026-10-02' },
      more: iep('2026-08-10', '2027-08-09'),
      process: terms,
      today: '2027-01-09',
      is: { start: '2026-10-12', due: '2027-01-08', status: 'late' },
    },
  ],
  part_c_transition: [
    {
      says: 'is the third birthday',
      dates: { receivedDate: '2026-08-20', birthDate: '2024-02-29' },
      is: { due: '2027-02-28' },
    },
    { says: 'is not of older children', dates: { receivedDate: '2026-08-20', birthDate: '2016-02-29' }, is: null },
    {
      says: 'is met by an IEP in time',
      dates: { receivedDate: '2026-08-20', birthDate: '2024-02-28', iepActivatedDate: '2027-02-27' },
      more: { track: 'idea' },
      is: { status: 'met' },
    },
  ],
  transition_age: [
    {
      says: 'is the birthday while no plan is known',
      dates: { birthDate: '2012-02-29' },
      more: { track: 'idea' },
      today: '2027-09-01',
      is: { due: '2028-02-29' },
    },
    {
      says: 'is the start of the IEP that holds the birthday',
      dates: { birthDate: '2011-03-15' },
      more: iep('2026-10-09', '2027-10-08'),
      is: { due: '2026-10-09' },
    },
    {
      says: 'is the end of the IEP before it',
      dates: { birthDate: '2011-12-15' },
      more: iep('2026-10-09', '2027-10-08'),
      is: { due: '2027-10-08' },
    },
    {
      says: 'is met by the section, also years earlier',
      dates: { birthDate: '2011-03-15', transitionPlannedDate: '2025-10-09' },
      more: iep('2026-10-09', '2027-10-08'),
      is: { status: 'met' },
    },
    { says: 'is not shown to a young child', dates: { birthDate: '2018-03-15' }, more: { track: 'idea' }, is: null },
  ],
  rights_transfer: [
    {
      says: 'is a year before the age of majority',
      dates: { birthDate: '2010-02-28' },
      more: { track: 'idea' },
      is: { due: '2027-02-28' },
    },
    {
      says: 'is met when the student was told',
      dates: { birthDate: '2010-02-28', rightsInformedDate: '2026-10-06' },
      more: { track: 'idea' },
      is: { status: 'met' },
    },
  ],
  age_out: [
    {
      says: 'is the birthday that ends the right',
      dates: { birthDate: '2004-12-24' },
      more: { track: 'idea' },
      is: { due: '2026-12-24', caution: 'Before the exit the student gets a summary of performance.' },
    },
    {
      says: 'takes 29 February as 28 February',
      dates: { birthDate: '2004-02-29' },
      more: { track: 'idea' },
      today: '2025-12-01',
      is: { due: '2026-02-28' },
    },
    { says: 'is not shown years before', dates: { birthDate: '2010-12-24' }, more: { track: 'idea' }, is: null },
  ],
  manifestation: [
    {
      says: 'counts weekdays where no holidays are known, and says so',
      dates: { disciplineDecisionDate: '2026-11-20' },
      is: {
        due: '2026-12-04',
        unit: 'school-days',
        caution: 'No holidays are known: every weekday counts as a school day.',
      },
    },
    {
      says: 'leaves out the days off',
      dates: { disciplineDecisionDate: '2026-12-14' },
      process: ownDaysOff,
      is: { due: '2027-01-12' },
    },
    {
      says: 'is not met by an earlier determination',
      dates: { disciplineDecisionDate: '2026-11-20', manifestationDate: '2026-05-04' },
      is: { stopped: null },
    },
  ],
  discipline_notice: [
    {
      says: 'is due on the day of the decision',
      dates: { disciplineDecisionDate: '2026-11-20' },
      today: '2026-11-21',
      is: { due: '2026-11-20', status: 'late' },
    },
    {
      says: 'is met by notice and safeguards of that day',
      dates: {
        disciplineDecisionDate: '2026-11-20',
        disciplineNoticeDate: '2026-11-20',
        safeguardsGivenDate: '2026-11-20',
      },
      is: { status: 'met' },
    },
    {
      says: 'is not met by safeguards of another time',
      dates: {
        disciplineDecisionDate: '2026-11-20',
        disciplineNoticeDate: '2026-11-20',
        safeguardsGivenDate: '2026-08-30',
      },
      is: { stopped: null },
    },
  ],
  medicaid_notice: [
    { says: 'is a year from the last notice', dates: { medicaidNoticeDate: '2028-02-29' }, is: { due: '2029-02-28' } },
  ],
  records_access: [
    { says: 'is 45 days from the request', dates: { recordsRequestedDate: '2026-11-20' }, is: { due: '2027-01-04' } },
    {
      says: 'comes before a planned IEP meeting',
      dates: { recordsRequestedDate: '2026-11-20', iepConferencePlanned: '2026-12-03' },
      is: { due: '2026-12-03' },
    },
    {
      says: 'does not wait for a later meeting',
      dates: { recordsRequestedDate: '2026-11-20', iepConferencePlanned: '2027-01-05' },
      is: { due: '2027-01-04' },
    },
    {
      says: 'is over when they were shown',
      dates: { recordsRequestedDate: '2026-11-20', recordsProvidedDate: '2026-11-30' },
      is: { status: 'met' },
    },
  ],
  access_review: [
    { says: 'is one school day', dates: { emergencyAccessDate: '2026-11-20' }, is: { due: '2026-11-23' } },
    {
      says: 'stops with the review',
      dates: { emergencyAccessDate: '2026-11-20', emergencyReviewDate: '2026-11-20' },
      is: { stopped: '2026-11-20' },
    },
  ],
  service_log_late: [
    { says: 'is 365 days, in a leap year too', dates: { sessionDate: '2028-02-28' }, is: { due: '2029-02-27' } },
  ],
  referral_list_age: [{ says: 'is two years', dates: { receivedDate: '2028-02-29' }, is: { due: '2030-02-28' } }],
};

function trackFor({ tracks }: ClockRow): Track | null {
  return tracks === undefined ? null : (tracks.at(-1) ?? null);
}

function nameOf(stop: StopDate): string {
  return typeof stop === 'string' ? stop : stop.date;
}

for (const clock of everyClock)
  describe(`the clock ${clock.id}`, () => {
    const process = processOf(clock.id);
    const at = (state: CaseState, today: Day = '2026-11-24') => clockOf(process, clock.id, state, today);

    for (const { says, dates, more = {}, process: own = process, today = '2026-09-01', is } of cases[clock.id] ?? [])
      it(says, () => {
        const row = clockOf(own, clock.id, on(dates, more), today);
        if (is === null) return assert.equal(row, null);
        const found = Object.fromEntries(Object.keys(is).map((key) => [key, row?.[key as keyof Deadline]]));
        assert.deepEqual(found, is);
      });

    it('has a case by hand', () => assert.ok((cases[clock.id] ?? []).length > 0));

    if (clock.each || clock.before || clock.appears || clock.ahead) return;
    const state = (dates: Dates) => on(dates, { track: trackFor(clock) });
    const [first = ''] = clock.start;
    const began = '2026-11-20';

    for (const source of clock.start)
      it(`starts with ${source} and says so`, () => {
        const row = at(state({ [source]: began }));
        assert.equal(row?.start, began);
        assert.equal(row?.due, dueOf(process, clock.id, began));
        assert.deepEqual(
          row?.because.map(({ date, day }) => [date, day]),
          [[source, began]],
        );
        assert.notEqual(row?.because[0]?.label, source);
      });

    it('has not started without one', () => assert.equal(at(state({})), null));

    for (const stop of clock.stopsWithAny ?? [])
      it(`stops with ${nameOf(stop)}, but not with one from before the start`, () => {
        const track = typeof stop === 'string' ? trackFor(clock) : (stop.when.tracks[0] ?? null);
        const stopped = (day: Day) => at(on({ [first]: began, [nameOf(stop)]: day }, { track }));
        assert.equal(stopped('2026-11-23')?.stopped, '2026-11-23');
        assert.equal(stopped('2026-11-23')?.stoppedBecause[0]?.date, nameOf(stop));
        assert.equal(stopped(addDays(began, -1))?.stopped ?? null, null);
      });

    if (clock.stopsWithAll)
      it('stops with nothing less than all it needs', () => {
        const names = clock.stopsWithAll?.map(nameOf) ?? [];
        const days = Object.fromEntries(names.map((name, day) => [name, addDays('2026-11-21', day)]));
        assert.equal(at(state({ [first]: began, ...days }))?.stopped, addDays('2026-11-21', names.length - 1));
        for (const missing of names) {
          const { [missing]: _, ...rest } = days;
          assert.equal(at(state({ [first]: began, ...rest }))?.stopped, null, missing);
        }
      });

    it('stops with the end of the case, and does not begin after it', () => {
      for (const end of ['withdrawnDate', 'exitDate', 'caseClosedDate']) {
        assert.equal(at(state({ [first]: began, [end]: '2026-11-23' }))?.stopped, '2026-11-23', end);
        assert.equal(at(state({ [first]: began, [end]: '2026-11-01' })), null, end);
      }
    });

    it('takes corrected days always', () => {
      const corrections = { [clock.id]: { start: '2026-11-02', stop: '2026-11-09', seq: 1 } };
      const row = at(on({ [first]: began }, { track: trackFor(clock), corrections }));
      assert.deepEqual([row?.start, row?.stopped], ['2026-11-02', '2026-11-09']);
      assert.deepEqual(
        row?.because.map(({ date, lost }) => [date, lost ?? false]),
        [
          ['correctedStart', false],
          [first, true],
        ],
      );
      assert.equal(row?.corrected?.seq, 1);
    });
  });

it('has no case by hand for a clock that is no longer there', () => {
  const known = new Set(everyClock.map(({ id }) => id));
  assert.deepEqual(
    Object.keys(cases).filter((id) => !known.has(id)),
    [],
  );
});

it('counts the ages that a profile sets', () => {
  const own = {
    ...hawaiiClassic,
    profile: { ...hawaiiClassic.profile, majorityAge: 19, transitionAge: 14, endAge: 21 },
  };
  const ages = ['transition_age', 'rights_transfer', 'age_out'].map((id) => dueOf(own, id, '2010-01-01'));
  assert.deepEqual(ages, ['2024-01-01', '2028-01-01', '2031-01-01']);
});

it('is late when the due day has ended in Hawaii, not in Greenwich', () => {
  const state = on({ recordsRequestedDate: '2026-10-10' });
  const { timeZone } = hawaiiClassic.profile;
  const status = (instant: string) =>
    clockOf(hawaiiClassic, 'records_access', state, localDay(new Date(instant), timeZone))?.status;
  assert.equal(status('2026-11-25T09:59:59Z'), 'soon');
  assert.equal(status('2026-11-25T10:00:00Z'), 'late');
});

it('shows no clock that is only asked for', () => {
  const state = on({ receivedDate: '2026-11-20', sessionDate: '2026-11-20' });
  const shown = deadlines(hawaiiClassic, state, '2026-11-24').map(({ clock }) => clock);
  assert.deepEqual(shown, ['ref_decision']);
});
