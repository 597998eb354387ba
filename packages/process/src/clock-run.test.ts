import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseState, ClockCorrection, Deadline } from './case-state.js';
import { withDerivedDates } from './dates.js';
import { clockOf } from './deadlines.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import type { Track } from './tables/stages.js';
import { walk } from './testing.js';
import type { Day } from './types.js';

const blank: CaseState = {
  ...walk('s504', { before: 'concern.submit' }).state,
  suspicion: 'yes',
  seq: 0,
  dates: {},
  dateChanges: [],
};

/** A case to which each step, one decision, adds dates. */
function along(track: Track | null, ...steps: readonly Readonly<Record<string, Day | null>>[]): CaseState {
  let state: CaseState = { ...blank, track };
  for (const step of steps) {
    const seq = state.seq + 1;
    const dates = { ...state.dates };
    for (const [name, day] of Object.entries(step))
      if (day === null) delete dates[name];
      else dates[name] = { day, seq };
    state = withDerivedDates({ ...state, seq, dates });
  }
  return state;
}

const clock = (id: string, state: CaseState) => clockOf(hawaiiClassic, id, state, '2026-11-24');
const correct = (state: CaseState, id: string, correction: ClockCorrection): CaseState => ({
  ...state,
  corrections: { [id]: correction },
});
const days = (row: Deadline | null) => [row?.start, row?.stopped ?? null];

describe('a clock that runs', () => {
  it('follows its dates as they are known, also when they go away', () => {
    const running = along('idea', { assessmentConsentDate: '2026-09-10' }, { assessmentConsentDate: '2026-09-01' });
    assert.deepEqual(days(clock('eval_60', running)), ['2026-09-01', null]);
    const gone = along('idea', { assessmentConsentDate: '2026-09-10' }, { assessmentConsentDate: null });
    assert.equal(clock('eval_60', gone), null);
  });

  it('takes a corrected start, whatever is recorded before or later', () => {
    const state = along('idea', { assessmentConsentDate: '2026-09-10' }, { filedDate: '2026-09-11' });
    const corrected = correct(state, 'eval_60', { start: '2026-09-05', seq: 2 });
    assert.deepEqual(days(clock('eval_60', corrected)), ['2026-09-05', null]);
    const later = along('idea', { assessmentConsentDate: '2026-09-10' }, {}, { assessmentConsentDate: '2026-09-01' });
    assert.deepEqual(days(clock('eval_60', correct(later, 'eval_60', { start: '2026-09-05', seq: 2 }))), [
      '2026-09-05',
      null,
    ]);
  });

  it('still stops with its event after its start was corrected', () => {
    const state = along('idea', { assessmentConsentDate: '2026-09-10' }, {}, { ideaEligibilityDate: '2026-10-01' });
    const corrected = correct(state, 'eval_60', { start: '2026-09-05', seq: 2 });
    assert.deepEqual(days(clock('eval_60', corrected)), ['2026-09-05', '2026-10-01']);
  });

  it('starts by correction alone', () => {
    assert.deepEqual(days(clock('eval_60', correct(along('idea', {}), 'eval_60', { start: '2026-09-05', seq: 1 }))), [
      '2026-09-05',
      null,
    ]);
  });

  it('of an event that comes again, leaves a correction behind with the next one', () => {
    const state = along(null, { medicaidNoticeDate: '2025-09-01' }, {}, { medicaidNoticeDate: '2026-09-01' });
    const corrected = correct(state, 'medicaid_notice', { start: '2025-09-15', seq: 2 });
    assert.equal(clock('medicaid_notice', corrected)?.start, '2026-09-01');
    const same = along(null, { medicaidNoticeDate: '2025-09-01' }, {});
    assert.equal(
      clock('medicaid_notice', correct(same, 'medicaid_notice', { start: '2025-08-15', seq: 2 }))?.start,
      '2025-08-15',
    );
  });
});

describe('a clock that has stopped', () => {
  const stopped = along(
    'idea',
    { assessmentConsentDate: '2026-09-10' },
    { ideaEligibilityDate: '2026-10-20' },
    { assessmentConsentDate: '2026-08-20', ideaEligibilityDate: '2026-10-05' },
  );

  it('keeps start and stop when their sources are recorded anew, and says which lost', () => {
    const row = clock('eval_60', stopped);
    assert.deepEqual(days(row), ['2026-09-10', '2026-10-20']);
    assert.deepEqual(
      row?.because.map(({ day, lost }) => [day, lost ?? false]),
      [
        ['2026-09-10', false],
        ['2026-08-20', true],
      ],
    );
    assert.deepEqual(
      row?.stoppedBecause.map(({ date, seq }) => [date, seq]),
      [['ideaEligibilityDate', 2]],
    );
  });

  it('keeps its stop when its source goes away', () => {
    const state = along('idea', { servicesConsentDate: '2026-09-10' }, { exitDate: '2026-10-20' }, { exitDate: null });
    assert.deepEqual(days(clock('iep_meeting_hi', state)), ['2026-09-10', '2026-10-20']);
  });

  it('is changed by a correction, of either end', () => {
    const both = correct({ ...stopped, seq: 4 }, 'eval_60', { start: '2026-09-01', stop: '2026-10-31', seq: 4 });
    assert.deepEqual(days(clock('eval_60', both)), ['2026-09-01', '2026-10-31']);
    const end = clock('eval_60', correct({ ...stopped, seq: 4 }, 'eval_60', { stop: '2026-11-20', seq: 4 }));
    assert.deepEqual([...days(end), end?.status], ['2026-09-10', '2026-11-20', 'missed']);
  });

  it('runs anew with a later start, and not with one from before its stop', () => {
    const next = along(
      null,
      { recordsRequestedDate: '2026-09-01' },
      { recordsProvidedDate: '2026-09-20' },
      { recordsRequestedDate: '2026-11-02' },
    );
    assert.deepEqual(days(clock('records_access', next)), ['2026-11-02', null]);
    const before = along(
      null,
      { recordsRequestedDate: '2026-09-01' },
      { recordsProvidedDate: '2026-09-20' },
      { recordsRequestedDate: '2026-09-10' },
    );
    assert.deepEqual(days(clock('records_access', before)), ['2026-09-01', '2026-09-20']);
  });

  it('runs anew from the day of its stop, as a plan’s year does', () => {
    const first = { activePlanConferenceDate: '2025-10-06' };
    const state = along(
      'action',
      first,
      { exitDate: '2026-09-30' },
      { exitDate: null, activePlanConferenceDate: '2026-09-30' },
    );
    assert.deepEqual(days(clock('plan_annual', state)), ['2026-09-30', null]);
  });

  it('takes nothing over that was set by hand in an earlier run', () => {
    const state = along(
      null,
      { recordsRequestedDate: '2026-09-01' },
      { recordsProvidedDate: '2026-09-20' },
      { recordsRequestedDate: '2026-11-02' },
      {},
    );
    const start = { start: '2026-11-03', stop: '2026-09-15', seq: 4 };
    assert.deepEqual(days(clock('records_access', correct(state, 'records_access', start))), ['2026-11-03', null]);
    const stop = { start: '2026-08-30', stop: '2026-11-10', seq: 4 };
    assert.deepEqual(days(clock('records_access', correct(state, 'records_access', stop))), [
      '2026-11-02',
      '2026-11-10',
    ]);
  });

  it('leaves its correction behind in the next run, which a new event has to stop', () => {
    const steps = [
      { recordsRequestedDate: '2026-09-01' },
      { recordsProvidedDate: '2026-09-20' },
      {},
      { recordsRequestedDate: '2026-09-20' },
    ];
    const hand = { stop: '2026-09-15', seq: 3 };
    const again = clock('records_access', correct(along(null, ...steps), 'records_access', hand));
    assert.deepEqual([...days(again), again?.corrected], ['2026-09-20', null, undefined]);
    const met = along(null, ...steps, { recordsProvidedDate: '2026-09-20' });
    assert.deepEqual(days(clock('records_access', correct(met, 'records_access', hand))), ['2026-09-20', '2026-09-20']);
  });
});
