/** Waiting times between attempts: doubled each time, with full jitter so that clients of a restarted server do not come back at once. */
export class Backoff {
  readonly #firstMs: number;
  readonly #maxMs: number;
  #attempts = 0;

  constructor({ firstMs = 250, maxMs = 30_000 }: { firstMs?: number; maxMs?: number } = {}) {
    this.#firstMs = firstMs;
    this.#maxMs = maxMs;
  }

  /** Milliseconds to wait before the next attempt. */
  next(): number {
    const limit = Math.min(this.#firstMs * 2 ** this.#attempts, this.#maxMs);
    this.#attempts += 1;
    return 20 + Math.random() * limit;
  }

  reset(): void {
    this.#attempts = 0;
  }
}
