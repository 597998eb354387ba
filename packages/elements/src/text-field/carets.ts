import type { Caret } from '@ssp-kit/session/contract';
import { html, type TemplateResult } from 'lit';

/** Where each caret was last seen, and how often it moved: a moved caret shows its name again. */
export type CaretMoves = Map<string, { head: number; count: number }>;

/** The words with others' carets and selections at their places. */
export function renderCarets(words: string, carets: readonly Caret[], moves: CaretMoves): TemplateResult {
  const pieces: unknown[] = [];
  let done = 0;
  const write = (until: number, selectedBy: Caret | undefined) => {
    if (until <= done) return;
    const part = words.slice(done, until);
    pieces.push(selectedBy ? html`<span class="selected hue-${selectedBy.color % 8}">${part}</span>` : part);
    done = until;
  };
  for (const place of places(words.length, carets)) {
    write(place, selecting(carets, done, place));
    for (const caret of carets) {
      if (clamp(caret.head, words.length) === place) pieces.push(renderCaret(caret, moves));
    }
  }
  write(words.length, undefined);
  return html`${pieces}`;
}

function renderCaret(caret: Caret, moves: CaretMoves): TemplateResult {
  const known = moves.get(caret.key);
  const moved = known?.head !== caret.head;
  const count = (known?.count ?? 0) + (moved ? 1 : 0);
  if (moved) moves.set(caret.key, { head: caret.head, count });
  const odd = count % 2 === 1 ? 'odd' : '';
  return html`<span class="caret hue-${caret.color % 8} ${odd}"><span class="name">${firstName(caret.name)}</span></span>`;
}

/** Every border between pieces, in order. */
function places(length: number, carets: readonly Caret[]): readonly number[] {
  const all = carets.flatMap(({ anchor, head }) => [clamp(anchor, length), clamp(head, length)]);
  return [...new Set(all)].sort((a, b) => a - b);
}

function selecting(carets: readonly Caret[], from: number, to: number): Caret | undefined {
  return carets.find(
    ({ anchor, head }) => Math.min(anchor, head) <= from && Math.max(anchor, head) >= to && anchor !== head,
  );
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(index, length));
}

function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
