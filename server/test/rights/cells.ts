/** The cells of the rights: every role, by every relationship, at every document and decision, however the case stands. */
import {
  type Actor,
  type CaseDocument,
  type CaseState,
  type DocumentKind,
  mayDecideUnseen,
  mayOpen,
  readiness,
  type Relation,
  relationsIn,
  type Role,
  type Track,
} from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { everyRelation, walk } from '@ssp-kit/process/testing';

/** How a case and all its documents stand. */
export interface Standing {
  readonly stand: 'open' | 'sealed' | 'closed';
  readonly afterTransfer: boolean;
  readonly track: Track;
}

export interface Cell extends Standing {
  readonly role: Role;
  readonly relation: Relation;
}

export interface RoomCell extends Cell {
  readonly document: DocumentKind;
}

export interface CommandCell extends Cell {
  readonly action: string;
}

export const day = '2026-12-01';
const at = `${day}T18:00:00.000Z`;

const stands = ['open', 'sealed', 'closed'] as const;
const tracks = ['idea', 'action', 's504'] as const;

/** The track matters where a row says so. */
const byTrack = new Set<string>(hawaiiClassic.rights.filter((row) => row.tracks).map((row) => row.document));

export const standings: readonly Standing[] = stands.flatMap((stand) =>
  [false, true].flatMap((afterTransfer) => tracks.map((track) => ({ stand, afterTransfer, track }))),
);

const people = hawaiiClassic.roles.flatMap(({ id: role }) => everyRelation.map((relation) => ({ role, relation })));

export const roomCells: readonly RoomCell[] = standings.flatMap((standing) =>
  hawaiiClassic.documents
    .filter(({ kind }) => standing.track === tracks[0] || byTrack.has(kind))
    .flatMap(({ kind }) => people.map((person) => ({ ...standing, ...person, document: kind }))),
);

/** Whether somebody may decide is asked before how the case stands; only the transfer of rights comes first. */
export const commandCells: readonly CommandCell[] = [false, true].flatMap((afterTransfer) =>
  hawaiiClassic.actions.flatMap(({ id: action }) =>
    people.map((person) => ({ stand: 'open', afterTransfer, track: tracks[0], ...person, action }) as const),
  ),
);

export const personOf = (relation: Relation) => `p-${relation === 'adult-self' ? 'self' : relation}`;

export const actorOf = ({ role, relation }: Cell): Actor => ({
  person: personOf(relation),
  name: personOf(relation),
  roles: [role],
});

const underWay = walk('s504', { until: 'evaluate-plan' }).state;

/** A case that stands so, with one document of every kind and a person for every relationship. */
export function stateOf({ stand, afterTransfer, track }: Standing, caseId: string, student: string): CaseState {
  const state = stand === 'sealed' ? 'sealed' : 'open';
  const documents = hawaiiClassic.documents.map(
    ({ kind }): CaseDocument => ({
      id: kind,
      kind,
      state,
      stands: state === 'sealed' ? 'final' : 'draft',
      openedOn: day,
      openedBy: 1,
      writer: personOf('writer'),
    }),
  );
  const member = { name: '', role: '', coordinator: false, since: day };
  const { plan } = underWay;
  if (!plan) throw new Error('the sample case has no plan');
  return {
    ...underWay,
    case: caseId,
    student: { ...underWay.student, id: student },
    seq: 1,
    state: stand === 'closed' ? 'closed' : underWay.state,
    track,
    starter: personOf('starter'),
    documents: Object.fromEntries(documents.map((row) => [row.id, row])),
    team: [
      { ...member, person: personOf('team') },
      { ...member, person: personOf('provider') },
    ],
    family: [
      { person: personOf('invited'), name: '', relation: 'Interpreter', document: '' },
      { person: personOf('writer'), name: '', relation: '', document: 'family' },
    ],
    plan: { ...plan, services: plan.services.map((row) => ({ ...row, provider: personOf('provider') })) },
    breaks: [
      { person: personOf('break-glass'), name: '', day, until: '9999-12-31T00:00:00.000Z', seq: 1, review: null },
    ],
    rightsTransferred: afterTransfer ? { day, seq: 1 } : null,
    decisions: underWay.decisions.slice(0, 1),
  };
}

/** What the roster and the token say of the person of a cell. */
function outside({ role, relation }: Cell): readonly Relation[] {
  switch (relation) {
    case 'school':
      return role === 'district' ? ['school', 'district'] : ['school'];
    case 'class':
    case 'child':
      return [relation];
    case 'self':
    case 'adult-self':
      return [role === 'student' ? 'self' : role === 'parent' ? 'child' : 'class'];
    case 'district':
      return role === 'district' ? ['district'] : [];
    default:
      return [];
  }
}

/** What the one function says. */
export function mayBe(cell: Cell, state: CaseState, document: string): 'read' | 'write' | null {
  const actor = actorOf(cell);
  return mayOpen(hawaiiClassic, state, document, actor, [...outside(cell), ...relationsIn(state, actor, at)]);
}

/** Whether the one function lets somebody decide; `unseen`: though the case is not theirs to see. */
export function mayDecide(
  cell: CommandCell,
  state: CaseState,
): { readonly allowed: boolean; readonly unseen: boolean } {
  const actor = actorOf(cell);
  const { action } = cell;
  const question = { state, action, payload: {}, documents: {}, actor, relations: outside(cell), day, at };
  const { allowed } = readiness(hawaiiClassic, question);
  return { allowed, unseen: mayDecideUnseen(hawaiiClassic, state, action, actor) };
}

export function nameOf(cell: RoomCell | CommandCell): string {
  const { role, relation, stand, track, afterTransfer } = cell;
  const what = 'document' in cell ? cell.document : cell.action;
  return `${what}: ${role} (${relation}), ${stand}, ${track}${afterTransfer ? ', after the transfer' : ''}`;
}
