import { actionRow, type CaseState, type NextStep, type Process, type StateId } from '@ssp-kit/process';
import type { DocumentAccess } from '@ssp-kit/session/contract';

/** A part of the case's page: a document, all conferences, or the service log. */
export interface Place {
  readonly kind: 'concern' | 'evidence' | 'needs' | 'plan' | 'review' | 'conference' | 'log';
  /** The document by id; empty where the element finds its own. */
  readonly document: string;
}

const byState: Readonly<Record<StateId, readonly Place['kind'][]>> = {
  'express-concern.draft': ['concern'],
  'express-concern.submitted': ['concern'],
  'gather-data': ['evidence', 'conference'],
  'define-needs.defining': ['needs', 'conference'],
  'define-needs.evaluation': ['conference'],
  'define-needs.consent': ['conference'],
  'define-needs.eligibility': ['conference'],
  'develop-plan': ['plan', 'conference', 'log'],
  'implement-plan': ['log', 'plan', 'conference'],
  'evaluate-plan': ['review', 'log', 'plan', 'conference'],
  closed: ['log'],
};

/** What the person works on while a case stands where it stands, of the documents they may open. */
export function placesOf(state: CaseState, access: readonly DocumentAccess[], staff: boolean): readonly Place[] {
  return byState[state.state].flatMap((kind): readonly Place[] => {
    if (kind === 'log') return state.plan !== null && staff ? [{ kind, document: '' }] : [];
    if (kind === 'conference') {
      const some = access.some((one) => one.kind === kind);
      return some || staff ? [{ kind, document: '' }] : [];
    }
    const document = access.filter((one) => one.kind === kind).at(-1)?.document;
    return document === undefined ? [] : [{ kind, document }];
  });
}

/** Documents that can be read besides: of earlier stages, and earlier ones of the same kind. */
export function earlierDocuments(
  access: readonly DocumentAccess[],
  places: readonly Place[],
): readonly DocumentAccess[] {
  const shown = new Set(places.map(({ document }) => document));
  const readable = ['concern', 'evidence', 'needs', 'plan', 'review'];
  const closedConference = (one: DocumentAccess): boolean =>
    one.kind === 'conference' && !places.some(({ kind }) => kind === 'conference');
  return access.filter((one) => (readable.includes(one.kind) || closedConference(one)) && !shown.has(one.document));
}

/** Decisions that have their place in a document's element; the others stand in the case's own page. */
const inDocuments: Readonly<Record<string, Place['kind']>> = {
  'concern.submit': 'concern',
  'referral.file': 'concern',
  'referral.return': 'concern',
  'evidence.complete': 'evidence',
  'needs.define': 'needs',
  'plan.activate': 'plan',
  'review.decide': 'review',
  'conference.schedule': 'conference',
  'conference.hold': 'conference',
};

/** Where a step is done: in a document that is shown, or by a decision of its own. */
export function placeOfStep(step: NextStep, places: readonly Place[]): Place | null {
  const kind = step.action === null ? step.write : (inDocuments[step.action] ?? null);
  return places.find((place) => place.kind === kind) ?? null;
}

const plain = [
  'evaluation.decide',
  'consent.record',
  'eligibility.decide',
  'notice.record',
  'provider.assign',
  'review.open',
  'case.close',
];

/** The decisions of this state that have no document of their own, as far as the person's roles go; the process says the rest. */
export function plainDecisions(process: Process, state: CaseState, roles: readonly string[]): readonly string[] {
  return plain.filter((id) => {
    const row = actionRow(process, id);
    return row?.from.includes(state.state) && row.roles.some((role) => roles.includes(role));
  });
}
