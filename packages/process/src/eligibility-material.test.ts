import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CaseUnderTest } from './case.fixtures.js';
import { eligibilityMaterial } from './eligibility-material.js';
import { eligibilityStatus } from './eligibility-status.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

const decided = () => CaseUnderTest.after('idea', { before: 'review.open' }).on('2027-03-01');
const statusOf = ({ state }: CaseUnderTest) => eligibilityStatus(eligibilityMaterial(state, hawaiiClassic)).idea;
const answer = (one: CaseUnderTest) => {
  const { eligible, receiving } = statusOf(one);
  return [eligible, receiving];
};
const recorded = (one: CaseUnderTest, ...told: readonly (readonly [event: string, day: string])[]) => {
  for (const [event, day] of told) one.take('event.record', { event, day });
  return one;
};

describe('eligibilityMaterial', () => {
  it('takes a refused reevaluation as declined until the next determination', () => {
    const { state } = decided();
    const refused = {
      form: '102c',
      document: null,
      provided: '2027-01-04',
      result: 'denied',
      received: '2027-01-08',
      revoked: null,
      seq: 9_000,
    };
    const later = { ...state.eligibilities[0], seq: 9_001 } as (typeof state.eligibilities)[number];
    const declined = (change: object) =>
      eligibilityMaterial({ ...state, ...change }, hawaiiClassic).reevaluationDeclined;
    assert.equal(declined({}), null);
    assert.equal(declined({ consents: [refused] }), '2027-01-08');
    assert.equal(declined({ consents: [refused], eligibilities: [...state.eligibilities, later] }), null);
  });

  it('counts as enrolled whom no event has leave', () => {
    assert.deepEqual(answer(decided()), [true, true]);
  });

  for (const { id, enrollment } of hawaiiClassic.events.filter((row) => row.enrollment))
    it(`takes the codes of the event ${id}`, () => {
      const one = recorded(decided(), [id, '2027-02-01']);
      assert.deepEqual(eligibilityMaterial(one.state, hawaiiClassic).enrollment, enrollment);
    });

  it('follows the latest day, and of one day what was recorded last', () => {
    assert.deepEqual(answer(recorded(decided(), ['left', '2027-02-01'])), [true, false]);
    assert.deepEqual(answer(recorded(decided(), ['left', '2027-02-01'], ['enrolled-again', '2027-02-20'])), [
      true,
      true,
    ]);
    assert.deepEqual(answer(recorded(decided(), ['enrolled-again', '2027-02-20'], ['left', '2027-02-01'])), [
      true,
      true,
    ]);
    assert.deepEqual(answer(recorded(decided(), ['enrolled-again', '2027-02-20'], ['left', '2027-02-20'])), [
      true,
      false,
    ]);
    assert.deepEqual(answer(recorded(decided(), ['left-served', '2027-02-01'])), [true, true]);
    assert.deepEqual(answer(recorded(decided(), ['graduated', '2027-02-01'])), [false, false]);
  });

  it('lets a home-schooled student receive services unless the parents declined them', () => {
    const home = () => recorded(decided(), ['home-schooled', '2027-02-01']);
    assert.deepEqual(answer(home()), [true, true]);
    assert.deepEqual(answer(recorded(home(), ['fape-declined', '2027-02-02'])), [true, false]);
    assert.deepEqual(answer(recorded(home(), ['fape-declined', '2027-02-02'], ['fape-offered', '2027-02-10'])), [
      true,
      false,
    ]);
    assert.deepEqual(answer(recorded(home(), ['fape-declined', '2027-02-02'], ['fape-accepted', '2027-02-12'])), [
      true,
      true,
    ]);
  });
});
