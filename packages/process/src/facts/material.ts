import type { CaseState } from '../case-state.js';
import type { Process } from '../process.js';
import { isTerm } from '../select.js';
import type { Actor, Day, DocumentView, Facts, Plain, RowView } from '../types.js';
import { dayOf, rowsOf } from '../view-values.js';

/** What is known of the student's other cases: only the server knows them all. */
export interface Elsewhere {
  /** Filed referrals of the student that are not closed, this one left out. */
  readonly openCases: number;
  readonly activePlans: readonly { readonly case: string; readonly kind: string }[];
}

/** What a decision is judged on before it is boiled down to facts. */
export interface Material {
  readonly process: Process;
  readonly state: CaseState;
  /** The answers of the decision's form. The names of people in it (`name`) are the asker's to supply from the roster. */
  readonly payload: Readonly<Record<string, Plain>>;
  /** Projections of the documents named by `documentsRead`, by id. */
  readonly documents: Readonly<Record<string, DocumentView>>;
  readonly actor: Actor;
  readonly day: Day;
  /** The same moment as an instant, ISO 8601 UTC with milliseconds. */
  readonly at: string;
  /** The student's other cases, where the asker knows them: the server does. */
  readonly elsewhere?: Elsewhere | undefined;
}

export type Finder = (material: Material) => Facts;
export type Finders = Readonly<Record<string, Finder>>;

/** The kind by which an action names the copy in which a sealed document is corrected, whatever that document's kind. */
export const corrected = 'corrected';

/**
 * The document of a kind that a decision is about: the one its payload names, else the newest. Only an open one, and of those
 * opened for one person only their own: null when there is none. A copy made for a correction answers only to `corrected`.
 */
export function documentOf(
  state: CaseState,
  kind: string,
  payload: Readonly<Record<string, Plain>>,
  person: string,
): string | null {
  const open = Object.values(state.documents).filter(
    (document) =>
      (kind === corrected
        ? document.corrects !== undefined
        : document.kind === kind && document.corrects === undefined) &&
      document.state === 'open' &&
      (document.writer === undefined || document.writer === person),
  );
  const named = payload['document'];
  if (typeof named !== 'string') return open.at(-1)?.id ?? null;
  return open.find(({ id }) => id === named)?.id ?? null;
}

/** The projection of the document an action is about; empty when there is none. */
export function viewOf({ state, payload, documents, actor }: Material, kind: string): DocumentView {
  const id = documentOf(state, kind, payload, actor.person);
  return (id === null ? undefined : documents[id]) ?? {};
}

/** What the document an action is about was opened about. */
export function aboutOf({ state, payload, actor }: Material, kind: string): string | null {
  const id = documentOf(state, kind, payload, actor.person);
  return (id === null ? undefined : state.documents[id]?.about) ?? null;
}

/** A named date of the case. */
export function dateOf({ state }: Material, name: string): Day | null {
  return state.dates[name]?.day ?? null;
}

export function idsOf(rows: readonly RowView[], fails: (row: RowView) => boolean): readonly string[] {
  return rows.filter(fails).map(({ id }) => id);
}

/** Of a text only whether it is written: narrative never leaves its document. */
export function written(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** A code of the vocabulary; anything else counts as not answered. */
export function term(process: Process, vocabulary: string, value: unknown): string | null {
  return isTerm(process, vocabulary, value) ? value : null;
}

export function terms(process: Process, vocabulary: string, value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => isTerm(process, vocabulary, item)) : [];
}

export function yesNo(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

export { dayOf, rowsOf };
export { numberOf, stringOf } from '../view-values.js';
