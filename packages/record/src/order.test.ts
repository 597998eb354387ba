import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { byOrder, isOrderKey, place, type Placed } from './order.js';

/** Puts a row as an edit would, and answers all rows in their order. */
function put(rows: readonly Placed[], id: string, after: string | null | undefined): Placed[] {
  const others = rows.filter((row) => row.id !== id);
  const { order, moved } = place(others, after);
  const keys = new Map(moved.map((row) => [row.id, row.order]));
  return [...others.map((row) => ({ id: row.id, order: keys.get(row.id) ?? row.order })), { id, order }].sort(byOrder);
}

describe('place', () => {
  it('puts a row exactly behind the other, whatever was put and moved before, also among equal keys', () => {
    const step = fc.tuple(fc.nat(9), fc.option(fc.nat(9), { nil: null }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.uniqueArray(fc.nat(9), { maxLength: 5 }), (steps, tied) => {
        let rows: Placed[] = tied.map((id) => ({ id: String(id), order: 'a0' })).sort(byOrder);
        for (const [id, after] of steps) {
          const target = after === null ? null : String(after);
          if (target === String(id)) continue;
          const others = rows.filter((row) => row.id !== String(id)).map((row) => row.id);
          const index = target === null ? 0 : others.includes(target) ? others.indexOf(target) + 1 : others.length;
          rows = put(rows, String(id), target);
          others.splice(index, 0, String(id));
          assert.deepEqual(
            rows.map((row) => row.id),
            others,
          );
          assert.ok(rows.every((row) => isOrderKey(row.order)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('puts a row last when nothing is said', () => {
    assert.deepEqual(
      put([{ id: 'a', order: 'a0' }], 'b', undefined).map((row) => row.id),
      ['a', 'b'],
    );
  });
});

describe('isOrderKey', () => {
  it('knows keys that others can stand before and behind', () => {
    for (const key of ['a0', 'Zz', 'a0V', 'b00']) assert.equal(isOrderKey(key), true, key);
    const smallest = `A${'0'.repeat(26)}`;
    for (const key of ['', '0', 'a', 'a00', 'b0', 'a0!', smallest, 'a'.repeat(600), 3, null])
      assert.equal(isOrderKey(key), false, String(key));
  });
});
