import type { Log } from '../log.js';
import type { Storage } from '../storage/port.js';

export type Door = 'socket' | 'api';

/**
 * Sign-ins that were refused, counted: one row of the audit log a door and reason in each period, so that whoever guesses tokens
 * cannot fill the disk. Nothing a refused token says is written: nobody vouches for it.
 */
export class Refusals {
  readonly #storage: Pick<Storage, 'audit'>;
  readonly #log: Log;
  readonly #counts = new Map<string, number>();
  readonly #timer: NodeJS.Timeout;

  constructor({ storage, log, everyMs }: { storage: Pick<Storage, 'audit'>; log: Log; everyMs: number }) {
    this.#storage = storage;
    this.#log = log;
    this.#timer = setInterval(() => void this.write(), everyMs);
    this.#timer.unref();
  }

  count(door: Door, reason: string): void {
    const name = JSON.stringify([door, reason]);
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** Writes what was counted since the last time. */
  async write(): Promise<void> {
    const counted = [...this.#counts];
    this.#counts.clear();
    const at = new Date().toISOString();
    try {
      await Promise.all(
        counted.map(([name, count]) => {
          const [door, reason] = JSON.parse(name) as [Door, string];
          const detail = { door, reason, count };
          const who = { person: 'unknown', caseId: null, document: null };
          return this.#storage.audit({ at, ...who, action: 'sign-in.refuse', detail });
        }),
      );
    } catch (error) {
      this.#log.error({ reason: (error as Error).message }, 'refused sign-ins were not stored');
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
  }
}
