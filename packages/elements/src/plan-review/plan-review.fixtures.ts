import { logInUse } from '../service-log/service-log.fixtures.js';
import { ana, caseId } from '../shared/case.fixtures.js';
import { type WalkedCase, type WalkedOptions, walkedCase } from '../shared/walk.fixtures.js';

/** A review that has begun, with sessions behind it. */
export function reviewBegun() {
  const made = logInUse('ana');
  const outcome = made.session.decideAs(ana, caseId, 'review.open', { trigger: 'team-request' });
  if (outcome.result === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  return made;
}

/** The review of an IEP, complete for its decision. */
export function reviewToDecide(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', options.until === undefined ? { before: 'review.decide', ...options } : options);
}
