import { mayOpen } from './access.js';
import type { CaseDocument, CaseState } from './case-state.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { documents } from './tables/documents.js';
import { everyRelation, type Relation, relationsOfRole } from './tables/relations.js';
import { type Role, roles } from './tables/roles.js';
import type { Track } from './tables/stages.js';
import { walk } from './testing.js';
import type { Actor } from './types.js';

export const stranger = (role: string): Actor => ({ person: 'stranger', name: 'A stranger', roles: [role] });
export const underWay = walk('s504', { until: 'evaluate-plan' }).state;
export const transferred = { day: '2026-08-20', seq: 2 };
export const counts = (role: Role, relation: Relation) => relationsOfRole[role].includes(relation);

/** How a case and its documents stand when somebody asks. */
export interface Standing {
  readonly stand: 'open' | 'sealed' | 'closed';
  readonly afterTransfer: boolean;
  readonly track: Track;
}

/** One person's one role and one relation to a case that stands so. */
export interface Cell extends Standing {
  readonly role: Role;
  readonly relation: Relation;
}

/** One document of every kind, opened for the stranger where one person writes. */
export function standing({ stand, afterTransfer, track, writer }: Standing & { readonly writer: boolean }): CaseState {
  const state = stand === 'sealed' ? 'sealed' : 'open';
  const all = documents.map(
    ({ kind }): CaseDocument => ({
      id: kind,
      kind,
      state,
      stands: state === 'sealed' ? 'final' : 'draft',
      openedOn: '2026-08-17',
      openedBy: 1,
      ...(writer ? { writer: 'stranger' } : {}),
    }),
  );
  return {
    ...underWay,
    state: stand === 'closed' ? 'closed' : underWay.state,
    track,
    documents: Object.fromEntries(all.map((row) => [row.id, row])),
    family: writer ? [{ person: 'stranger', name: '', relation: '', document: 'family' }] : [],
    rightsTransferred: afterTransfer ? transferred : null,
  };
}

/** Every role and relation, in every way a case and a document can stand. */
export function* cells(): Generator<Cell> {
  for (const stand of ['open', 'sealed', 'closed'] as const)
    for (const afterTransfer of [false, true])
      for (const track of ['action', 'idea', 's504'] as const)
        for (const { id: role } of roles)
          for (const relation of everyRelation) yield { stand, afterTransfer, track, role, relation };
}

/** What the function says when this is all that the person is to the case. The adult student comes as `self`, as every student does. */
export function answer(kind: string, cell: Cell) {
  const writer = cell.relation === 'writer';
  const given: readonly Relation[] = writer ? [] : [cell.relation === 'adult-self' ? 'self' : cell.relation];
  return mayOpen(hawaiiClassic, standing({ ...cell, writer }), kind, stranger(cell.role), given);
}

export const named = (cell: Cell) =>
  `${cell.role} (${cell.relation}), ${cell.stand}, ${cell.track}${cell.afterTransfer ? ', after the transfer' : ''}`;
