/** What the session keeps between two visits, as ports. One adapter keeps it in memory, one in the browser's database. */
import type { Plain, Refusal, StudentRef } from '@ssp-kit/process';
import type { KeptWords } from '../contract.js';

export interface StoredUpdate {
  readonly id: number;
  readonly data: Uint8Array;
  /** Made on this device and not known to be on the server's disk. */
  readonly own: boolean;
}

/** Updates of documents, by room. A promise resolves once the change is durable. */
export interface UpdateLog {
  /** Aborts when the rows are gone: the browser cleared them, or another page of the person's did. */
  readonly lost?: AbortSignal;
  /** All rows of a room, in the order they were written. */
  load(room: string): Promise<readonly StoredUpdate[]>;
  /** Answers the row's id. */
  append(room: string, data: Uint8Array, own: boolean): Promise<number>;
  /** The server has these rows. */
  settle(ids: readonly number[]): Promise<void>;
  /** Puts one row in the place of the given ones that are settled. Answers its id. */
  compact(room: string, ids: readonly number[], snapshot: Uint8Array): Promise<number>;
  /** Takes rows away that the server did not take, and keeps their words, in one step. */
  fork(ids: readonly number[], kept: readonly KeptWords[]): Promise<void>;
  /** Every room with rows, and whether one of them is not settled. */
  rooms(): Promise<readonly { readonly room: string; readonly own: boolean }[]>;
}

/** A command that was made on this device and has no final answer yet. */
export interface OutboxRow {
  /** The idempotency key. Keys sort by when they were made. */
  readonly key: string;
  readonly caseId: string;
  /** `case.start` is the PUT of a case begun here; all others are decisions. */
  readonly action: string;
  readonly payload: Readonly<Record<string, Plain>>;
  readonly base: number;
  readonly processVersion: string;
  readonly since: string;
  /** Of a decision that seals: the content hash of each document as the person saw it. */
  readonly seen?: Readonly<Record<string, string>>;
  /** Of a `case.start`: whom it is about, to show before the server knows it. */
  readonly student?: StudentRef;
  readonly refusal: Refusal | null;
}

export interface Outbox {
  /** In the order of their keys. */
  list(): Promise<readonly OutboxRow[]>;
  put(row: OutboxRow): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface KeptStore {
  list(): Promise<readonly KeptWords[]>;
  put(words: readonly KeptWords[]): Promise<void>;
  remove(id: string): Promise<void>;
}

/** The last answers of the server, by a name of ours. */
export interface Cache {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
}

export interface OfflineStore {
  /** Null where nothing is kept. */
  readonly updates: UpdateLog | null;
  readonly outbox: Outbox;
  readonly kept: KeptStore;
  readonly cache: Cache;
  close(): void;
}
