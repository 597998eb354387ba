import { walkedCase, type WalkedCase } from '../shared/walk.fixtures.js';

/** A case under IDEA just before its plan is activated: clocks that run, that wait and that are done. */
export function runningDates(as: 'coordinator' | 'parent' | 'teacher' = 'coordinator'): WalkedCase {
  return walkedCase('idea', { before: 'plan.activate', as });
}

/** The answer to the request is late: nobody has given the notice. */
export function lateDates(): WalkedCase {
  return walkedCase('idea', { before: 'evaluation.decide', today: '2026-09-08' });
}

/** A case in which the start of the answer's days was set by hand, and an event recorded. */
export function correctedDates(): WalkedCase {
  const made = walkedCase('idea', { before: 'evaluation.decide' });
  made.session.perform({
    type: 'decide',
    caseId: made.caseId,
    action: 'clock.correct',
    payload: { clock: 'ref_decision', start: '2026-08-14', reason: 'The letter came on Friday.' },
  });
  made.session.perform({
    type: 'decide',
    caseId: made.caseId,
    action: 'event.record',
    payload: { event: 'records-requested', day: '2026-08-25', note: 'By e-mail.' },
  });
  return made;
}

/** No clock has started. */
export function noDates(): WalkedCase {
  return walkedCase('action', { before: 'evidence.complete' });
}
