import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayDecideUnseen, mayOpen, mayStart, relationsIn } from './access.js';
import { completeCommand, tracksOf } from './case.fixtures.js';
import type { CaseDocument, CaseState } from './case-state.js';
import { decide } from './decide.js';
import { emergencyEnd } from './records.js';
import { foldNext } from './fold.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import {
  answer,
  type Cell,
  cells,
  counts,
  named,
  standing,
  stranger,
  transferred,
  underWay,
} from './rights.fixtures.js';
import { type ActionRow, actions } from './tables/actions.js';
import { deciders } from './tables/deciders.js';
import { documents } from './tables/documents.js';
import { everyRelation, type Relation } from './tables/relations.js';
import { type RightRow, rights, rosterRights } from './tables/rights.js';
import { roles } from './tables/roles.js';
import { samplePeople, walk } from './testing.js';
import type { Actor, Decision } from './types.js';

/** A state in which a document was opened for the stranger, who belongs to the case as family only. */
function withWriter(state: CaseState, kind: string): CaseState {
  const id = `${kind}-9`;
  return {
    ...state,
    documents: {
      ...state.documents,
      [id]: { id, kind, state: 'open', stands: 'draft', openedOn: '2026-08-17', openedBy: 1, writer: 'stranger' },
    },
    family: [...state.family, { person: 'stranger', name: 'A stranger', relation: '', document: id }],
  };
}

describe('who may decide', () => {
  for (const row of actions) {
    it(`${row.id}: the roles and relations of its row, nobody else`, () => {
      const command = completeCommand(row.id, tracksOf(row.id)[0]);
      for (const { id: role } of roles)
        for (const relation of everyRelation)
          for (const rightsTransferred of [null, transferred]) {
            const given = relation === 'adult-self' ? 'self' : relation;
            const state = {
              ...(relation === 'writer' ? withWriter(command.state, 'log') : command.state),
              rightsTransferred,
            };
            const actor = stranger(role);
            const answer = decide(hawaiiClassic, {
              ...command,
              state,
              payload: { ...command.payload, document: relation === 'writer' ? 'log-9' : null },
              actor,
              relations: [given],
            });
            const stands: Relation[] = [given, 'anyone', ...relationsIn(state, actor, command.at)];
            if (stands.includes('self') && rightsTransferred) stands.push('adult-self');
            const may =
              row.roles.some((name) => name === role && !(name === 'parent' && rightsTransferred)) &&
              stands.some((name) => row.relations.includes(name) && counts(role, name));
            assert.equal(
              !answer.ok && answer.code === 'no-right',
              !may,
              `${role} (${relation}) ${rightsTransferred ? 'after' : 'before'} the transfer`,
            );
          }
    });
  }

  it('signs nobody else’s log', () => {
    const command = completeCommand('service.sign');
    const other: Actor = { person: 'teacher', name: 'Mia Akana', roles: ['teacher'] };
    const answer = decide(hawaiiClassic, { ...command, actor: other, relations: ['team', 'provider'] });
    assert.equal(!answer.ok && answer.code, 'no-right');
  });
});

/** What the rows say for the same, read by the letter. */
function answerOfRows(kind: string, cell: Cell) {
  const stands: Relation[] = [cell.relation];
  if (cell.relation === 'adult-self') stands.push('self');
  if (cell.relation === 'self' && cell.afterTransfer) stands.push('adult-self');
  const holds = (row: RightRow) =>
    row.document === kind &&
    row.roles.some((name) => name === cell.role) &&
    row.relations.some((name) => stands.includes(name) && counts(cell.role, name)) &&
    !(row.relations.every((name) => name === 'adult-self') && !cell.afterTransfer) &&
    !(row.sealed && cell.stand !== 'sealed') &&
    !(row.until && cell.afterTransfer) &&
    (row.tracks === undefined || row.tracks.includes(cell.track));
  const found = rights.filter(holds);
  if (found.length === 0) return null;
  return cell.stand === 'open' && found.some(({ may }) => may === 'write') ? 'write' : 'read';
}

describe('who may open a document', () => {
  for (const { kind } of documents) {
    it(`${kind}: as its rows say, nobody else`, () => {
      for (const cell of cells()) assert.equal(answer(kind, cell), answerOfRows(kind, cell), named(cell));
    });
  }

  it('adds up the rights of several roles, each by its own relationship', () => {
    const open = standing({ stand: 'open', afterTransfer: false, track: 's504', writer: false });
    const both: Actor = { ...stranger('teacher'), roles: ['teacher', 'parent'] };
    assert.equal(mayOpen(hawaiiClassic, open, 'plan', both, ['school', 'child']), 'read');
    assert.equal(mayOpen(hawaiiClassic, open, 'plan', both, ['school', 'team']), 'write');
    assert.equal(mayOpen(hawaiiClassic, open, 'plan', both, ['school']), null);
    const system: Actor = { ...stranger('system'), roles: ['system', 'teacher'] };
    assert.equal(mayOpen(hawaiiClassic, open, 'plan', system, ['school', 'district']), null);
  });

  it('gives a parent the plan to read and their own words to write', () => {
    const { parent } = samplePeople;
    const { state } = walk('s504', { until: 'implement-plan' });
    const writing = walk('s504', { before: 'plan.activate' }).state;
    assert.equal(mayOpen(hawaiiClassic, writing, 'plan-1', parent, ['child']), 'read');
    assert.equal(mayOpen(hawaiiClassic, writing, 'family-1', parent, ['child']), 'write');
    assert.equal(mayOpen(hawaiiClassic, writing, 'family-1', { ...parent, person: 'other-parent' }, ['child']), null);
    assert.equal(mayOpen(hawaiiClassic, state, 'log-1', parent, ['child']), null);
  });

  it('gives a parent the concern of others only once it is filed', () => {
    const { parent } = samplePeople;
    assert.equal(
      mayOpen(hawaiiClassic, walk('s504', { before: 'referral.file' }).state, 'concern', parent, ['child']),
      null,
    );
    assert.equal(mayOpen(hawaiiClassic, underWay, 'concern', parent, ['child']), 'read');
  });

  it('gives a log to its provider alone', () => {
    const { state } = walk('action', { until: 'implement-plan' });
    assert.equal(mayOpen(hawaiiClassic, state, 'log-1', samplePeople.provider, ['team', 'provider']), 'write');
    assert.equal(mayOpen(hawaiiClassic, state, 'log-1', samplePeople.teacher, ['team']), null);
    assert.equal(mayOpen(hawaiiClassic, state, 'log-1', samplePeople.coordinator, ['team', 'school']), null);
  });

  it('gives the draft of an assessment to its author and the evaluators of the team alone', () => {
    const open = withWriter(underWay, 'assessment');
    const author = stranger('evaluator');
    const other: Actor = { ...author, person: 'somebody' };
    assert.equal(mayOpen(hawaiiClassic, open, 'assessment-9', author, ['team']), 'write');
    assert.equal(mayOpen(hawaiiClassic, open, 'assessment-9', other, ['team']), 'read');
    assert.equal(mayOpen(hawaiiClassic, open, 'assessment-9', samplePeople.coordinator, ['team', 'school']), null);
    assert.equal(mayOpen(hawaiiClassic, open, 'assessment-9', samplePeople.parent, ['child']), null);
  });

  it('opens nothing that the case does not have', () => {
    for (const id of ['plan-7', 'constructor', '__proto__', ''])
      assert.equal(mayOpen(hawaiiClassic, underWay, id, samplePeople.coordinator, everyRelation), null);
  });
});

/** A decision that leaves everything as it is. */
function after(state: CaseState, action: string): Decision {
  const last = state.decisions.at(-1) as Decision;
  return {
    ...last,
    seq: state.seq + 1,
    action,
    facts: {},
    words: {},
    to: state.state,
    opens: [],
    seals: [],
    cites: [],
  };
}

describe('the transfer of rights', () => {
  const student: Actor = { person: 'student', name: 'Keola Palakiko', roles: ['student'] };
  const { parent } = samplePeople;
  const minor = walk('s504', { before: 'plan.activate' }).state;
  const adult: CaseState = { ...minor, rightsTransferred: transferred };

  it('gives the student what the parents read, and leaves it to the parents', () => {
    const family = [...adult.family, { person: 'student', name: '', relation: 'Student', document: 'family-2' }];
    const words: CaseDocument = { ...(minor.documents['family-1'] as CaseDocument), id: 'family-2', writer: 'student' };
    const admitted = { ...adult, family, documents: { ...adult.documents, 'family-2': words } };
    for (const id of Object.keys(minor.documents).filter((name) => !/^(family|log|services)/.test(name))) {
      const before = mayOpen(hawaiiClassic, minor, id, parent, ['child']);
      assert.equal(before, 'read', id);
      assert.equal(mayOpen(hawaiiClassic, adult, id, parent, ['child']), 'read', id);
      assert.equal(mayOpen(hawaiiClassic, adult, id, student, ['self']), 'read', id);
    }
    assert.equal(mayOpen(hawaiiClassic, minor, 'plan-1', student, ['self']), null);
    assert.equal(mayOpen(hawaiiClassic, admitted, 'family-2', student, ['self']), 'write');
    assert.equal(mayOpen(hawaiiClassic, admitted, 'family-1', parent, ['child']), 'read');
  });

  it('is the case’s own decision, whatever a token says', () => {
    const decided = foldNext(minor, { ...after(minor, 'rights.transfer'), facts: { day: '2026-09-01' } });
    assert.deepEqual(decided.rightsTransferred, { day: '2026-09-01', seq: minor.seq + 1 });
    assert.equal(mayOpen(hawaiiClassic, decided, 'plan-1', student, ['self']), 'read');
    assert.equal(mayOpen(hawaiiClassic, minor, 'plan-1', student, ['adult-self']), null);
  });
});

describe('breaking the glass', () => {
  const system: Actor = { person: 'admin', name: 'Ana Reyes', roles: ['system'] };
  const until = '2026-12-02T10:00:00.000Z';
  const one = { person: 'admin', name: system.name, day: '2026-12-01', until, seq: 9, review: null };
  const broken: CaseState = { ...underWay, breaks: [one] };

  it('reads every document until its instant, and writes none', () => {
    const stands = relationsIn(broken, system, '2026-12-02T09:59:59.999Z');
    assert.deepEqual(stands, ['break-glass']);
    for (const id of Object.keys(broken.documents))
      assert.equal(mayOpen(hawaiiClassic, broken, id, system, stands), 'read', id);
    assert.equal(emergencyEnd(broken, system, '2026-12-02T09:59:59.999Z'), until);
    assert.equal(emergencyEnd(broken, system, until), null);
  });

  it('begins with a decision of the official record', () => {
    const decision = { ...after(underWay, 'access.break'), actor: system, day: '2026-12-31' };
    const decided = foldNext(underWay, { ...decision, facts: { until } });
    const { name } = system;
    const seq = underWay.seq + 1;
    assert.deepEqual(decided.breaks, [{ person: 'admin', name, day: '2026-12-31', until, seq, review: null }]);
  });

  it('of a process that knew no instant ends with the day after it', () => {
    const decided = foldNext(underWay, { ...after(underWay, 'access.break'), actor: system, day: '2026-12-31' });
    assert.equal(decided.breaks[0]?.until, '2027-01-02T00:00:00.000Z');
    assert.deepEqual(relationsIn(decided, system, '2027-01-01T23:59:59.999Z'), ['break-glass']);
    assert.deepEqual(relationsIn(decided, system, '2027-01-02T00:00:00.000Z'), []);
  });

  it('is open to the roles that may, before they may see the case', () => {
    const { roles: may, relations } = deciders['access.break'];
    const rows = actions.filter(({ id }) => id !== 'access.break');
    const action = { ...(actions[0] as ActionRow), id: 'access.break', roles: may, relations };
    const process = { ...hawaiiClassic, actions: [...rows, action] };
    for (const { id: role } of roles) {
      const asked = (name: string) => mayDecideUnseen(process, underWay, name, stranger(role));
      assert.equal(asked('access.break'), role === 'system' || role === 'district', role);
      for (const { id } of rows) assert.equal(asked(id), false, `${role}: ${id}`);
    }
  });

  it('ends by itself, and is nobody else’s', () => {
    assert.deepEqual(relationsIn(broken, system, until), []);
    assert.deepEqual(relationsIn(broken, { ...system, person: 'other' }, '2026-12-02T09:00:00.000Z'), []);
    for (const id of Object.keys(broken.documents))
      assert.equal(mayOpen(hawaiiClassic, broken, id, system, everyRelationOutside), null, id);
  });
});

/** What a roster or a token could say of somebody. */
const everyRelationOutside: readonly Relation[] = ['school', 'class', 'child', 'self', 'district'];

describe('relations', () => {
  const day = '2026-10-01T18:00:00.000Z';

  it('come from the case’s own record', () => {
    const { state } = walk('action', { until: 'implement-plan' });
    assert.deepEqual(relationsIn(state, samplePeople.provider, day), ['team', 'provider']);
    assert.deepEqual(relationsIn(state, samplePeople.teacher, day), ['team', 'starter']);
    assert.deepEqual(relationsIn(state, samplePeople.parent, day), ['child']);
    assert.deepEqual(relationsIn(state, stranger('coordinator'), day), []);
  });

  it('make nobody a parent who was admitted to help one', () => {
    const admitted = (relation: string): CaseState => ({
      ...underWay,
      family: [{ person: 'stranger', name: '', relation, document: 'family-9' }],
    });
    const both: Actor = { ...stranger('parent'), roles: ['interpreter', 'parent'] };
    assert.deepEqual(relationsIn(admitted('Interpreter'), both, day), ['invited']);
    assert.deepEqual(relationsIn(admitted('advocate '), stranger('parent'), day), ['invited']);
    assert.deepEqual(relationsIn(admitted('Mother'), both, day), ['child']);
    assert.deepEqual(relationsIn(admitted('Friend'), stranger('interpreter'), day), ['invited']);
    assert.deepEqual(relationsIn(admitted('Student'), stranger('student'), day), ['self']);
  });

  it('end with the membership of the team, the log included', () => {
    const { state } = walk('action', { until: 'implement-plan' });
    const left = { ...state, team: state.team.filter(({ person }) => person !== 'provider') };
    assert.deepEqual(relationsIn(left, samplePeople.provider, day), []);
    for (const document of Object.keys(left.documents))
      assert.equal(
        mayOpen(hawaiiClassic, left, document, samplePeople.provider, relationsIn(left, samplePeople.provider, day)),
        null,
        document,
      );
  });
});

it('lets the roles and relations of the roster’s rows begin a case, nobody else', () => {
  for (const { id: role } of roles)
    for (const relation of everyRelation) {
      const may = rosterRights.some(
        (row) => row.roles.some((name) => name === role) && row.relations.some((name) => name === relation),
      );
      assert.equal(mayStart(hawaiiClassic, stranger(role), [relation]), may, `${role} (${relation})`);
    }
});
