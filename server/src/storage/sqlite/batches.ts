interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Group commit: one batch is with the disk, what comes meanwhile is the next. The slower the disk, the larger the batches.
 * Items keep their order. A batch fails as a whole.
 */
export class Batches<Item, Answer> {
  readonly #commit: (items: readonly Item[]) => Promise<readonly Answer[]>;
  #waiting: Waiting<Item, Answer>[] = [];
  #committing = false;
  #scheduled = false;
  #whenEmpty: (() => void)[] = [];

  constructor(commit: (items: readonly Item[]) => Promise<readonly Answer[]>) {
    this.#commit = commit;
  }

  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#schedule();
    });
  }

  /** Resolves when nothing waits. */
  empty(): Promise<void> {
    if (this.#waiting.length === 0 && !this.#committing) return Promise.resolve();
    return new Promise((resolve) => this.#whenEmpty.push(resolve));
  }

  /** Behind the events of this tick, so that what came together is committed together. */
  #schedule(): void {
    if (this.#committing || this.#scheduled) return;
    if (this.#waiting.length === 0) {
      for (const resolve of this.#whenEmpty.splice(0)) resolve();
      return;
    }
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      void this.#run();
    });
  }

  async #run(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    this.#committing = true;
    try {
      const answers = await this.#commit(batch.map(({ item }) => item));
      for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
    } catch (error) {
      for (const { reject } of batch) reject(error as Error);
    } finally {
      this.#committing = false;
      this.#schedule();
    }
  }
}
