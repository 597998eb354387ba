import type { CaseState } from './case-state.js';
import { tracks } from './tables/stages.js';
import type { Day } from './types.js';

type Dated = { readonly day: Day; readonly seq: number };
type Found = Dated | null | undefined;

/**
 * The case with the dates that follow from several decisions, whatever the order in which those were recorded.
 * They are found anew after every decision, so one that no longer holds goes away.
 */
export function withDerivedDates(state: CaseState): CaseState {
  const dates: Record<string, Dated> = { ...state.dates };
  for (const [name, find] of Object.entries(finders)) {
    const found = find(state);
    if (found) dates[name] = found;
    else delete dates[name];
  }
  return { ...state, dates };
}

const finders: Readonly<Record<string, (state: CaseState) => Found>> = {
  /** Without an assessment there is no consent to ask for: the notice is the whole answer. */
  consentRequestDateIfNeeded: ({ dates, evaluations }) =>
    (evaluations.at(-1)?.assessmentNeeded ?? true) ? dates['consentRequestDate'] : dates['evaluationNoticeDate'],
  needsConferenceDateWithoutAssessment: ({ dates, evaluations }) =>
    evaluations.at(-1)?.willEvaluate && !evaluations.at(-1)?.assessmentNeeded ? dates['needsConferenceDate'] : null,
  ineligibleNoticeDate: ({ dates, track }) =>
    dates['eligibilityDate'] && track === 'action' ? dates['eligibilityNoticeDate'] : null,
  planConferencePlanned: (state) => planConferences(state).find(({ planned }) => planned !== null)?.planned,
  planConferenceDate: (state) => byDay(heldPlanConferences(state)).at(-1),
  nextPlanConferenceDate: (state) => (state.plan ? byDay(heldPlanConferences(state))[0] : null),
  /** The conference that consent to services calls for: the first one held after it. */
  iepConferenceDate: (state) => {
    const consent = state.dates['servicesConsentDate'];
    if (!consent) return null;
    const held = state.conferences.filter(({ purpose }) => purpose === 'iep').map((row) => heldOf(state, row.document));
    return byDay(held.filter((found) => found !== null && found.day >= consent.day))[0];
  },
};

/** The conferences for this track's plan that are not credited to an earlier plan: their dates count for the next activation. */
function planConferences(state: CaseState) {
  const purpose = tracks.find(({ id }) => id === state.track)?.conference;
  const activation = (state.plan && state.documents[state.plan.document]?.sealed?.seq) ?? 0;
  return state.conferences
    .filter((row) => row.purpose === purpose)
    .map(({ document, planned }) => {
      const openedBy = state.documents[document]?.openedBy ?? 0;
      const held = heldOf(state, document);
      const isNew = (held?.seq ?? Number.POSITIVE_INFINITY) > activation;
      return isNew ? { planned: planned === null ? null : { day: planned, seq: openedBy }, held } : null;
    })
    .filter((row) => row !== null);
}

function heldPlanConferences(state: CaseState): readonly Found[] {
  return planConferences(state).map(({ held }) => held);
}

function heldOf(state: CaseState, document: string): Dated | null {
  const day = state.conferences.find((row) => row.document === document)?.held ?? null;
  const seq = state.documents[document]?.sealed?.seq;
  return day === null || seq === undefined ? null : { day, seq };
}

function byDay(found: readonly Found[]): readonly Dated[] {
  return found
    .filter((row): row is Dated => row !== null && row !== undefined)
    .sort((a, b) => a.day.localeCompare(b.day));
}
