import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CaseUnderTest } from './case.fixtures.js';
import { clockOf } from './deadlines.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import type { WalkOptions } from './testing.js';
import { completeEligibility, completeEvaluation } from './sample-material.js';

const raised = { reason: 'The gap grows.', day: '2026-12-01' };

describe('a suspicion that comes later', () => {
  const states: readonly (readonly [from: string, options: WalkOptions, to: string, opens: readonly string[]])[] = [
    ['gather-data', { path: 'full', before: 'evidence.complete' }, 'gather-data', []],
    ['define-needs.defining', { path: 'full', before: 'needs.define' }, 'define-needs.defining', []],
    ['develop-plan', { path: 'full', before: 'plan.activate' }, 'define-needs.evaluation', ['evaluation']],
    ['develop-plan, abbreviated', { path: 'abbreviated', before: 'plan.activate' }, 'gather-data', ['evidence-2']],
    ['implement-plan', { path: 'full', before: 'review.open' }, 'define-needs.evaluation', ['evaluation']],
    ['implement-plan, abbreviated', { path: 'abbreviated', before: 'review.open' }, 'gather-data', ['evidence-2']],
    ['evaluate-plan', { path: 'full', before: 'review.decide' }, 'define-needs.evaluation', ['evaluation']],
  ];
  for (const [from, options, to, opens] of states)
    it(`lifts a case from ${from} to the full path and starts the 15 days`, () => {
      const one = CaseUnderTest.after('action', options);
      assert.equal(clockOf(hawaiiClassic, 'ref_decision', one.state, one.day), null);
      const draft = Object.values(one.state.documents).find(({ kind, state }) => kind === 'plan' && state === 'open');
      const plan = one.state.plan;
      one.take('suspicion.raise', raised);
      assert.equal(one.state.state, to);
      assert.deepEqual(
        one.last.opens.map(({ document }) => document),
        opens,
      );
      assert.deepEqual([one.state.suspicion, one.state.track, one.state.abbreviated], ['yes', null, false]);
      assert.equal(one.state.plan, plan, 'the plan in force stays');
      if (draft) assert.equal(one.state.documents[draft.id]?.stands, 'void');
      const clock = clockOf(hawaiiClassic, 'ref_decision', one.state, one.day);
      assert.deepEqual([clock?.start, clock?.due], ['2026-12-01', '2026-12-16']);
      const again = one.refusal('suspicion.raise', raised);
      if (to === 'define-needs.evaluation') assert.equal(again, 'not-open');
      else assert.deepEqual(again, ['suspicion.raise/not-yet']);
    });

  it('goes on through needs, evaluation and eligibility to a plan that replaces the Action Plan', () => {
    const one = CaseUnderTest.after('action', { path: 'abbreviated', before: 'review.open' }).on('2026-12-01');
    one.take('suspicion.raise', raised).take('evidence.complete').meet('student-needs').take('needs.define');
    assert.equal(one.state.state, 'define-needs.evaluation');
    one.take('evaluation.decide').consent('102a');
    one.take('assessment.request', { person: 'evaluator', area: 'academic', due: one.day });
    one.take('assessment.file', { document: one.newest('assessment') }, 'evaluator').meet('eligibility');
    one.write(one.newest('eligibility', 'idea'), completeEligibility('idea', false, one.day));
    one.take('eligibility.decide', { document: one.newest('eligibility', 'idea') });
    one.take('eligibility.decide', { document: one.newest('eligibility', 's504') }).tell();
    assert.deepEqual([one.state.state, one.state.track], ['develop-plan', 's504']);
    one.meet('s504').take('plan.present').tell().take('plan.activate');
    assert.deepEqual(
      one.state.plans.map(({ kind, cycle, ended }) => [kind, cycle, ended]),
      [
        ['action-plan', 'initial', '2026-12-01'],
        ['modification-plan', 'initial', null],
      ],
    );
    assert.equal(one.state.documents['plan-1']?.stands, 'superseded');
  });

  it('that is not followed leaves the Action Plan and its track in force', () => {
    const one = CaseUnderTest.after('action', { path: 'full', before: 'review.open' }).on('2026-12-01');
    one.take('suspicion.raise', raised).write(one.newest('evaluation'), completeEvaluation(one.day, 'refuse'));
    one.take('evaluation.decide');
    assert.deepEqual([one.state.state, one.state.track], ['implement-plan', 'action']);
    assert.deepEqual(one.last.owes, ['evaluation']);
    assert.deepEqual(one.refusal('case.close', { reason: 'withdrawn' }), ['case.close/no-plan']);
  });

  it('that finds no disability leaves the Action Plan to be reviewed, on its track', () => {
    const one = CaseUnderTest.after('action', { path: 'full', before: 'review.open' }).on('2026-12-01');
    one.take('suspicion.raise', raised).write(one.newest('evaluation'), completeEvaluation(one.day, 'no-assessment'));
    one.take('evaluation.decide').tell().meet('eligibility');
    for (const regulation of ['idea', 's504']) {
      one.write(one.newest('eligibility', regulation), completeEligibility(regulation, false, one.day));
      one.take('eligibility.decide', { document: one.newest('eligibility', regulation) });
    }
    assert.deepEqual([one.state.state, one.state.track], ['evaluate-plan', 'action']);
  });
});

describe('an unknown suspicion', () => {
  it('takes the full path as yes does, and is no track yet', () => {
    const one = CaseUnderTest.after('s504', { before: 'referral.file' });
    one.write('concern', { suspicion: 'unsure' }).take('referral.file');
    assert.deepEqual([one.state.suspicion, one.state.track], ['unsure', null]);
    assert.deepEqual(one.refusal('process.abbreviate', { reason: 'Low needs.' }), ['process.abbreviate/suspicion']);
    one.take('evidence.complete').meet('student-needs').take('needs.define');
    assert.equal(one.state.state, 'define-needs.evaluation');
    assert.ok(clockOf(hawaiiClassic, 'ref_decision', one.state, one.day));
  });
});
