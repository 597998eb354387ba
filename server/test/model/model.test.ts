import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { findAims } from './aims.js';
import { defects } from './defects.js';
import { runModel } from './model.js';

/** Longer runs with other seeds: `npm run model -- --runs N --seed S`. */
const seed = 20_261_124;
/** A long run looks further for what histories can aim at. */
const aims = findAims(200);

describe('decisions under the model', () => {
  it('begin in every state of the rows', async () => {
    const empty = hawaiiClassic.states.filter(({ id }) => !aims.found.get(id)?.length);
    assert.deepEqual(empty, []);
  });

  it('are each accepted in some case: a row whose form the histories cannot fill in is never tested', () => {
    const accepted = new Set([...aims.found.values()].flat().map(({ move }) => move.action));
    assert.deepEqual(
      hawaiiClassic.actions.filter(({ id }) => !accepted.has(id)).map(({ id }) => id),
      [],
    );
  });

  it('keep every invariant through stale views, lost answers, repeats, races, revocations and crashes', async (t) => {
    const { coverage, failure } = await runModel({ aims, batches: 3, size: 6, seed });
    for (const line of coverage.lines()) t.diagnostic(line);
    assert.equal(failure, null, failure?.message);
    assert.equal(coverage.eventsPerKey, 1);
  });
});

describe('the model', () => {
  for (const defect of defects) {
    it(`notices a server that ${defect.says}`, async (t) => {
      const { failure } = await runModel({ aims, batches: 20, size: 6, seed }, defect);
      assert.ok(failure, 'nothing was noticed');
      t.diagnostic(`within ${failure.histories} histories: ${failure.message.split('\n')[0]}`);
    });
  }
});
