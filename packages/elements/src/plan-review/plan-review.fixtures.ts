import { logInUse } from '../service-log/service-log.fixtures.js';
import { ana, caseId } from '../shared/case.fixtures.js';
import { rowsOf } from '../shared/fields.js';
import { type WalkedCase, type WalkedOptions, walkedCase } from '../shared/walk.fixtures.js';

/** A review that has begun, with sessions behind it. */
export function reviewBegun() {
  const made = logInUse('ana');
  const outcome = made.session.decideAs(ana, caseId, 'review.open', { trigger: 'team-request' });
  if (outcome.result === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  return made;
}

/** A review by which the plan was revised: another plan has been active since. */
export function reviewOnRecord() {
  const made = reviewBegun();
  const { session, case: one } = made;
  const decide = (action: string, payload: Parameters<typeof session.decideAs>[3] = {}): void => {
    const outcome = session.decideAs(ana, caseId, action, payload);
    if (outcome.result === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  };
  const review = one.document('review-1');
  for (const [name, value] of Object.entries({
    reviewDate: '2026-11-24',
    fidelity: 'full',
    effectiveness: 'positive',
    parentInformedDate: '2026-11-24',
    proposal: 'revise',
  })) {
    review.set(name, value);
  }
  review.type('conclusion', 'Reading goes well; writing needs support.');
  for (const { id } of rowsOf(review.view.get().data, 'outcomes'))
    review.set(`outcomes/${id}/outcome`, 'enough-progress');
  decide('review.decide', { decision: 'revise' });
  const next = one.document('plan-2');
  const words = next.text('goals/g1/behavior').value;
  next.change('goals/g1/behavior', { index: 0, remove: words.length, insert: 'Kai writes' });
  next.set('services/s1/minutes', 60);
  next.set('startDate', '2026-12-15');
  next.set('endDate', '2027-06-04');
  next.set('reviewDate', '2027-02-01');
  next.set('services/s1/startDate', '2026-12-15');
  session.patch({ today: '2026-12-15' });
  decide('plan.activate');
  session.look(caseId);
  return made;
}

/** The review of an IEP, complete for its decision. */
export function reviewToDecide(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', options.until === undefined ? { before: 'review.decide', ...options } : options);
}
