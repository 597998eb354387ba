/** One document's rows on this device: written in order, one write at a time, and known to be there only once they are. */
import { mergeUpdates } from 'yjs';
import type { KeptWords } from '../contract.js';
import type { UpdateLog } from './ports.js';

type Job =
  | { readonly type: 'append'; readonly updates: Uint8Array[]; readonly own: boolean }
  | { readonly type: 'settle' };

/** Rows of a room after which they are put together. */
const compactAfter = 200;

export class DeviceCopy {
  readonly room: string;
  readonly #log: UpdateLog;
  readonly #onChange: () => void;
  readonly #onFailure: (error: unknown) => void;
  readonly #jobs: Job[] = [];
  #own: number[] = [];
  #settled: number[] = [];
  #working: Promise<void> | null = null;
  #failed = false;

  constructor(log: UpdateLog, room: string, events: { onChange: () => void; onFailure: (error: unknown) => void }) {
    this.#log = log;
    this.room = room;
    this.#onChange = events.onChange;
    this.#onFailure = events.onFailure;
    log.lost?.addEventListener('abort', this.#onLost);
  }

  /** It is not used any more. */
  close(): void {
    this.#log.lost?.removeEventListener('abort', this.#onLost);
  }

  /** Everything given to it so far is in the database. */
  get complete(): boolean {
    return !this.#failed && this.#working === null;
  }

  /** The rows that are there: those the server has, and those it may not have. */
  async load(): Promise<{ settled: readonly Uint8Array[]; own: readonly Uint8Array[] }> {
    try {
      const rows = await this.#log.load(this.room);
      for (const row of rows) (row.own ? this.#own : this.#settled).push(row.id);
      const data = (own: boolean) => rows.filter((row) => row.own === own).map((row) => row.data);
      return { settled: data(false), own: data(true) };
    } catch (error) {
      this.#fail(error);
      return { settled: [], own: [] };
    }
  }

  append(update: Uint8Array, own: boolean): void {
    if (this.#failed) return;
    const last = this.#jobs.at(-1);
    // What waits behind a running write goes into one row.
    if (last?.type === 'append' && last.own === own) last.updates.push(update);
    else this.#jobs.push({ type: 'append', updates: [update], own });
    this.#start();
  }

  /** The server has everything given so far. */
  settle(): void {
    if (this.#failed) return;
    this.#jobs.push({ type: 'settle' });
    this.#start();
  }

  /** Puts the rows together when there are many. `snapshot` is asked for only then. */
  async compact(snapshot: () => Uint8Array): Promise<void> {
    await this.flushed();
    // The snapshot holds everything: with own changes in it, nobody could tell any more which the server lacks.
    if (this.#failed || this.#own.length > 0 || this.#settled.length < compactAfter) return;
    try {
      const ids = this.#settled;
      this.#settled = [];
      this.#settled.push(await this.#log.compact(this.room, ids, snapshot()));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Takes all rows away and keeps the words, in one step. */
  async fork(kept: readonly KeptWords[]): Promise<void> {
    await this.flushed();
    try {
      await this.#log.fork([...this.#own, ...this.#settled], kept);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Resolves when nothing waits to be written. */
  async flushed(): Promise<void> {
    while (this.#working) await this.#working;
  }

  readonly #onLost = (): void => {
    this.#fail(new Error('the browser’s copy is gone'));
    this.#onChange();
  };

  #start(): void {
    if (this.#working || this.#failed) return;
    this.#working = this.#work().finally(() => {
      this.#working = null;
      this.#onChange();
    });
  }

  async #work(): Promise<void> {
    try {
      for (let job = this.#jobs.shift(); job; job = this.#jobs.shift()) {
        if (job.type === 'append') {
          const data = job.updates.length === 1 ? job.updates[0] : mergeUpdates(job.updates);
          const id = await this.#log.append(this.room, data as Uint8Array, job.own);
          (job.own ? this.#own : this.#settled).push(id);
        } else if (this.#own.length > 0) {
          const ids = this.#own;
          await this.#log.settle(ids);
          this.#own = [];
          this.#settled.push(...ids);
        }
      }
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#failed = true;
    this.#jobs.length = 0;
    this.#onFailure(error);
  }
}
