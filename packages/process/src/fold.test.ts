import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseState } from './case-state.js';
import { next } from './chart.js';
import { fold, foldNext } from './fold.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { type Track, tracks } from './tables/stages.js';
import { walk } from './testing.js';
import type { Decision } from './types.js';

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

describe('fold', () => {
  for (const { id: track } of tracks) {
    const { decisions } = freeze(walk(track));

    it(`${track}: gives the same state at once, step by step and again, and changes nothing it is given`, () => {
      const whole = fold(decisions);
      let state: CaseState | null = null;
      for (const decision of decisions) state = freeze(foldNext(state, decision));
      assert.deepEqual(state, whole);
      assert.deepEqual(fold(decisions), whole);
    });

    it(`${track}: is plain data`, () => {
      const whole = fold(decisions);
      assert.deepEqual(JSON.parse(JSON.stringify(whole)), whole);
      assert.deepEqual(fold(JSON.parse(JSON.stringify(decisions))), whole);
    });

    it(`${track}: the chart, asked again, leads every decision where it led`, () => {
      for (const [index, decision] of decisions.entries()) {
        const before = fold(decisions.slice(0, index));
        if (!before) continue;
        const { action: type, facts } = decision;
        assert.equal(
          next(hawaiiClassic, before.state, { type, facts, suspicion: before.suspicion }),
          decision.to,
          type,
        );
      }
    });
  }

  it('gives the same state of a long log as step by step', () => {
    const { decisions } = walk('idea');
    const sign = decisions.find(({ action }) => action === 'service.sign') as Decision;
    const voided = { action: 'service.void', facts: { session: 's7' } };
    const signed = (seq: number) => ({
      ...sign,
      seq,
      facts: { ...sign.facts, session: `s${seq}`, date: seq % 3 === 0 ? '2026-10-12' : '2026-10-16' },
      ...(seq === sign.seq + 20 ? voided : {}),
    });
    const long = [
      ...decisions.slice(0, sign.seq),
      ...Array.from({ length: 60 }, (_, at) => signed(sign.seq + 1 + at)),
      ...decisions.slice(sign.seq).map((decision, at) => ({ ...decision, seq: sign.seq + 61 + at })),
    ];
    let state: CaseState | null = null;
    for (const decision of long) state = freeze(foldNext(state, decision));
    assert.deepEqual(fold(long), state);
  });

  it('is nothing for an empty log', () => {
    assert.equal(fold([]), null);
  });

  it('takes decisions in their order only', () => {
    const { decisions } = walk('action');
    assert.throws(() => fold(decisions.slice(1)), /does not follow/);
    assert.throws(() => fold([...decisions, ...decisions.slice(-1)]), /does not follow/);
    assert.throws(() => fold([...decisions.slice(0, 2), ...decisions.slice(3)]), /does not follow/);
  });

  it('applies what is recorded, also what today’s rules would refuse', () => {
    const { decisions } = walk('action', { until: 'gather-data' });
    const last = decisions.at(-1);
    assert.ok(last);
    const odd = {
      ...last,
      seq: last.seq + 1,
      action: 'evidence.complete',
      to: 'closed',
      processVersion: 'hawaii-classic/0',
      facts: {},
    };
    assert.equal(fold([...decisions, odd])?.state, 'closed');
  });
});

describe('what decisions add up to', () => {
  const at = (track: Track, before: string) => walk(track, { before }).state;

  it('the track: action without suspicion, else open until eligibility', () => {
    assert.equal(at('action', 'evidence.complete').track, 'action');
    assert.equal(at('s504', 'eligibility.decide').track, null);
    assert.equal(at('s504', 'plan.activate').track, 's504');
    assert.equal(at('idea', 'plan.activate').track, 'idea');
  });

  it('the stages, with those that were skipped and why', () => {
    const { stages, abbreviated } = at('action', 'plan.activate');
    assert.equal(abbreviated, true);
    assert.deepEqual(
      stages.map(({ stage, skipped }) => [stage, skipped !== null]),
      [
        ['express-concern', false],
        ['gather-data', false],
        ['define-needs', true],
        ['develop-plan', false],
        ['implement-plan', false],
        ['evaluate-plan', false],
      ],
    );
    assert.equal(stages[2]?.skipped?.reason, 'One need, known from the screening.');
    assert.equal(stages[2]?.entered, null);
  });

  it('the team with its one coordinator, and the family with the room of their words', () => {
    const { team, family, documents } = at('action', 'process.abbreviate');
    assert.deepEqual(
      team.filter(({ coordinator }) => coordinator).map(({ person }) => person),
      ['coordinator'],
    );
    assert.deepEqual(family, [
      { person: 'parent', name: 'Noelani Palakiko', relation: 'Mother', document: 'family-1' },
    ]);
    assert.equal(documents['family-1']?.writer, 'parent');
  });

  it('sealed documents and the active plan with its services', () => {
    const { documents, plan } = at('s504', 'service.sign');
    const open = Object.values(documents).filter(({ state }) => state === 'open');
    assert.deepEqual(
      open.map(({ id }) => id),
      ['official', 'family-1', 'log-1', 'services-2026-2027'],
    );
    const final = Object.values(documents).filter(({ stands }) => stands === 'final');
    assert.equal(final.length, Object.keys(documents).length - open.length);
    assert.deepEqual(documents['plan-1']?.sealed?.action, 'plan.activate');
    assert.equal(plan?.document, 'plan-1');
    assert.equal(plan?.kind, 'modification-plan');
    assert.deepEqual(
      plan?.services.map(({ minutes, count, interval, provider }) => [minutes, count, interval, provider]),
      [[30, 3, 'week', 'provider']],
    );
  });

  it('signed sessions, which a void takes out of the count and leaves on record', () => {
    const { state } = walk('action', { before: 'review.open' });
    assert.deepEqual(
      state.sessions.map(({ minutes, void: out }) => [minutes, out]),
      [[30, false]],
    );
    const last = state.decisions.find(({ action }) => action === 'service.sign');
    assert.ok(last);
    const voided = foldNext(state, { ...last, seq: state.seq + 1, action: 'service.void' });
    assert.deepEqual(
      voided.sessions.map(({ minutes, void: out }) => [minutes, out]),
      [[30, true]],
    );
    assert.equal(state.dates['lastSessionDate']?.day, '2026-10-16');
    assert.equal(voided.dates['lastSessionDate'], undefined);
  });

  it('a plan’s conference is one of its own track that no earlier plan is credited with', () => {
    const writing = at('idea', 'plan.activate');
    assert.equal(writing.dates['planConferenceDate']?.day, '2026-10-06');
    const wrong = { ...writing, conferences: writing.conferences.map((row) => ({ ...row, purpose: 'action-plan' })) };
    assert.equal(
      foldNext(wrong, { ...(writing.decisions.at(-1) as Decision), seq: writing.seq + 1 }).dates['planConferenceDate'],
      undefined,
    );
    const { state } = walk('idea', { review: 'revise' });
    assert.equal(state.dates['planConferenceDate'], undefined);
    assert.equal(state.dates['activePlanConferenceDate']?.day, '2026-10-06');
  });

  it('a provider who is assigned anew is the service’s provider', () => {
    const { state } = walk('action', { before: 'review.open' });
    const last = state.decisions.at(-1);
    assert.ok(last);
    const facts = { service: state.plan?.services[0]?.id ?? '', person: 'special-educator' };
    const moved = foldNext(state, { ...last, seq: state.seq + 1, action: 'provider.assign', facts });
    assert.equal(moved.plan?.services[0]?.provider, 'special-educator');
  });
});
