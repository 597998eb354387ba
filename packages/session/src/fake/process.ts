import {
  contentsOf,
  decide,
  deadlines,
  documentsCopied,
  foldNext,
  mayOpen,
  nextSteps,
  type Actor,
  type CaseState,
  type DocumentView,
  type Plain,
  type Process,
  readiness,
  type Relation,
  relationsIn,
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
    at: instantOf(who),
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
    at: instantOf(who),
    base: state.seq,
  });
  if (!answer.ok) return { result: 'refused', refusal: answer };
  const { decision } = answer;
  for (const { document } of decision.seals) {
    of.documents.get(document)?.patch({ sealed: true, may: 'read' });
  }
  const after = foldNext(state, decision);
  const opened = contentsOf(who.process, {
    state,
    decision,
    documents: documentsOf(of, documentsCopied(who.process, state, decision)),
    newId: rowIds(decision.seq),
  });
  for (const { document } of decision.opens) {
    const data = opened[document];
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
  return [...who.relations, ...relationsIn(state, who.actor, instantOf(who))];
}

/** Every day is judged at the same hour. */
function instantOf({ day }: FakeActor): string {
  return `${day}T18:00:00.000Z`;
}

function documentsOf(of: FakeCase, only?: readonly string[]): Record<string, DocumentView> {
  const wanted = [...of.documents.values()].filter(({ id }) => only?.includes(id) ?? true);
  return Object.fromEntries(wanted.map(({ id, view }) => [id, view.get().data]));
}

/** Ids that a story shows alike every time. */
function rowIds(seq: number): () => string {
  let count = 0;
  return () => `${seq}-${++count}`;
}

/** The server adds the name of a person in a payload from the roster. */
function named(payload: Payload, who: FakeActor): Payload {
  const person = who.people.find(({ id }) => id === payload['person']);
  return person === undefined ? payload : { ...payload, name: person.name };
}
