/** What a room has on disk, kept as the bytes that are stored there, and what those who join are answered from them. */
import { messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import { syncFrame, syncHead } from './frames.js';

/** Bytes of answers that are kept for the next who asks the same. */
const mostAnswered = 8 * 1024 * 1024;
const mostAnswers = 64;
/** How much dearer it is to cut an update to what a client lacks than to send it. */
const cutting = 6;
/** A snapshot above this is cut on another thread. */
const cutHereBelow = 128 * 1024;
/** Content of messages below this is copied behind its head. */
const copiedBelow = 16 * 1024;
const emptyUpdate = new Uint8Array([0, 0]);

/** Gives the part of an update that a client with this state vector lacks, off this thread. */
export type Cut = (update: Uint8Array, stateVector: Uint8Array) => Promise<Uint8Array>;

export class RoomBytes {
  readonly #cut: Cut;
  #snapshot: Uint8Array | null = null;
  #tail: Uint8Array[] = [];
  #size = 0;
  /** By what was asked, the answer. */
  readonly #answers = new Map<string, readonly Uint8Array[]>();
  #answered = 0;
  /** The snapshot, cut for somebody who is answered next. */
  readonly #cuts = new Map<string, Uint8Array>();
  readonly #cutting = new Map<string, Promise<void>>();

  constructor(cut: Cut) {
    this.#cut = cut;
  }

  /** The snapshot, then the updates behind it. */
  get all(): Uint8Array[] {
    return this.#snapshot ? [this.#snapshot, ...this.#tail] : [...this.#tail];
  }

  /** Bytes in memory, which are about what a first sync sends. */
  get size(): number {
    return this.#size;
  }

  /** Updates behind the snapshot. */
  get tailLength(): number {
    return this.#tail.length;
  }

  set(snapshot: Uint8Array | null, tail: readonly Uint8Array[]): void {
    this.#snapshot = snapshot;
    this.#tail = [...tail];
    this.#size = this.all.reduce((sum, { length }) => sum + length, 0);
    this.#cuts.clear();
    this.#forgetAnswers();
  }

  add(update: Uint8Array): void {
    this.#tail.push(update);
    this.#size += update.length;
    this.#forgetAnswers();
  }

  /** A new snapshot holds the old one and the first so many updates behind it. */
  folded(snapshot: Uint8Array, updates: number): void {
    this.set(snapshot, this.#tail.slice(updates));
  }

  /** What an answer costs, in bytes read: one that has to be cut to what a client lacks is decoded and written anew. */
  costOf(stateVector: Uint8Array | null): number {
    return stateVector === null || this.#answers.has(nameOf(stateVector)) ? this.#size : cutting * this.#size;
  }

  /** Null when the answer can be given at once; else resolves when it can. */
  ready(stateVector: Uint8Array | null): Promise<void> | null {
    const name = nameOf(stateVector);
    if (stateVector === null || !this.#lacksCut(name)) return null;
    let cutting = this.#cutting.get(name);
    if (!cutting) {
      cutting = this.#prepare(name, stateVector).finally(() => this.#cutting.delete(name));
      this.#cutting.set(name, cutting);
    }
    return cutting;
  }

  /**
   * The frames that bring a client up to date, as bytes to be written one behind the other; the last frame is the SyncStep2. `stateVector` is
   * null for who has nothing. They go out as they are stored, in their order: to merge them would cost more than the few bytes it saves, and a
   * client puts aside what it cannot place yet.
   */
  answer(stateVector: Uint8Array | null): readonly Uint8Array[] {
    const name = nameOf(stateVector);
    let answer = this.#answers.get(name);
    if (!answer) {
      answer = this.#answer(stateVector);
      const bytes = answer.reduce((sum, { length }) => sum + length, 0);
      if (this.#answered + bytes > mostAnswered || this.#answers.size >= mostAnswers) this.#forgetAnswers();
      this.#answered += bytes;
      this.#answers.set(name, answer);
    }
    return answer;
  }

  #lacksCut(name: string): boolean {
    if (!this.#snapshot || this.#snapshot.length < cutHereBelow) return false;
    return !this.#answers.has(name) && !this.#cuts.has(name);
  }

  async #prepare(name: string, stateVector: Uint8Array): Promise<void> {
    while (this.#lacksCut(name)) {
      const snapshot = this.#snapshot as Uint8Array;
      const part = await this.#cut(snapshot, stateVector);
      // Another may have taken its place meanwhile.
      if (this.#snapshot === snapshot) this.#cuts.set(name, part);
    }
  }

  #answer(stateVector: Uint8Array | null): Uint8Array[] {
    const name = nameOf(stateVector);
    const cut = (update: Uint8Array) => (stateVector ? Y.diffUpdate(update, stateVector) : update);
    const base = this.#snapshot && (this.#cuts.get(name) ?? cut(this.#snapshot));
    this.#cuts.delete(name);
    const parts = [...(base ? [base] : []), ...this.#tail.map(cut)].filter(({ length }) => length > emptyUpdate.length);
    const last = parts.pop() ?? emptyUpdate;
    return joined([...parts.map((part) => [messageYjsUpdate, part] as const), [messageYjsSyncStep2, last]]);
  }

  #forgetAnswers(): void {
    this.#answers.clear();
    this.#answered = 0;
  }
}

/** Small frames are copied into one piece; the content of large ones stays where it is. */
function joined(messages: readonly (readonly [type: number, content: Uint8Array])[]): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let small: Buffer[] = [];
  for (const [type, content] of messages) {
    if (content.length < copiedBelow) {
      small.push(syncFrame(type, content));
      continue;
    }
    small.push(syncHead(type, content.length));
    pieces.push(Buffer.concat(small), content);
    small = [];
  }
  if (small.length > 0) pieces.push(Buffer.concat(small));
  return pieces;
}

function nameOf(stateVector: Uint8Array | null): string {
  return stateVector ? Buffer.from(stateVector).toString('base64') : '';
}
