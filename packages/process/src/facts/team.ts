import type { Facts } from '../types.js';
import { stringOf, type Finders, type Material } from './material.js';

/** Who belongs to the case, and whose its rights are. */
export const teamFacts: Finders = {
  'team.add': ({ payload }) => ({
    person: stringOf(payload['person']),
    name: stringOf(payload['name']) ?? stringOf(payload['person']),
    role: stringOf(payload['role']),
  }),
  'team.remove': onTeam,
  'team.coordinate': onTeam,
  'family.admit': ({ state, payload }) => ({
    person: stringOf(payload['person']),
    name: stringOf(payload['name']) ?? stringOf(payload['person']),
    relation: stringOf(payload['relation']),
    admitted: state.family.filter(({ person }) => person === payload['person']).length,
  }),
  'provider.assign': ({ state, payload }) => ({
    service: stringOf(payload['service']),
    person: stringOf(payload['person']),
    serviceKnown: state.plan?.services.some(({ id }) => id === payload['service']) ?? false,
    onTeam: state.team.some(({ person }) => person === payload['person']),
    hasPlan: state.plan !== null,
  }),
};

function onTeam({ state, payload }: Material): Facts {
  return { person: stringOf(payload['person']), onTeam: state.team.some(({ person }) => person === payload['person']) };
}
