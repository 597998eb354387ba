import { type CaseState, foldVersion } from '@ssp-kit/process';
import type { Storage } from './storage/port.js';

/** Most cases of a district that are looked at in a day. */
const kept = 2_000;
/** Milliseconds between looks at which of them nobody has asked for since the last. */
const sweepMs = 4_000;

interface Kept {
  readonly state: CaseState;
  asked: boolean;
}

/** The folded state of cases, as the last decision left it: kept in memory while they are in use. */
export class Cases {
  readonly #storage: Storage;
  readonly #states = new Map<string, Kept>();
  #sweeping: NodeJS.Timeout | undefined;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Null for no case, and for one that this program's fold could not make anew: its state means something else. */
  async state(caseId: string): Promise<CaseState | null> {
    const known = this.#known(caseId);
    if (known) return known;
    const stored = await this.#storage.case(caseId);
    // A decision may have come while the disk was read; what it left is newer.
    const fresh = this.#known(caseId);
    if (fresh) return fresh;
    if (stored?.fold !== foldVersion) return null;
    const state = JSON.parse(stored.state) as CaseState;
    this.keep(state);
    return state;
  }

  forget(caseId: string): void {
    this.#states.delete(caseId);
  }

  keep(state: CaseState): void {
    this.#states.delete(state.case);
    this.#states.set(state.case, { state, asked: true });
    if (this.#states.size > kept) this.#states.delete(this.#states.keys().next().value as string);
    this.#sweepLater();
  }

  #known(caseId: string): CaseState | null {
    const known = this.#states.get(caseId);
    if (!known) return null;
    known.asked = true;
    return known.state;
  }

  #sweepLater(): void {
    if (this.#sweeping) return;
    this.#sweeping = setTimeout(() => {
      this.#sweeping = undefined;
      for (const [caseId, one] of this.#states) {
        if (one.asked) one.asked = false;
        else this.#states.delete(caseId);
      }
      if (this.#states.size > 0) this.#sweepLater();
    }, sweepMs).unref();
  }
}
