import { append } from '../append.js';
import { dated, first, openedBy, type Recorders, sealedBy, text } from './recorder.js';

export const conferenceRecorders: Recorders = {
  'conference.schedule': (state, decision) => {
    const purpose = String(decision.facts['purpose']);
    const planned = text(decision.facts['date']);
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
    const invited = text(decision.facts['announcedDate']) ?? decision.day;
    return {
      ...state,
      conferences: state.conferences.map((row) => (row.invitation === invitation ? { ...row, invited } : row)),
    };
  },
  'conference.hold': (state, decision) => {
    const purpose = String(decision.facts['purpose']);
    const held = text(decision.facts['actualDate']);
    const document = sealedBy(decision, 'conference');
    const conferences = state.conferences.map((row) => (row.document === document ? { ...row, purpose, held } : row));
    const closed = { ...state, conferences };
    return purpose === 'student-needs' ? first(closed, 'needsConferenceDate', decision, held) : closed;
  },
  'contact.record': (state, { facts, words, day, seq }) => ({
    ...state,
    contacts: append(state.contacts, {
      about: text(facts['about']) ?? 'other',
      document: text(facts['document']),
      day: text(facts['date']) ?? day,
      method: text(facts['method']) ?? 'other',
      relation: words['relation'] ?? '',
      seq,
    }),
  }),
};
