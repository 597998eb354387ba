import { servicesAnswer } from '../consents.js';
import { attemptsFor } from './evaluation.js';
import { stringOf, dateOf, dayOf, type Finders, rowsOf, term, terms, viewOf, written, idsOf } from './material.js';

/** From the concern to the needs. */
export const referralFacts: Finders = {
  'concern.submit': (material) => ({ description: written(viewOf(material, 'concern')['description']) }),
  'referral.file': (material) => {
    const { process, elsewhere } = material;
    const concern = viewOf(material, 'concern');
    const suspicion = term(process, 'suspicion', concern['suspicion']);
    return {
      raisedBy: written(concern['raisedBy']),
      raisedVia: term(process, 'raised-via', concern['raisedVia']),
      receivedDate: dayOf(concern['receivedDate']),
      areas: terms(process, 'concern-areas', concern['areas']),
      description: written(concern['description']),
      suspicion: process.profile.suspicion === 'always' ? 'yes' : suspicion,
      suspicionReason: written(concern['suspicionReason']),
      parentNotifiedDate: dayOf(concern['parentNotifiedDate']),
      transferFrom: term(process, 'transfer-from', concern['transferFrom']),
      enrolledDate: dayOf(concern['enrolledDate']),
      openCasesElsewhere: elsewhere?.openCases ?? 0,
    };
  },
  'referral.return': ({ payload }) => ({ hasReason: written(payload['reason']) }),
  'suspicion.raise': ({ state, payload }) => ({
    suspicionDate: dayOf(payload['day']),
    suspicion: state.suspicion,
    stagesSkipped: state.abbreviated && state.dates['needsConferenceDate'] === undefined,
    hasReason: written(payload['reason']),
  }),
  'process.abbreviate': ({ state, payload, documents }) => ({
    suspicion: state.suspicion,
    hasReason: written(payload['reason']),
    hasEvidence: Object.entries(documents).some(
      ([id, view]) => state.documents[id]?.kind === 'evidence' && rowsOf(view, 'items').length > 0,
    ),
  }),
  'evidence.complete': (material) => {
    const { process } = material;
    const evidence = viewOf(material, 'evidence');
    const items = rowsOf(evidence, 'items');
    return {
      items: items.length,
      incomplete: idsOf(items, (row) => !written(row['statement']) || !term(process, 'data-source', row['dataSource'])),
      parentAskedDate: dayOf(evidence['parentAskedDate']),
      suspicion: material.state.suspicion,
    };
  },
  'needs.define': (material) => {
    const { process } = material;
    const needs = rowsOf(viewOf(material, 'needs'), 'needs');
    return {
      needs: needs.length,
      incomplete: idsOf(needs, (row) => !written(row['statement']) || !term(process, 'concern-areas', row['area'])),
      needsConferenceDate: dateOf(material, 'needsConferenceDate'),
      suspicion: material.state.suspicion,
    };
  },
  'case.move': ({ state, payload }) => ({
    school: stringOf(payload['school']),
    schoolName: stringOf(payload['schoolName']) ?? stringOf(payload['school']),
    isOther: stringOf(payload['school']) !== null && payload['school'] !== state.student.school,
    hasReason: written(payload['reason']),
  }),
  'case.supersede': ({ state, payload }) => ({
    by: stringOf(payload['by']),
    isOther: stringOf(payload['by']) !== null && payload['by'] !== state.case,
    activePlans: state.plan ? 1 : 0,
  }),
  'case.close': ({ process, state, payload }) => {
    const consent = state.consents.at(-1);
    return {
      reason: term(process, 'close-reason', payload['reason']),
      activePlans: state.plan ? 1 : 0,
      // Given anew, it stands again; only an IEP stands on it.
      revoked: state.plan?.kind === 'iep' && servicesAnswer(state) === 'revoked',
      closesUnanswered:
        payload['reason'] === 'no-consent' &&
        consent !== undefined &&
        (consent.result === null || consent.result === 'no-response'),
      efforts: consent === undefined ? 0 : attemptsFor(state, consent),
      withoutDisability: state.track === 'action' && state.plan === null && state.suspicion !== 'no',
      noticesOpen: state.notices.filter(({ provided }) => provided === null).map(({ about }) => about),
    };
  },
};
