import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayOpen, mayStart, relationsIn } from './access.js';
import type { CaseState } from './case-state.js';
import { decide } from './decide.js';
import { actions } from './tables/actions.js';
import { documents } from './tables/documents.js';
import { type Relation, rights, rosterRights } from './tables/rights.js';
import { roles } from './tables/roles.js';
import { completeCommand, samplePeople, walk } from './testing.js';
import type { Actor } from './types.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

const everyRelation: readonly Relation[] = [
  'school',
  'class',
  'team',
  'starter',
  'child',
  'self',
  'district',
  'writer',
  'provider',
];
const stranger = (role: string): Actor => ({ person: 'stranger', name: 'A stranger', roles: [role] });
const underWay = walk('s504', { until: 'evaluate-plan' }).state;

/** A state in which a document was opened for the stranger, who belongs to the case as family only. */
function withWriter(state: CaseState, kind: string): CaseState {
  const id = `${kind}-9`;
  return {
    ...state,
    documents: {
      ...state.documents,
      [id]: { id, kind, state: 'open', openedOn: '2026-08-17', openedBy: 1, writer: 'stranger' },
    },
    family: [...state.family, { person: 'stranger', name: 'A stranger', relation: '', document: id }],
  };
}

describe('who may decide', () => {
  for (const row of actions) {
    it(`${row.id}: the roles and relations of its row, nobody else`, () => {
      const command = completeCommand(
        row.id,
        row.id === 'process.abbreviate' || !isForSuspected(row.id) ? 'action' : 's504',
      );
      for (const { id: role } of roles)
        for (const relation of everyRelation) {
          const state = relation === 'writer' ? withWriter(command.state, 'log') : command.state;
          const { document: _named, ...payload } = command.payload;
          const answer = decide(hawaiiClassic, {
            ...command,
            state,
            payload,
            actor: stranger(role),
            relations: [relation],
          });
          const may = row.roles.some((name) => name === role) && row.relations.some((name) => name === relation);
          assert.equal(!answer.ok && answer.code === 'no-right', !may, `${role} (${relation})`);
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

function isForSuspected(action: string): boolean {
  return ['evaluation.decide', 'consent.record', 'eligibility.decide', 'notice.record'].includes(action);
}

describe('who may open a document', () => {
  /** One document of every kind, all open. */
  const open: CaseState = {
    ...underWay,
    documents: Object.fromEntries(
      documents.map(
        ({ kind }) =>
          [kind, { id: kind, kind, state: 'open', openedOn: '2026-08-17', openedBy: 1, writer: 'stranger' }] as const,
      ),
    ),
    family: [{ person: 'stranger', name: '', relation: '', document: 'family' }],
  };
  const sealed: CaseState = {
    ...open,
    documents: Object.fromEntries(Object.values(open.documents).map((row) => [row.id, { ...row, state: 'sealed' }])),
  };
  const notWriting: CaseState = { ...open, family: [] };

  for (const { kind } of documents) {
    it(`${kind}: as its rows say, for every role and relation`, () => {
      for (const { id: role } of roles)
        for (const relation of everyRelation) {
          const rows = rights.filter(
            (row) =>
              row.document === kind &&
              row.roles.some((name) => name === role) &&
              row.relations.some((name) => name === relation),
          );
          const always = rows.filter((row) => row.sealed === undefined);
          const expected = always.some(({ may }) => may === 'write') ? 'write' : always.length > 0 ? 'read' : null;
          const who = `${role} (${relation})`;
          const [actor, state] = [stranger(role), relation === 'writer' ? open : notWriting];
          const given = relation === 'writer' ? [] : [relation];
          assert.equal(mayOpen(hawaiiClassic, state, kind, actor, given), expected, who);
          if (relation !== 'writer')
            assert.equal(
              mayOpen(hawaiiClassic, { ...sealed, family: [] }, kind, actor, given),
              rows.length > 0 ? 'read' : null,
              `${who}, sealed`,
            );
          assert.equal(
            mayOpen(hawaiiClassic, { ...state, state: 'closed' }, kind, actor, given),
            expected && 'read',
            `${who}, closed`,
          );
        }
    });
  }

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

  it('opens nothing that the case does not have', () => {
    for (const id of ['plan-7', 'constructor', '__proto__', ''])
      assert.equal(mayOpen(hawaiiClassic, underWay, id, samplePeople.coordinator, everyRelation), null);
  });
});

describe('relations', () => {
  it('come from the case’s own record', () => {
    const { state } = walk('action', { until: 'implement-plan' });
    assert.deepEqual(relationsIn(state, samplePeople.provider), ['team', 'provider']);
    assert.deepEqual(relationsIn(state, samplePeople.teacher), ['team', 'starter']);
    assert.deepEqual(relationsIn(state, samplePeople.parent), ['child']);
    assert.deepEqual(relationsIn(state, stranger('coordinator')), []);
  });

  it('end with the membership of the team, the log included', () => {
    const { state } = walk('action', { until: 'implement-plan' });
    const left = { ...state, team: state.team.filter(({ person }) => person !== 'provider') };
    assert.deepEqual(relationsIn(left, samplePeople.provider), []);
    for (const document of Object.keys(left.documents))
      assert.equal(
        mayOpen(hawaiiClassic, left, document, samplePeople.provider, relationsIn(left, samplePeople.provider)),
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
