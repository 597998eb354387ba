import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseState, Deadline } from './case-state.js';
import { withDerivedDates } from './dates.js';
import { deadlines } from './deadlines.js';
import { walk } from './testing.js';
import type { Day } from './types.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

const blank: CaseState = { ...walk('s504', { before: 'concern.submit' }).state, suspicion: 'yes' };

function on(dates: Readonly<Record<string, Day>>, more: Partial<CaseState> = {}): CaseState {
  const seq = 1;
  return {
    ...blank,
    ...more,
    dates: Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, { day, seq }])),
  };
}

function clock(id: string, state: CaseState, today: Day = '2026-09-01'): Deadline | undefined {
  return deadlines(hawaiiClassic, state, today).find((row) => row.clock === id);
}

type Change = (state: CaseState) => Partial<CaseState>;

/** A case to which each change, one decision, adds to its lists and dates. */
function after(state: CaseState, ...changes: readonly Change[]): CaseState {
  let now = state;
  for (const change of changes) {
    const next = { ...now, seq: now.seq + 1 };
    now = withDerivedDates({ ...next, ...change(next) });
  }
  return now;
}

const notice =
  (about: string, provided: Day, more: Readonly<Record<string, Day>> = {}): Change =>
  ({ notices, dates, seq }) => ({
    notices: [...notices, { about, because: seq, document: null, provided, seq }],
    dates: { ...dates, ...Object.fromEntries(Object.entries(more).map(([name, day]) => [name, { day, seq }])) },
  });
const consent =
  (provided: Day, received: Day, result = 'given', form = '102a'): Change =>
  ({ consents, seq }) => ({
    consents: [...consents, { form, document: null, provided, result, received, revoked: null, seq }],
  });
const decideEvaluation =
  (willEvaluate: boolean): Change =>
  ({ evaluations, seq }) => ({
    evaluations: [
      ...evaluations.slice(0, -1),
      {
        ...(evaluations.at(-1) ?? { document: null, about: 'initial', opened: '2026-08-27', seq }),
        regulation: 'both',
        decided: '2026-08-29',
        willEvaluate,
        assessmentNeeded: false,
      },
    ],
  });

describe('the answer to a request for evaluation (15 days)', () => {
  it('is due 15 days after the school received it', () => {
    assert.equal(clock('ref_decision', on({ receivedDate: '2026-08-20' }))?.due, '2026-09-04');
    assert.equal(clock('ref_decision', on({ receivedDate: '2028-02-20' }))?.due, '2028-03-06');
    assert.equal(clock('ref_decision', on({ receivedDate: '2026-12-20' }))?.due, '2027-01-04');
  });

  it('runs for an unsure suspicion as for yes, and not for no', () => {
    const dates = { receivedDate: '2026-08-20' };
    assert.ok(clock('ref_decision', on(dates, { suspicion: 'unsure' })));
    assert.equal(clock('ref_decision', on(dates, { suspicion: 'no' })), undefined);
  });

  it('says how near it is', () => {
    const state = on({ receivedDate: '2026-08-20' });
    const at = (today: Day) => {
      const row = clock('ref_decision', state, today);
      return [row?.status, row?.daysLeft];
    };
    assert.deepEqual(at('2026-08-29'), ['running', 6]);
    assert.deepEqual(at('2026-08-30'), ['soon', 5]);
    assert.deepEqual(at('2026-09-04'), ['soon', 0]);
    assert.deepEqual(at('2026-09-05'), ['late', -1]);
  });

  it('stops with the last of notice, safeguards and consent request, in either order', () => {
    const evaluating = walk('s504', { before: 'notice.provide' }).state;
    const told = notice('evaluation', '2026-08-29', { safeguardsDate: '2026-08-30' });
    const asked = consent('2026-08-31', '2026-09-10');
    for (const state of [after(evaluating, told, asked), after(evaluating, asked, told)]) {
      assert.equal(clock('ref_decision', state)?.stopped, '2026-08-31');
      assert.equal(clock('ref_decision', state)?.status, 'met');
    }
    assert.equal(clock('ref_decision', after(evaluating, told))?.stopped, null);
    assert.equal(clock('ref_decision', after(evaluating, notice('evaluation', '2026-08-29'), asked))?.stopped, null);
  });

  it('stops without a consent request when no assessment is needed', () => {
    const deciding = walk('s504', { before: 'evaluation.decide' }).state;
    const told = notice('evaluation', '2026-09-05', { safeguardsDate: '2026-09-03' });
    const state = after(deciding, decideEvaluation(false), told);
    assert.deepEqual(
      [clock('ref_decision', state)?.stopped, clock('ref_decision', state)?.status],
      ['2026-09-05', 'missed'],
    );
  });

  it('keeps the stop that was recorded first, whatever is recorded later', () => {
    const evaluating = walk('s504', { before: 'notice.provide' }).state;
    const first = notice('evaluation', '2026-08-29', {
      safeguardsDate: '2026-08-29',
      consentRequestDate: '2026-08-29',
    });
    const again = notice('evaluation', '2026-09-20', {
      safeguardsDate: '2026-09-20',
      consentRequestDate: '2026-09-20',
    });
    assert.equal(clock('ref_decision', after(evaluating, first, again))?.stopped, '2026-08-29');
    assert.equal(clock('ref_decision', after(evaluating, again, first))?.stopped, '2026-09-20');
  });
});

describe('the evaluation (60 days)', () => {
  const deciding = walk('s504', { before: 'consent.record' }).state;

  it('starts with the earliest consent received, in either order of recording', () => {
    const [early, late] = [consent('2026-08-29', '2026-09-01'), consent('2026-09-02', '2026-09-05')];
    for (const state of [after(deciding, early, late), after(deciding, late, early)]) {
      const row = clock('eval_60', state);
      assert.deepEqual([row?.start, row?.due], ['2026-09-01', '2026-10-31']);
    }
  });

  it('does not start with a consent that was denied or not answered', () => {
    assert.equal(clock('eval_60', after(deciding, consent('2026-08-29', '2026-09-01', 'denied'))), undefined);
  });

  it('starts with the needs conference when no assessment is needed', () => {
    const before = walk('s504', { before: 'evaluation.decide' }).state;
    const state = after(before, decideEvaluation(true));
    const row = clock('eval_60', state);
    assert.deepEqual([row?.start, row?.due], ['2026-08-27', '2026-10-26']);
    assert.deepEqual(
      row?.because.map(({ date }) => date),
      ['needsConferenceDateWithoutAssessment'],
    );
  });

  it('takes the earliest of several sources and names them all', () => {
    const row = clock(
      'eval_60',
      on({ assessmentConsentDate: '2027-12-31', needsConferenceDateWithoutAssessment: '2027-12-30' }),
    );
    assert.deepEqual([row?.start, row?.due], ['2027-12-30', '2028-02-28']);
    assert.deepEqual(
      row?.because.map(({ day }) => day),
      ['2027-12-30', '2027-12-31'],
    );
  });

  it('stops with the eligibility decision under IDEA', () => {
    assert.equal(clock('eval_60', walk('idea', { before: 'plan.activate' }).state)?.stopped, '2026-09-25');
    assert.equal(clock('eval_60', walk('s504', { before: 'plan.activate' }).state)?.stopped, null);
  });

  it('stops when all services of a Modification Plan are available', () => {
    assert.equal(clock('eval_60', walk('s504', { until: 'implement-plan' }).state)?.stopped, '2026-10-09');
  });

  it('stops with the notice to a family whose child is not eligible, and not before the decision', () => {
    const before = walk('s504', { before: 'eligibility.decide' }).state;
    const ineligible = after(before, ({ eligibilities, seq }) => ({
      track: 'action',
      eligibilities: [
        ...eligibilities,
        { regulation: 'idea', document: null, eligible: false, category: null, decided: '2026-09-25', seq },
      ],
    }));
    assert.equal(clock('eval_60', ineligible)?.stopped, null);
    assert.equal(clock('eval_60', after(ineligible, notice('eligibility', '2026-09-28')))?.stopped, '2026-09-28');
  });

  it('stops when the case is closed', () => {
    const state = after(walk('s504', { before: 'eligibility.decide' }).state, ({ dates, seq }) => ({
      dates: { ...dates, withdrawnDate: { day: '2026-12-31', seq } },
    }));
    assert.equal(clock('eval_60', state)?.stopped, '2026-12-31');
    assert.equal(clock('ref_decision', state)?.stopped, '2026-08-31');
  });
});

describe('the IEP conference (15 days)', () => {
  it('is due 15 days after the consent to services, only on the IEP’s track', () => {
    assert.equal(
      clock('iep_meeting_hi', on({ servicesConsentDate: '2026-09-29' }, { track: 'idea' }))?.due,
      '2026-10-14',
    );
    assert.equal(clock('iep_meeting_hi', on({ servicesConsentDate: '2026-09-29' }, { track: 's504' })), undefined);
  });

  it('stops with the first IEP conference held after the consent, whichever was recorded first', () => {
    const { state } = walk('idea', { before: 'plan.activate' });
    assert.equal(clock('iep_meeting_hi', state)?.stopped, '2026-10-06');
    const early = state.conferences.map((row) => (row.purpose === 'iep' ? { ...row, held: '2026-09-20' } : row));
    const again = after({ ...state, conferences: early, dateChanges: [] }, notice('plan', '2026-10-08'));
    assert.equal(clock('iep_meeting_hi', again)?.stopped, null);
  });

  it('is not stopped again by the conferences of later years', () => {
    const { state } = walk('idea', { until: 'evaluate-plan' });
    const document = state.conferences.find(({ purpose }) => purpose === 'iep')?.document ?? '';
    const later = {
      ...state,
      conferences: [
        ...state.conferences,
        {
          document: 'conference-9',
          purpose: 'iep',
          planned: null,
          held: '2027-09-30',
          invitation: null,
          invited: null,
        },
      ],
      documents: {
        ...state.documents,
        'conference-9': {
          ...state.documents[document],
          id: 'conference-9',
          sealed: { seq: state.seq, action: 'conference.hold', day: '2027-09-30', version: 1, hash: '' },
        },
      } as CaseState['documents'],
    };
    const folded = after(later, notice('review', '2026-11-16'));
    assert.equal(clock('iep_meeting_hi', folded)?.stopped, '2026-10-06');
    assert.equal(clock('plan_annual', folded)?.stopped, '2027-09-30');
  });
});

describe('the annual conference (1 year)', () => {
  it('is due on the same day a year after the plan’s conference', () => {
    const due = (day: Day) => clock('plan_annual', on({ activePlanConferenceDate: day }))?.due;
    assert.deepEqual(
      [due('2026-10-06'), due('2028-02-29'), due('2027-02-28')],
      ['2027-10-06', '2029-02-28', '2028-02-28'],
    );
  });

  it('starts when the plan becomes active, and with its own track’s conference', () => {
    assert.equal(clock('plan_annual', walk('s504', { before: 'plan.activate' }).state), undefined);
    assert.equal(clock('plan_annual', walk('s504', { until: 'implement-plan' }).state)?.start, '2026-10-06');
    assert.equal(clock('plan_annual', walk('action', { until: 'implement-plan' }).state), undefined);
  });

  it('stops with the next conference or the exit', () => {
    const dates = { activePlanConferenceDate: '2026-10-06' };
    assert.equal(clock('plan_annual', on({ ...dates, nextPlanConferenceDate: '2027-10-07' }))?.status, 'missed');
    assert.equal(clock('plan_annual', on({ ...dates, exitDate: '2027-01-01' }))?.status, 'met');
    assert.equal(clock('plan_annual', on(dates), '2027-08-22')?.status, 'soon');
    assert.equal(clock('plan_annual', on(dates), '2027-08-21')?.status, 'running');
  });
});

it('lists the nearest running deadline first and stopped ones last', () => {
  const state = walk('s504', { before: 'eligibility.decide' }).state;
  assert.deepEqual(
    deadlines(hawaiiClassic, state, '2026-09-01').map((row) => row.clock),
    ['eval_60', 'ref_decision'],
  );
  assert.deepEqual(deadlines(hawaiiClassic, walk('action').state, '2026-12-01'), []);
});
