import { areServicesStopped } from '../consents.js';
import { dueOf } from '../deadlines.js';
import { stringOf, dayOf, type Finders, numberOf, rowsOf, term, viewOf, written } from './material.js';

/** Signed sessions. */
export const serviceFacts: Finders = {
  'service.sign': (material) => {
    const { process, state, payload, actor, day } = material;
    const session = rowsOf(viewOf(material, 'log'), 'sessions').find(({ id }) => id === payload['session']);
    const service = state.plan?.services.find(({ id }) => id === session?.['service']);
    const on = dayOf(session?.['date']);
    const size = numberOf(session?.['groupSize']);
    return {
      hasPlan: state.plan !== null,
      session: stringOf(payload['session']),
      service: service?.id ?? null,
      serviceAssigned: service?.provider === actor.person,
      date: on,
      withinYear: on === null || day <= (dueOf(process, 'service_log_late', on) ?? day),
      insideService: on === null || (service !== undefined && on >= service.startDate && on <= service.endDate),
      servicesStopped: state.plan?.kind === 'iep' && on !== null && areServicesStopped(state, on),
      status: term(process, 'session-status', session?.['status']),
      minutes: session?.['status'] === 'provided' ? (numberOf(session['minutes']) ?? 0) : 0,
      groupOk: session?.['group'] !== 'group' || (size !== null && size >= 2),
      note: written(session?.['note']),
      alreadySigned: state.sessions.filter(({ id }) => id === payload['session']).length,
    };
  },
  'service.void': ({ state, payload, actor }) => ({
    session: stringOf(payload['session']),
    hasReason: written(payload['reason']),
    voidable: state.sessions.some(
      (row) =>
        row.id === payload['session'] &&
        !row.void &&
        (row.provider === actor.person ||
          (state.team.some(({ person }) => person === actor.person) &&
            actor.roles.some((role) => role === 'coordinator' || role === 'supervisor'))),
    ),
  }),
};
