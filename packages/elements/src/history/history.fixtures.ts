import { sampleRows } from '@ssp-kit/process/testing';
import { walkedCase, type WalkedCase } from '../shared/walk.fixtures.js';

/** A case with a plan in force: everything that came before is in its record. */
export function wholeRecord(as: 'coordinator' | 'administrator' | 'parent' = 'coordinator'): WalkedCase {
  return walkedCase('idea', { before: 'review.open', as });
}

/** The concern is being corrected: a name was misspelled. */
export function correctedConcern(as: 'coordinator' | 'administrator' = 'coordinator'): WalkedCase {
  const made = wholeRecord(as);
  begin(made, 'concern', 'The teacher’s name was misspelled.');
  made.case.document('concern-2').set('raisedBy', 'Ms. Akina, grade 3 teacher');
  return made;
}

/** The plan is being corrected, but the change is one of what was decided. */
export function correctedPlan(): WalkedCase {
  const made = wholeRecord('administrator');
  begin(made, 'plan-1', 'A number was wrong.');
  made.case.document('plan-2').set(`services/${sampleRows.service}/minutes`, 45);
  return made;
}

/** The review is being corrected: the outcome of a goal was forgotten. */
export function correctedReview(): WalkedCase {
  const made = walkedCase('idea', { review: 'revise' });
  begin(made, 'review-1', 'The outcome of a goal was forgotten.');
  made.case.document('review-2').addRow('outcomes', { values: { goal: sampleRows.goal, outcome: 'met' } });
  return made;
}

/** The plan is being revised after a review: its draft stands beside the plan in force. */
export function revisedPlan(): WalkedCase {
  const made = walkedCase('idea', { review: 'revise' });
  made.case.document('plan-2').set(`goals/${sampleRows.goal}/target`, 95);
  return made;
}

function begin({ session, caseId }: WalkedCase, document: string, note: string): void {
  session.perform({ type: 'decide', caseId, action: 'document.correct', payload: { document, note } });
}
