import { firstField, isAnswered, lists, type PlanRows } from './rows.js';

/** Which cards are open, and which came while one looked on. */
export class OpenedCards {
  /** By the person, or because they were blank when first seen. */
  readonly #open = new Map<string, boolean>();
  readonly #fresh = new Set<string>();
  #known: ReadonlySet<string> | null = null;

  /** Another document: nothing is known of its rows. */
  clear(): void {
    this.#known = null;
    this.#open.clear();
    this.#fresh.clear();
  }

  isOpen(id: string): boolean {
    return this.#open.get(id) === true;
  }

  isFresh(id: string): boolean {
    return this.#fresh.has(id);
  }

  set(id: string, open: boolean): void {
    this.#open.set(id, open);
  }

  /** New rows get a brief tint; those that were blank when first seen are open, and stay so until they are closed. */
  meet(rows: PlanRows, synced: boolean): void {
    const known = new Set<string>();
    for (const list of lists) {
      for (const row of rows[list]) {
        known.add(row.id);
        if (this.#known?.has(row.id)) continue;
        if (this.#known !== null) this.#fresh.add(row.id);
        if (!this.#open.has(row.id)) this.#open.set(row.id, !isAnswered(rows, row, firstField[list]));
      }
    }
    // What the first handshake brings is not new.
    this.#known = synced ? known : null;
  }
}
