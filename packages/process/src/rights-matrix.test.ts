import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answer, type Cell, cells, named } from './rights.fixtures.js';
import { everyRelation } from './tables/relations.js';
import { actions } from './tables/actions.js';
import { type DeciderRow, deciders } from './tables/deciders.js';
import { type DocumentKind, documents } from './tables/documents.js';
import { type Relation, relationsOfRole } from './tables/relations.js';
import { type Role, roles } from './tables/roles.js';

/**
 * The matrix of roles and objects, written out a second time and by hand. C create, R read, W write, S sign, F finalise, A assign,
 * L log one's own, P approve, U unlock, D do it, Q ask for it; `i` input in one's own words, `x` by export or on request,
 * `*` only after the transfer of rights.
 */
const matrix = `
object      CC   AD   TE  SE  PR  EV   DA  SU PA  ST IN SY BI
concern     CRW  CRW  CRW CRW CRW R    R   -  CR  R* -  R  -
referral    CRWF CRWF CR  CRW CR  R    RW  -  CR  -  -  R  -
team        RWA  RWA  R   R   R   R    RW  -  R   R  -  RW -
performance CRW  RW   RW  CRW RW  RW   R   -  Ri  i  -  R  -
conference  CRW  CRW  R   RW  R   R    R   -  R   R  R  R  -
attendance  RW   RWS  S   S   S   S    S   -  S   S  -  -  -
evaluation  CRW  CRWF R   RW  R   RW   RW  -  R   -  -  -  -
notice      CRW  CRWF R   RW  R   R    RW  -  R   R* R  -  -
consent     CRW  CRW  R   RW  R   R    R   -  RS  S* -  -  -
contact     CRW  CRW  C   CRW C   C    R   -  x   -  -  -  -
assessment  CR   CR   R   CR  R   RWF  R   S  R   -  -  -  -
eligibility CRW  RWF  WS  RWS RWS RWS  RW  -  RiS -  -  -  -
action-plan CRWF RWF  CRW RW  RW  -    R   -  RiS i  R  -  -
iep-or-504  CRW  RW   RW  CRW RW  RW   RW  -  Ri  i  R  R  -
activate    F    F    -   -   -   -    F   -  S   -  -  x  -
assignment  A    A    -   R   R   -    A   A  R   -  -  R  -
service-log R    R    L   L   L   -    R   RS x   -  -  -  x
progress    RWF  R    W   W   W   -    R   -  R   R  -  x  -
review      CRWF RWF  RW  RW  RW  RW   RW  -  RiS i  R  x  -
version     C    CP   -   C   -   -    C   -  R   -  -  U  -
move        -    Q    -   -   -   -    P   -  -   -  -  D  -
`;

const columns: Readonly<Record<string, Role>> = {
  CC: 'coordinator',
  AD: 'administrator',
  TE: 'teacher',
  SE: 'special-educator',
  PR: 'provider',
  EV: 'evaluator',
  DA: 'district',
  SU: 'supervisor',
  PA: 'parent',
  ST: 'student',
  IN: 'interpreter',
  SY: 'system',
  BI: 'billing',
};

const [head = [], ...lines] = matrix
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/));
const letters = new Map(
  lines.flatMap(([object, ...row]) => row.map((cell, at) => [`${object} ${columns[head[at + 1] as string]}`, cell])),
);
const cellOf = (object: string, role: Role) => letters.get(`${object} ${role}`) as string;

/** The objects that stand in each kind of document that a team writes. */
const objects: Readonly<Partial<Record<DocumentKind, (cell: Cell) => readonly string[]>>> = {
  concern: () => ['concern', 'referral'],
  evidence: () => ['performance'],
  invitation: () => ['conference'],
  conference: () => ['conference'],
  // The matrix has no needs of its own: they are a part of the draft of the plan.
  needs: () => ['iep-or-504'],
  evaluation: () => ['evaluation'],
  consent: () => ['consent'],
  assessment: () => ['assessment'],
  eligibility: () => ['eligibility'],
  notice: () => ['notice'],
  plan: ({ track }) => [track === 'action' ? 'action-plan' : 'iep-or-504'],
  progress: () => ['progress'],
  review: () => ['review'],
};

const staff = new Set<Role>([
  'coordinator',
  'administrator',
  'teacher',
  'special-educator',
  'provider',
  'evaluator',
  'district',
]);
const lead = new Set<Role>(['coordinator', 'administrator']);
const teaching = new Set<Role>(['teacher', 'special-educator', 'provider']);
type Answer = 'read' | 'write' | null;

/** What a role may do at most, by the letters of the objects: of an adult student the parents' letters. */
function most(kind: DocumentKind, cell: Cell): Answer {
  const { role, relation, afterTransfer } = cell;
  const adult = role === 'student' && afterTransfer && (relation === 'self' || relation === 'adult-self');
  const own = (objects[kind]?.(cell) ?? []).flatMap((object) => [
    ...(adult ? [cellOf(object, 'parent')] : []),
    ...(cellOf(object, role).endsWith('*') && !adult ? [] : [cellOf(object, role)]),
  ]);
  if (own.some((cell) => cell.includes('W'))) return 'write';
  return own.some((cell) => /[RSL]/.test(cell)) ? 'read' : null;
}

/** By which relationships a role has its letters: the whole of them, or only to read. */
function reach({ role, relation }: Cell): Answer {
  if (role === 'district') return relation === 'team' ? 'write' : relation === 'district' ? 'read' : null;
  if (lead.has(role)) return relation === 'team' || relation === 'school' ? 'write' : null;
  if (staff.has(role) || role === 'supervisor') return relation === 'team' ? 'write' : null;
  if (role === 'parent') return relation === 'child' ? 'read' : null;
  if (role === 'interpreter') return relation === 'invited' ? 'read' : null;
  const student = relation === 'self' || relation === 'adult-self';
  return role === 'student' && student ? 'read' : null;
}

const less = (one: Answer, other: Answer): Answer =>
  one === null || other === null ? null : one === 'read' || other === 'read' ? 'read' : 'write';

function expected(kind: DocumentKind, cell: Cell): Answer {
  const open = whileOpen(kind, cell);
  return cell.stand === 'open' ? open : open && 'read';
}

/** The answer of the matrix, with what the design says of rooms that the matrix does not know. */
function whileOpen(kind: DocumentKind, cell: Cell): Answer {
  const { role, relation, stand, afterTransfer } = cell;
  const sealed = stand === 'sealed';
  if (relation === 'break-glass') return role === 'system' || role === 'district' ? 'read' : null;
  if (role === 'system' || role === 'billing') return null;
  const teachingProvider = teaching.has(role) && relation === 'provider';

  switch (kind) {
    case 'official': {
      if (relation === 'starter' || relation === 'provider')
        return lead.has(role) || teaching.has(role) ? 'read' : null;
      return less(reach(cell), 'read');
    }
    case 'family':
      if (relation === 'writer') {
        if (role === 'parent') return afterTransfer ? 'read' : 'write';
        return role === 'student' || role === 'interpreter' ? 'write' : null;
      }
      return staff.has(role) && relation !== 'district' ? less(reach(cell), 'read') : null;
    case 'log':
      if (relation === 'writer') return teaching.has(role) || role === 'coordinator' ? 'write' : null;
      return role === 'supervisor' ? less(reach(cell), 'read') : null;
    case 'services':
      if (teachingProvider) return 'read';
      return /[RL]/.test(cellOf('service-log', role)) ? less(reach(cell), 'read') : null;
    case 'assessment':
      if (relation === 'writer')
        return role === 'evaluator' || role === 'provider' || role === 'special-educator' ? 'write' : null;
      return sealed || role === 'evaluator' ? less(less(reach(cell), most(kind, cell)), 'read') : null;
    case 'concern':
      if (relation === 'starter') {
        if (role === 'parent') return afterTransfer ? 'read' : 'write';
        return teaching.has(role) ? 'write' : null;
      }
      if ((role === 'parent' || role === 'student') && !sealed) return null;
      return less(reach(cell), most(kind, cell));
    case 'plan':
      return teachingProvider ? 'read' : less(reach(cell), most(kind, cell));
    case 'progress':
      return teachingProvider ? 'write' : less(reach(cell), most(kind, cell));
    default:
      return less(reach(cell), most(kind, cell));
  }
}

describe('the matrix of roles and objects', () => {
  it('has a cell for every role and object', () => {
    assert.deepEqual(Object.values(columns).sort(), roles.map(({ id }) => id).sort());
    assert.equal(letters.size, lines.length * roles.length);
    for (const line of lines) assert.equal(line.length, head.length, line[0]);
  });

  for (const { kind } of documents)
    it(`${kind}: opens as it says, to nobody else`, () => {
      let asked = 0;
      for (const cell of cells()) {
        assert.equal(answer(kind, cell), expected(kind, cell), named(cell));
        asked++;
      }
      assert.equal(asked, 3 * 2 * 3 * roles.length * everyRelation.length);
    });
});

/** For each decision the letters of an object that give it; and the roles beyond or without the letters, each for its reason. */
const lettersOf: Readonly<Record<keyof typeof deciders, string>> = {
  'concern.submit': 'concern C',
  'referral.return': 'referral F',
  'referral.file': 'referral F',
  'suspicion.raise': 'referral C',
  // The system role sees nothing of a case without a reason, and adds nobody to its team.
  'team.add': 'team W -system',
  'team.remove': 'team W -system',
  'team.coordinate': 'team W -system',
  'family.admit': 'team W -system',
  'conference.schedule': 'conference C',
  'conference.hold': 'conference C',
  'invitation.send': 'conference C',
  'contact.record': 'contact C',
  'process.abbreviate': 'referral F',
  'evidence.complete': 'referral F',
  'needs.define': 'referral F',
  // The coordinator, or the district, records what the team decided.
  'evaluation.decide': 'evaluation F +coordinator +district',
  'reevaluation.open': 'evaluation C',
  'consent.request': 'consent W',
  'consent.provide': 'consent W',
  'consent.record': 'consent W',
  'consent.revoke': 'consent W',
  'assessment.request': 'assessment C',
  // Whoever was asked for the assessment is its evaluator.
  'assessment.file': 'assessment F +provider +special-educator',
  'eligibility.decide': 'eligibility F +coordinator +district',
  'notice.draft': 'notice C',
  'notice.provide': 'notice F +coordinator',
  'plan.present': 'iep-or-504 C +administrator',
  'plan.activate': 'activate F',
  'plan.revise': 'version C',
  'document.correct': 'version CU',
  'correction.file': 'version P',
  'provider.assign': 'assignment A',
  // Whoever the plan names as provider, the coordinator too, logs what they gave.
  'service.sign': 'service-log L +coordinator',
  'service.void': 'service-log L +coordinator +supervisor',
  'progress.open': 'progress W',
  'progress.publish': 'progress F',
  // A teacher may see the need for a review first.
  'review.open': 'review C +administrator +special-educator +teacher',
  'review.decide': 'review F',
  // The matrix has no object for these.
  'clock.correct': '- - +coordinator +administrator +district',
  'event.record': '- - +coordinator +administrator +special-educator',
  'rights.transfer': '- - +coordinator +administrator +district',
  'access.break': '- - +system +district',
  'access.review': '- - +coordinator +administrator',
  'case.move': 'move PD',
  'case.supersede': 'referral F',
  'case.close': 'referral F',
};

describe('the deciders', () => {
  const rows: Readonly<Record<string, DeciderRow>> = deciders;

  for (const [action, says] of Object.entries(lettersOf))
    it(`${action}: ${says}`, () => {
      const [object = '', wanted = '', ...changes] = says.split(' ');
      const has = (role: Role) =>
        [...wanted].some((letter) => (letters.get(`${object} ${role}`) ?? '').includes(letter));
      const by = new Set<Role>(roles.map(({ id }) => id).filter(has));
      for (const change of changes) {
        const role = change.slice(1) as Role;
        if (change.startsWith('+')) by.add(role);
        else by.delete(role);
      }
      // A student has the parents' letters from majority on; a concern is begun by the parents' form alone.
      if (by.has('parent') && action !== 'concern.submit') by.add('student');
      assert.deepEqual([...(rows[action]?.roles ?? [])].sort(), [...by].sort());
    });

  it('each have a relation by which they may', () => {
    for (const [action, { roles: may, relations }] of Object.entries(rows)) {
      for (const role of may)
        assert.ok(
          relations.some((relation) => relationsOfRole[role].includes(relation)),
          `${action}: ${role}`,
        );
      const used = (relation: Relation) => may.some((role) => relationsOfRole[role].includes(relation));
      for (const relation of relations) assert.ok(used(relation), `${action}: ${relation}`);
    }
  });

  it('are the deciders of the actions', () => {
    for (const { id, roles: may, relations } of actions.filter(({ id }) => id in rows)) {
      assert.deepEqual([...may].sort(), [...(rows[id]?.roles ?? [])].sort(), id);
      assert.deepEqual([...relations].sort(), [...(rows[id]?.relations ?? [])].sort(), id);
    }
  });
});
