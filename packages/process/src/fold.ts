import type { ActivePlan, CaseDocument, CaseState, PlannedService, StudentRef } from './case-state.js';
import { withDerivedDates } from './dates.js';
import { addDays } from './days.js';
import { type StateId, stages, states } from './tables/stages.js';
import type { Day, Decision, Fact, FactRow } from './types.js';

/** Counts up when a CaseState has another shape than before, or says another thing of the same decisions: stored states are then folded anew. */
export const foldVersion = 2;

/**
 * Folds a case's decisions, in their order, into its state. Applies the record and judges nothing, so it gives the same
 * state in any browser and in ten years. Null for an empty log. Throws when a number is missing in the log.
 */
export function fold(decisions: readonly Decision[]): CaseState | null {
  return decisions.reduce<CaseState | null>(foldNext, null);
}

export function foldNext(state: CaseState | null, decision: Decision): CaseState {
  if (decision.seq !== (state?.seq ?? 0) + 1)
    throw new Error(`decision ${decision.seq} does not follow ${state?.seq ?? 0}`);
  const before = state ?? firstState(decision);
  const moved = move(before, decision);
  return withDerivedDates(record(moved, decision));
}

function firstState(decision: Decision): CaseState {
  const { facts } = decision;
  const student: StudentRef = {
    id: text(facts['student']) ?? '',
    name: text(facts['studentName']) ?? '',
    grade: text(facts['grade']),
    school: text(facts['school']),
    schoolName: text(facts['schoolName']),
  };
  return {
    case: text(facts['case']) ?? '',
    student,
    state: 'express-concern.draft',
    stage: 'express-concern',
    track: null,
    suspicion: null,
    abbreviated: false,
    seq: 0,
    processVersion: decision.processVersion,
    starter: decision.actor.person,
    documents: {},
    team: [],
    family: [],
    conferences: [],
    dates: {},
    dateChanges: [],
    plan: null,
    sessions: [],
    stages: stages.map(({ id }) => ({ stage: id, entered: null, skipped: null })),
    evaluation: null,
    evaluations: [],
    notices: [],
    consents: [],
    eligibilities: [],
    contacts: [],
    corrections: {},
    plans: [],
    rightsTransferred: null,
    breaks: [],
    closing: null,
    decisions: [],
  };
}

/** What every decision does: number, state, stage, documents opened and sealed. */
function move(state: CaseState, decision: Decision): CaseState {
  const to = decision.to as StateId;
  const stage = states.find(({ id }) => id === to)?.stage ?? null;
  const documents: Record<string, CaseDocument> = { ...state.documents };
  for (const { document, writer } of decision.opens) {
    documents[document] = {
      id: document,
      kind: document.split('-')[0] as string,
      state: 'open',
      openedOn: decision.day,
      openedBy: decision.seq,
      ...(writer === undefined ? {} : { writer }),
    };
  }
  for (const { document, version, hash } of decision.seals) {
    const known = documents[document];
    if (known)
      documents[document] = {
        ...known,
        state: 'sealed',
        sealed: { seq: decision.seq, day: decision.day, version, hash },
      };
  }
  return {
    ...state,
    seq: decision.seq,
    state: to,
    stage,
    documents,
    stages: state.stages.map((row) =>
      row.stage === stage && row.entered === null ? { ...row, entered: decision.day } : row,
    ),
    decisions: [...state.decisions, decision],
  };
}

/** What a decision of this kind adds. An action without an entry only moves the case. */
function record(state: CaseState, decision: Decision): CaseState {
  return recorders[decision.action]?.(state, decision) ?? state;
}

type Recorder = (state: CaseState, decision: Decision) => CaseState;

const recorders: Readonly<Record<string, Recorder>> = {
  'process.upgraded': (state, { processVersion }) => ({ ...state, processVersion }),
  'referral.file': (state, decision) => {
    const suspicion = text(decision.facts['suspicion']) as CaseState['suspicion'];
    const filed = dated(dated(state, 'receivedDate', decision), 'filedDate', decision, decision.day);
    return { ...filed, suspicion, track: suspicion === 'no' ? 'action' : null };
  },
  'team.add': (state, { facts, day }) => {
    const person = String(facts['person']);
    const member = {
      person,
      name: text(facts['name']) ?? person,
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
  'family.admit': (state, { facts, opens }) => {
    const person = String(facts['person']);
    const member = {
      person,
      name: text(facts['name']) ?? person,
      relation: String(facts['relation']),
      document: opens[0]?.document ?? '',
    };
    return { ...state, family: [...state.family, member] };
  },
  'conference.schedule': (state, decision) => {
    const purpose = String(decision.facts['purpose']);
    const planned = text(decision.facts['date']);
    const conference = { document: decision.opens[0]?.document ?? '', purpose, planned, held: null };
    const listed = { ...state, conferences: [...state.conferences, conference] };
    return purpose === 'student-needs' ? dated(listed, 'needsConferencePlanned', decision, planned) : listed;
  },
  'conference.hold': (state, decision) => {
    const purpose = String(decision.facts['purpose']);
    const held = text(decision.facts['actualDate']);
    const document = decision.seals[0]?.document;
    const conferences = state.conferences.map((row) => (row.document === document ? { ...row, purpose, held } : row));
    const closed = { ...state, conferences };
    return purpose === 'student-needs' ? first(closed, 'needsConferenceDate', decision, held) : closed;
  },
  'process.abbreviate': (state, decision) => ({
    ...state,
    abbreviated: true,
    stages: state.stages.map((row) =>
      (row.stage === 'gather-data' || row.stage === 'define-needs') &&
      !(row.stage === 'gather-data' && isSealedEvidence(decision, state))
        ? { ...row, skipped: { reason: decision.words['reason'] ?? '', seq: decision.seq } }
        : row,
    ),
  }),
  'evaluation.decide': (state, decision) => {
    const willEvaluate = decision.facts['willEvaluate'] === true;
    const evaluation = {
      regulation: String(decision.facts['regulation']),
      willEvaluate,
      assessmentNeeded: willEvaluate && decision.facts['assessmentNeeded'] === true,
    };
    return {
      ...dated(state, 'evaluationDecisionDate', decision, text(decision.facts['decisionDate'])),
      evaluation,
      track: willEvaluate ? state.track : 'action',
    };
  },
  'consent.record': (state, decision) => {
    const { form, result } = { form: String(decision.facts['form']), result: String(decision.facts['result']) };
    const consent = {
      form,
      document: null,
      provided: text(decision.facts['providedDate']),
      result,
      received: text(decision.facts['receivedDate']),
      revoked: null,
      seq: decision.seq,
    };
    const listed = { ...state, consents: [...state.consents, consent] };
    const requested =
      form === '102a' ? first(listed, 'consentRequestDate', decision, text(decision.facts['providedDate'])) : listed;
    if (result !== 'given') return requested;
    const name = form === '102a' ? 'assessmentConsentDate' : 'servicesConsentDate';
    return first(requested, name, decision, text(decision.facts['receivedDate']));
  },
  'eligibility.decide': (state, decision) => {
    const idea = decision.facts['eligibleIdea'] === true;
    const s504 = decision.facts['eligible504'] === true;
    const day = text(decision.facts['decisionDate']);
    const decided = dated(
      { ...state, track: idea ? 'idea' : s504 ? 's504' : 'action' },
      'eligibilityDate',
      decision,
      day,
    );
    return idea ? dated(decided, 'ideaEligibilityDate', decision, day) : decided;
  },
  'notice.record': (state, decision) => {
    const about = String(decision.facts['about']);
    const provided = first(state, `${about}NoticeDate`, decision, text(decision.facts['providedDate']));
    if (about !== 'evaluation') return provided;
    const safe = first(provided, 'safeguardsDate', decision, text(decision.facts['safeguardsDate']));
    return first(safe, 'consentRequestDate', decision, text(decision.facts['consentRequestDate']));
  },
  'plan.activate': (state, decision) => {
    const { facts } = decision;
    const plan: ActivePlan = {
      document: decision.seals[0]?.document ?? '',
      kind: String(facts['kind']),
      startDate: String(facts['startDate']),
      endDate: String(facts['endDate']),
      reviewDate: text(facts['reviewDate']),
      services: rows(facts['serviceRows']).map(service),
      goals: list(facts['goalIds']),
    };
    const started = dated({ ...state, plan }, 'planStartDate', decision, plan.startDate);
    const available = first(started, 'serviceAvailabilityDate', decision, text(facts['serviceAvailabilityDate']));
    const conference = state.dates['planConferenceDate'];
    if (conference === undefined) return available;
    return { ...available, dates: { ...available.dates, activePlanConferenceDate: conference } };
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
  'service.sign': (state, { facts, seq, actor }) => ({
    ...state,
    sessions: [
      ...state.sessions,
      {
        id: String(facts['session']),
        service: String(facts['service']),
        provider: actor.person,
        date: String(facts['date']),
        minutes: Number(facts['minutes'] ?? 0),
        status: String(facts['status']),
        seq,
        void: false,
      },
    ],
  }),
  'service.void': (state, { facts }) => ({
    ...state,
    sessions: state.sessions.map((row) => (row.id === facts['session'] ? { ...row, void: true } : row)),
  }),
  'review.open': (state) => without(state, ['reviewNoticeDate']),
  'review.decide': (state, decision) => {
    const decided = dated(state, 'lastReviewDate', decision, text(decision.facts['reviewDate']));
    if (decision.facts['decision'] === 'exit') return dated(decided, 'exitDate', decision, decision.day);
    return decision.facts['decision'] === 'revise' ? without(decided, ['planNoticeDate']) : decided;
  },
  'rights.transfer': (state, { facts, day, seq }) => ({
    ...state,
    rightsTransferred: state.rightsTransferred ?? { day: text(facts['day']) ?? day, seq },
  }),
  'access.break': (state, { actor, day, seq }) => ({
    ...state,
    breaks: [...state.breaks, { person: actor.person, until: addDays(day, 1), seq }],
  }),
  'case.close': (state, decision) => dated(state, 'withdrawnDate', decision, decision.day),
};

function dated(
  state: CaseState,
  name: string,
  { seq, facts }: Decision,
  day: Day | null = text(facts[name]),
): CaseState {
  return day ? { ...state, dates: { ...state.dates, [name]: { day, seq } } } : state;
}

/** Of several sources the earliest counts; what is recorded later and lies later changes nothing. */
function first(state: CaseState, name: string, decision: Decision, day: Day | null): CaseState {
  const known = state.dates[name]?.day;
  return day !== null && known !== undefined && known <= day ? state : dated(state, name, decision, day);
}

function without(state: CaseState, names: readonly string[]): CaseState {
  return { ...state, dates: Object.fromEntries(Object.entries(state.dates).filter(([name]) => !names.includes(name))) };
}

/** Data gathering counts as skipped only when the case left it without any evidence written. */
function isSealedEvidence(decision: Decision, state: CaseState): boolean {
  return (
    decision.facts['hasEvidence'] === true ||
    state.stages.some(({ stage, entered }) => stage === 'define-needs' && entered !== null)
  );
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

function text(fact: Fact | undefined): string | null {
  return typeof fact === 'string' && fact !== '' ? fact : null;
}

function list(fact: Fact | undefined): readonly string[] {
  return Array.isArray(fact) ? fact.filter((item) => typeof item === 'string') : [];
}

function rows(fact: Fact | undefined): readonly FactRow[] {
  return Array.isArray(fact) ? fact.filter((item): item is FactRow => typeof item === 'object' && item !== null) : [];
}
