/** The process by which everything is shown and asked: from this device at once, from the server as soon as it answers. */
import { noProcess, type Process } from '@ssp-kit/process';
import { isProcess } from './answers.js';
import type { Api } from './http.js';
import type { Cache } from './offline/ports.js';
import { Backoff } from './transport/backoff.js';

export interface ProcessSourceOptions {
  readonly api: Api;
  readonly cache: Cache;
  /** Another process than before: shapes, labels and judgements follow it. */
  readonly onChange: (process: Process) => void;
  readonly onStorageFailure: (error: unknown) => void;
}

const cacheName = 'process';

export class ProcessSource {
  readonly #options: ProcessSourceOptions;
  readonly #backoff = new Backoff({ firstMs: 500, maxMs: 10_000 });
  /** Resolves with the first process that is known. */
  readonly known: Promise<void>;
  #current: Process = noProcess;
  #tellKnown: () => void = () => undefined;
  #asking: Promise<void> | null = null;
  /** Whether the server answers, as far as is known. */
  #online = false;
  /** The server has answered since there was last a reason to ask. */
  #fresh = false;
  /** Counts the reasons to ask: an answer to a question from before the last one may be an older process. */
  #reasons = 0;
  /** Versions of others that the server was asked about already. */
  readonly #heard = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: ProcessSourceOptions) {
    this.#options = options;
    this.known = new Promise((resolve) => {
      this.#tellKnown = resolve;
    });
  }

  get current(): Process {
    return this.#current;
  }

  get isKnown(): boolean {
    return this.#current !== noProcess;
  }

  /** The last answer, from this device. Called once, before anything is opened. */
  async load(): Promise<void> {
    try {
      this.#take(await this.#options.cache.get(cacheName));
    } catch (error) {
      this.#options.onStorageFailure(error);
    }
  }

  /** The server is there again: it may be a newer one. Asks unless it was asked since. */
  reached(): void {
    this.#online = true;
    if (!this.#fresh) void this.#askUntilFresh();
  }

  lost(): void {
    this.#online = false;
    this.#stale();
  }

  /** Somebody decided by this version. When it is not the one known here, the server is asked, once for each. */
  heardOf(version: string): void {
    if (!this.isKnown || version === this.#current.version || this.#heard.has(version)) return;
    this.#heard.add(version);
    void this.refresh();
  }

  /** Asks the server. Resolves with its answer, or when there is none: then it is asked again while it is there. */
  refresh(): Promise<void> {
    this.#stale();
    return this.#askUntilFresh();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #stale(): void {
    this.#fresh = false;
    this.#reasons += 1;
  }

  /** One question at a time. */
  #askUntilFresh(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    while (!this.#fresh) {
      const reasons = this.#reasons;
      const answer = await this.#options.api.getOpen('/api/process', isProcess);
      if (this.#closed) return;
      if (answer.kind !== 'ok') return this.#askLater();
      this.#fresh = reasons === this.#reasons;
      this.#backoff.reset();
      if (this.#take(answer.body)) void this.#keep();
    }
  }

  /** Where all else of the server answers, this does too, soon; where nothing does, `reached` tells when. */
  #askLater(): void {
    if (this.isKnown && !this.#online) return;
    this.#timer = setTimeout(() => void this.#askUntilFresh(), this.#backoff.next());
  }

  /** False when it is no process, or the one that is known. */
  #take(given: unknown): boolean {
    if (!isProcess(given)) return false;
    // A process kept by an earlier page has no rows of what that page did not know.
    const process: Process = { ...noProcess, ...given };
    // The same object for the same rows: shapes and elements are made by it. Labels may differ where the version does not.
    if (JSON.stringify(process) === JSON.stringify(this.#current)) return false;
    this.#current = process;
    this.#heard.clear();
    this.#options.onChange(process);
    this.#tellKnown();
    return true;
  }

  async #keep(): Promise<void> {
    try {
      await this.#options.cache.put(cacheName, this.#current);
    } catch (error) {
      this.#options.onStorageFailure(error);
    }
  }
}
