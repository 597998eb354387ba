import type { Caret, TextChange, TextHandle } from '../contract.js';
import { FakeReadable } from './readable.js';

type Listener = (changes: readonly TextChange[], remote: boolean) => void;

export function applyChange(text: string, change: TextChange): string {
  return text.slice(0, change.index) + change.insert + text.slice(change.index + change.remove);
}

/** One text of a fake document: what its handles share. */
export class FakeText {
  readonly carets = new FakeReadable<readonly Caret[]>([]);
  /** The person's own selection, as the element told it last. */
  caret: { readonly anchor: number; readonly head: number } | null = null;
  handles = 0;
  readonly path: string;
  readonly #changed: () => void;
  readonly #writable: () => boolean;
  #value: string;
  #undone: TextChange[] = [];
  #done: TextChange[] = [];
  readonly #listeners = new Set<Listener>();

  constructor(path: string, value: string, changed: () => void, writable: () => boolean) {
    this.path = path;
    this.#changed = changed;
    this.#writable = writable;
    this.#value = value;
  }

  get value(): string {
    return this.#value;
  }

  get listeners(): number {
    return this.#listeners.size + this.carets.listeners;
  }

  change(change: TextChange, remote: boolean): void {
    if (!remote) {
      this.#done.push(inverse(this.#value, change));
      this.#undone = [];
    }
    this.#apply(change, remote);
  }

  handle(): TextHandle {
    this.handles += 1;
    let released = false;
    const stops = new Set<() => void>();
    return {
      path: this.path,
      carets: this.carets,
      get: () => this.#value,
      apply: (change) => {
        if (released || !this.#writable()) return false;
        this.change(change, false);
        return true;
      },
      subscribe: (listener) => {
        const own: Listener = (changes, remote) => listener(changes, remote);
        this.#listeners.add(own);
        const stop = () => this.#listeners.delete(own);
        stops.add(stop);
        return stop;
      },
      setCaret: (caret) => {
        this.caret = caret;
      },
      undo: () => this.#step(this.#done, this.#undone),
      redo: () => this.#step(this.#undone, this.#done),
      release: () => {
        if (released) return;
        released = true;
        this.handles -= 1;
        this.caret = null;
        for (const stop of stops) stop();
      },
    };
  }

  #step(from: TextChange[], to: TextChange[]): void {
    const change = from.pop();
    if (change === undefined || !this.#writable()) return;
    to.push(inverse(this.#value, change));
    this.#apply(change, false);
  }

  #apply(change: TextChange, remote: boolean): void {
    this.#value = applyChange(this.#value, change);
    this.#changed();
    for (const listener of [...this.#listeners]) listener([change], remote);
  }
}

function inverse(text: string, change: TextChange): TextChange {
  return {
    index: change.index,
    remove: change.insert.length,
    insert: text.slice(change.index, change.index + change.remove),
  };
}
