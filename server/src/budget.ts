/** So much a second over time, and so much at once: what is not used gathers up to the burst. */
export class Budget {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #at: number;

  constructor(perSecond: number, burst: number, now: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
    this.#at = now;
  }

  /** Takes `amount` at this instant (milliseconds). False when there is not so much; then nothing more is to be given. */
  take(amount: number, now: number): boolean {
    this.#fill(now);
    this.#left -= amount;
    return this.#left >= 0;
  }

  /** Whether nothing is missing any more. */
  isFull(now: number): boolean {
    this.#fill(now);
    return this.#left >= this.#burst;
  }

  #fill(now: number): void {
    this.#left = Math.min(this.#burst, this.#left + (Math.max(0, now - this.#at) / 1_000) * this.#perSecond);
    this.#at = now;
  }
}
