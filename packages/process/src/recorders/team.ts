import { last, openedBy, type Recorders } from './recorder.js';
import { stringOf } from '../view-values.js';

export const teamRecorders: Recorders = {
  'team.add': (state, { facts, day }) => {
    const person = String(facts['person']);
    const member = {
      person,
      name: stringOf(facts['name']) ?? person,
      role: String(facts['role']),
      coordinator: false,
      since: day,
    };
    return { ...state, team: [...state.team.filter((row) => row.person !== person), member] };
  },
  'team.remove': (state, { facts }) => ({
    ...state,
    team: state.team.filter(({ person }) => person !== facts['person']),
  }),
  'team.coordinate': (state, { facts }) => ({
    ...state,
    team: state.team.map((row) => ({ ...row, coordinator: row.person === facts['person'] })),
  }),
  'family.admit': (state, decision) => {
    const { facts } = decision;
    const person = String(facts['person']);
    const member = {
      person,
      name: stringOf(facts['name']) ?? person,
      relation: String(facts['relation']),
      document: openedBy(decision, 'family') ?? '',
    };
    return { ...state, family: [...state.family, member] };
  },
  'provider.assign': (state, { facts }) => ({
    ...state,
    plan: state.plan && {
      ...state.plan,
      services: state.plan.services.map((row) =>
        row.id === facts['service'] ? { ...row, provider: String(facts['person']) } : row,
      ),
    },
  }),
  'rights.transfer': (state, decision) => {
    const day = stringOf(decision.facts['day']) ?? decision.day;
    return { ...state, rightsTransferred: { day, seq: decision.seq } };
  },
  'clock.correct': (state, { facts, seq }) => {
    const clock = stringOf(facts['clock']);
    if (clock === null) return state;
    const [start, stop] = [stringOf(facts['start']), stringOf(facts['stop'])];
    const correction = {
      ...state.corrections[clock],
      ...(start === null ? {} : { start }),
      ...(stop === null ? {} : { stop }),
      seq,
    };
    return { ...state, corrections: { ...state.corrections, [clock]: correction } };
  },
  'event.record': (state, decision) => {
    const name = stringOf(decision.facts['sets']);
    // Of a repeated event the latest counts: a new year's notice, a new request.
    return name === null ? state : last(state, name, decision, stringOf(decision.facts['day']));
  },
};
