import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { defects } from './defects.js';
import { runModel, statesOfStarts } from './model.js';

/** Longer runs with other seeds: `npm run model -- --runs N --seed S`. */
const seed = 20_261_124;

describe('decisions under the model', () => {
  it('begin in every state of the rows', async () => {
    assert.deepEqual([...(await statesOfStarts())].sort(), hawaiiClassic.states.map(({ id }) => id).sort());
  });

  it('keep every invariant through stale views, lost answers, repeats, races, revocations and crashes', async (t) => {
    const { coverage, failure } = await runModel({ batches: 3, size: 6, seed });
    for (const line of coverage.lines()) t.diagnostic(line);
    assert.equal(failure, null, failure?.message);
    assert.equal(coverage.eventsPerKey, 1);
  });
});

describe('the model', () => {
  for (const defect of defects) {
    it(`notices a server that ${defect.says}`, async (t) => {
      const { failure } = await runModel({ batches: 20, size: 6, seed }, defect);
      assert.ok(failure, 'nothing was noticed');
      t.diagnostic(`within ${failure.histories} histories: ${failure.message.split('\n')[0]}`);
    });
  }
});
