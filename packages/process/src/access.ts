import type { CaseDocument, CaseState } from './case-state.js';
import type { ActionRow } from './tables/actions.js';
import type { Process } from './process.js';
import type { Relation } from './tables/rights.js';
import type { Actor } from './types.js';

/**
 * How a person stands to the student by the case's own record. What only the roster or the token knows
 * (`school`, `class`, `district`, `child` by token, `self`) is added by whoever asks.
 */
export function relationsIn(state: CaseState, actor: Actor): Relation[] {
  const relations: Relation[] = [];
  if (state.team.some(({ person }) => person === actor.person)) relations.push('team');
  if (state.starter === actor.person) relations.push('starter');
  if (state.family.some(({ person }) => person === actor.person)) relations.push('child');
  if (relations.includes('team') && state.plan?.services.some(({ provider }) => provider === actor.person))
    relations.push('provider');
  return relations;
}

/**
 * What a person may do with a document of a case. Deny by default: null when no row of the rights table fits.
 * A sealed document and every document of a closed case can only be read.
 */
export function mayOpen(
  { rights }: Process,
  state: CaseState,
  documentId: string,
  actor: Actor,
  relations: readonly Relation[],
): 'read' | 'write' | null {
  const document = state.documents[documentId];
  if (!document) return null;
  const stands = new Set<Relation>(relations);
  if (isWriter(state, document, actor)) stands.add('writer');
  const rows = rights.filter(
    (row) =>
      row.document === document.kind &&
      row.roles.some((role) => actor.roles.includes(role)) &&
      row.relations.some((relation) => stands.has(relation)) &&
      (row.sealed === undefined || document.state === 'sealed'),
  );
  if (rows.length === 0) return null;
  const writable = document.state === 'open' && state.state !== 'closed' && rows.some(({ may }) => may === 'write');
  return writable ? 'write' : 'read';
}

/** Whether a person may see a student of the roster and begin a case about them. */
export function mayStart({ rosterRights }: Process, actor: Actor, relations: readonly Relation[]): boolean {
  return rosterRights.some(
    (row) =>
      row.roles.some((role) => actor.roles.includes(role)) &&
      row.relations.some((relation) => relations.includes(relation)),
  );
}

/** Whether the person's role and relationship allow a decision, whatever the case's state. */
export function mayDecide(
  row: ActionRow,
  state: CaseState,
  actor: Actor,
  relations: readonly Relation[],
  document: string | null,
): boolean {
  const writes = Object.values(state.documents).some(
    (row) => isWriter(state, row, actor) && (document === null || row.id === document),
  );
  return (
    row.roles.some((role) => actor.roles.includes(role)) &&
    row.relations.some((relation) => (relation === 'writer' ? writes : relations.includes(relation)))
  );
}

/** Whether a document was opened for this person and they still belong to the case: who leaves the team loses their log too. */
function isWriter(state: CaseState, document: CaseDocument, actor: Actor): boolean {
  return (
    document.writer === actor.person && [...state.team, ...state.family].some(({ person }) => person === actor.person)
  );
}
