import type { CaseDocument, CaseState, FamilyMember } from './case-state.js';
import type { ActionRow } from './tables/actions.js';
import type { Process } from './process.js';
import { type Relation, relationsOfRole } from './tables/relations.js';
import type { RightRow } from './tables/rights.js';
import type { Role } from './tables/roles.js';
import type { Actor } from './types.js';

/** Words of a family member's relation that make them a helper of the family, never its member. */
const helpers = ['interpreter', 'advocate'];

/**
 * How a person stands to the student at an instant by the case's own record. What only the roster or the token knows
 * (`school`, `class`, `district`, `child` by token, `self`) is added by whoever asks.
 * @param at ISO 8601 UTC with milliseconds
 */
export function relationsIn(state: CaseState, actor: Actor, at: string): Relation[] {
  const relations = belonging(state, actor);
  const isOpen = state.breaks.some(({ person, until }) => person === actor.person && at < until);
  return isOpen ? [...relations, 'break-glass'] : relations;
}

/** How a person stands to the student for as long as the record says so. */
export function belonging(state: CaseState, actor: Actor): Relation[] {
  const relations = new Set<Relation>();
  if (state.team.some(({ person }) => person === actor.person)) relations.add('team');
  if (state.starter === actor.person) relations.add('starter');
  for (const member of state.family) if (member.person === actor.person) relations.add(admittedAs(member, actor));
  if (relations.has('team') && state.plan?.services.some(({ provider }) => provider === actor.person))
    relations.add('provider');
  return [...relations];
}

function admittedAs({ relation }: FamilyMember, { roles }: Actor): Relation {
  if (helpers.includes(relation.trim().toLowerCase())) return 'invited';
  if (roles.includes('parent')) return 'child';
  return roles.includes('interpreter') ? 'invited' : roles.includes('student') ? 'self' : 'child';
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
  const stands = standing(state, relations, isWriter(state, document, actor));
  const rows = rights.filter(
    (row) => row.document === document.kind && applies(row, state, document) && fits(row, actor.roles, stands),
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
  // Parents keep what they may read; what they decided is the student's to decide from then on.
  const roles = state.rightsTransferred ? actor.roles.filter((role) => role !== 'parent') : actor.roles;
  return fits(row, roles, standing(state, relations, writes));
}

/** Whether an action asks for a role alone and the person has it: the only way to a case that they may not open. */
export function mayDecideUnseen({ actions }: Process, state: CaseState, action: string, actor: Actor): boolean {
  const row = actions.find(({ id }) => id === action);
  return row !== undefined && mayDecide(row, state, actor, [], null);
}

/** All relations that count on this case: the parents' rights are the student's only by the case's own decision. */
export function standing(state: CaseState, relations: readonly Relation[], writes: boolean): ReadonlySet<Relation> {
  const stands = new Set<Relation>([...relations, 'anyone']);
  for (const given of ['adult-self', 'writer'] as const) stands.delete(given);
  if (writes) stands.add('writer');
  if (state.rightsTransferred && stands.has('self')) stands.add('adult-self');
  return stands;
}

/** Relationship first: a role counts by a relation that is one of this role. */
export function fits(
  row: { readonly roles: readonly Role[]; readonly relations: readonly Relation[] },
  roles: readonly string[],
  stands: ReadonlySet<Relation>,
): boolean {
  return row.roles.some(
    (role) =>
      roles.includes(role) &&
      row.relations.some((relation) => stands.has(relation) && relationsOfRole[role].includes(relation)),
  );
}

function applies(row: RightRow, state: CaseState, document: CaseDocument): boolean {
  if (row.sealed && document.state !== 'sealed') return false;
  if (row.until === 'rights-transfer' && state.rightsTransferred) return false;
  return row.tracks === undefined || (state.track !== null && row.tracks.includes(state.track));
}

/** Whether a document was opened for this person and they still belong to the case: who leaves the team loses their log too. */
function isWriter(state: CaseState, document: CaseDocument, actor: Actor): boolean {
  return (
    document.writer === actor.person && [...state.team, ...state.family].some(({ person }) => person === actor.person)
  );
}
