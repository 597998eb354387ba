import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type CycleMaterial, cycleType } from './cycle.js';
import { type CycleType, cycles } from './tables/cycles.js';

/** A change within the year, agreed at a conference. */
const base: CycleMaterial = {
  track: 'idea',
  earlierPlans: 1,
  active: { endDate: '2027-05-31' },
  evaluationType: null,
  newEnd: '2027-05-31',
  conferenceHeldSince: true,
  transferIn: false,
};

const cases: readonly (readonly [says: string, change: Partial<CycleMaterial>, expected: CycleType])[] = [
  ['the first plan', { earlierPlans: 0, active: null, evaluationType: 'initial' }, 'initial'],
  ['the first plan after a move from another state', { earlierPlans: 0, active: null, transferIn: true }, 'transfer'],
  ['a later plan of a student who once moved here', { transferIn: true }, 'revision'],
  [
    'an Action Plan of a student who moved here',
    { track: 'action', earlierPlans: 0, active: null, transferIn: true },
    'initial',
  ],
  ['the plan of the next year', { newEnd: '2028-05-31' }, 'annual'],
  ['one day longer', { newEnd: '2027-06-01' }, 'annual'],
  ['the next year, without a conference yet', { newEnd: '2028-05-31', conferenceHeldSince: false }, 'annual'],
  ['after an earlier plan ended', { active: null, newEnd: null }, 'annual'],
  ['a change within the year', {}, 'revision'],
  ['a change that ends sooner', { newEnd: '2027-02-01' }, 'revision'],
  ['a change without a conference', { conferenceHeldSince: false }, 'amendment'],
  ['no end written yet', { newEnd: null }, 'revision'],
  ['after a reevaluation', { evaluationType: 'reevaluation', newEnd: '2028-05-31' }, 'reevaluation'],
  ['after a reevaluation, within the year', { evaluationType: 'reevaluation' }, 'reevaluation'],
  ['504: the next year', { track: 's504', newEnd: '2028-05-31' }, 'review'],
  ['504: a change within the year', { track: 's504' }, 'review'],
  ['504: a change without a conference', { track: 's504', conferenceHeldSince: false }, 'review'],
  ['504: after a reevaluation', { track: 's504', evaluationType: 'reevaluation' }, 'reevaluation'],
  ['Action Plan: the next one', { track: 'action', newEnd: '2028-05-31' }, 'review'],
  ['Action Plan: a change within its time', { track: 'action', conferenceHeldSince: false }, 'revision'],
];

describe('cycleType', () => {
  for (const [says, change, expected] of cases) {
    it(`${says}: ${expected}`, () => assert.equal(cycleType({ ...base, ...change }), expected));
  }

  it('is always one that the table has for the track', () => {
    const material = fc.record<CycleMaterial>({
      track: fc.constantFrom('action', 'idea', 's504'),
      earlierPlans: fc.nat(2),
      active: fc.constantFrom(null, { endDate: '2027-05-31' }),
      evaluationType: fc.constantFrom(null, 'initial', 'reevaluation'),
      newEnd: fc.constantFrom(null, '2027-01-01', '2028-01-01'),
      conferenceHeldSince: fc.boolean(),
      transferIn: fc.boolean(),
    });
    fc.assert(
      fc.property(material, (known) => {
        const row = cycles.find(({ id }) => id === cycleType(known));
        assert.ok(row);
        assert.ok((row.tracks as readonly string[]).includes(known.track), `${row.id} on ${known.track}`);
      }),
    );
  });
});
