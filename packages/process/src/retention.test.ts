import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CaseUnderTest } from './case.fixtures.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { keptBy, mayDestroy } from './retention.js';
import { walk } from './testing.js';

const closed = (before: string) =>
  CaseUnderTest.after('s504', { before }).on('2026-12-01').take('case.close', { reason: 'withdrawn' }).state;
const kept = (...args: Parameters<typeof keptBy>) => keptBy(...args).map(({ rule, until }) => [rule, until]);

describe('the record of a case', () => {
  it('is kept without end while the case is not closed', () => {
    const { state } = walk('s504', { until: 'implement-plan' });
    assert.deepEqual(keptBy(hawaiiClassic, state), []);
    assert.equal(mayDestroy(hawaiiClassic, state, 'no-longer-needed', '2099-01-01'), false);
  });

  it('is kept by the rules that are of it, the one that ends last first', () => {
    assert.deepEqual(kept(hawaiiClassic, closed('referral.file')), [['draft', '2027-12-01']]);
    assert.deepEqual(kept(hawaiiClassic, closed('evaluation.decide')), [['referral', '2029-12-01']]);
    const { state } = walk('s504');
    const [last] = keptBy(hawaiiClassic, state);
    const session = state.dates['lastSessionDate']?.day ?? '';
    assert.deepEqual(
      [last?.rule, last?.from, last?.day, last?.until],
      ['sessions', 'lastSessionDate', session, `${Number(session.slice(0, 4)) + 7}${session.slice(4)}`],
    );
  });

  it('is destroyed on the day it is due, and earlier only on a ground that says so', () => {
    const state = closed('evaluation.decide');
    const may = (basis: Parameters<typeof mayDestroy>[2], day: string) => mayDestroy(hawaiiClassic, state, basis, day);
    assert.equal(may('no-longer-needed', '2029-11-30'), false);
    assert.equal(may('no-longer-needed', '2029-12-01'), true);
    assert.equal(may('order', '2026-12-01'), true);
    assert.equal(may('parent-request', '2026-12-01'), true);
  });
});
