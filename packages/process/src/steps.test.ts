import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseState } from './case-state.js';
import { addDays } from './days.js';
import { nextSteps } from './steps.js';
import { samplePeople, walk } from './testing.js';
import type { Actor } from './types.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

const { coordinator, parent, provider, teacher, specialEducator } = samplePeople;
const today = '2026-10-01';

function mine(state: CaseState, actor: Actor): readonly string[] {
  const relations = actor === coordinator ? (['school'] as const) : [];
  return nextSteps(hawaiiClassic, state, actor, relations, today)
    .filter((step) => step.mine)
    .map(({ id }) => id);
}

describe('next steps', () => {
  it('put a person’s own first and tell whose the others are', () => {
    const { state } = walk('action', { until: 'express-concern.submitted' });
    assert.deepEqual(mine(state, coordinator), ['submitted/file']);
    const others = nextSteps(hawaiiClassic, state, teacher, ['class'], today);
    assert.deepEqual(
      others.map((step) => [step.id, step.mine, step.who]),
      [['submitted/file', false, ['coordinator', 'administrator']]],
    );
    assert.equal(
      nextSteps(hawaiiClassic, walk('s504', { before: 'eligibility.decide' }).state, coordinator, ['school'], today)[0]
        ?.mine,
      true,
    );
  });

  it('keep a draft with the one who began it', () => {
    const { state } = walk('action', { before: 'concern.submit' });
    assert.deepEqual(mine(state, teacher), ['draft/submit']);
    assert.deepEqual(mine(state, specialEducator), []);
  });

  it('speak to the family in their words', () => {
    const { state } = walk('action', { before: 'process.abbreviate' });
    const says = nextSteps(hawaiiClassic, state, parent, ['child'], today).find(({ id }) => id === 'gather/family');
    assert.deepEqual([says?.mine, says?.says], [true, 'Tell us what you see at home']);
  });

  it('are done when their date is set', () => {
    assert.ok(mine(walk('s504', { before: 'conference.schedule' }).state, coordinator).includes('needs/schedule'));
    assert.ok(!mine(walk('s504', { before: 'conference.hold' }).state, coordinator).includes('needs/schedule'));
    assert.ok(!mine(walk('s504', { before: 'needs.define' }).state, coordinator).includes('needs/hold'));
  });

  it('belong to the track', () => {
    const iep = nextSteps(
      hawaiiClassic,
      walk('idea', { until: 'develop-plan' }).state,
      coordinator,
      ['school'],
      today,
    ).map(({ id }) => id);
    const action = nextSteps(
      hawaiiClassic,
      walk('action', { until: 'develop-plan' }).state,
      coordinator,
      ['school'],
      today,
    ).map(({ id }) => id);
    for (const id of ['plan/schedule', 'consent/provide/consent-2', 'notice/provide/notice-2']) {
      assert.ok(iep.includes(id), id);
      assert.ok(!action.includes(id), id);
    }
  });

  it('carry the deadline that drives them', () => {
    const step = nextSteps(
      hawaiiClassic,
      walk('s504', { before: 'eligibility.decide' }).state,
      coordinator,
      ['school'],
      today,
    ).find(({ id }) => id === 'eligibility/decide/eligibility-1');
    assert.deepEqual([step?.due, step?.status], ['2026-10-31', 'running']);
  });

  it('ask a provider to log while the plan is active, also during a review and a revision', () => {
    assert.ok(mine(walk('action', { until: 'implement-plan' }).state, provider).includes('plan/log'));
    assert.ok(mine(walk('action', { until: 'evaluate-plan' }).state, provider).includes('plan/log'));
    assert.ok(mine(walk('action', { review: 'revise' }).state, provider).includes('plan/log'));
    assert.ok(!mine(walk('action', { until: 'develop-plan' }).state, provider).includes('plan/log'));
  });

  it('name the document they are about, one for each', () => {
    const { state } = walk('s504', { before: 'eligibility.decide' });
    const steps = nextSteps(hawaiiClassic, state, coordinator, ['school'], today);
    const deciding = steps.filter(({ action }) => action === 'eligibility.decide');
    assert.deepEqual(
      deciding.map(({ document, says }) => [document, says]),
      [
        ['eligibility-1', 'Decide on eligibility: IDEA'],
        ['eligibility-2', 'Decide on eligibility: Section 504'],
      ],
    );
  });

  it('leave a document to its writers, and its decision to those who may', () => {
    const { state } = walk('action', { before: 'progress.publish' });
    for (const actor of [provider, specialEducator, coordinator])
      assert.ok(mine(state, actor).includes('progress/write/progress-1'), actor.person);
    const telling = walk('s504', { before: 'notice.provide' }).state;
    assert.ok(mine(telling, coordinator).includes('notice/provide/notice-1'));
    assert.ok(!mine(telling, specialEducator).includes('notice/provide/notice-1'));
  });

  it('ask the coordinator to form a team, until somebody is on it', () => {
    const { state } = walk('action', { before: 'team.add' });
    assert.equal(mine(state, coordinator)[0], 'team/form');
    assert.ok(!mine(walk('action', { before: 'evidence.complete' }).state, coordinator).includes('team/form'));
  });

  it('have the day for which their conference is planned', () => {
    const { state } = walk('s504', { before: 'conference.hold' });
    const planned = state.conferences[0]?.planned ?? '';
    const on = (day: string) =>
      nextSteps(hawaiiClassic, state, coordinator, ['school'], day).find(({ action }) => action === 'conference.hold');
    assert.deepEqual(
      [addDays(planned, -4), addDays(planned, -3), addDays(planned, 1)].map((day) => [on(day)?.due, on(day)?.status]),
      [
        [planned, 'running'],
        [planned, 'soon'],
        [planned, 'late'],
      ],
    );
  });

  it('are none when the case is closed', () => {
    assert.deepEqual(nextSteps(hawaiiClassic, walk('action').state, coordinator, ['school'], today), []);
  });
});
