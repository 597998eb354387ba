import { caseId, ana, makeCase, presenceOf } from '../shared/case.fixtures.js';
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
