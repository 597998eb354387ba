/** A stretch of a text: in both versions, only in the later (`added`) or only in the earlier one (`removed`). */
export interface Stretch {
  readonly kind: 'same' | 'added' | 'removed';
  readonly words: string;
}

/** Beyond this many pairs of words the middle counts as all changed: a page stays quick. */
const mostPairs = 250_000;

/** What two texts share and where they differ, word by word, blanks with the word behind them. */
export function wordDifference(before: string, after: string): readonly Stretch[] {
  const [a, b] = [pieces(before), pieces(after)];
  let first = 0;
  while (first < Math.min(a.length, b.length) && a[first] === b[first]) first++;
  let last = 0;
  while (last < Math.min(a.length, b.length) - first && a[a.length - 1 - last] === b[b.length - 1 - last]) last++;
  const middle = align(a.slice(first, a.length - last), b.slice(first, b.length - last));
  return joined([...a.slice(0, first).map(same), ...middle, ...a.slice(a.length - last).map(same)]);
}

function pieces(text: string): readonly string[] {
  return text.match(/\s*\S+|\s+$/gu) ?? [];
}

function same(words: string): Stretch {
  return { kind: 'same', words };
}

function align(a: readonly string[], b: readonly string[]): readonly Stretch[] {
  const removed = (words: string): Stretch => ({ kind: 'removed', words });
  const added = (words: string): Stretch => ({ kind: 'added', words });
  if (a.length * b.length > mostPairs) return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      longest[at] =
        a[i] === b[j] ? (longest[at + width + 1] ?? 0) + 1 : Math.max(longest[at + width] ?? 0, longest[at + 1] ?? 0);
    }
  const stretches: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const at = i * width + j;
    if (i < a.length && j < b.length && a[i] === b[j]) {
      stretches.push(same(a[i] ?? ''));
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && (longest[at + width] ?? 0) >= (longest[at + 1] ?? 0))) {
      stretches.push(removed(a[i++] ?? ''));
    } else {
      stretches.push(added(b[j++] ?? ''));
    }
  }
  return stretches;
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const one of stretches) {
    const before = all.at(-1);
    if (before?.kind === one.kind) all[all.length - 1] = { kind: one.kind, words: before.words + one.words };
    else all.push(one);
  }
  return all;
}
