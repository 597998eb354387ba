import {
  decide,
  deadlines,
  foldNext,
  mayOpen,
  nextSteps,
  openings,
  type Actor,
  type CaseState,
  type DocumentView,
  type Plain,
  type Process,
  readiness,
  type Relation,
  relationsIn,
  type RowView,
} from '@ssp-kit/process';
import type { CaseView, Outcome, Readiness, RosterPerson } from '../contract.js';
import type { FakeCase } from './case.js';

/** Who acts, by which process, on what day, and how they stand to every student by the roster. */
export interface FakeActor {
  readonly process: Process;
  readonly actor: Actor;
  readonly relations: readonly Relation[];
  readonly day: string;
  readonly people: readonly RosterPerson[];
}

type Payload = Readonly<Record<string, Plain>>;

export function judge(of: FakeCase, action: string, payload: Payload, who: FakeActor): Readiness {
  const state = of.view.get().case;
  if (state === null) return { action, allowed: true, open: true, requirements: [] };
  return readiness(who.process, {
    state,
    action,
    payload: named(payload, who),
    documents: documentsOf(of),
    actor: who.actor,
    relations: who.relations,
    day: who.day,
  });
}

/** Decides as the server does, without its store: the case is folded on, documents open and are sealed. */
export function decideIn(of: FakeCase, action: string, payload: Payload, key: string, who: FakeActor): Outcome {
  const state = of.view.get().case;
  if (state === null) return { result: 'done' };
  const answer = decide(who.process, {
    state,
    key,
    action,
    payload: named(payload, who),
    documents: documentsOf(of),
    actor: who.actor,
    relations: who.relations,
    day: who.day,
    at: `${who.day}T18:00:00.000Z`,
    base: state.seq,
  });
  if (!answer.ok) return { result: 'refused', refusal: answer };
  const { decision } = answer;
  for (const { document } of decision.seals) {
    of.documents.get(document)?.patch({ sealed: true, may: 'read' });
  }
  const after = foldNext(state, decision);
  for (const { document, copies } of openings(who.process, state, decision)) {
    const source = copies && of.documents.get(copies.document)?.view.get().data;
    const data = source && (copies.kind === 'needs' ? needsOf(source) : source);
    const may = mayOpen(who.process, after, document, who.actor, relationsOf(after, who)) ?? 'read';
    of.addDocument({ id: document, may, ...(data ? { data } : {}) });
  }
  of.patch(viewOf(after, who));
  return { result: 'done' };
}

/** What a case's view says of a state, as one person sees it. */
export function viewOf(state: CaseState, who: FakeActor): Partial<CaseView> {
  return {
    state: 'ready',
    case: state,
    deadlines: deadlines(who.process, state, who.day),
    nextSteps: nextSteps(who.process, state, who.actor, relationsOf(state, who), who.day),
  };
}

/** What the person may do with each document of the case; null where they may not know of it. */
export function rightsOf(state: CaseState, who: FakeActor): Map<string, 'read' | 'write' | null> {
  const relations = relationsOf(state, who);
  return new Map(Object.keys(state.documents).map((id) => [id, mayOpen(who.process, state, id, who.actor, relations)]));
}

function relationsOf(state: CaseState, who: FakeActor): readonly Relation[] {
  return [...who.relations, ...relationsIn(state, who.actor, who.day)];
}

function documentsOf(of: FakeCase): Record<string, DocumentView> {
  const entries = [...of.documents.values()].map(({ id, view }) => [id, view.get().data] as const);
  return Object.fromEntries(entries);
}

/** The server adds the name of a person in a payload from the roster. */
function named(payload: Payload, who: FakeActor): Payload {
  const person = who.people.find(({ id }) => id === payload['person']);
  return person === undefined ? payload : { ...payload, name: person.name };
}

function needsOf(data: DocumentView): DocumentView {
  const needs = (data['needs'] ?? []) as readonly RowView[];
  return {
    needs: needs.map(({ id, order, area, statement }) => ({ id, order, area, statement })),
  };
}
