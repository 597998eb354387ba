import { append } from '../append.js';
import { dated, first, openedBy, type Recorders, sealedBy } from './recorder.js';
import { stringOf } from '../view-values.js';

export const conferenceRecorders: Recorders = {
  'conference.schedule': (state, decision) => {
    const purpose = String(decision.facts['purpose']);
    const planned = stringOf(decision.facts['date']);
    const conference = {
      document: openedBy(decision, 'conference') ?? '',
      purpose,
      planned,
      held: null,
      invitation: openedBy(decision, 'invitation'),
      invited: null,
    };
    const listed = { ...state, conferences: [...state.conferences, conference] };
    return purpose === 'student-needs' ? dated(listed, 'needsConferencePlanned', decision, planned) : listed;
  },
  'invitation.send': (state, decision) => {
    const invitation = sealedBy(decision, 'invitation');
    const invited = stringOf(decision.facts['announcedDate']) ?? decision.day;
    return {
      ...state,
      conferences: state.conferences.map((row) => (row.invitation === invitation ? { ...row, invited } : row)),
    };
  },
  'conference.hold': (state, decision) => {
    const purpose = String(decision.facts['purpose']);
    const held = stringOf(decision.facts['actualDate']);
    const document = sealedBy(decision, 'conference');
    const conferences = state.conferences.map((row) => (row.document === document ? { ...row, purpose, held } : row));
    const closed = { ...state, conferences };
    return purpose === 'student-needs' ? first(closed, 'needsConferenceDate', decision, held) : closed;
  },
  'contact.record': (state, { facts, words, day, seq }) => ({
    ...state,
    contacts: append(state.contacts, {
      about: stringOf(facts['about']) ?? 'other',
      document: stringOf(facts['document']),
      day: stringOf(facts['date']) ?? day,
      method: stringOf(facts['method']) ?? 'other',
      relation: words['relation'] ?? '',
      seq,
    }),
  }),
};
