import { makeCase, presenceOf } from '../shared/case.fixtures.js';

/** A planned conference whose page is being written. */
export function conferenceAhead() {
  const made = makeCase('define-needs.defining', { today: '2026-10-30' });
  const page = made.case.document('conference-1');
  page.addRow('attendance', { id: 'a1', values: { person: 'ana', name: 'Ana Kealoha', status: 'in-person' } });
  page.addRow('attendance', { id: 'a2', values: { person: 'leilani', name: 'Leilani Kahale', status: 'phone' } });
  page.addRow('decisions', { id: 'd1', values: { who: 'Cyra Lindholm', due: '2026-11-06' } });
  page.type('decisions/d1/decision', 'Try a phonics screener with Kai and bring the result.');
  page.type('minutes', 'The team read the evidence together. Mother says that he reads the signs on the bus aloud.');
  page.join(presenceOf('ben', 2, 'minutes'));
  return made;
}

/** A held conference, and one ahead. */
export function conferences() {
  const made = makeCase('develop-plan');
  made.session.perform({
    type: 'decide',
    caseId: made.caseId,
    action: 'conference.schedule',
    payload: { purpose: 'action-plan', date: '2026-12-01', time: '15:00', place: 'Room 12' },
  });
  return made;
}

export function noConference() {
  return makeCase('gather-data');
}
