import type { TextChange, TextHandle } from '@ssp-kit/session/contract';
import { rebase, textChange } from './text-change.js';

/**
 * Keeps a native textarea and a text that several people write equal. The person's caret, selection and scroll stay; while an
 * input method composes, others' changes wait, since touching the value would end the composition.
 */
export class TextBinding {
  readonly #area: HTMLTextAreaElement;
  readonly #handle: TextHandle;
  readonly #stop: () => void;
  #shown: string;
  #composing = false;
  #waiting: TextChange[] = [];
  #applying = false;

  constructor(area: HTMLTextAreaElement, handle: TextHandle) {
    this.#area = area;
    this.#handle = handle;
    this.#shown = handle.get();
    area.value = this.#shown;
    this.#stop = handle.subscribe((changes) => this.#onChanges(changes));
  }

  release(): void {
    this.#stop();
  }

  /** The person typed, pasted, cut or dropped. */
  takeInput(): void {
    if (this.#composing) return;
    this.#send(textChange(this.#shown, this.#area.value, this.#area.selectionEnd));
  }

  startComposition(): void {
    this.#composing = true;
  }

  endComposition(): void {
    if (!this.#composing) return;
    this.#composing = false;
    const change = textChange(this.#shown, this.#area.value, this.#area.selectionEnd);
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length === 0) {
      this.#send(change);
      return;
    }
    // What others wrote meanwhile comes in first; the composed words follow at their moved place.
    this.#area.value = this.#shown;
    for (const other of waiting) this.#show(other);
    if (change === null) return;
    const moved = rebase(change, waiting);
    const end = moved.index + moved.insert.length;
    this.#area.setRangeText(moved.insert, moved.index, moved.index + moved.remove, 'end');
    this.#send(moved);
    this.#area.setSelectionRange(end, end);
  }

  undo(): void {
    this.#handle.undo();
  }

  redo(): void {
    this.#handle.redo();
  }

  #send(change: TextChange | null): void {
    if (change === null) return;
    this.#applying = true;
    try {
      this.#handle.apply(change);
    } finally {
      this.#applying = false;
    }
    this.#settle();
  }

  #onChanges(changes: readonly TextChange[]): void {
    if (this.#applying) return;
    if (this.#composing) {
      this.#waiting.push(...changes);
      return;
    }
    for (const change of changes) this.#show(change);
    this.#settle();
  }

  #show(change: TextChange): void {
    const { index, remove, insert } = change;
    this.#replace(change);
    this.#shown = this.#shown.slice(0, index) + insert + this.#shown.slice(index + remove);
  }

  /** The handle has the last word: what it did not take, or took differently, is shown as it stands there. */
  #settle(): void {
    this.#shown = this.#handle.get();
    if (this.#area.value === this.#shown) return;
    const change = textChange(this.#area.value, this.#shown);
    if (change !== null) this.#replace(change);
  }

  #replace({ index, remove, insert }: TextChange): void {
    const { selectionDirection } = this.#area;
    this.#area.setRangeText(insert, index, index + remove, 'preserve');
    if (selectionDirection !== 'backward') return;
    // The browser keeps the places of a selection, not its direction.
    const { selectionStart, selectionEnd } = this.#area;
    this.#area.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
  }
}
