import type { OpenedDocument } from '../types.js';
import type { StateId } from './stages.js';

/**
 * How an open case comes from an earlier process to this one. `from` is a whole version, or the part before its fingerprint.
 * Versions of the same profile and revision follow each other without a row: only a district's words, days or own fields changed.
 */
export interface UpgradeRow {
  readonly from: string;
  /** The state here for each state there; `same` where all of them are still states here. */
  readonly states: 'same' | Readonly<Record<string, StateId>>;
  /** By the state here: documents that this process expects there and an earlier one did not open. Those that exist are left alone. */
  readonly opens?: Readonly<Partial<Record<StateId, readonly OpenedDocument[]>>>;
  readonly source: string;
}

export const upgrades: readonly UpgradeRow[] = [{ from: 'hawaii-classic/1', states: 'same', source: 'the states of revision 1 are all states of revision 2' }];
