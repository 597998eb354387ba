import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/** Longest order key kept. Always inserting at one place adds a character every few rows. */
const maxKey = 500;
const pattern = /^[A-Za-z][0-9A-Za-z]*$/;

/** Whether a value is an order key that others can be made before and behind. */
export function isOrderKey(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > maxKey || !pattern.test(value)) return false;
  try {
    generateKeyBetween(value, null);
    generateKeyBetween(null, value);
    return true;
  } catch {
    // The library tells a key it does not know by throwing.
    return false;
  }
}

export interface Placed {
  readonly id: string;
  readonly order: string;
}

/** Rows by order key, then id: two rows added at one place at once have the same key. */
export function byOrder(a: Placed, b: Placed): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/**
 * Keys that put a row behind `after` (null: first; undefined or unknown: last). `rows` are sorted and without the row itself.
 * Answers the row's key, and new keys of the rows behind it that shared the key of the one before.
 */
export function place(
  rows: readonly Placed[],
  after: string | null | undefined,
): { order: string; moved: readonly Placed[] } {
  const found = after === null ? -1 : rows.findIndex((row) => row.id === after);
  const index = after === null ? 0 : found < 0 ? rows.length : found + 1;
  const before = rows[index - 1]?.order ?? null;
  let end = index;
  while (before !== null && end < rows.length && (rows[end] as Placed).order === before) end++;
  const tied = rows.slice(index, end);
  const [order, ...others] = generateNKeysBetween(before, rows[end]?.order ?? null, tied.length + 1);
  return { order: order as string, moved: tied.map((row, i) => ({ id: row.id, order: others[i] as string })) };
}
