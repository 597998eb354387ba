import { completeInvitation } from '@ssp-kit/process/testing';
import { makeCase, presenceOf } from '../shared/case.fixtures.js';
import { rowsOf } from '../shared/fields.js';
import { walkedCase, type WalkedCase } from '../shared/walk.fixtures.js';

/** A planned conference whose page is being written. */
export function conferenceAhead() {
  const made = makeCase('define-needs.defining', { today: '2026-10-30' });
  const page = made.case.document('conference-1');
  page.type('agenda', 'What we know about reading; what Kai needs; what we do first.');
  page.addRow('decisions', { id: 'd1', values: { about: 'needs', who: 'Cyra Lindholm', due: '2026-11-06' } });
  page.type('decisions/d1/decision', 'Try a phonics screener with Kai and bring the result.');
  page.type('decisions/d1/options', 'Waiting for the winter screening; it would cost two months.');
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

const meeting = '2026-09-24';

/** A conference on eligibility is planned: its invitation is a draft, and nobody has said who comes as what. */
export function eligibilityPlanned(as: 'coordinator' | 'parent' = 'coordinator'): WalkedCase {
  const made = walkedCase('idea', { until: 'define-needs.eligibility', as, today: '2026-09-14' });
  made.session.decideAs(
    { person: 'coordinator', name: 'Leilani Kahale', roles: ['coordinator'] },
    made.caseId,
    'conference.schedule',
    { purpose: 'eligibility', date: meeting, time: '14:00', place: 'Room 12' },
  );
  return made;
}

const types: Readonly<Record<string, string>> = {
  coordinator: 'representative',
  teacher: 'regular-teacher',
  'special-educator': 'special-teacher',
  evaluator: 'evaluation-interpreter',
  provider: 'provider',
  parent: 'parent',
};

/** The invitation says who comes as what and how it went out; it can be sent. */
export function eligibilityReady(): WalkedCase {
  const made = eligibilityPlanned();
  const invitation = made.case.document('invitation-2');
  for (const { id, person } of rowsOf(invitation.view.get().data, 'invitees')) {
    invitation.set(`invitees/${id}/memberType`, types[String(person)] ?? 'other');
  }
  const { notices, announcedDate } = completeInvitation('eligibility', meeting);
  const [notice] = rowsOf({ notices }, 'notices');
  invitation.addRow('notices', { id: 'n1', values: { ...notice, date: '2026-09-14' } as Record<string, string> });
  invitation.set('announcedDate', typeof announcedDate === 'string' ? '2026-09-14' : null);
  return made;
}

/** The invitation is out, and the mother was called once. */
export function eligibilityInvited(): WalkedCase {
  const made = eligibilityReady();
  const decide = (action: string, payload: Readonly<Record<string, string>>) =>
    made.session.perform({ type: 'decide', caseId: made.caseId, action, payload });
  decide('invitation.send', { document: 'invitation-2' });
  made.session.patch({ today: '2026-09-16' });
  decide('contact.record', {
    about: 'conference',
    document: 'conference-2',
    date: '2026-09-16',
    method: 'phone',
    contact: 'Noelani Palakiko',
    relation: 'Mother',
    outcome: 'She comes, and brings her sister.',
  });
  made.session.patch({ today: meeting });
  return made;
}
