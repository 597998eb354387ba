import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Address } from './target.js';

export interface Lap {
  /** Milliseconds of each letter since the last lap. */
  readonly times: readonly number[];
  /** Why the bystanders cannot work any more, or null. */
  readonly fault: string | null;
}

/** Bystanders whose letters are timed while a server is attacked. */
export class Canary {
  readonly #address: Address;
  /** Nobody comes in any more: there is no server to attack. */
  isGone = false;
  #worker: Worker;
  readonly #all: number[] = [];

  private constructor(address: Address, worker: Worker) {
    this.#address = address;
    this.#worker = worker;
  }

  /** Rejects when their room does not open. */
  static async start(address: Address): Promise<Canary> {
    return new Canary(address, await begin(address));
  }

  /** The letters since the last lap. */
  async lap(): Promise<Lap> {
    const answered = once(this.#worker, 'message') as Promise<[Lap]>;
    this.#worker.postMessage('lap');
    const [lap] = await answered;
    this.#all.push(...lap.times);
    // Others come in their place, who know nothing of it.
    if (lap.fault !== null) {
      await this.#worker.terminate();
      try {
        this.#worker = await begin(this.#address);
      } catch {
        this.isGone = true;
      }
    }
    return lap;
  }

  /** Of all laps: the time that `share` of the letters stayed below, milliseconds. */
  quantile(share: number): number {
    const sorted = this.#all.toSorted((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  }

  get letters(): number {
    return this.#all.length;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }
}

async function begin(address: Address): Promise<Worker> {
  const worker = new Worker(new URL('./canary-thread.js', import.meta.url), { workerData: address });
  const [{ fault }] = (await once(worker, 'message')) as [Lap];
  if (fault === null) return worker;
  await worker.terminate();
  throw new Error(fault);
}
