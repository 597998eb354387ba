import { append } from './append.js';
import type { CaseConsent, CaseDate, CaseState, DateChange } from './case-state.js';
import { evaluationForms, servicesForm } from './consents.js';
import { originalOf } from './original.js';
import { planConferences as purposesOf } from './tables/stages.js';
import type { Day } from './types.js';

type Found = CaseDate | null | undefined;

/**
 * The case with the dates that follow from several decisions, whatever the order in which those were recorded, and with what
 * changed of all its dates. They are found anew after every decision, so one that no longer holds goes away.
 * @param before the case before the decision, where it is known: then only what can have changed is found anew
 */
export function withDerivedDates(state: CaseState, before?: CaseState): CaseState {
  if (before !== undefined && isOnlyEntries(before, state)) return withLastEntry(before, state);
  const lists = withFound(state.dates, fromLists(state));
  const dates = withFound(lists, fromRules({ ...state, dates: lists }));
  const known = before?.dates ?? lastKnown(state);
  return { ...state, dates, dateChanges: append(state.dateChanges, ...changes(state, known, dates)) };
}

/** Days with those that were found; null takes one out. Made anew instead of deleted from: objects that are deleted from are slow. */
function withFound(
  dates: CaseState['dates'],
  found: Readonly<Record<string, Found>>,
): Readonly<Record<string, CaseDate>> {
  const all: Record<string, CaseDate> = {};
  for (const [name, date] of Object.entries({ ...dates, ...found })) {
    const day = date === undefined ? dates[name] : date;
    if (day) all[name] = day;
  }
  return all;
}

/** What the days are found from, sessions and contacts left out: logs of a thousand of them are common. */
const sources = [
  'student',
  'track',
  'documents',
  'conferences',
  'dates',
  'plan',
  'plans',
  'evaluations',
  'notices',
  'consents',
  'eligibilities',
  'rightsTransferred',
  'closing',
] as const satisfies readonly (keyof CaseState)[];

/** The decisions that the rules look for by name. */
const soughtActions: readonly (string | undefined)[] = ['referral.file', 'plan.present', 'plan.activate'];

function isOnlyEntries(before: CaseState, state: CaseState): boolean {
  return (
    sources.every((name) => before[name] === state[name]) && !soughtActions.includes(state.decisions.at(-1)?.action)
  );
}

/** The case with the day of its last session and of its last contact, of which one may have come with the last decision. */
function withLastEntry(before: CaseState, state: CaseState): CaseState {
  const session = state.sessions.at(-1);
  const entry = { day: session?.date ?? '', seq: session?.seq ?? 0 };
  switch (state.decisions.at(-1)?.action) {
    case 'service.sign':
      return withLast(state, 'lastSessionDate', latest([before.dates['lastSessionDate'], entry]));
    case 'service.void':
      return withLast(state, 'lastSessionDate', lastSession(state));
    case 'contact.record':
      return withLast(state, 'lastContactDate', latest([before.dates['lastContactDate'], state.contacts.at(-1)]));
    default:
      return state;
  }
}

function withLast(state: CaseState, name: string, last: CaseDate | undefined): CaseState {
  const known = state.dates[name];
  if (known?.day === last?.day && known?.seq === last?.seq) return state;
  const dates = last ? { ...state.dates, [name]: last } : withFound(state.dates, { [name]: null });
  const change = { name, date: last ?? null, at: state.seq, track: state.track };
  return { ...state, dates, dateChanges: append(state.dateChanges, change) };
}

function lastSession({ sessions }: CaseState): CaseDate | undefined {
  return latest(sessions.filter((row) => !row.void).map(({ date, seq }) => ({ day: date, seq })));
}

/** The latest day, and of several on it the one recorded last. */
function latest(found: readonly Found[]): CaseDate | undefined {
  let last: CaseDate | undefined;
  for (const row of found) if (row && (last === undefined || row.day >= last.day)) last = row;
  return last && { day: last.day, seq: last.seq };
}

/**
 * The days that the lists of the case imply: null where a list says that there is none, undefined where it says nothing and
 * what a decision set stands.
 */
function fromLists(state: CaseState): Readonly<Record<string, Found>> {
  return {
    ...noticeDates(state),
    ...consentDates(state),
    ...eligibilityDates(state),
    ...evaluationDates(state),
    birthDate: state.student.birthDate ? { day: state.student.birthDate, seq: 1 } : undefined,
    rightsTransferredDate: state.rightsTransferred ?? undefined,
    caseClosedDate: state.closing ? { day: state.closing.day, seq: state.closing.seq } : undefined,
    lastContactDate: latest(state.contacts),
    lastSessionDate: lastSession(state) ?? null,
  };
}

/** `<about>NoticeDate`: when the newest notice that the case owed was provided. */
function noticeDates({ notices }: CaseState): Readonly<Record<string, Found>> {
  const found: Record<string, Found> = {};
  for (const { about, provided, seq, because } of notices)
    found[noticeDateOf(about)] = provided === null ? null : { day: provided, seq: seq ?? because };
  return found;
}

function noticeDateOf(about: string): string {
  if (about === 'reevaluation-declined') return 'triennialAgreementNoticeDate';
  return `${about.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}NoticeDate`;
}

function consentDates(state: CaseState): Readonly<Record<string, Found>> {
  const { consents } = state;
  const assessment = consents.filter(({ form }) => Object.values<string>(evaluationForms).includes(form));
  const asked = assessment.filter((row) => isCurrent(state, row));
  const services = consents.filter(({ form }) => form === servicesForm);
  const standing = services.slice(services.findLastIndex(({ revoked }) => revoked !== null) + 1);
  const answers = services.filter((row) => isCurrent(state, row));
  const refused = answers.filter(({ result, revoked }) => result === 'denied' || revoked !== null);
  const unanswered = answers.filter(({ result }) => result === 'no-response');
  const base = state.dates['consentRequestDate'];
  const request = base && base.seq > currentFrom(state) ? base : null;
  return {
    consentRequestDate: byDay([request, ...asked.map((row) => of(row, row.provided))])[0] ?? null,
    ...(assessment.length > 0 && { assessmentConsentDate: earliestGiven(asked) }),
    ...(services.length > 0 && {
      /** It is asked for once, before the first services, and stands until it is revoked. */
      servicesConsentDate: earliestGiven(standing),
      servicesRefusedDate: byDay(refused.map((row) => of(row, row.provided ?? row.received)))[0] ?? null,
      servicesDeclinedDate:
        byDay(
          [...refused, ...unanswered].map((row) =>
            of(row, row.revoked ?? row.received ?? dayOfDecision(state, row.seq)),
          ),
        )[0] ?? null,
    }),
  };
}

function earliestGiven(consents: readonly CaseConsent[]): Found {
  return byDay(consents.filter(({ result }) => result === 'given').map((row) => of(row, row.received)))[0] ?? null;
}

function eligibilityDates(state: CaseState): Readonly<Record<string, Found>> {
  const { eligibilities } = state;
  if (eligibilities.length === 0) return {};
  const decided = eligibilities.map((row) => ({ ...row, day: row.decided }));
  const current = decided.filter((row) => isCurrent(state, row));
  const eligible = (regulation: string) =>
    latest(current.filter((row) => row.regulation === regulation && row.eligible)) ?? null;
  return {
    eligibilityDate: latest(current) ?? null,
    ideaEligibilityDate: eligible('idea'),
    s504EligibilityDate: eligible('s504'),
    lastEligibilityDate: latest(decided) ?? null,
  };
}

function evaluationDates({ evaluations }: CaseState): Readonly<Record<string, Found>> {
  const current = evaluations.at(-1);
  if (!current) return {};
  const { opened, decided, seq } = current;
  return {
    evaluationOpenedDate: { day: opened, seq },
    evaluationDecisionDate: decided === null ? null : { day: decided, seq },
  };
}

/** The days that follow from other days. */
function fromRules(state: CaseState): Readonly<Record<string, Found>> {
  return Object.fromEntries(Object.entries(rules).map(([name, find]) => [name, find(state) ?? null]));
}

const rules: Readonly<Record<string, (state: CaseState) => Found>> = {
  /** A disability suspected only after the referral was filed without one starts the 15 days. */
  suspicionAfterFilingDate: ({ dates, decisions }) =>
    decisions.some(({ action, facts }) => action === 'referral.file' && facts['suspicion'] === 'no')
      ? dates['suspicionDate']
      : null,
  /** Without an assessment there is no consent to ask for: the notice is the whole answer. */
  consentRequestDateIfNeeded: ({ dates, evaluations }) =>
    (evaluations.at(-1)?.assessmentNeeded ?? true) ? dates['consentRequestDate'] : dates['evaluationNoticeDate'],
  needsConferenceDateWithoutAssessment: ({ dates, evaluations }) =>
    evaluations.at(-1)?.willEvaluate && !evaluations.at(-1)?.assessmentNeeded ? dates['needsConferenceDate'] : null,
  ineligibleNoticeDate: (state) =>
    state.dates['eligibilityDate'] && !isEligible(state) ? state.dates['eligibilityNoticeDate'] : null,
  lastEligibilityDate: ({ dates, eligibilities }) =>
    eligibilities.length > 0
      ? dates['lastEligibilityDate']
      : (dates['eligibilityDate'] ?? dates['lastEligibilityDate']),
  /** Found eligible for the first time: a reevaluation calls for no new first meeting. */
  needsServicesDate: ({ dates, evaluations }) =>
    evaluations.at(-1)?.about === 'reevaluation' ? null : dates['ideaEligibilityDate'],
  iepActivatedDate: (state) => {
    const first = state.plans.find(({ kind }) => kind === 'iep');
    const document = first?.document ?? (state.plan?.kind === 'iep' ? state.plan.document : undefined);
    const sealed = document === undefined ? undefined : originalOf(state, document)?.sealed;
    return sealed && { day: first?.activated ?? sealed.day, seq: sealed.seq };
  },
  /** The section on life after school was written when an IEP was activated. */
  transitionPlannedDate: ({ decisions, dates }) => {
    const written = decisions.find(({ action, facts }) => action === 'plan.activate' && facts['transition'] === true);
    return written ? { day: written.day, seq: written.seq } : dates['transitionPlannedDate'];
  },
  /** As the plan says that was activated last, or as it was recorded since. */
  rightsInformedDate: ({ decisions, dates }) => {
    const told = decisions
      .filter(({ action, facts }) => action === 'plan.activate' && typeof facts['rightsInformedDate'] === 'string')
      .map(({ facts, seq }) => ({ day: String(facts['rightsInformedDate']), seq }));
    return byDay([...told, dates['rightsInformedDate']])[0];
  },
  planConferencePlanned: (state) => planConferences(state).find(({ planned }) => planned !== null)?.planned,
  planConferenceDate: (state) => byDay(heldPlanConferences(state)).at(-1),
  nextPlanConferenceDate: (state) => (state.plan ? byDay(heldPlanConferences(state))[0] : null),
  iepConferencePlanned: (state) =>
    byDay(
      state.conferences
        .filter(({ purpose, held }) => purpose === 'iep' && held === null)
        .map(({ document, planned }) => of({ seq: originalOf(state, document)?.openedBy ?? 0 }, planned)),
    )[0],
  eligibilityConferencePlanned: (state) => {
    const planned = state.conferences.filter(
      ({ purpose, document }) =>
        purpose === 'eligibility' && (originalOf(state, document)?.openedBy ?? 0) > currentFrom(state),
    );
    return planned.flatMap(({ planned: day, document }) =>
      day === null ? [] : [{ day, seq: originalOf(state, document)?.openedBy ?? 0 }],
    )[0];
  },
  /** The draft that is being written was presented. */
  planPresentedDate: ({ documents, decisions }) => {
    const draft = Object.values(documents).findLast(
      ({ kind, state, corrects }) => kind === 'plan' && state === 'open' && corrects === undefined,
    );
    const told = draft && decisions.findLast(({ action, seq }) => action === 'plan.present' && seq > draft.openedBy);
    return told && { day: told.day, seq: told.seq };
  },
  /** The last one held on eligibility since the question of the evaluation was put. */
  eligibilityConferenceDate: (state) =>
    byDay(
      state.conferences
        .filter(({ purpose }) => purpose === 'eligibility')
        .map((row) => heldOf(state, row.document))
        .filter((found) => found !== null && found.seq > currentFrom(state)),
    ).at(-1),
  /** The conference that consent to services calls for: the first one held after it. */
  iepConferenceDate: (state) => iepConferenceAfter(state, state.dates['servicesConsentDate']),
  /** And the one that the eligibility decision calls for. */
  iepConferenceAfterEligibilityDate: (state) => iepConferenceAfter(state, state.dates['ideaEligibilityDate']),
};

function isEligible({ eligibilities, ...state }: CaseState): boolean {
  if (eligibilities.length === 0) return state.track !== 'action';
  return eligibilities.some((row) => row.eligible && isCurrent({ ...state, eligibilities }, row));
}

/** The decision that opened the current evaluation: what came later belongs to it. */
function currentFrom({ evaluations }: CaseState): number {
  return evaluations.at(-1)?.seq ?? 0;
}

/** Whether an entry belongs to the current evaluation: by its document, whose opening no later decision about it moves. */
function isCurrent(
  state: CaseState,
  { document, seq }: { readonly document: string | null; readonly seq: number },
): boolean {
  const openedBy = document === null ? undefined : originalOf(state, document)?.openedBy;
  return (openedBy ?? seq) > currentFrom(state);
}

function iepConferenceAfter(state: CaseState, after: Found): Found {
  if (!after) return null;
  const held = state.conferences.filter(({ purpose }) => purpose === 'iep').map((row) => heldOf(state, row.document));
  return byDay(held.filter((found) => found !== null && found.day >= after.day))[0];
}

/** The conferences for this track's plan that are not credited to an earlier plan: their dates count for the next activation. */
function planConferences(state: CaseState) {
  const purposes: readonly string[] = state.track === null ? [] : purposesOf[state.track];
  const activation = (state.plan && originalOf(state, state.plan.document)?.sealed?.seq) ?? 0;
  return state.conferences
    .filter((row) => purposes.includes(row.purpose))
    .map(({ document, planned }) => {
      const openedBy = originalOf(state, document)?.openedBy ?? 0;
      const held = heldOf(state, document);
      const isNew = (held?.seq ?? Number.POSITIVE_INFINITY) > activation;
      return isNew ? { planned: planned === null ? null : { day: planned, seq: openedBy }, held } : null;
    })
    .filter((row) => row !== null);
}

function heldPlanConferences(state: CaseState): readonly Found[] {
  return planConferences(state).map(({ held }) => held);
}

function heldOf(state: CaseState, document: string): CaseDate | null {
  const day = state.conferences.find((row) => row.document === document)?.held ?? null;
  const seq = originalOf(state, document)?.sealed?.seq;
  return day === null || seq === undefined ? null : { day, seq };
}

function of({ seq }: { readonly seq: number }, day: Day | null): Found {
  return day === null ? null : { day, seq };
}

function dayOfDecision({ decisions }: CaseState, seq: number): Day | null {
  return decisions.find((decision) => decision.seq === seq)?.day ?? null;
}

function byDay(found: readonly Found[]): readonly CaseDate[] {
  return found
    .filter((row): row is CaseDate => row !== null && row !== undefined)
    .map(({ day, seq }) => ({ day, seq }))
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}

/** The dates as the changes so far tell them. */
function lastKnown({ dateChanges }: CaseState): Readonly<Record<string, CaseDate | null>> {
  return Object.fromEntries(dateChanges.map(({ name, date }) => [name, date]));
}

/** What this decision changed of the dates. */
function changes(
  { seq, track }: CaseState,
  known: Readonly<Record<string, CaseDate | null>>,
  dates: Readonly<Record<string, CaseDate>>,
): readonly DateChange[] {
  return [...new Set([...Object.keys(known), ...Object.keys(dates)])]
    .map((name) => ({ name, date: dates[name] ?? null, was: known[name] ?? null }))
    .filter(({ date, was }) => date?.day !== was?.day || date?.seq !== was?.seq)
    .map(({ name, date }) => ({ name, date, at: seq, track }));
}
