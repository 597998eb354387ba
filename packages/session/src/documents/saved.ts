/** What may be said about a person's words, from worst to best. */
import type { Saved } from '../contract.js';

const order: readonly Saved[] = ['not-saved', 'on-device', 'saving', 'saved'];

/** The least saved of several; `saved` when there are none. */
export function leastSaved(states: Iterable<Saved>): Saved {
  let worst: Saved = 'saved';
  for (const state of states) {
    if (order.indexOf(state) < order.indexOf(worst)) worst = state;
  }
  return worst;
}
