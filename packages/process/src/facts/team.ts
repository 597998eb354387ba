import type { Facts } from '../types.js';
import { code, type Finders, type Material } from './material.js';

/** Who belongs to the case, and whose its rights are. */
export const teamFacts: Finders = {
  'team.add': ({ payload }) => ({
    person: code(payload['person']),
    name: code(payload['name']) ?? code(payload['person']),
    role: code(payload['role']),
  }),
  'team.remove': onTeam,
  'team.coordinate': onTeam,
  'family.admit': ({ state, payload }) => ({
    person: code(payload['person']),
    name: code(payload['name']) ?? code(payload['person']),
    relation: code(payload['relation']),
    admitted: state.family.filter(({ person }) => person === payload['person']).length,
  }),
  'provider.assign': ({ state, payload }) => ({
    service: code(payload['service']),
    person: code(payload['person']),
    serviceKnown: state.plan?.services.some(({ id }) => id === payload['service']) ?? false,
    onTeam: state.team.some(({ person }) => person === payload['person']),
    hasPlan: state.plan !== null,
  }),
};

function onTeam({ state, payload }: Material): Facts {
  return { person: code(payload['person']), onTeam: state.team.some(({ person }) => person === payload['person']) };
}
