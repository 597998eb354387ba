import type { CaseState } from './case-state.js';
import { addDays, addYears, isDay } from './days.js';
import { isTerm } from './select.js';
import type { Process } from './process.js';
import type { Actor, Day, DocumentView, FactRow, Facts, Plain, RowView } from './types.js';

/** What a decision is judged on before it is boiled down to facts. */
export interface Material {
  readonly process: Process;
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

/** The documents of these kinds that a decision of this person is about, as ids of this case. */
export function documentsRead(
  state: CaseState,
  kinds: readonly string[],
  payload: Readonly<Record<string, Plain>>,
  person: string,
): string[] {
  return kinds.map((kind) => documentOf(state, kind, payload, person)).filter((id) => id !== null);
}

/**
 * The document of a kind that a decision is about: the one its payload names, else the newest. Only an open one, and of those
 * opened for one person only their own: null when there is none.
 */
export function documentOf(
  state: CaseState,
  kind: string,
  payload: Readonly<Record<string, Plain>>,
  person: string,
): string | null {
  const open = Object.values(state.documents).filter(
    (document) =>
      document.kind === kind &&
      document.state === 'open' &&
      (document.writer === undefined || document.writer === person),
  );
  const named = payload['document'];
  if (typeof named !== 'string') return open.at(-1)?.id ?? null;
  return open.find(({ id }) => id === named)?.id ?? null;
}

type Finder = (material: Material) => Facts;

const finders: Readonly<Record<string, Finder>> = {
  'concern.submit': (material) => ({ description: written(view(material, 'concern')['description']) }),
  'referral.file': (material) => {
    const { process } = material;
    const concern = view(material, 'concern');
    return {
      raisedBy: written(concern['raisedBy']),
      raisedVia: term(process, 'raised-via', concern['raisedVia']),
      receivedDate: day(concern['receivedDate']),
      hasReceivedDate: day(concern['receivedDate']) !== null,
      areas: terms(process, 'concern-areas', concern['areas']),
      description: written(concern['description']),
      suspicion: term(process, 'suspicion', concern['suspicion']),
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
  'conference.schedule': ({ process, payload }) => ({
    purpose: term(process, 'conference-purpose', payload['purpose']),
    date: day(payload['date']),
    time: code(payload['time']),
  }),
  'conference.hold': (material) => {
    const { process } = material;
    const conference = view(material, 'conference');
    const attendance = list(conference, 'attendance');
    const came = attendance.filter(({ status }) => status === 'in-person' || status === 'video' || status === 'phone');
    return {
      purpose: term(process, 'conference-purpose', conference['purpose']),
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
    const { process } = material;
    const evidence = view(material, 'evidence');
    const items = list(evidence, 'items');
    return {
      items: items.length,
      incomplete: ids(items, (row) => !written(row['statement']) || !term(process, 'data-source', row['dataSource'])),
      parentAskedDate: day(evidence['parentAskedDate']),
      suspicion: material.state.suspicion,
    };
  },
  'needs.define': (material) => {
    const { process } = material;
    const needs = list(view(material, 'needs'), 'needs');
    return {
      needs: needs.length,
      incomplete: ids(needs, (row) => !written(row['statement']) || !term(process, 'concern-areas', row['area'])),
      needsConferenceDate: date(material, 'needsConferenceDate'),
      suspicion: material.state.suspicion,
    };
  },
  'evaluation.decide': ({ process, payload }) => ({
    regulation: term(process, 'regulation', payload['regulation']),
    decisionDate: day(payload['decisionDate']),
    willEvaluate: yesNo(payload['willEvaluate']),
    assessmentNeeded: yesNo(payload['assessmentNeeded']) ?? false,
    hasReason: written(payload['reason']),
  }),
  'consent.record': ({ process, state, payload }) => ({
    phase: state.stage === 'define-needs' ? 'evaluation' : 'services',
    form: term(process, 'consent-form', payload['form']),
    result: term(process, 'consent-result', payload['result']),
    providedDate: day(payload['providedDate']),
    receivedDate: day(payload['receivedDate']),
  }),
  'eligibility.decide': ({ process, payload }) => ({
    decisionDate: day(payload['decisionDate']),
    reportsReviewed: yesNo(payload['reportsReviewed']),
    eligibleIdea: yesNo(payload['eligibleIdea']),
    eligible504: yesNo(payload['eligible504']),
    category: term(process, 'disability-category', payload['category']),
    hasReason: written(payload['reason']),
  }),
  'notice.record': ({ process, state, payload }) => ({
    about: term(process, 'notice-about', payload['about']),
    decided: isReached(state, payload['about']),
    providedDate: day(payload['providedDate']),
    method: term(process, 'notice-method', payload['method']),
    language: term(process, 'language', payload['language']),
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
    voidable: state.sessions.some(
      (row) =>
        row.id === payload['session'] &&
        !row.void &&
        (row.provider === actor.person ||
          (state.team.some(({ person }) => person === actor.person) &&
            actor.roles.some((role) => role === 'coordinator' || role === 'supervisor'))),
    ),
  }),
  'review.open': ({ process, payload }) => ({ trigger: term(process, 'review-trigger', payload['trigger']) }),
  'review.decide': (material) => {
    const { process } = material;
    const review = view(material, 'review');
    const judged = new Set(
      list(review, 'outcomes')
        .filter(({ outcome }) => term(process, 'goal-outcome', outcome))
        .map(({ goal }) => goal),
    );
    return {
      decision: term(process, 'review-decision', material.payload['decision']),
      reviewDate: day(review['reviewDate']),
      goalsWithoutOutcome: (material.state.plan?.goals ?? []).filter((goal) => !judged.has(goal)),
      fidelity: term(process, 'fidelity', review['fidelity']),
      conclusion: written(review['conclusion']),
      parentInformedDate: day(review['parentInformedDate']),
      reviewNoticeDate: date(material, 'reviewNoticeDate'),
    };
  },
  'case.close': ({ process, state, payload }) => ({
    reason: term(process, 'close-reason', payload['reason']),
    activePlans: state.plan ? 1 : 0,
  }),
};

function planFacts(material: Material): Facts {
  const { process, state } = material;
  const plan = view(material, 'plan');
  const [needs, goals, services] = [list(plan, 'needs'), list(plan, 'goals'), list(plan, 'services')];
  const [startDate, endDate] = [day(plan['startDate']), day(plan['endDate'])];
  const needIds = new Set(needs.map(({ id }) => id));
  const goalIds = new Set(goals.map(({ id }) => id));
  const covered = new Set(goals.map(({ need }) => need));
  const consents = state.consents.filter(({ form }) => form === '102b');
  return {
    kind: process.tracks.find(({ id }) => id === (state.track ?? 'action'))?.planKind ?? 'action-plan',
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
        !term(process, 'service-type', row['type']) ||
        (number(row['minutes']) ?? 0) <= 0 ||
        (number(row['count']) ?? 0) <= 0 ||
        !term(process, 'interval', row['interval']) ||
        !term(process, 'location', row['location']) ||
        !code(row['provider']) ||
        !day(row['startDate']) ||
        !day(row['endDate']),
    ),
    servicesOffTeam: ids(
      services,
      ({ provider }) => code(provider) !== null && !state.team.some(({ person }) => person === provider),
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
    lre: isShareOf(number(plan['regularClassMinutes']), number(plan['schoolMinutes'])) && written(plan['lreReason']),
    stateTesting: written(plan['stateTesting']),
    progressReporting: written(plan['progressReporting']),
    parentExplainedDate: day(plan['parentExplainedDate']),
    parentCopyDate: day(plan['parentCopyDate']),
    evaluationRefused: state.evaluation?.willEvaluate === false,
    evaluationNoticeDate: date(material, 'evaluationNoticeDate'),
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
    serviceRows: services.map((row) => serviceRow(process, row)),
  };
}

function serviceRow(process: Process, row: RowView): FactRow {
  return {
    id: row.id,
    type: term(process, 'service-type', row['type']),
    minutes: number(row['minutes']),
    count: number(row['count']),
    interval: term(process, 'interval', row['interval']),
    location: term(process, 'location', row['location']),
    provider: code(row['provider']),
    startDate: day(row['startDate']),
    endDate: day(row['endDate']),
  };
}

function sessionFacts(material: Material): Facts {
  const { process, state, payload, actor } = material;
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
    status: term(process, 'session-status', session?.['status']),
    minutes: session?.['status'] === 'provided' ? (number(session['minutes']) ?? 0) : 0,
    groupOk: session?.['group'] !== 'group' || (size !== null && size >= 2),
    note: written(session?.['note']),
    alreadySigned: state.sessions.filter(({ id }) => id === payload['session']).length,
  };
}

/** Whether the case has come to the decision that a notice tells about. The notices of a plan and of a review come before they take effect. */
function isReached(state: CaseState, about: unknown): boolean {
  if (about === 'evaluation') return state.evaluation !== null;
  if (about === 'eligibility') return state.dates['eligibilityDate'] !== undefined;
  if (about === 'plan') return state.state === 'develop-plan' || state.plan !== null;
  return about === 'review' && state.state === 'evaluate-plan';
}

function isShareOf(part: number | null, whole: number | null): boolean {
  return part !== null && whole !== null && whole > 0 && part >= 0 && part <= whole;
}

function onTeam({ state, payload }: Material): Facts {
  return { person: code(payload['person']), onTeam: state.team.some(({ person }) => person === payload['person']) };
}

/** The projection of the document an action is about; empty when there is none. */
function view({ state, payload, documents, actor }: Material, kind: string): DocumentView {
  const id = documentOf(state, kind, payload, actor.person);
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

/** A code of the vocabulary; anything else counts as not answered. */
function term(process: Process, vocabulary: string, value: unknown): string | null {
  return isTerm(process, vocabulary, value) ? value : null;
}

function terms(process: Process, vocabulary: string, value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => isTerm(process, vocabulary, item)) : [];
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
