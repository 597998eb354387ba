import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { getShortestPaths } from 'xstate/graph';
import { chartOf, initialState, next } from './chart.js';
import type { ChartEvent } from './guards.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { actions } from './tables/actions.js';
import { states } from './tables/stages.js';
import type { Facts } from './types.js';

/** The answers that lead different ways. */
const forks: Readonly<Record<string, readonly Facts[]>> = {
  'suspicion.raise': [{ stagesSkipped: true }, { stagesSkipped: false }],
  'evaluation.decide': [
    { willEvaluate: true, assessmentNeeded: true },
    { willEvaluate: true, assessmentNeeded: false },
    { willEvaluate: false, assessmentNeeded: false, hasPlan: false },
    { willEvaluate: false, assessmentNeeded: false, hasPlan: true },
    { willEvaluate: false, agreedUnnecessary: true, hasPlan: true },
  ],
  'consent.record': [
    { phase: 'evaluation', form: '102a', result: 'given' },
    { phase: 'evaluation', form: '102a', result: 'denied' },
    { phase: 'evaluation', form: '102c', result: 'no-response', effortsMade: true },
  ],
  'eligibility.decide': [
    { othersPending: true },
    { eligibleIdea: true, eligible504: true },
    { eligibleIdea: false, eligible504: true },
    { eligibleIdea: false, eligible504: false, hasPlan: false },
    { eligibleIdea: false, eligible504: false, hasPlan: true },
  ],
  'review.decide': ['continue', 'revise', 'reevaluate', 'exit', 'new-referral'].map((decision) => ({ decision })),
};

const events: readonly ChartEvent[] = actions.flatMap(({ id }) =>
  (forks[id] ?? [{}]).flatMap((facts) =>
    (['yes', 'no', 'unsure'] as const).map((suspicion) => ({ type: id, facts, suspicion })),
  ),
);

describe('the chart', () => {
  it('reaches every state, and each shortest path can be walked step by step', () => {
    const paths = getShortestPaths(chartOf(hawaiiClassic), { events: [...events] as ChartEvent[] });
    const reached = new Set<string>();
    for (const { steps, state } of paths) {
      let stands = initialState(hawaiiClassic);
      for (const { event } of steps) {
        if (event.type === 'xstate.init') continue;
        const after = next(hawaiiClassic, stands, event as ChartEvent);
        assert.ok(after, `${event.type} leads nowhere from ${stands}`);
        stands = after;
      }
      assert.deepEqual(state.value, asValue(stands));
      reached.add(stands);
    }
    assert.deepEqual([...reached].sort(), states.map(({ id }) => id).sort());
  });

  it('goes on from everywhere to the end, and nowhere from there', () => {
    const exits = new Map(states.map(({ id }) => [id, new Set(events.map((event) => next(hawaiiClassic, id, event)))]));
    for (const { id } of states) {
      const seen = new Set([id]);
      for (const stands of seen) for (const after of exits.get(stands) ?? []) if (after) seen.add(after);
      assert.equal(seen.has('closed'), true, id);
      if (id === 'closed') assert.equal(seen.size, 1, 'what is decided of a closed case leaves it closed');
    }
  });

  it('treats a suspicion that is unsure or unknown as yes', () => {
    for (const suspicion of ['yes', 'unsure', null] as const) {
      assert.equal(
        next(hawaiiClassic, 'define-needs.defining', { type: 'needs.define', facts: {}, suspicion }),
        'define-needs.evaluation',
      );
      assert.equal(next(hawaiiClassic, 'gather-data', { type: 'process.abbreviate', facts: {}, suspicion }), null);
    }
    assert.equal(
      next(hawaiiClassic, 'define-needs.defining', { type: 'needs.define', facts: {}, suspicion: 'no' }),
      'develop-plan',
    );
  });

  it('goes on to eligibility only with the consent that it waits for', () => {
    const record = (facts: Facts) =>
      next(hawaiiClassic, 'define-needs.consent', { type: 'consent.record', facts, suspicion: 'yes' });
    assert.equal(record({ phase: 'evaluation', form: '102a', result: 'given' }), 'define-needs.eligibility');
    for (const result of ['denied', 'no-response'])
      assert.equal(record({ phase: 'evaluation', form: '102a', result, effortsMade: true }), 'define-needs.consent');
    assert.equal(record({ phase: 'services', form: '102b', result: 'given' }), 'define-needs.consent');
    assert.equal(record({ phase: 'other', form: '102c', result: 'given' }), 'define-needs.consent');
    const silence = { phase: 'evaluation', form: '102c', result: 'no-response' };
    assert.equal(record({ ...silence, effortsMade: true }), 'define-needs.eligibility');
    assert.equal(record({ ...silence, effortsMade: false }), 'define-needs.consent');
  });

  it('is drawn and exported as it is now', async () => {
    const script = fileURLToPath(new URL('../scripts/chart.mjs', import.meta.url));
    await promisify(execFile)(process.execPath, [script, '--check']);
  });
});

function asValue(id: string): string | Record<string, string> {
  const [stage, inner] = id.split('.') as [string, string?];
  return inner === undefined ? stage : { [stage]: inner };
}
