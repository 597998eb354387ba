import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deadlines, decide, nextSteps, readiness } from './index.js';
import { completeCommand, completePlan, samplePeople, walk } from './testing.js';
import type { Decision } from './types.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

const path = (decisions: readonly Decision[]) =>
  decisions.map(({ to }) => to).filter((to, index, all) => to !== all[index - 1]);

describe('an Action Plan by the abbreviated path', () => {
  it('goes from the concern straight to the plan, its services and the exit', () => {
    const { decisions, state } = walk('action');
    assert.deepEqual(path(decisions), [
      'express-concern.draft',
      'express-concern.submitted',
      'gather-data',
      'develop-plan',
      'implement-plan',
      'evaluate-plan',
      'closed',
    ]);
    assert.equal(state.plan?.kind, 'action-plan');
    assert.equal(state.sessions.length, 1);
    assert.deepEqual(deadlines(hawaiiClassic, state, '2026-12-01'), []);
    assert.ok(
      Object.values(state.documents).every(
        ({ kind, state: stands }) => stands === 'sealed' || ['official', 'family', 'log', 'services'].includes(kind),
      ),
    );
  });

  it('refuses an incomplete plan with the whole list, and takes it completed', () => {
    const { next } = walk('action', { before: 'plan.activate' });
    assert.ok(next);
    const { goals: _goals, reviewDate: _date, ...half } = completePlan('action');
    const answer = decide(hawaiiClassic, { ...next, documents: { ...next.documents, 'plan-1': half } });
    assert.ok(!answer.ok && answer.code === 'unmet');
    assert.deepEqual(
      answer.unmet.map(({ id }) => id),
      [
        'plan.activate/reviewDate',
        'plan.activate/goals',
        'plan.activate/needs-without-goal',
        'plan.activate/services-without-goal',
      ],
    );
    for (const { label, source, at } of answer.unmet)
      assert.ok(label !== '' && source !== '' && at?.document === 'plan-1');
    assert.equal(decide(hawaiiClassic, next).ok, true);
  });

  it('refuses to file without the suspicion answer or the received date, at the field', () => {
    const { next } = walk('action', { before: 'referral.file' });
    assert.ok(next);
    const { suspicion: _suspicion, receivedDate: _date, ...rest } = next.documents['concern'] ?? {};
    const answer = decide(hawaiiClassic, { ...next, documents: { concern: rest } });
    assert.ok(!answer.ok && answer.code === 'unmet');
    assert.deepEqual(
      answer.unmet.map(({ at }) => at),
      [
        { document: 'concern', field: 'receivedDate' },
        { document: 'concern', field: 'suspicion' },
      ],
    );
  });
});

describe('a Modification Plan', () => {
  it('goes through evaluation, consent, eligibility, plan, services and review', () => {
    const { decisions, state } = walk('s504', { review: 'continue' });
    assert.deepEqual(path(decisions), [
      'express-concern.draft',
      'express-concern.submitted',
      'gather-data',
      'define-needs.defining',
      'define-needs.evaluation',
      'define-needs.consent',
      'define-needs.eligibility',
      'develop-plan',
      'implement-plan',
      'evaluate-plan',
      'implement-plan',
    ]);
    assert.equal(state.plan?.kind, 'modification-plan');
    assert.deepEqual(
      deadlines(hawaiiClassic, state, '2026-12-01').map(({ clock, status }) => [clock, status]),
      [
        ['plan_annual', 'running'],
        ['reeval_triennial', 'running'],
        ['ref_decision', 'met'],
        ['eval_60', 'met'],
      ],
    );
  });

  it('cannot be cut short, and cannot go on without the family’s consent', () => {
    const gathering = completeCommand('evidence.complete', 's504');
    const reason = { reason: 'It is clear.' };
    const short = decide(hawaiiClassic, {
      ...gathering,
      action: 'process.abbreviate',
      payload: reason,
    });
    assert.equal(!short.ok && short.code, 'unmet');
    const { next } = walk('s504', { before: 'consent.record' });
    assert.ok(next);
    const denied = decide(hawaiiClassic, { ...next, payload: { ...next.payload, result: 'denied' } });
    assert.equal(denied.ok && denied.decision.to, 'define-needs.consent');
  });

  it('revised, is written anew from a copy and activated again after its own conference and notice', () => {
    const { state, documents, decisions } = walk('s504', { review: 'revise' });
    const answer = readiness(hawaiiClassic, {
      state,
      action: 'plan.activate',
      payload: {},
      documents: { ...documents, 'plan-2': completePlan('s504') },
      actor: samplePeople.coordinator,
      relations: ['school'],
      day: '2026-11-20',
      at: '2026-11-20T18:00:00.000Z',
    });
    assert.deepEqual(
      answer.requirements.filter(({ met }) => !met).map(({ id }) => id),
      ['plan.activate/notice', 'plan.activate/conference'],
    );
    assert.deepEqual(decisions.at(-1)?.opens, [{ document: 'plan-2' }]);
    assert.equal(state.plan?.document, 'plan-1');
  });
});

describe('an IEP', () => {
  it('is activated after eligibility, consent to services, conference and notice', () => {
    const { decisions, state } = walk('idea', { until: 'implement-plan' });
    assert.equal(decisions.at(-1)?.action, 'plan.activate');
    assert.equal(state.plan?.kind, 'iep');
    const before = decisions.slice(0, -1);
    assert.deepEqual(
      before.filter(({ action }) => action === 'notice.provide').map(({ facts }) => facts['about']),
      ['evaluation', 'eligibility', 'eligibility', 'services', 'plan'],
    );
    assert.deepEqual(
      before.filter(({ action }) => action === 'consent.record').map(({ facts }) => facts['form']),
      ['102a', '102b'],
    );
    assert.deepEqual(
      deadlines(hawaiiClassic, state, '2026-11-01').map(({ clock, status }) => [clock, status]),
      [
        ['progress_report', 'running'],
        ['reeval_min_gap', 'running'],
        ['plan_annual', 'running'],
        ['reeval_triennial', 'running'],
        ['ref_decision', 'met'],
        ['iep_meeting_hi', 'met'],
        ['iep_meeting_fed', 'met'],
        ['eval_60', 'met'],
        ['safeguards_yearly', 'met'],
      ],
    );
    assert.ok(
      nextSteps(hawaiiClassic, state, samplePeople.provider, [], '2026-11-01').some(
        ({ id, mine }) => id === 'plan/log' && mine,
      ),
    );
  });
});
