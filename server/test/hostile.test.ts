import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Canary } from '../hostile/canary.js';
import { fuzz } from '../hostile/fuzz.js';
import { honestUpdates } from '../hostile/honest.js';
import { ownTarget } from '../hostile/own-target.js';
import { runCases } from '../hostile/run.js';
import type { Target } from '../hostile/target.js';

/** The short run of `npm run hostile`: every case, and some thousand random messages; `--seed` tries others. */
describe('a hostile network', () => {
  let target: Target;
  let canary: Canary;

  before(async () => {
    target = await ownTarget();
    canary = await Canary.start(target.canary);
  });
  after(async () => {
    await canary.stop();
    await target.close();
  });

  it('breaks nothing, and every attack is answered as it should be', { timeout: 900_000 }, async () => {
    const results = await runCases(target, canary, {
      only: [],
      patience: Number.POSITIVE_INFINITY,
      onResult: () => undefined,
    });
    assert.ok(results.length >= 51, `only ${results.length} cases were run`);
    const notHeld = results.filter(
      ({ verdict, hostile }) => verdict === 'broken' || (verdict === 'weak' && !hostile.isMeasured),
    );
    assert.deepEqual(
      notHeld.map(({ hostile, verdict, reason }) => `${hostile.id} ${verdict}: ${reason}`),
      [],
    );
    assert.equal(target.ended(), null);
  });

  it('leaves every room whole after random and damaged messages, and ends who sends what cannot be read', {
    timeout: 600_000,
  }, async () => {
    const result = await fuzz(target, { inputs: 3_000, seed: 20_261_124, log: () => undefined });
    const { faults, examples, refused } = result;
    assert.deepEqual({ faults, examples, refused }, { faults: [], examples: [], refused: 0 });
    assert.ok(result.unreadable > 500 && result.honest > 500);
    assert.equal(target.ended(), null);
  });

  it('does not make the gate refuse honest people', { timeout: 300_000 }, () => {
    const { fault, updates } = honestUpdates(5_000);
    assert.equal(fault, null);
    assert.ok(updates >= 5_000);
  });
});
