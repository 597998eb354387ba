import type { CaseState } from './case-state.js';
import { addDays, addYears, isDay } from './days.js';
import { tracks } from './tables/stages.js';
import type { Actor, Day, DocumentView, FactRow, Facts, Plain, RowView } from './types.js';

/** What a decision is judged on before it is boiled down to facts. */
export interface Material {
  readonly state: CaseState;
  readonly payload: Readonly<Record<string, Plain>>;
  /** Projections of the documents that the action reads, by id. */
  readonly documents: Readonly<Record<string, DocumentView>>;
  readonly actor: Actor;
  readonly day: Day;
}

/**
 * The facts of an action: dates, counts, ids, yes/no. Narrative never leaves its document; of a text only whether it is written.
 * An action without an entry is judged on its payload's plain answers alone.
 */
export function factsOf(action: string, material: Material): Facts {
  return finders[action]?.(material) ?? {};
}

/** The documents an action reads, as ids of this case: what has to be projected before it is judged. */
export function documentsRead(
  state: CaseState,
  reads: readonly string[] | undefined,
  payload: Readonly<Record<string, Plain>>,
): string[] {
  return (reads ?? []).map((kind) => documentOf(state, kind, payload)).filter((id) => id !== null);
}

/** The document of a kind that a decision is about: the one its payload names, else the newest open one. */
export function documentOf(state: CaseState, kind: string, payload: Readonly<Record<string, Plain>>): string | null {
  const named = payload['document'];
  if (typeof named === 'string') {
    const document = state.documents[named];
    if (document?.kind === kind) return document.state === 'open' ? named : null;
    if (kind === 'conference' || kind === 'log') return null;
  }
  const open = Object.values(state.documents).filter((document) => document.kind === kind && document.state === 'open');
  return open.at(-1)?.id ?? null;
}

type Finder = (material: Material) => Facts;

const finders: Readonly<Record<string, Finder>> = {
  'concern.submit': (material) => ({ description: written(view(material, 'concern')['description']) }),
  'referral.file': (material) => {
    const concern = view(material, 'concern');
    return {
      raisedBy: written(concern['raisedBy']),
      raisedVia: code(concern['raisedVia']),
      receivedDate: day(concern['receivedDate']),
      hasReceivedDate: day(concern['receivedDate']) !== null,
      areas: codes(concern['areas']),
      description: written(concern['description']),
      suspicion: code(concern['suspicion']),
      suspicionReason: written(concern['suspicionReason']),
      parentNotifiedDate: day(concern['parentNotifiedDate']),
    };
  },
  'referral.return': ({ payload }) => ({ hasReason: written(payload['reason']) }),
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
  'conference.schedule': ({ payload }) => ({ purpose: code(payload['purpose']), date: day(payload['date']) }),
  'conference.hold': (material) => {
    const conference = view(material, 'conference');
    const attendance = list(conference, 'attendance');
    const came = attendance.filter(({ status }) => status === 'in-person' || status === 'video' || status === 'phone');
    return {
      purpose: code(conference['purpose']),
      actualDate: day(conference['actualDate']),
      hasActualDate: day(conference['actualDate']) !== null,
      invited: attendance.length,
      present: came.length,
      decisions: list(conference, 'decisions').length,
    };
  },
  'process.abbreviate': ({ state, payload, documents }) => ({
    suspicion: state.suspicion,
    hasReason: written(payload['reason']),
    hasEvidence: list(documents['evidence'] ?? {}, 'items').length > 0,
  }),
  'evidence.complete': (material) => {
    const evidence = view(material, 'evidence');
    const items = list(evidence, 'items');
    return {
      items: items.length,
      incomplete: ids(items, (row) => !written(row['statement']) || !code(row['dataSource'])),
      parentAskedDate: day(evidence['parentAskedDate']),
      suspicion: material.state.suspicion,
    };
  },
  'needs.define': (material) => {
    const needs = list(view(material, 'needs'), 'needs');
    return {
      needs: needs.length,
      incomplete: ids(needs, (row) => !written(row['statement']) || !code(row['area'])),
      needsConferenceDate: date(material, 'needsConferenceDate'),
      suspicion: material.state.suspicion,
    };
  },
  'evaluation.decide': ({ payload }) => ({
    regulation: code(payload['regulation']),
    decisionDate: day(payload['decisionDate']),
    willEvaluate: yesNo(payload['willEvaluate']),
    assessmentNeeded: yesNo(payload['assessmentNeeded']) ?? false,
    hasReason: written(payload['reason']),
  }),
  'consent.record': ({ state, payload }) => ({
    phase: state.stage === 'define-needs' ? 'evaluation' : 'services',
    form: code(payload['form']),
    result: code(payload['result']),
    providedDate: day(payload['providedDate']),
    receivedDate: day(payload['receivedDate']),
  }),
  'eligibility.decide': ({ payload }) => ({
    decisionDate: day(payload['decisionDate']),
    reportsReviewed: yesNo(payload['reportsReviewed']),
    eligibleIdea: yesNo(payload['eligibleIdea']),
    eligible504: yesNo(payload['eligible504']),
    category: code(payload['category']),
    hasReason: written(payload['reason']),
  }),
  'notice.record': ({ payload }) => ({
    about: code(payload['about']),
    providedDate: day(payload['providedDate']),
    method: code(payload['method']),
    language: code(payload['language']),
    safeguardsDate: day(payload['safeguardsDate']),
    consentRequestDate: day(payload['consentRequestDate']),
  }),
  'plan.activate': planFacts,
  'provider.assign': ({ state, payload }) => ({
    service: code(payload['service']),
    person: code(payload['person']),
    serviceKnown: state.plan?.services.some(({ id }) => id === payload['service']) ?? false,
    onTeam: state.team.some(({ person }) => person === payload['person']),
  }),
  'service.sign': sessionFacts,
  'service.void': ({ state, payload, actor }) => ({
    session: code(payload['session']),
    hasReason: written(payload['reason']),
    signedByActor: state.sessions.some(
      (row) =>
        row.id === payload['session'] &&
        !row.void &&
        (row.provider === actor.person || state.team.some(({ person }) => person === actor.person)),
    ),
  }),
  'review.open': ({ payload }) => ({ trigger: code(payload['trigger']) }),
  'review.decide': (material) => {
    const review = view(material, 'review');
    const judged = new Set(
      list(review, 'outcomes')
        .filter(({ outcome }) => code(outcome))
        .map(({ goal }) => goal),
    );
    return {
      decision: code(material.payload['decision']),
      reviewDate: day(review['reviewDate']),
      goalsWithoutOutcome: (material.state.plan?.goals ?? []).filter((goal) => !judged.has(goal)),
      fidelity: code(review['fidelity']),
      conclusion: written(review['conclusion']),
      parentInformedDate: day(review['parentInformedDate']),
      reviewNoticeDate: date(material, 'reviewNoticeDate'),
    };
  },
  'case.close': ({ payload }) => ({ reason: code(payload['reason']) }),
};

function planFacts(material: Material): Facts {
  const { state } = material;
  const plan = view(material, 'plan');
  const [needs, goals, services] = [list(plan, 'needs'), list(plan, 'goals'), list(plan, 'services')];
  const [startDate, endDate] = [day(plan['startDate']), day(plan['endDate'])];
  const needIds = new Set(needs.map(({ id }) => id));
  const goalIds = new Set(goals.map(({ id }) => id));
  const covered = new Set(goals.map(({ need }) => need));
  const consents = state.consents.filter(({ form }) => form === '102b');
  return {
    kind: tracks.find(({ id }) => id === (state.track ?? 'action'))?.planKind ?? 'action-plan',
    startDate,
    endDate,
    hasDates: startDate !== null && endDate !== null,
    withinYear: startDate !== null && endDate !== null && endDate <= addYears(startDate, 1),
    reviewDate: day(plan['reviewDate']),
    coordinator: state.team.find(({ coordinator }) => coordinator)?.person ?? null,
    needs: needs.filter((row) => written(row['statement'])).length,
    goals: goals.length,
    services: services.length,
    accommodations: list(plan, 'accommodations').filter((row) => written(row['what'])).length,
    needsWithoutGoal: ids(needs, ({ id }) => !covered.has(id)),
    goalsWithoutNeed: ids(goals, ({ need }) => !needIds.has(String(need))),
    goalsIncomplete: ids(
      goals,
      (row) =>
        !written(row['behavior']) ||
        number(row['baseline']) === null ||
        number(row['target']) === null ||
        !written(row['measure']) ||
        !day(row['dueDate']),
    ),
    goalsFlat: ids(
      goals,
      (row) => number(row['baseline']) !== null && number(row['baseline']) === number(row['target']),
    ),
    goalsWithoutObjectives: ids(goals, (row) => !written(row['objectives'])),
    servicesIncomplete: ids(
      services,
      (row) =>
        !written(row['name']) ||
        !code(row['type']) ||
        !(number(row['minutes']) ?? 0) ||
        !(number(row['count']) ?? 0) ||
        !code(row['interval']) ||
        !code(row['location']) ||
        !code(row['provider']) ||
        !day(row['startDate']) ||
        !day(row['endDate']),
    ),
    servicesWithoutGoal: ids(services, ({ goal }) => !goalIds.has(String(goal))),
    servicesOutside: ids(services, (row) => {
      const [from, until] = [day(row['startDate']), day(row['endDate'])];
      return (
        from !== null &&
        until !== null &&
        (until < from || (startDate !== null && from < startDate) || (endDate !== null && until > endDate))
      );
    }),
    serviceAvailabilityDate: day(plan['serviceAvailabilityDate']),
    presentLevels: written(plan['presentLevels']),
    lre:
      (number(plan['schoolMinutes']) ?? 0) > 0 &&
      number(plan['regularClassMinutes']) !== null &&
      written(plan['lreReason']),
    stateTesting: written(plan['stateTesting']),
    progressReporting: written(plan['progressReporting']),
    parentExplainedDate: day(plan['parentExplainedDate']),
    parentCopyDate: day(plan['parentCopyDate']),
    eligibilityNoticeDate: date(material, 'eligibilityNoticeDate'),
    planNoticeDate: date(material, 'planNoticeDate'),
    planConferenceDate: date(material, 'planConferenceDate'),
    servicesConsent: consents.at(-1)?.result ?? null,
    servicesConsentDate: date(material, 'servicesConsentDate'),
    firstPlanReady:
      state.plan === null &&
      date(material, 'planConferenceDate') !== null &&
      date(material, 'servicesConsentDate') !== null,
    goalIds: goals.map(({ id }) => id),
    serviceRows: services.map(serviceRow),
  };
}

function serviceRow(row: RowView): FactRow {
  return {
    id: row.id,
    type: code(row['type']),
    minutes: number(row['minutes']),
    count: number(row['count']),
    interval: code(row['interval']),
    location: code(row['location']),
    provider: code(row['provider']),
    startDate: day(row['startDate']),
    endDate: day(row['endDate']),
  };
}

function sessionFacts(material: Material): Facts {
  const { state, payload, actor } = material;
  const session = list(view(material, 'log'), 'sessions').find(({ id }) => id === payload['session']);
  const service = state.plan?.services.find(({ id }) => id === session?.['service']);
  const on = day(session?.['date']);
  const size = number(session?.['groupSize']);
  return {
    session: code(payload['session']),
    service: service?.id ?? null,
    serviceAssigned: service?.provider === actor.person,
    date: on,
    hasDate: on !== null,
    withinYear: on !== null && on >= addDays(material.day, -365),
    insideService: on !== null && service !== undefined && on >= service.startDate && on <= service.endDate,
    status: code(session?.['status']),
    minutes: session?.['status'] === 'provided' ? (number(session['minutes']) ?? 0) : 0,
    groupOk: session?.['group'] !== 'group' || (size !== null && size >= 2),
    note: written(session?.['note']),
    alreadySigned: state.sessions.filter(({ id }) => id === payload['session']).length,
  };
}

function onTeam({ state, payload }: Material): Facts {
  return { person: code(payload['person']), onTeam: state.team.some(({ person }) => person === payload['person']) };
}

/** The projection of the document an action is about; empty when there is none. */
function view({ state, payload, documents }: Material, kind: string): DocumentView {
  const id = documentOf(state, kind, payload);
  return (id === null ? undefined : documents[id]) ?? {};
}

function date({ state }: Material, name: string): Day | null {
  return state.dates[name]?.day ?? null;
}

function list(document: DocumentView, name: string): readonly RowView[] {
  const rows = document[name];
  return Array.isArray(rows) ? rows.filter((row): row is RowView => typeof row === 'object' && row !== null) : [];
}

function ids(rows: readonly RowView[], fails: (row: RowView) => boolean): readonly string[] {
  return rows.filter(fails).map(({ id }) => id);
}

function written(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function code(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function codes(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function day(value: unknown): Day | null {
  return isDay(value) ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function yesNo(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
