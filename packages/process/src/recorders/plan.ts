import { append } from '../append.js';
import type { ActivePlan, CaseDocument, CasePlan, CaseState, PlannedService } from '../case-state.js';
import type { Decision, FactRow } from '../types.js';
import { beginEvaluation, dated, first, last, list, type Recorders, rows, sealedBy } from './recorder.js';
import { endPlan } from './referral.js';
import { stringOf } from '../view-values.js';

/** The plan from its activation to its end, its services and its reports. */
export const planRecorders: Recorders = {
  'plan.present': (state) => {
    const open = Object.values(state.documents).findLast(
      ({ kind, state: stands, corrects }) => kind === 'plan' && stands === 'open' && corrects === undefined,
    );
    return open ? standing(state, open.id, 'in-review') : state;
  },
  'plan.activate': (state, decision) => {
    const { facts, day } = decision;
    const plan = planOf(decision, sealedBy(decision, 'plan') ?? '');
    const entry: CasePlan = {
      document: plan.document,
      kind: plan.kind,
      track: state.track,
      cycle: stringOf(facts['cycle']) ?? (state.plan === null ? 'initial' : 'revision'),
      activated: day,
      ended: null,
    };
    const before = state.plan === null ? state : standing(endPlan(state, day), state.plan.document, 'superseded');
    const active = { ...before, plan, plans: [...before.plans, entry] };
    const started = dated(active, 'planStartDate', decision, plan.startDate);
    const ends = dated(dated(started, 'planEndDate', decision, plan.endDate), 'planActivatedDate', decision, day);
    const available = first(ends, 'serviceAvailabilityDate', decision, stringOf(facts['serviceAvailabilityDate']));
    const conference = state.dates['planConferenceDate'];
    if (conference === undefined) return available;
    return { ...available, dates: { ...available.dates, activePlanConferenceDate: conference } };
  },
  'service.sign': (state, { facts, seq, actor }) => ({
    ...state,
    sessions: append(state.sessions, {
      id: String(facts['session']),
      service: String(facts['service']),
      provider: actor.person,
      date: String(facts['date']),
      minutes: Number(facts['minutes'] ?? 0),
      status: String(facts['status']),
      seq,
      void: false,
    }),
  }),
  'service.void': (state, { facts }) => ({
    ...state,
    sessions: state.sessions.map((row) => (row.id === facts['session'] ? { ...row, void: true } : row)),
  }),
  'progress.publish': (state, decision) => {
    const sent = dated(state, 'progressPublishedDate', decision, stringOf(decision.facts['sentDate']) ?? decision.day);
    return last(sent, 'progressPeriodEndDate', decision, stringOf(decision.facts['periodEnd']));
  },
  'review.decide': (state, decision) => {
    const { facts, day, seq } = decision;
    const decided = dated(state, 'lastReviewDate', decision, stringOf(facts['reviewDate']));
    const decision_ = facts['decision'];
    if (decision_ === 'reevaluate') return beginEvaluation(decided, decision, 'reevaluation');
    if (decision_ !== 'exit' && decision_ !== 'new-referral') return decided;
    const exit = stringOf(facts['exitDate']) ?? day;
    const reason = stringOf(facts['exitReason']) ?? String(decision_);
    return endPlan({ ...dated(decided, 'exitDate', decision, exit), closing: { reason, day, seq } }, exit);
  },
  'correction.file': (state, decision) => {
    const [original, copy] = [stringOf(decision.facts['document']), decision.seals[0]?.document];
    if (original === null || copy === undefined) return state;
    const replaced = renamed(standing(state, original, 'superseded'), original, copy);
    return replaced;
  },
};

/** Every place of the case that names a document names its corrected version instead. */
function renamed(state: CaseState, from: string, to: string): CaseState {
  const change = <T extends { readonly document: string | null }>(row: T): T =>
    row.document === from ? { ...row, document: to } : row;
  return {
    ...state,
    conferences: state.conferences.map(change),
    notices: state.notices.map(change),
    evaluations: state.evaluations.map(change),
    eligibilities: state.eligibilities.map(change),
    plans: state.plans.map(change),
    plan: state.plan && change(state.plan),
  };
}

export function standing(state: CaseState, id: string, stands: CaseDocument['stands']): CaseState {
  const document = state.documents[id];
  return document ? { ...state, documents: { ...state.documents, [id]: { ...document, stands } } } : state;
}

function planOf({ facts }: Decision, document: string): ActivePlan {
  return {
    document,
    kind: String(facts['kind']),
    startDate: String(facts['startDate']),
    endDate: String(facts['endDate']),
    reviewDate: stringOf(facts['reviewDate']),
    lre: typeof facts['lrePercent'] === 'number' ? facts['lrePercent'] : null,
    ...optional('lreCode', stringOf(facts['lreCode'])),
    ...optional('reportSchedule', stringOf(facts['reportSchedule'])),
    services: rows(facts['serviceRows']).map(service),
    goals: list(facts['goalIds']),
  };
}

function optional<Name extends string>(name: Name, value: string | null): Partial<Record<Name, string>> {
  return value === null ? {} : ({ [name]: value } as Partial<Record<Name, string>>);
}

function service(row: FactRow): PlannedService {
  return {
    id: String(row['id']),
    type: String(row['type']),
    minutes: Number(row['minutes']),
    count: Number(row['count']),
    interval: String(row['interval']),
    location: String(row['location']),
    provider: String(row['provider']),
    startDate: String(row['startDate']),
    endDate: String(row['endDate']),
  };
}
