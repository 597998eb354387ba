import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from './uuid.js';

test('keys are version 7, all different, and sort by when they were made', () => {
  const keys = Array.from({ length: 10_000 }, () => uuidv7());
  for (const key of keys) {
    assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  assert.equal(new Set(keys).size, keys.length);
  assert.deepEqual([...keys].sort(), keys);
});

test('a clock that jumps back does not break the order', () => {
  const later = uuidv7(Date.now() + 60_000);
  assert.ok(uuidv7(0) > later);
});
