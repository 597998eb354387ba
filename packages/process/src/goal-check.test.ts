import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from './days.js';
import { checkGoal, weeklyGrowth } from './goal-check.js';
import type { DocumentView, Plain, RowView } from './types.js';

const plan: DocumentView = {
  startDate: '2026-09-01',
  endDate: '2027-05-28',
  needs: [{ id: 'n1', order: 'a', statement: 'Reads slowly.' }],
};
const goal: RowView = {
  id: 'g1',
  order: 'a',
  need: 'n1',
  condition: 'Given a second-grade passage',
  behavior: 'will read aloud',
  baseline: 35,
  target: 90,
  unit: 'words per minute',
  accuracy: 95,
  attempts: 4,
  successes: 3,
  dueDate: '2027-01-19', // 20 weeks
  measure: 'A passage of one minute, by the resource teacher',
  schedule: 'week',
};

function unmet(change: Readonly<Record<string, Plain>>, in_: DocumentView = plan, today: string | null = null) {
  return checkGoal({ ...goal, ...change }, in_, today)
    .filter(({ met }) => !met)
    .map(({ id }) => id);
}

describe('checkGoal', () => {
  it('finds nothing missing in a good goal', () => {
    assert.deepEqual(unmet({}), []);
    assert.deepEqual(unmet({}, plan, '2026-10-01'), []);
  });

  const cases: readonly (readonly [
    says: string,
    change: Readonly<Record<string, Plain>>,
    expected: readonly string[],
  ])[] = [
    ['no behavior', { behavior: ' ' }, ['specific/behavior']],
    ['no condition', { condition: '' }, ['specific/condition']],
    ['no baseline', { baseline: null }, ['measurable/baseline']],
    ['no target', { target: null }, ['measurable/target']],
    ['no unit', { unit: '' }, ['measurable/unit']],
    ['no measure', { measure: '' }, ['measurable/measure']],
    ['no schedule', { schedule: null }, ['measurable/schedule']],
    ['a baseline of 0 is one', { baseline: 0 }, []],
    ['flat', { target: 35 }, ['achievable/criterion']],
    ['downwards without a direction', { target: 20 }, []],
    ['downwards where it should go up', { target: 20, direction: 'up' }, ['achievable/criterion']],
    ['upwards where it should go down', { direction: 'down' }, ['achievable/criterion']],
    ['more successes than tries', { successes: 5 }, ['achievable/trials']],
    ['as many successes as tries', { successes: 4 }, []],
    ['no success', { successes: 0 }, ['achievable/trials']],
    ['tries without successes', { successes: null }, ['achievable/trials']],
    ['no tries at all', { successes: null, attempts: null }, []],
    ['accuracy over 100', { accuracy: 101 }, ['achievable/accuracy']],
    ['accuracy below 0', { accuracy: -1 }, ['achievable/accuracy']],
    ['no accuracy', { accuracy: null }, []],
    ['for no need', { need: null }, ['relevant/need']],
    ['for a need that is gone', { need: 'n9' }, ['relevant/need']],
    ['no day', { dueDate: null }, ['time-bound/due']],
    ['due on the last day', { dueDate: '2027-05-28' }, []],
    ['due after the plan', { dueDate: '2027-05-29' }, ['time-bound/due']],
    ['due as the plan begins', { dueDate: '2026-09-01' }, ['time-bound/due']],
    ['not a day', { dueDate: '2027-02-30' }, ['time-bound/due']],
  ];
  for (const [says, change, expected] of cases) {
    it(`${says}: ${expected.join(', ') || 'fine'}`, () => assert.deepEqual(unmet(change), expected));
  }

  it('tells a day that is past', () => assert.deepEqual(unmet({}, plan, '2027-01-20'), ['time-bound/due']));
  it('checks what it can in a plan without dates', () => assert.deepEqual(unmet({}, { needs: plan['needs'] }), []));

  const behaviors: readonly (readonly [text: string, observable: boolean])[] = [
    ['will read aloud', true],
    ['retelling a story in three sentences', true],
    ['Copies the words from the board', true],
    ['stays in the seat', true],
    ['submitting the homework', true],
    ['will understand fractions', false],
    ['Knows the alphabet', false],
    ['will improve reading', false],
    ['is improving in his ability to read', false],
    ['will be able to add', false],
    ['tries to wait', false],
    ['will work on spelling', false],
    ['will understand and retell a story', true],
    ['will show understanding by naming the parts', true],
    ['will improve fluency by reading each day', true],
    ['will crochet', true],
    ['will use known words', true],
  ];
  for (const [text, observable] of behaviors) {
    it(`“${text}” ${observable ? 'can' : 'cannot'} be seen`, () =>
      assert.deepEqual(unmet({ behavior: text }), observable ? [] : ['specific/observable']));
  }

  it('shows the growth it asks for', () => {
    const growth = (change: Readonly<Record<string, Plain>>) =>
      checkGoal({ ...goal, ...change }, plan).find(({ id }) => id === 'achievable/growth')?.says;
    assert.equal(growth({}), 'This asks for 2.75 words per minute more each week.');
    assert.equal(growth({ baseline: 9, target: 1, unit: '' }), 'This asks for 0.4 less each week.');
    assert.equal(growth({ target: null }), undefined);
  });

  it('tells each check once, at a field, in a sentence', () => {
    const told = checkGoal(goal, plan);
    assert.equal(new Set(told.map(({ id }) => id)).size, told.length);
    for (const { says, at } of [...told, ...checkGoal({ id: 'g', order: '' }, {})]) {
      assert.match(says, /^\S.*[^ ][.]$/);
      assert.notEqual(at, '');
    }
  });
});

describe('weeklyGrowth', () => {
  it('is nothing while a part is missing or no time is left', () => {
    assert.equal(weeklyGrowth(goal, null), null);
    assert.equal(weeklyGrowth({ ...goal, target: null }, '2026-09-01'), null);
    assert.equal(weeklyGrowth(goal, '2027-01-19'), null);
  });

  it('leads from the baseline to the target in the weeks there are', () => {
    const value = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 60 }), (baseline, target, weeks) => {
        const dueDate = addDays('2026-09-01', weeks * 7);
        const week = weeklyGrowth({ ...goal, baseline, target, dueDate }, '2026-09-01');
        assert.ok(week !== null);
        assert.ok(Math.abs(baseline + week * weeks - target) < 1e-6);
      }),
    );
  });
});
