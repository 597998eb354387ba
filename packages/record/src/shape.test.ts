import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hawaiiClassic as process } from '@ssp-kit/process/profiles';

import { newRowId } from './row-id.js';
import { parsePath, rowPath, shapeOf } from './shape.js';

const row = newRowId();

describe('shapeOf', () => {
  it('has a name for every field of every document, as a text or as a key and never as both', () => {
    const kinds = new Set<string>(process.documents.map((document) => document.kind));
    for (const field of process.fields) {
      if (!kinds.has(field.of)) continue;
      const path = field.list === undefined ? field.name : rowPath(field.list, row, field.name);
      const shape = shapeOf(process, field.of);
      assert.equal(shape.isText(path), field.type === 'text', `${field.of}: ${path}`);
      assert.equal(shape.isKey(path), field.type !== 'text', `${field.of}: ${path}`);
    }
  });

  it('has no list or field that is called as the marks of a row are', () => {
    for (const field of process.fields)
      assert.ok(field.list === undefined || !['order', 'removed', 'id'].includes(field.name), field.name);
  });

  it('lets no client write what the server writes', () => {
    for (const kind of ['official', 'services']) {
      const shape = shapeOf(process, kind);
      assert.equal(shape.serverOnly, true);
      assert.equal(shape.isText('decisions') || shape.isKey('decisions') || shape.isKey('1'), false);
    }
  });

  it('throws on a kind that is none', () => {
    assert.throws(() => shapeOf(process, '__proto__'), { code: 'unknown-kind' });
  });

  const plan = shapeOf(process, 'plan');
  it('knows the marks of a row', () => {
    assert.ok(plan.isKey(`goals/${row}/order`) && plan.isKey(`goals/${row}/removed`));
    for (const key of [
      'goals',
      'order',
      'goals/1/order',
      `goals/${row}`,
      `goals/${row}/order/x`,
      `goal/${row}/order`,
      `__proto__/${row}/order`,
      '__proto__',
      'constructor',
    ]) {
      assert.equal(plan.isKey(key) || plan.isText(key), false, key);
    }
  });

  const good: [string, unknown][] = [
    ['startDate', '2026-02-28'],
    ['startDate', null],
    ['schoolMinutes', 1800],
    [`goals/${row}/baseline`, -1.5],
    [`goals/${row}/unit`, 'x'.repeat(2000)],
    [`goals/${row}/order`, 'a0'],
    [`goals/${row}/removed`, true],
  ];
  for (const [key, value] of good)
    it(`takes ${JSON.stringify(value)?.slice(0, 20)} at ${key.replace(row, '…')}`, () =>
      assert.ok(plan.checkValue(key, value)));

  const wrong: [string, unknown][] = [
    ['startDate', ''],
    ['startDate', '2026-13-01'],
    ['startDate', 20260228],
    ['startDate', ['2026-02-28']],
    ['startDate', undefined],
    ['schoolMinutes', 1.5],
    ['schoolMinutes', -1],
    ['schoolMinutes', '30'],
    [`goals/${row}/baseline`, Number.POSITIVE_INFINITY],
    [`goals/${row}/unit`, 'x'.repeat(2001)],
    [`goals/${row}/unit`, '\ud83d'],
    [`goals/${row}/unit`, {}],
    [`goals/${row}/order`, 'a00'],
    [`goals/${row}/order`, null],
    [`goals/${row}/removed`, 1],
    ['presentLevels', 'words'],
    ['unknown', 'words'],
  ];
  for (const [key, value] of wrong)
    it(`refuses ${JSON.stringify(value)?.slice(0, 20)} at ${key.replace(row, '…')}`, () =>
      assert.equal(plan.checkValue(key, value), false));

  it('takes choices of a hundred codes, and times', () => {
    const concern = shapeOf(process, 'concern');
    assert.ok(concern.checkValue('areas', ['academic', 'behavior']));
    assert.equal(concern.checkValue('areas', Array(101).fill('a')), false);
    assert.equal(concern.checkValue('areas', ['a', 1]), false);
    assert.equal(concern.checkValue('areas', 'academic'), false);
    assert.ok(shapeOf(process, 'conference').checkValue('meetingTime', '23:59'));
    assert.equal(shapeOf(process, 'conference').checkValue('meetingTime', '24:00'), false);
  });
});

describe('parsePath', () => {
  it('takes a path apart', () => {
    assert.deepEqual(parsePath('startDate'), { list: null, row: null, name: 'startDate' });
    assert.deepEqual(parsePath(`goals/${row}/unit`), { list: 'goals', row, name: 'unit' });
    for (const path of ['', 'a/b', `goals/${row}/`, `goals/${row.toUpperCase()}x/unit`, 'a/b/c/d'])
      assert.equal(parsePath(path), null, path);
  });
});
