import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CaseUnderTest } from './case.fixtures.js';
import { addDays } from './days.js';
import { clockOf } from './deadlines.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { completePlan } from './sample-material.js';
import type { Track } from './tables/stages.js';
import type { RowView } from './types.js';

const changes = { changeSummary: 'Two more sessions a week.' };

/** A case whose plan is being changed: the new draft is complete, from today until a day. */
function revising(track: Track, until: string, today = '2026-12-01'): CaseUnderTest {
  const one = CaseUnderTest.after(track, { path: 'full', before: 'review.open' }).on(today);
  one.take('plan.revise', { trigger: 'parent-request', reason: 'Two more sessions a week.' });
  const plan = completePlan(track, today);
  const services = (plan['services'] as readonly RowView[]).map((row) => ({ ...row, endDate: until }));
  const reviewDate = addDays(today, 30);
  return one.write('plan-2', { ...plan, ...changes, services, endDate: until, reviewDate });
}

const ended = '2027-04-07';

describe('a progress report', () => {
  it('that is sent, says the day it was sent and the period it is about', () => {
    const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2027-01-20');
    const report = (periodEnd: string, sentDate: string) => {
      one.take('progress.open', { periodEnd });
      one.write(one.newest('progress'), { periodEnd, sentDate });
      return one.take('progress.publish', { document: one.newest('progress') }).state.dates;
    };
    const dates = report('2026-12-31', '2027-01-12');
    assert.equal(dates['progressPublishedDate']?.day, '2027-01-12');
    assert.equal(dates['progressPeriodEndDate']?.day, '2026-12-31');
    const late = report('2026-10-31', '2027-01-20');
    assert.equal(late['progressPublishedDate']?.day, '2027-01-20');
    assert.equal(late['progressPeriodEndDate']?.day, '2026-12-31', 'a report on an earlier period takes nothing back');
  });
});

describe('the cycle of a plan', () => {
  const first = (track: Track) =>
    CaseUnderTest.after(track, { until: 'implement-plan', ...(track === 'action' ? { path: 'full' as const } : {}) });

  for (const track of ['action', 's504', 'idea'] as const)
    it(`${track}: the first is initial`, () => {
      assert.deepEqual(first(track).state.plans, [
        {
          document: 'plan-1',
          kind: first(track).state.plan?.kind,
          track,
          cycle: 'initial',
          activated: '2026-10-09',
          ended: null,
        },
      ]);
      assert.equal(first(track).state.plan?.endDate, ended);
    });

  const cases = [
    ['idea', 'iep', '2027-03-01', 'revision'],
    ['idea', 'iep', '2027-11-30', 'annual'],
    ['idea', null, '2027-03-01', 'amendment'],
    ['s504', 's504', '2027-03-01', 'review'],
    ['s504', 's504', '2027-11-30', 'review'],
    ['action', null, '2027-03-01', 'revision'],
    ['action', null, '2027-11-30', 'review'],
  ] as const;
  for (const [track, conference, until, cycle] of cases)
    it(`${track}, until ${until}, ${conference ? 'with' : 'without'} its conference: ${cycle}; the old plan is superseded`, () => {
      const one = revising(track, until);
      assert.equal(one.state.plan?.document, 'plan-1', 'stays in force while the next is written');
      if (conference) one.meet(conference);
      if (cycle === 'amendment') one.write('plan-2', { amendmentAgreedDate: one.day });
      if (track !== 'action') {
        assert.ok(one.refusal('plan.activate').includes('plan.activate/notice'));
        one.take('plan.present');
        assert.ok((one.last.owes ?? []).includes('change'));
        assert.equal(one.state.documents['plan-2']?.stands, 'in-review');
        one.tell();
      }
      one.take('plan.activate');
      assert.deepEqual(
        one.state.plans.map((row) => [row.document, row.cycle, row.ended]),
        [
          ['plan-1', 'initial', one.day],
          ['plan-2', cycle, null],
        ],
      );
      assert.deepEqual(
        ['plan-1', 'plan-2'].map((id) => one.state.documents[id]?.stands),
        ['superseded', 'final'],
      );
      assert.equal(one.state.plan?.document, 'plan-2');
    });

  it('an amendment needs the agreement, and an annual plan the conference', () => {
    const amendment = revising('idea', '2027-03-01').take('plan.present').tell();
    assert.deepEqual(amendment.refusal('plan.activate'), ['plan.activate/amendment']);
    const annual = revising('idea', '2027-11-30').take('plan.present').tell();
    assert.deepEqual(annual.refusal('plan.activate'), ['plan.activate/conference']);
    annual.write('plan-2', { amendmentAgreedDate: annual.day });
    assert.deepEqual(annual.refusal('plan.activate'), ['plan.activate/conference']);
  });

  it('another setting owes a second notice, and both come first', () => {
    const one = revising('idea', '2027-03-01').write('plan-2', { regularClassMinutes: 900 });
    one.meet('iep').take('plan.present');
    assert.deepEqual(one.last.owes, ['change', 'placement']);
    one.take('notice.provide', { document: one.newest('notice', 'change') });
    assert.deepEqual(one.refusal('plan.activate'), ['plan.activate/notice/placement']);
    one.tell().take('plan.activate');
  });

  it('another place of instruction is another placement, whatever the minutes', () => {
    const one = revising('idea', '2027-03-01').meet('iep');
    assert.equal(one.state.plan?.lreCode, 'RC80');
    one.take('plan.present');
    assert.deepEqual(one.last.owes, ['change']);
    one.write('plan-2', { schoolSetting: 'separate-school' }).tell().take('plan.present');
    assert.deepEqual(one.last.owes, ['change', 'placement']);
    assert.equal(one.tell().take('plan.activate').state.plan?.lreCode, 'SS');
  });

  it('presented again, owes no second notice', () => {
    const one = revising('idea', '2027-03-01').meet('iep').take('plan.present').take('plan.present');
    assert.equal(one.last.owes, undefined);
    assert.equal(one.state.notices.filter(({ about }) => about === 'change').length, 1);
  });

  it('a plan after a reevaluation is one, and asks for no new consent to services', () => {
    const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2026-12-01');
    one.take('reevaluation.open', { trigger: 'need', reason: 'New needs.', bothAgree: true });
    one.take('evaluation.decide').tell().consent('102c');
    one.take('assessment.request', { person: 'evaluator', area: 'academic', due: one.day });
    one.take('assessment.file', { document: one.newest('assessment') }, 'evaluator').meet('eligibility');
    for (const regulation of ['idea', 's504'])
      one.take('eligibility.decide', { document: one.newest('eligibility', regulation) });
    assert.deepEqual([one.state.state, one.state.plan?.document], ['develop-plan', 'plan-1']);
    one.write('plan-2', changes).tell().meet('iep').take('plan.present').tell().take('plan.activate');
    assert.equal(one.state.plans.at(-1)?.cycle, 'reevaluation');
  });

  it('a student who comes with an IEP from another state gets a transfer', () => {
    const one = CaseUnderTest.after('idea', { before: 'referral.file' });
    one.write('concern', { transferFrom: 'other-state-iep', enrolledDate: '2026-08-17' }).on('2026-08-18');
    one.take('referral.file').take('team.add', { person: 'coordinator', role: 'Coordinator' });
    for (const person of ['provider', 'evaluator']) one.take('team.add', { person, role: person });
    one.take('team.coordinate', { person: 'coordinator' }).on('2026-09-30');
    one.take('evidence.complete').meet('student-needs').take('needs.define').take('evaluation.decide').tell();
    one.consent('102a').take('assessment.request', { person: 'evaluator', area: 'academic', due: one.day });
    one.take('assessment.file', { document: one.newest('assessment') }, 'evaluator').meet('eligibility');
    for (const regulation of ['idea', 's504'])
      one.take('eligibility.decide', { document: one.newest('eligibility', regulation) });
    one.tell().consent('102b').meet('iep').take('plan.present');
    assert.deepEqual([one.last.facts['cycle'], one.last.owes], ['transfer', ['plan']]);
    one.tell().take('plan.activate');
    assert.equal(one.state.plans[0]?.cycle, 'transfer');
  });
});

describe('the triennial agreement', () => {
  const agreeing = (today: string) => {
    const one = CaseUnderTest.after('idea', { before: 'review.open' }).on(today);
    one.take('reevaluation.open', { trigger: 'triennial', reason: 'Three years.' });
    const agreement = { agreedUnnecessary: true, agreementDate: today, willEvaluate: false };
    return one.write(one.newest('evaluation'), agreement);
  };

  it('is refused more than 120 days before the reevaluation is due', () => {
    // Eligible since 2026-09-25: due on 2029-09-25.
    assert.deepEqual(agreeing('2029-05-27').refusal('evaluation.decide'), ['evaluation.decide/agreement']);
    assert.equal(agreeing('2029-05-28').ask('evaluation.decide').ok, true);
  });

  it('leaves the plan in force, owes its notice and restarts the three years', () => {
    const one = agreeing('2029-08-01');
    const due = () => clockOf(hawaiiClassic, 'reeval_triennial', one.state, one.day)?.due;
    assert.equal(due(), '2029-09-25');
    one.take('evaluation.decide');
    assert.deepEqual(
      [one.state.state, one.state.track, one.last.owes],
      ['implement-plan', 'idea', ['reevaluation-declined']],
    );
    one.tell();
    assert.equal(due(), '2032-08-01');
    assert.equal(one.state.evaluations.at(-1)?.willEvaluate, false);
  });

  it('is no answer to an initial evaluation', () => {
    const one = CaseUnderTest.after('idea', { before: 'evaluation.decide' });
    one.write(one.newest('evaluation'), { agreedUnnecessary: true }).take('evaluation.decide');
    assert.equal(one.state.state, 'define-needs.consent');
  });
});

describe('a reevaluation', () => {
  it('within a year needs both to agree', () => {
    const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2026-12-01');
    const asked = { trigger: 'need', reason: 'New needs.' };
    assert.deepEqual(one.refusal('reevaluation.open', asked), ['reevaluation.open/gap']);
    assert.equal(one.ask('reevaluation.open', { ...asked, bothAgree: true }).ok, true);
    assert.equal(one.on('2027-09-25').ask('reevaluation.open', asked).ok, true);
  });

  it('is of a student who was found eligible', () => {
    const one = CaseUnderTest.after('action', { path: 'full', before: 'review.open' }).on('2026-12-01');
    const asked = { trigger: 'need', reason: 'New needs.', bothAgree: true };
    assert.deepEqual(one.refusal('reevaluation.open', asked), ['reevaluation.open/eligible']);
    one.take('review.open', { trigger: 'team-request' });
    assert.deepEqual(one.refusal('review.decide', { decision: 'reevaluate' }), ['review.decide/eligible']);
  });

  it('begun from a review ends the review without effect', () => {
    const one = CaseUnderTest.after('idea', { before: 'review.decide' }).on('2026-12-01');
    one.take('reevaluation.open', { trigger: 'need', reason: 'New needs.', bothAgree: true });
    assert.equal(one.state.documents['review-1']?.stands, 'void');
    assert.deepEqual(one.last.voids, ['review-1']);
  });
});
