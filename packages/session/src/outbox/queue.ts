/** Commands on their way: in order within a case, one at a time, the same key until there is an answer. */
import type { Refusal } from '@ssp-kit/process';
import type { Outcome, PendingDecision } from '../contract.js';
import type { Log } from '../log.js';
import type { Outbox, OutboxRow } from '../offline/ports.js';
import { Backoff } from '../transport/backoff.js';

export type Sent =
  | { readonly kind: 'taken' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** No answer, or something has to come first: again later, with the same key. */
  | { readonly kind: 'later' };

export interface QueueOptions {
  readonly outbox: Outbox;
  readonly send: (row: OutboxRow) => Promise<Sent>;
  readonly onChange: (pending: readonly PendingDecision[]) => void;
  readonly onStorageFailure: (error: unknown) => void;
  readonly log: Log;
}

interface Entry {
  row: OutboxRow;
  sending: boolean;
  /** Somebody waits at the screen for the outcome. */
  answer: ((outcome: Outcome) => void) | null;
}

export class CommandQueue {
  readonly #options: QueueOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #running = new Set<string>();
  readonly #backoff = new Backoff({ firstMs: 1_000, maxMs: 20_000 });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: QueueOptions, rows: readonly OutboxRow[]) {
    this.#options = options;
    for (const row of rows) this.#entries.set(row.key, { row, sending: false, answer: null });
  }

  get pending(): readonly PendingDecision[] {
    return this.#ordered().map(({ row, sending }) => ({
      key: row.key,
      caseId: row.caseId,
      action: row.action,
      payload: row.payload,
      since: row.since,
      state: row.refusal ? 'refused' : sending ? 'sending' : 'waiting',
      refusal: row.refusal,
    }));
  }

  rowsOf(caseId: string): readonly OutboxRow[] {
    return this.#ordered()
      .map(({ row }) => row)
      .filter((row) => row.caseId === caseId);
  }

  get rows(): readonly OutboxRow[] {
    return this.#ordered().map(({ row }) => row);
  }

  /** Queues a command and tries it. Answers once it is decided, or once it is clear that it has to wait. */
  async add(row: OutboxRow): Promise<Outcome> {
    const outcome = new Promise<Outcome>((resolve) => {
      this.#entries.set(row.key, { row, sending: false, answer: resolve });
    });
    this.#changed();
    await this.#store(() => this.#options.outbox.put(row));
    void this.#pump(row.caseId);
    return outcome;
  }

  /** Tries everything that waits. */
  flush(caseId?: string): void {
    const cases = new Set(this.#ordered().map(({ row }) => row.caseId));
    for (const id of cases) if (caseId === undefined || id === caseId) void this.#pump(id);
  }

  /** Takes a command back that is not on its way. Those behind it go on. False when it is too late. */
  async withdraw(key: string): Promise<boolean> {
    const entry = this.#entries.get(key);
    if (!entry || entry.sending) return false;
    await this.#remove(entry, { result: 'waiting', key });
    void this.#pump(entry.row.caseId);
    return true;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    for (const entry of this.#entries.values()) this.#answer(entry, waiting(entry));
  }

  async #pump(caseId: string): Promise<void> {
    if (this.#closed || this.#running.has(caseId)) return;
    this.#running.add(caseId);
    try {
      for (let entry = this.#first(caseId); entry; entry = this.#first(caseId)) {
        if (entry.row.refusal) break; // held: the person looks at it first
        if (!(await this.#sendOne(entry))) break;
      }
    } finally {
      this.#running.delete(caseId);
      // What stays is answered: its caller shall not wait for the network.
      for (const entry of this.#entries.values()) {
        if (entry.row.caseId === caseId) this.#answer(entry, waiting(entry));
      }
    }
  }

  /** False when the case's queue has to stop here. */
  async #sendOne(entry: Entry): Promise<boolean> {
    entry.sending = true;
    this.#changed();
    let sent: Sent;
    try {
      sent = await this.#options.send(entry.row);
    } catch (error) {
      this.#options.log.warn('a command could not be sent', error);
      sent = { kind: 'later' };
    }
    entry.sending = false;
    if (this.#closed || !this.#entries.has(entry.row.key)) return false;
    if (sent.kind !== 'later') this.#backoff.reset();
    if (sent.kind === 'taken') {
      await this.#remove(entry, { result: 'done', id: entry.row.caseId });
      return true;
    }
    if (sent.kind === 'later') {
      this.#changed();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.flush(), this.#backoff.next());
      return false;
    }
    const { refusal } = sent;
    const behind = this.rowsOf(entry.row.caseId).length > 1;
    if (entry.answer && !behind) {
      await this.#remove(entry, { result: 'refused', refusal });
      return true;
    }
    entry.row = { ...entry.row, refusal };
    this.#answer(entry, { result: 'refused', refusal });
    this.#changed();
    await this.#store(() => this.#options.outbox.put(entry.row));
    return false;
  }

  async #remove(entry: Entry, outcome: Outcome): Promise<void> {
    this.#entries.delete(entry.row.key);
    this.#changed();
    await this.#store(() => this.#options.outbox.remove(entry.row.key));
    this.#answer(entry, outcome);
  }

  #answer(entry: Entry, outcome: Outcome): void {
    entry.answer?.(outcome);
    entry.answer = null;
  }

  #first(caseId: string): Entry | undefined {
    return this.#ordered().find(({ row }) => row.caseId === caseId);
  }

  #ordered(): Entry[] {
    // The start of a case is made before all else of it, whatever a device's clock says.
    const start = (entry: Entry) => (entry.row.action === 'case.start' ? 0 : 1);
    return [...this.#entries.values()].sort((a, b) => start(a) - start(b) || (a.row.key < b.row.key ? -1 : 1));
  }

  async #store(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.#options.onStorageFailure(error);
    }
  }

  #changed(): void {
    if (!this.#closed) this.#options.onChange(this.pending);
  }
}

function waiting(entry: Entry): Outcome {
  return entry.row.refusal
    ? { result: 'refused', refusal: entry.row.refusal }
    : { result: 'waiting', key: entry.row.key };
}
