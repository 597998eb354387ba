import type { Storage } from '../storage/port.js';
import type { AuditEntry } from './chain.js';

/** People times documents of a busy day in a district of a hundred schools; more are told twice. */
const kept = 100_000;

/**
 * Who saw what, once a person, thing and day: a browser that comes back twenty times in a morning says nothing new, and the log
 * stays as long as somebody can read it.
 */
export class Visits {
  readonly #storage: Pick<Storage, 'audit'>;
  #day = '';
  #told = new Map<string, Promise<void>>();

  constructor(storage: Pick<Storage, 'audit'>) {
    this.#storage = storage;
  }

  /** Resolves when the visit is on disk. */
  tell(entry: AuditEntry): Promise<void> {
    const day = entry.at.slice(0, 10);
    if (day !== this.#day || this.#told.size >= kept) this.#told.clear();
    this.#day = day;
    const name = JSON.stringify([entry.person, entry.action, entry.caseId, entry.document]);
    let told = this.#told.get(name);
    if (!told) {
      told = this.#storage.audit(entry);
      this.#told.set(name, told);
      told.catch(() => this.#told.delete(name));
    }
    return told;
  }
}
