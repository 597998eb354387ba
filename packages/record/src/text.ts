import { borderAfter, borderBefore, wellFormed } from './characters.js';

/** One change of a text: at `index`, `remove` UTF-16 units go and `insert` comes. */
export interface TextChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

/**
 * The same change with both ends between characters of `text`: the rest of a cut character is written anew.
 * Ends outside the text are moved to its ends; halves of surrogate pairs are left out.
 */
export function onBorders(text: string, change: TextChange): TextChange {
  const from = clamp(change.index, 0, text.length);
  const to = clamp(from + Math.max(0, Math.trunc(change.remove)), from, text.length);
  const start = borderBefore(text, from);
  const end = to === from && start === from ? from : borderAfter(text, to);
  const insert = wellFormed(text.slice(start, from) + change.insert + text.slice(to, end));
  return { index: start, remove: end - start, insert };
}

export function applyChange(text: string, change: TextChange): string {
  return text.slice(0, change.index) + change.insert + text.slice(change.index + change.remove);
}

/**
 * The smallest single change that makes `after` of `before`, cut between characters of both.
 * `caret` is where the caret stands in `after`: it tells which of several equal letters was typed.
 */
export function diffText(before: string, after: string, caret?: number): TextChange {
  const shorter = Math.min(before.length, after.length);
  const behindCaret = caret === undefined ? 0 : clamp(after.length - caret, 0, shorter);
  let suffix = commonSuffix(before, after, 0, behindCaret);
  let prefix = 0;
  while (prefix < shorter - suffix && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++;
  suffix = commonSuffix(before, after, suffix, shorter - prefix);

  prefix = settle(prefix, (at) => Math.min(borderBefore(before, at), borderBefore(after, at)));
  suffix = settle(suffix, (at) =>
    Math.min(
      before.length - borderAfter(before, before.length - at),
      after.length - borderAfter(after, after.length - at),
    ),
  );
  return { index: prefix, remove: before.length - prefix - suffix, insert: after.slice(prefix, after.length - suffix) };
}

function commonSuffix(before: string, after: string, from: number, to: number): number {
  let length = from;
  while (length < to && before.charCodeAt(before.length - 1 - length) === after.charCodeAt(after.length - 1 - length))
    length++;
  return length;
}

/** Moves a place until it is a border of both texts: a border of one may lie inside a character of the other. */
function settle(at: number, move: (at: number) => number): number {
  for (let next = move(at); next !== at; next = move(at)) at = next;
  return at;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, Math.trunc(value) || 0));
}
