import { type Finders, term, written } from './material.js';

export const emergencyFacts: Finders = {
  'access.break': ({ process, payload, at }) => ({
    hasReason: written(payload['reason']),
    until: new Date(Date.parse(at) + process.emergency.minutes * 60_000).toISOString(),
  }),
  'access.review': ({ process, state, payload, actor }) => {
    const found = state.breaks.find(({ seq }) => String(seq) === payload['access']);
    return {
      access: found?.seq ?? null,
      isReviewed: !!found?.review,
      isOwn: found?.person === actor.person,
      outcome: term(process, 'access-outcome', payload['outcome']),
    };
  },
};
