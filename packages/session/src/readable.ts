/** Small observable values: what elements read (`Readable`), and the ways the session makes them. */
import type { Readable } from './contract.js';

type Listener = () => void;

/** A set of listeners told once per burst: many `changed()` in one task are one notification. */
export class Signal {
  readonly #listeners = new Set<Listener>();
  #queued = false;

  subscribe(listener: Listener): () => void {
    // A wrapper, so that the same function subscribed twice counts twice.
    const entry = () => listener();
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  get size(): number {
    return this.#listeners.size;
  }

  changed(): void {
    if (this.#queued) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      for (const listener of [...this.#listeners]) call(listener);
    });
  }

  clear(): void {
    this.#listeners.clear();
  }
}

/** One listener's fault is its own: the others are told all the same. */
function call(listener: Listener): void {
  try {
    listener();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** A value computed when asked and kept until `invalidate()`. */
export class Computed<T> implements Readable<T> {
  readonly #compute: (last: T | undefined) => T;
  readonly #signal = new Signal();
  #value: T | undefined;
  #fresh = false;

  constructor(compute: (last: T | undefined) => T) {
    this.#compute = compute;
  }

  get(): T {
    if (!this.#fresh) {
      this.#value = this.#compute(this.#value);
      this.#fresh = true;
    }
    return this.#value as T;
  }

  subscribe(listener: Listener): () => void {
    return this.#signal.subscribe(listener);
  }

  get heard(): boolean {
    return this.#signal.size > 0;
  }

  invalidate(): void {
    this.#fresh = false;
    this.#signal.changed();
  }

  close(): void {
    this.#signal.clear();
  }
}

/** Resolves once `test` holds for the value, at once if it does already; false when `signal` aborts or time runs out. */
export function until<T>(
  readable: Readable<T>,
  test: (value: T) => boolean,
  { timeoutMs, signal }: { timeoutMs: number; signal?: AbortSignal },
): Promise<boolean> {
  if (test(readable.get())) return Promise.resolve(true);
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const finish = (result: boolean) => {
      stop();
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      resolve(result);
    };
    const onAbort = () => finish(false);
    const stop = readable.subscribe(() => {
      if (test(readable.get())) finish(true);
    });
    const timer = setTimeout(() => finish(false), timeoutMs);
    signal?.addEventListener('abort', onAbort);
  });
}
