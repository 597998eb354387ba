import type { TextChange } from '@ssp-kit/session/contract';

const segmenter =
  typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;

/**
 * The one change that leads from `before` to `after`, or null. `caret` is where the typing ended, so that in `aaa` the typed
 * letter is found at its place. Never cuts what a person sees as one character.
 */
export function textChange(before: string, after: string, caret = after.length): TextChange | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let end = 0;
  const behindCaret = Math.min(most, Math.max(0, after.length - caret));
  while (end < behindCaret && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end += 1;
  }
  let start = 0;
  while (start < most - end && before[start] === after[start]) start += 1;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) {
    end += 1;
  }
  const from = Math.min(borderBefore(before, start), borderBefore(after, start));
  const tail = Math.min(
    before.length - borderAfter(before, before.length - end),
    after.length - borderAfter(after, after.length - end),
  );
  return {
    index: from,
    remove: before.length - tail - from,
    insert: after.slice(from, after.length - tail),
  };
}

/** Where a place in a text is after a change. A place inside what was removed, or at its start, stays at the start. */
export function mapIndex(index: number, change: TextChange): number {
  if (index <= change.index) return index;
  if (index >= change.index + change.remove) return index - change.remove + change.insert.length;
  return change.index;
}

/** A change made on an older text, moved over what others did since. */
export function rebase(change: TextChange, since: readonly TextChange[]): TextChange {
  let start = change.index;
  let end = change.index + change.remove;
  for (const other of since) {
    start = mapIndex(start, other);
    end = mapIndex(end, other);
  }
  return { index: start, remove: Math.max(0, end - start), insert: change.insert };
}

function borderBefore(text: string, index: number): number {
  return grapheme(text, index)?.start ?? index;
}

function borderAfter(text: string, index: number): number {
  return grapheme(text, index)?.end ?? index;
}

/** The character that a place lies inside of; null on a border. Looks at the surroundings only: a plan has long texts. */
function grapheme(text: string, index: number): { start: number; end: number } | null {
  if (index <= 0 || index >= text.length) return null;
  const reach = 64;
  const from = Math.max(0, index - reach);
  if (segmenter === null) {
    const low = text.charCodeAt(index);
    return low >= 0xdc00 && low <= 0xdfff ? { start: index - 1, end: index + 1 } : null;
  }
  for (const { segment, index: at } of segmenter.segment(text.slice(from, index + reach))) {
    const start = from + at;
    if (start >= index) return null;
    if (start + segment.length > index) return { start, end: start + segment.length };
  }
  return null;
}
