import { type WalkedCase, type WalkedOptions, walkedCase } from '../shared/walk.fixtures.js';

/** Both determinations can be filed: IDEA and Section 504. */
export function eligibilityToDecide(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', { before: 'eligibility.decide', ...options });
}

/** Both are filed, their notices and the consent to services under way. */
export function eligibilityDecided(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', { before: 'plan.present', ...options });
}
