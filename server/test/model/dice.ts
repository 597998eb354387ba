/** Numbers from one seed, the same for the same seed: what a step of a history makes of the number that stands for it. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below `sides`. */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  }

  /** True once in `sides`. */
  oneIn(sides: number): boolean {
    return this.roll(sides) === 0;
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[this.roll(Math.max(items.length, 1))];
  }
}
