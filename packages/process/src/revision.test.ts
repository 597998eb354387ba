import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { type ComparedField, compareVersions } from './revision.js';
import { fields as allFields } from './tables/fields/index.js';
import { substance } from './tables/substance.js';
import { textDifference } from './text-difference.js';
import type { DocumentView } from './types.js';

const field = (name: string, type: string, list?: string): ComparedField => ({
  of: 'plan',
  ...(list === undefined ? {} : { list }),
  name,
  type,
  label: name,
});
const fields: readonly ComparedField[] = [
  field('startDate', 'day'),
  field('endDate', 'day'),
  field('presentLevels', 'text'),
  field('regularClassMinutes', 'minutes'),
  field('parentCopyDate', 'day'),
  field('changeSummary', 'text'),
  field('statement', 'text', 'needs'),
  field('behavior', 'text', 'goals'),
  field('criterion', 'text', 'goals'),
  field('target', 'number', 'goals'),
  field('standard', 'line', 'goals'),
  field('minutes', 'minutes', 'services'),
  field('name', 'line', 'services'),
  field('provider', 'person', 'services'),
  field('marks', 'choices', 'services'),
];
const goal = {
  id: 'g1',
  order: 'a',
  behavior: 'will read aloud',
  criterion: 'in 3 of 4 probes',
  target: 90,
  standard: '',
};
const service = { id: 's1', order: 'a', minutes: 30, name: 'Reading support', provider: 'ana', marks: ['a', 'b'] };
const levels =
  'Kai reads 35 words per minute and enjoys stories about the ocean. He follows along when a partner reads with him and asks for help.';
const plan: DocumentView = {
  startDate: '2026-09-01',
  endDate: '2027-05-28',
  presentLevels: levels,
  regularClassMinutes: 1500,
  parentCopyDate: null,
  needs: [{ id: 'n1', order: 'a', statement: 'Kai needs to read faster.' }],
  goals: [goal],
  services: [service],
};

type Case = readonly [says: string, change: DocumentView, verdict: string, path: string | null];
const cases: readonly Case[] = [
  ['nothing', {}, 'same', null],
  ['an empty text where there was none', { changeSummary: ' ' }, 'same', null],
  ['a new order of rows', { goals: [{ ...goal, order: 'z' }] }, 'same', null],
  ['codes in another order', { services: [{ ...service, marks: ['b', 'a'] }] }, 'same', null],
  ['the end date', { endDate: '2027-04-30' }, 'revision', 'endDate'],
  ['time in class', { regularClassMinutes: 1200 }, 'revision', 'regularClassMinutes'],
  ['the date of the copy', { parentCopyDate: '2026-09-02' }, 'correction', 'parentCopyDate'],
  ['what changed', { changeSummary: 'Something quite different.' }, 'correction', 'changeSummary'],
  ['a target', { goals: [{ ...goal, target: 80 }] }, 'revision', 'goals/g1/target'],
  ['a target that is gone', { goals: [{ ...goal, target: null }] }, 'revision', 'goals/g1/target'],
  [
    'a number in a criterion',
    { goals: [{ ...goal, criterion: 'in 2 of 4 probes' }] },
    'revision',
    'goals/g1/criterion',
  ],
  ['a typo in a behavior', { goals: [{ ...goal, behavior: 'will raed aloud' }] }, 'correction', 'goals/g1/behavior'],
  ['another behavior', { goals: [{ ...goal, behavior: 'will write words' }] }, 'revision', 'goals/g1/behavior'],
  ['a label beside the goal', { goals: [{ ...goal, standard: 'RF.2.4' }] }, 'correction', 'goals/g1/standard'],
  ['minutes', { services: [{ ...service, minutes: 45 }] }, 'revision', 'services/s1/minutes'],
  ['who gives it', { services: [{ ...service, provider: 'ben' }] }, 'correction', 'services/s1/provider'],
  ['the case of a name', { services: [{ ...service, name: 'reading support' }] }, 'correction', 'services/s1/name'],
  ['another service', { services: [{ ...service, name: 'Speech therapy' }] }, 'revision', 'services/s1/name'],
  ['a service more', { services: [service, { ...service, id: 's2' }] }, 'revision', 'services/s2'],
  ['a goal less', { goals: [] }, 'revision', 'goals/g1'],
  ['spelling in a long text', { presentLevels: levels.replace('partner', 'partnr') }, 'correction', 'presentLevels'],
  ['a comma in a long text', { presentLevels: levels.replace('him and', 'him, and') }, 'correction', 'presentLevels'],
  [
    'a “not” in a long text',
    { presentLevels: levels.replace('and asks', 'and not asks') },
    'revision',
    'presentLevels',
  ],
  ['a number in a long text', { presentLevels: levels.replace('35', '53') }, 'revision', 'presentLevels'],
  [
    'a sentence more',
    { presentLevels: `${levels} At home he reads to his sister every evening.` },
    'revision',
    'presentLevels',
  ],
  ['a text that is gone', { presentLevels: '' }, 'revision', 'presentLevels'],
];

describe('compareVersions', () => {
  for (const [says, change, verdict, path] of cases) {
    it(`${says}: ${verdict}`, () => {
      const found = compareVersions(fields, plan, { ...plan, ...change }, hawaiiClassic);
      assert.equal(found.verdict, verdict);
      assert.deepEqual(
        found.changes.map((row) => row.path),
        path === null ? [] : [path],
      );
      assert.match(found.why, /^[A-Z].*\.$/);
    });
  }

  it('tells what came, what went and what is heaviest', () => {
    const after = { ...plan, startDate: '2026-09-02', goals: [{ ...goal, id: 'g2' }], parentCopyDate: '2026-09-02' };
    const found = compareVersions(fields, plan, after, hawaiiClassic);
    assert.deepEqual(
      found.changes.map(({ label, kind, weight }) => [label, kind, weight]),
      [
        ['startDate', 'changed', 'revision'],
        ['parentCopyDate', 'changed', 'correction'],
        ['Goals 1', 'added', 'revision'],
        ['Goals 1', 'removed', 'revision'],
      ],
    );
    assert.match(found.why, /startDate; Goals 1 \(added\); Goals 1 \(removed\)\./);
  });

  it('is the same one way and the other', () => {
    const text = fc.array(fc.constantFrom('Kai', 'reads', 'words', '35', 'not', 'slowly'), { maxLength: 8 });
    const view = fc.record({
      presentLevels: text.map((words) => words.join(' ')),
      endDate: fc.constantFrom('2027-05-28', null),
      goals: fc.uniqueArray(
        fc.record({ id: fc.constantFrom('g1', 'g2'), order: fc.constant('a'), target: fc.nat(3) }),
        { selector: ({ id }) => id },
      ),
    });
    fc.assert(
      fc.property(view, view, (a, b) => {
        const [there, back] = [
          compareVersions(fields, a, b, hawaiiClassic),
          compareVersions(fields, b, a, hawaiiClassic),
        ];
        assert.equal(there.verdict, back.verdict);
        assert.equal(there.changes.length, back.changes.length);
        assert.equal(compareVersions(fields, a, a, hawaiiClassic).verdict, 'same');
      }),
    );
  });
});

describe('substance', () => {
  it('names only fields that there are', () => {
    for (const { of, list, fields: names } of substance)
      for (const name of names)
        assert.ok(
          allFields.some((row) => row.of === of && row.list === list && row.name === name),
          `${of} ${list ?? ''} ${name}`,
        );
  });
});

describe('textDifference', () => {
  it('counts a changed letter as part of a word', () => {
    assert.deepEqual(textDifference('He reads slowly.', 'he reads slowyl'), {
      words: 2 / 6,
      share: 2 / 18,
      removed: ['slowly'],
      added: ['slowyl'],
    });
  });

  it('counts from nothing to a text as all of it', () => {
    assert.equal(textDifference('', 'two words').share, 1);
    assert.equal(textDifference('', '').share, 0);
  });

  it('compares long texts without looking at each letter', () => {
    const long = Array.from({ length: 300 }, (_, at) => `word${'abcdefghij'[at % 10]}`).join(' ');
    assert.ok(textDifference(`x ${long} y`, `z ${long} w`).share < 0.01);
    assert.ok(textDifference(long, long.split(' ').reverse().join(' ')).share > 0.5);
  });
});
