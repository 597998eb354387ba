import type { Opening } from './actions.js';
import type { StateId } from './stages.js';

/**
 * How an open case comes from an earlier process to this one. `from` is a whole version, or the part before its fingerprint.
 * Versions of the same profile and revision follow each other without a row: only a district's words, days or own fields changed.
 */
export interface UpgradeRow {
  readonly from: string;
  /** The state here for each state there; `same` where all of them are still states here. */
  readonly states: 'same' | Readonly<Record<string, StateId>>;
  /** By the state here: documents that this process expects there and an earlier one did not open. Kinds with an open document are left alone. */
  readonly opens?: Readonly<Partial<Record<StateId, readonly Opening[]>>>;
  readonly source: string;
}

export const upgrades: readonly UpgradeRow[] = [
  {
    from: 'hawaii-classic/1',
    states: 'same',
    // Revision 1 took these answers in a form; now they are written together in a document.
    opens: {
      'define-needs.evaluation': [{ kind: 'evaluation', about: 'initial' }],
      'define-needs.consent': [{ kind: 'consent', aboutFact: 'consentForm' }],
      'define-needs.eligibility': [{ kind: 'eligibility', each: 'regulation' }],
      'develop-plan': [{ kind: 'consent', aboutFact: 'consentForm' }],
    },
    source: 'the states of revision 1 are all states of revision 2',
  },
];
