import { caseId, ana, makeCase, presenceOf } from '../shared/case.fixtures.js';
import { samplePeople } from '@ssp-kit/process/testing';
import { walkedCase, type WalkedCase } from '../shared/walk.fixtures.js';
import { planInWriting } from '../plan-builder/plan-builder.fixtures.js';
import { reviewBegun } from '../plan-review/plan-review.fixtures.js';
import { logInUse } from '../service-log/service-log.fixtures.js';

export const caseInWriting = planInWriting;
export const caseInReview = reviewBegun;
export const caseInService = logInUse;

/** Evidence is gathered; a conference is planned. */
export function caseGathering(as: 'ana' | 'ben' | 'leilani' = 'ana') {
  const made = makeCase('gather-data', { as });
  made.session.decideAs(ana, caseId, 'conference.schedule', {
    purpose: 'student-needs',
    date: '2026-12-02',
    time: '14:30',
    place: 'Library',
  });
  made.case.document('evidence').join(presenceOf('cyra', 3, 'teacherInput'));
  return made;
}

/** A case of a version of the process that this code does not know. */
export function caseOfUnknownVersion() {
  const made = makeCase('develop-plan');
  made.case.patch({ unknownVersion: true });
  return made;
}

/** A whole IEP case on record, before its review, whose notices, reports and consents came to more than forty documents. */
export function wholeCase(as: 'coordinator' | 'parent' = 'coordinator'): WalkedCase {
  const given = walkedCase('idea', { before: 'review.open', as });
  const { session, caseId: id } = given;
  const decide = (action: string, payload: Parameters<typeof session.decideAs>[3] = {}): void => {
    const outcome = session.decideAs(samplePeople.coordinator, id, action, payload);
    if (outcome.result !== 'refused') return;
    const unmet = outcome.refusal.unmet.map((one) => one.id).join(', ');
    throw new Error(`fixture: ${action} was refused (${outcome.refusal.code}) ${unmet}`);
  };
  for (const purpose of ['review', 'annual-review', 'transition', 'iep-revision']) {
    decide('conference.schedule', { purpose, date: '2026-12-01', time: '14:00', place: 'Room 12' });
  }
  decide('consent.request', { form: '102c' });
  decide('notice.draft', { about: 'parent-request' });
  decide('progress.open', { periodEnd: '2027-01-08' });
  for (const document of ['concern', 'evidence', 'needs', 'evaluation', 'eligibility-1', 'plan-1']) {
    decide('document.correct', { document, note: 'A name was misspelled.' });
  }
  session.look(id);
  return given;
}

/** A case that came to its end. */
export function caseClosed(): WalkedCase {
  return walkedCase('idea');
}
