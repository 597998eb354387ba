/** How far two texts are apart, by their words. */
export interface TextDifference {
  /** Words changed, added and taken away; a word that changed by some letters counts as that part of one. */
  readonly words: number;
  /** The same as a share of the words of the longer text, 0 to 1. */
  readonly share: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Beyond this many pairs of words, a changed word counts as a whole one: long texts stay quick to compare. */
const closeLook = 40_000;
/** Beyond this many pairs, what lies between the parts that agree counts as all changed. */
const anyLook = 4_000_000;

/** The difference of two texts. Case, punctuation and blanks do not count. */
export function textDifference(before: string, after: string): TextDifference {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const longer = Math.max(a.length, b.length);
  let first = 0;
  while (first < Math.min(a.length, b.length) && a[first] === b[first]) first++;
  let last = 0;
  while (last < Math.min(a.length, b.length) - first && a[a.length - 1 - last] === b[b.length - 1 - last]) last++;
  const [left, right] = [a.slice(first, a.length - last), b.slice(first, b.length - last)];
  const words = distance(left, right);
  return {
    words,
    share: longer === 0 ? 0 : words / longer,
    removed: without(left, right),
    added: without(right, left),
  };
}

function wordsOf(text: string): readonly string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\d+(?:[.,]\d+)*|[\p{L}\p{M}’']+|[%<>=+]/gu) ?? []
  );
}

function distance(a: readonly string[], b: readonly string[]): number {
  const pairs = a.length * b.length;
  if (pairs > anyLook) return Math.max(a.length, b.length);
  return editDistance(a, b, pairs > closeLook ? () => 1 : wordDistance);
}

/** The part of a word that changed: a letter of seven is a seventh; a number is another number. */
function wordDistance(a: string, b: string): number {
  if (/\d/.test(a + b)) return 1;
  const letters = editDistance([...a], [...b], () => 1);
  const part = letters / Math.max(a.length, b.length);
  return part > 0.5 ? 1 : part;
}

function editDistance(a: readonly string[], b: readonly string[], change: (a: string, b: string) => number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [index, left] of a.entries()) {
    const next = [index + 1];
    for (const [at, right] of b.entries()) {
      const kept = (row[at] ?? 0) + (left === right ? 0 : change(left, right));
      next.push(Math.min(kept, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The words of one that the other does not have, each as often as it is missing. */
function without(from: readonly string[], other: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const word of other) left.set(word, (left.get(word) ?? 0) + 1);
  return from.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}
