import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeCommand, tracksOf } from './case.fixtures.js';
import { contentsOf, documentsCopied } from './contents.js';
import { type Command, decide, documentsRead, readiness, startCase } from './decide.js';
import { fold } from './fold.js';
import { actions } from './tables/actions.js';
import { fields } from './tables/fields/index.js';
import { states } from './tables/stages.js';
import { samplePeople, sampleStudent, walk } from './testing.js';
import type { Decision, DocumentView, Plain, RowView } from './types.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

function taken(command: Command): Decision {
  const answer = decide(hawaiiClassic, command);
  assert.ok(answer.ok, JSON.stringify(answer));
  return answer.decision;
}

function refused(command: Command): string {
  const answer = decide(hawaiiClassic, command);
  return answer.ok ? 'taken' : answer.code;
}

describe('a decision', () => {
  for (const row of actions) {
    const command = completeCommand(row.id, tracksOf(row.id)[0]);
    it(`${row.id} is taken only where it starts from`, () => {
      for (const { id } of states) {
        const state = { ...command.state, state: id };
        assert.equal(refused({ ...command, state }), row.from.includes(id) ? 'taken' : 'not-open', id);
        const { open } = readiness(hawaiiClassic, { ...command, state });
        assert.equal(open, row.from.includes(id), id);
      }
    });

    it(`${row.id} refuses each answer of another kind than its form asks for, and answers to no question`, () => {
      assert.equal(refused({ ...command, payload: { ...command.payload, colour: 'red' } }), 'invalid-payload');
      for (const field of fields.filter(({ of }) => of === row.id)) {
        const wrong: Plain = field.type === 'yes-no' ? 'yes' : field.type === 'choice' ? 'no such code' : 7;
        const payload = { ...command.payload, [field.name]: wrong };
        assert.equal(refused({ ...command, payload }), 'invalid-payload', field.name);
      }
    });
  }

  it('records facts, never narrative', () => {
    const told = JSON.stringify(walk('idea').decisions.map(({ facts }) => facts));
    for (const words of ['syllables', 'reads aloud', 'quiet room', 'small group', 'little sister'])
      assert.equal(told.includes(words), false, words);
  });

  it('keeps its own short words apart from the facts', () => {
    const decision = taken(completeCommand('process.abbreviate'));
    assert.deepEqual(decision.words, { reason: 'One need, known from the screening.' });
    assert.equal(decision.facts['hasReason'], true);
  });

  it('of an unknown action, a right that is missing, an unknown version: each its own code', () => {
    const command = completeCommand('plan.activate');
    assert.equal(refused({ ...command, action: 'plan.shred' }), 'unknown-action');
    assert.equal(refused({ ...command, action: 'constructor' }), 'unknown-action');
    assert.equal(refused({ ...command, actor: samplePeople.parent, relations: ['child'] }), 'no-right');
    const state = { ...command.state, processVersion: 'hawaii-classic/99' };
    assert.equal(refused({ ...command, state }), 'unknown-version');
    assert.equal(readiness(hawaiiClassic, { ...command, state }).open, false);
  });
});

describe('two people deciding at once', () => {
  it('refuses the second with what was decided since', () => {
    const command = completeCommand('evidence.complete');
    const filed = command.state.decisions.find(({ action }) => action === 'referral.file');
    const answer = decide(hawaiiClassic, { ...command, base: (filed?.seq ?? 0) - 1 });
    assert.ok(!answer.ok && answer.code === 'stale');
    assert.deepEqual(
      (answer.detail?.['since'] as Decision[] | undefined)?.map(({ action }) => action),
      ['referral.file'],
    );
  });

  it('takes a strict decision when only commuting ones came between', () => {
    const command = completeCommand('plan.activate', 's504');
    const notice = command.state.decisions.findLast(({ action }) => action === 'eligibility.decide');
    assert.equal(refused({ ...command, base: notice?.seq ?? 0 }), 'taken');
  });

  it('takes a commuting decision whatever the person had seen', () => {
    assert.equal(refused({ ...completeCommand('notice.provide', 's504'), base: 0 }), 'taken');
  });
});

describe('documents of a decision', () => {
  it('are the ones it reads, by id', () => {
    const { state } = walk('s504', { until: 'evaluate-plan' });
    assert.deepEqual(documentsRead(hawaiiClassic, state, 'review.decide', {}, 'coordinator'), ['review-1']);
    assert.deepEqual(documentsRead(hawaiiClassic, state, 'service.sign', {}, 'provider'), ['log-1']);
    assert.deepEqual(documentsRead(hawaiiClassic, state, 'team.add', {}, 'coordinator'), []);
  });

  it('are never another person’s log', () => {
    const { state } = walk('s504', { until: 'evaluate-plan' });
    assert.deepEqual(documentsRead(hawaiiClassic, state, 'service.sign', {}, 'teacher'), []);
    assert.deepEqual(documentsRead(hawaiiClassic, state, 'service.sign', { document: 'log-1' }, 'teacher'), []);
  });

  it('are open ones of the kind: a conference is closed once', () => {
    const command = completeCommand('conference.hold', 's504');
    const document = String(command.payload['document']);
    const { state } = walk('s504', { until: 'evaluate-plan' });
    assert.equal(refused({ ...command, state, base: state.seq }), 'not-open');
    assert.equal(refused({ ...command, payload: { document: 'concern' } }), 'not-open');
    assert.equal(refused({ ...command, payload: {} }), 'unmet');
    assert.deepEqual(taken(command).seals, [{ document, version: 1, hash: '' }]);
  });

  it('abbreviating seals the evidence that is open, and the needs begun', () => {
    const early = completeCommand('process.abbreviate');
    assert.deepEqual(documentsRead(hawaiiClassic, early.state, early.action, {}, 'coordinator'), ['evidence']);
    assert.deepEqual(
      taken(early).seals.map(({ document }) => document),
      ['evidence'],
    );
    const late = { ...early, ...walk('action', { path: 'full', before: 'needs.define' }) };
    const decision = taken({ ...late, base: late.state.seq });
    assert.deepEqual(
      decision.seals.map(({ document }) => document),
      ['needs'],
    );
    assert.deepEqual(documentsCopied(hawaiiClassic, late.state, decision), ['needs']);
    const { state, documents } = late;
    const plan = contentsOf(hawaiiClassic, { state, decision, documents, newId: () => 'new' })['plan-1'];
    const statements = (view: DocumentView | undefined) =>
      ((view?.['needs'] ?? []) as readonly RowView[]).map(({ id, statement }) => [id, statement]);
    assert.deepEqual(statements(plan), statements(documents['needs']));
  });

  it('activation seals the plan, cites the family and opens one log a provider', () => {
    const decision = taken(completeCommand('plan.activate', 'idea'));
    assert.deepEqual(
      decision.seals.map(({ document }) => document),
      ['plan-1'],
    );
    assert.deepEqual(
      decision.cites.map(({ document }) => document),
      ['family-1'],
    );
    assert.deepEqual(decision.opens, [{ document: 'log-1', writer: 'provider' }, { document: 'services-2026-2027' }]);
  });

  it('signing in a new school year opens its services once', () => {
    const command = completeCommand('service.sign');
    assert.deepEqual(taken(command).opens, []);
    const { 'services-2026-2027': _services, ...documents } = command.state.documents;
    const opens = taken({ ...command, state: { ...command.state, documents } }).opens;
    assert.deepEqual(opens, [{ document: 'services-2026-2027' }]);
  });

  it('a revision opens the next plan with a copy of the active one, and keeps its providers signing', () => {
    const { state, documents } = walk('action', { review: 'revise' });
    const last = state.decisions.at(-1) as Decision;
    const before = fold(state.decisions.slice(0, -1));
    assert.ok(before);
    assert.deepEqual(last.opens, [{ document: 'plan-2' }]);
    assert.deepEqual(documentsCopied(hawaiiClassic, before, last), ['plan-1']);
    const material = { state: before, decision: last, documents, newId: () => 'new' };
    const plan = contentsOf(hawaiiClassic, material)['plan-2'];
    assert.deepEqual(plan?.['goals'], documents['plan-1']?.['goals']);
    // The term and the activation are asked anew.
    assert.deepEqual([plan?.['startDate'], plan?.['endDate'], plan?.['reviewDate']], [undefined, undefined, undefined]);
    assert.equal(state.state, 'develop-plan');
    const sign = completeCommand('service.sign');
    const answer = decide(hawaiiClassic, { ...sign, state: { ...state, sessions: [] }, documents, base: state.seq });
    assert.equal(answer.ok && answer.decision.to, 'develop-plan');
  });

  it('the start opens the record and the concern', () => {
    const decision = startCase(hawaiiClassic, {
      caseId: 'c',
      key: 'k',
      actor: samplePeople.teacher,
      student: sampleStudent,
      day: '2026-08-17',
      at: '2026-08-17T18:00:00Z',
    });
    assert.deepEqual(decision.opens, [{ document: 'official' }, { document: 'concern' }]);
    assert.equal(fold([decision])?.state, 'express-concern.draft');
    assert.deepEqual(fold([decision])?.student, { ...sampleStudent, birthDate: null });
  });
});
