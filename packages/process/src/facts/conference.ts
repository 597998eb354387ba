import { attempts } from '../attempts.js';
import type { CaseState } from '../case-state.js';
import type { Process } from '../process.js';
import { means } from '../select.js';
import type { RowView } from '../types.js';
import { stringOf, dayOf, type Finders, idsOf, rowsOf, term, viewOf, written } from './material.js';

export const conferenceFacts: Finders = {
  'conference.schedule': ({ process, payload }) => ({
    purpose: term(process, 'conference-purpose', payload['purpose']),
    date: dayOf(payload['date']),
    time: stringOf(payload['time']),
  }),
  'invitation.send': (material) => {
    const invitation = viewOf(material, 'invitation');
    const invitees = rowsOf(invitation, 'invitees');
    const notices = rowsOf(invitation, 'notices');
    return {
      conference: conferenceOf(material.state, 'invitation', stringOf(material.payload['document'])),
      announcedDate: dayOf(invitation['announcedDate']),
      meetingDate: dayOf(invitation['meetingDate']),
      family: invitees.filter((row) => isFamily(material.process, row)).length,
      notices: notices.length,
      noticesIncomplete: idsOf(
        notices,
        (row) => !written(row['to']) || !dayOf(row['date']) || !row['method'] || !row['language'],
      ),
    };
  },
  'contact.record': ({ process, payload, state }) => {
    const document = stringOf(payload['document']);
    return {
      about: term(process, 'contact-about', payload['about']),
      document: document !== null && state.documents[document] ? document : null,
      date: dayOf(payload['date']),
      method: term(process, 'contact-method', payload['method']),
    };
  },
  'conference.hold': (material) => {
    const { process, state } = material;
    const conference = viewOf(material, 'conference');
    const purpose = term(process, 'conference-purpose', conference['purpose']);
    const attendance = rowsOf(conference, 'attendance');
    const came = ({ status }: RowView) => means(process, 'attendance', status, 'present');
    const isExcused = ({ status }: RowView) => means(process, 'attendance', status, 'excused');
    const here = attendance.filter(came);
    const document = stringOf(material.payload['document']);
    const rule = process.conferences.find((row) => row.purpose === purpose);
    const held = state.conferences.find((row) => row.document === document);
    const tried = attempts(state, {
      about: 'conference',
      documents: [document, held?.invitation ?? null],
      since: state.documents[document ?? '']?.openedBy ?? 0,
    });
    return {
      purpose,
      actualDate: dayOf(conference['actualDate']),
      invited: attendance.length,
      present: here.length,
      isFormal: rule?.formal ?? false,
      // A conference that was scheduled before invitations were documents has none that could be sent.
      hasInvitation: (rule?.formal ?? false) && (held?.invitation ?? null) !== null,
      invitationSent: held?.invited ?? null,
      familyPresentOrTried: here.some((row) => isFamily(process, row)) || tried > 0,
      membersMissing: (rule?.calls ?? []).filter(
        (type) => !attendance.some((row) => row['memberType'] === type && (came(row) || isExcused(row))),
      ),
      excusedWithoutAgreement: idsOf(
        attendance,
        (row) =>
          row['status'] === 'excused' && (!dayOf(row['agreedDate']) || row['excusal'] !== 'agreed-not-discussed'),
      ),
      excusedWithoutInput: idsOf(
        attendance,
        (row) => row['status'] === 'excused-input' && (!written(row['writtenInput']) || !dayOf(row['agreedDate'])),
      ),
    };
  },
};

/** The conference an invitation belongs to. */
export function conferenceOf(state: CaseState, kind: 'invitation', document: string | null): string | null {
  const open =
    document ?? Object.values(state.documents).findLast((row) => row.kind === kind && row.state === 'open')?.id;
  return state.conferences.find(({ invitation }) => invitation === open)?.document ?? null;
}

function isFamily(process: Process, { memberType }: RowView): boolean {
  return means(process, 'member-type', memberType, 'family');
}
