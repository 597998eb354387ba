import type { CaseDocument, CaseState } from '@ssp-kit/process';

/** A document of the record with the versions of it, the first one first. */
export interface Versions {
  /** The version that counts: the newest that is not void. */
  readonly current: CaseDocument;
  readonly all: readonly CaseDocument[];
}

/** The documents a record is made of, each with its corrected versions; those of a plan follow each other. */
export function versionsOf(state: CaseState, mayOpen: (document: string) => boolean): readonly Versions[] {
  const documents = Object.values(state.documents).filter(({ kind }) => kind !== 'official' && kind !== 'log');
  const first = documents.filter((one) => versionBefore(state, one) === null);
  return first
    .map((one) => chain(state, documents, one).filter(({ id }) => mayOpen(id)))
    .filter((all) => all.length > 0)
    .map((all) => ({ all, current: all.findLast(({ stands }) => stands !== 'void') ?? (all.at(-1) as CaseDocument) }))
    .sort((a, b) => b.current.openedBy - a.current.openedBy);
}

function chain(state: CaseState, documents: readonly CaseDocument[], one: CaseDocument): readonly CaseDocument[] {
  const after = documents.filter((other) => versionBefore(state, other)?.id === one.id);
  return [one, ...after.flatMap((next) => chain(state, documents, next))];
}

/** The version that a document is compared with: the one it corrects, or the plan that was in force when it was begun. */
export function versionBefore(state: CaseState, document: CaseDocument): CaseDocument | null {
  if (document.corrects !== undefined) return state.documents[document.corrects] ?? null;
  if (document.kind !== 'plan') return null;
  const before = Object.values(state.documents).filter(
    ({ kind, openedBy, corrects, stands }) =>
      kind === 'plan' && corrects === undefined && stands !== 'void' && openedBy < document.openedBy,
  );
  const earlier = before.at(-1);
  return earlier === undefined ? null : correctedBefore(state, earlier, document.openedBy);
}

/** Of a plan, the corrected version that was in force when the next one was begun. */
function correctedBefore(state: CaseState, document: CaseDocument, seq: number): CaseDocument {
  const next = Object.values(state.documents).find(
    ({ corrects, sealed, stands }) =>
      corrects === document.id && stands !== 'void' && sealed !== undefined && sealed.seq < seq,
  );
  return next === undefined ? document : correctedBefore(state, next, seq);
}
