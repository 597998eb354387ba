import { type ActionRow, actionRow, type CaseState, documentKind, type NextStep, type Process } from '@ssp-kit/process';
import type { DocumentAccess } from '@ssp-kit/session/contract';

/** Something that is worked on now: a document, or all documents of a kind that are shown together. */
export interface Place {
  /** The document, or the kind whose documents stand together. */
  readonly id: string;
  readonly kind: string;
  /** The document by id; empty where the element finds its own. */
  readonly document: string;
  /** What the case is here for just now: open from the start. */
  readonly primary: boolean;
}

/** Kinds whose documents are judged or read side by side, in one element. */
const together: readonly string[] = ['conference', 'eligibility', 'log'];

/** Kinds whose open documents stand inside of another kind's element. */
const within: Readonly<Record<string, string>> = { invitation: 'conference' };

/** Kinds that have a part of the page of their own. */
const elsewhere: readonly string[] = ['official', 'family', 'services'];

/** Decisions that an element of the page takes, though they seal none of its documents. */
const taken: Readonly<Record<string, string>> = {
  'concern.submit': 'concern',
  'referral.return': 'concern',
  'conference.schedule': 'conference',
  'consent.record': 'consent',
  'consent.revoke': 'consent',
  'correction.file': 'history',
  'document.correct': 'history',
  'family.admit': 'team',
  'plan.present': 'plan',
  'process.abbreviate': 'evidence',
  'service.sign': 'log',
  'service.void': 'log',
  'team.add': 'team',
  'team.coordinate': 'team',
  'team.remove': 'team',
};

/** The kind of document whose element takes a decision; null where it has none and stands in the page itself. */
export function homeOf({ id, reads = [], seals = [] }: ActionRow): string | null {
  return taken[id] ?? reads.find((kind) => seals.includes(kind)) ?? null;
}

/** What is worked on while a case stands where it stands, of the documents that the person may open: what the case is here for first. */
export function placesOf(
  process: Process,
  state: CaseState,
  access: readonly DocumentAccess[],
  steps: readonly NextStep[],
  staff: boolean,
): readonly Place[] {
  const open = access.filter(({ document, kind }) => !elsewhere.includes(kind) && isAtWork(state, steps, document));
  const kinds = new Set(open.map(({ kind }) => placed(kind)));
  if (staff && state.plan !== null) kinds.add('log');
  if ((staff || access.some(({ kind }) => kind === 'conference')) && mayMeet(process, state)) kinds.add('conference');
  const rank = ranks(process, state);
  const isPrimary = (kind: string): boolean => {
    // Until there is a plan, the conferences lead to it; from then on the plan's work comes first.
    if (kind === 'conference')
      return staff && state.plan === null && steps.some((step) => kindOfStep(process, step) === kind);
    // The plan is what the family reads as long as it is in force.
    if (kind === 'plan' && !staff) return true;
    return process.documents.find((row) => row.kind === kind)?.stage === state.stage;
  };
  const first = (kind: string) => (isPrimary(kind) ? (kind === 'conference' ? 1 : 2) : 0);
  return [...kinds]
    .sort((a, b) => first(b) - first(a) || rank(a) - rank(b))
    .flatMap((kind): readonly Place[] => {
      const primary = isPrimary(kind);
      if (together.includes(kind)) return [{ id: kind, kind, document: '', primary }];
      return open
        .filter((one) => one.kind === kind)
        .sort((a, b) => byState(a, b) || a.document.localeCompare(b.document, 'en', { numeric: true }))
        .map(({ document }, at) => ({ id: document, kind, document, primary: primary && at === 0 }));
    });
}

/** What can still be written comes first. */
function byState(a: DocumentAccess, b: DocumentAccess): number {
  return Number(a.state === 'sealed') - Number(b.state === 'sealed');
}

/** Written now, waited for by a step, or the plan in force. */
function isAtWork({ state, documents, plan }: CaseState, steps: readonly NextStep[], id: string): boolean {
  const document = documents[id];
  if (document === undefined || document.stands === 'void' || state === 'closed') return false;
  return document.state === 'open' || plan?.document === id || steps.some((step) => step.document === id);
}

function mayMeet(process: Process, { state }: CaseState): boolean {
  return actionRow(process, 'conference.schedule')?.from.includes(state) === true;
}

/** The order in which the steps of a state come to the kinds; those that no step names come last, as the documents are listed. */
function ranks(process: Process, { state }: CaseState): (kind: string) => number {
  const { nextSteps, documents } = process;
  const named = nextSteps
    .filter((row) => row.states.includes(state))
    .map(({ write, action = '' }) => write ?? homeOf(actionRow(process, action) ?? noAction));
  return (kind) => {
    const at = named.indexOf(kind);
    return at >= 0 ? at : named.length + documents.findIndex((row) => row.kind === kind);
  };
}

const noAction: ActionRow = {
  id: '',
  label: '',
  does: '',
  from: [],
  branches: [],
  roles: [],
  relations: [],
  order: 'strict',
  source: '',
};

/** The kind of document a step is done in; null where it is a decision without one. */
function kindOfStep(process: Process, { action, write }: NextStep): string | null {
  const row = action === null ? undefined : actionRow(process, action);
  const home = row === undefined ? null : homeOf(row);
  // A decision that stands in the page is taken there, whatever it is written in.
  return placed(row === undefined ? write : home);
}

function placed<Kind extends string | null>(kind: Kind): string | Kind {
  return kind === null ? kind : (within[kind] ?? kind);
}

/** Where a step is done: in something that is worked on now, or (null) by a decision of its own. */
export function placeOfStep(process: Process, step: NextStep, places: readonly Place[]): Place | null {
  const named = places.find(({ document }) => document !== '' && document === step.document);
  if (named !== undefined) return named;
  const kind = kindOfStep(process, step);
  return places.find((place) => place.kind === kind) ?? null;
}

/** Where a document is shown among what is worked on now. */
export function placeOfDocument(places: readonly Place[], document: string): Place | null {
  const kind = placed(documentKind(document));
  return (
    places.find((place) => place.document === document) ??
    places.find((place) => place.kind === kind && (place.document === '' || document === kind)) ??
    null
  );
}
