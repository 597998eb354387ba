import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { isPrompt, type Plain } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { completeAssessment, completeEvaluation, completePlan } from '@ssp-kit/process/testing';
import type { CaseAnswer } from '@ssp-kit/protocol';
import { contentHash, edits } from '@ssp-kit/record';
import { startTestServer, type TestServer } from '../src/index.js';
import { api, closeDocuments, decide, openDocument, until } from './helpers/client.js';
import { addStudent, castOf, fillDistrict } from './helpers/district.js';
import { activeIep, type Part, WireCase } from './helpers/whole-case.js';

const elements = ['action', 'why', 'basis', 'safeguards', 'help', 'options', 'factors'] as const;

describe('the documents of the whole process', () => {
  let server: TestServer;

  before(async () => {
    server = await startTestServer();
    await fillDistrict(server);
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  const begin = async (of?: string) => WireCase.begin(await castOf(server, of ?? (await addStudent(server))));
  const get = (told: WireCase, by: Part, path = '') =>
    api(server.url, told.cast.tokens[by], 'GET', `/api/cases/${told.id}${path}`);
  /** The code of a refusal and what was missing. */
  async function refusal(told: WireCase, by: Part, action: string, payload: Record<string, Plain> = {}) {
    const result = await decide(server.url, told.cast.tokens[by], told.id, action, payload);
    assert.ok(!result.ok, `${action} was taken`);
    return { code: result.code, unmet: result.unmet.map(({ id }) => id) };
  }

  /** A case in which it is to be decided whether to evaluate, with everything written for it. */
  async function toEvaluate(): Promise<WireCase> {
    const told = await begin();
    await told.refer();
    await told.defineNeeds();
    await told.write('coordinator', 'evaluation', completeEvaluation(told.today));
    return told;
  }

  it('drafts a notice with its seven contents by the decision that owes it', async () => {
    const told = await toEvaluate();
    const { decision } = await told.decide('coordinator', 'evaluation.decide');
    assert.deepEqual(decision.owes, ['evaluation']);
    assert.deepEqual(
      decision.opens.map(({ document, about }) => [document, about]),
      [
        ['consent-1', '102a'],
        ['notice-1', 'evaluation'],
      ],
    );
    const draft = await told.read('coordinator', 'notice-1');
    for (const name of elements) assert.match(String(draft[name]), /\w+ \w+/, name);
    assert.match(String(draft['action']), /^The school proposes a first evaluation of Lani Tester/);
    assert.match(String(draft['why']), /Daily help did not close the gap/);
    assert.deepEqual([draft['verb'], draft['mode'], draft['subject']], ['proposes', 'initiate', 'evaluation']);
    const asks = elements.filter((name) => isPrompt(draft[name]));
    assert.ok(asks.length > 0);
    const { unmet } = await refusal(told, 'coordinator', 'notice.provide', { document: 'notice-1' });
    assert.ok(unmet.includes('notice.provide/elements'));
  });

  it('writes the decision, its seal and its drafts in one transaction', async () => {
    const told = await toEvaluate();
    const { tables } = server.app.store;
    const opens = `NEW.case_id = '${told.id}' AND NEW.kind = 'notice'`;
    await tables.write([
      { sql: `CREATE TRIGGER no_room BEFORE INSERT ON rooms WHEN ${opens} BEGIN SELECT RAISE(ABORT, 'no room'); END` },
    ]);
    const { seq } = await told.state();
    const command = {
      ...{ key: randomUUID(), action: 'evaluation.decide', payload: {}, base: seq },
      processVersion: hawaiiClassic.version,
    };
    const path = `/api/cases/${told.id}/commands`;
    const failed = await api(server.url, told.cast.tokens.coordinator, 'POST', path, command);
    assert.equal(failed.status, 503);
    assert.equal((await told.state()).seq, seq);
    assert.equal((await get(told, 'coordinator', '/documents/evaluation')).body.state, 'open');
    await told.write('coordinator', 'evaluation', { existingData: 'Screenings, and what the family tells.' });
    await tables.write([{ sql: 'DROP TRIGGER no_room' }]);
    const taken = await api(server.url, told.cast.tokens.coordinator, 'POST', path, command);
    assert.equal(taken.body.ok, true);
    assert.equal((await told.state()).documents['notice-1']?.stands, 'draft');
    const sealed = await get(told, 'coordinator', '/documents/evaluation');
    assert.equal(sealed.body.content.existingData, 'Screenings, and what the family tells.');
  });

  it('seals a corrected version, and the old one stays on record as superseded', async () => {
    const told = await begin();
    await told.refer('no');
    const before = (await get(told, 'coordinator', '/documents/concern')).body;
    await told.decide('coordinator', 'document.correct', { document: 'concern', note: 'A name was misspelled.' });
    const copy = await openDocument(server.url, told.cast.tokens.coordinator, told.room('concern-2'));
    assert.equal(await contentHash(copy.view()), before.hash);
    const file = { document: 'concern-2' };
    assert.deepEqual(await refusal(told, 'coordinator', 'correction.file', file), { code: 'no-right', unmet: [] });
    assert.deepEqual((await refusal(told, 'administrator', 'correction.file', file)).unmet, [
      'correction.file/changes',
    ]);
    await told.write('coordinator', 'concern-2', { raisedBy: 'Ms. Akana, grade 3 teacher, room 4' });
    const { decision } = await told.decide('administrator', 'correction.file', file);
    assert.deepEqual(
      decision.seals.map(({ document }) => document),
      ['concern-2'],
    );
    const { documents } = await told.state();
    assert.deepEqual(
      [documents['concern']?.stands, documents['concern-2']?.stands, documents['concern-2']?.corrects],
      ['superseded', 'final', 'concern'],
    );
    const [old, corrected] = [
      (await get(told, 'coordinator', '/documents/concern')).body,
      (await get(told, 'coordinator', '/documents/concern-2')).body,
    ];
    assert.equal(old.hash, before.hash);
    assert.deepEqual([corrected.state, corrected.hash], ['sealed', decision.seals[0]?.hash]);
    assert.equal(corrected.content.raisedBy, 'Ms. Akana, grade 3 teacher, room 4');
  });

  it('lets an assessment be written and filed by its evaluator alone', async () => {
    const told = await toEvaluate();
    const { url, tokens, persons } = { ...told.cast };
    await told.decide('coordinator', 'evaluation.decide');
    await told.consent('102a', 'evaluation');
    const asked = { person: persons.evaluator, area: 'academic', due: told.today };
    await told.decide('coordinator', 'assessment.request', asked);
    const room = told.room('assessment-1');
    for (const part of ['coordinator', 'provider', 'special', 'mother', 'administrator'] as const) {
      assert.equal(await (await openDocument(url, tokens[part], room)).closed, 4403, part);
      assert.equal((await get(told, part, '/documents/assessment-1')).status, 403, part);
      const { code } = await refusal(told, part, 'assessment.file', { document: 'assessment-1' });
      assert.equal(code, 'no-right', part);
    }
    const author = await openDocument(url, tokens.evaluator, room);
    assert.equal(author.view()['area'], 'academic');

    const other = await server.token({ sub: 'p-other', name: 'Olga Tester', roles: ['evaluator'] });
    await told.decide('coordinator', 'team.add', { person: 'p-other', name: 'Olga Tester', role: 'Evaluator' });
    const reader = await openDocument(url, other, room);
    author.type('findings', 'Reads by guessing.');
    await until(reader.doc, () => reader.view()['findings'] === 'Reads by guessing.', 'the findings');
    edits(hawaiiClassic, reader.doc, 'assessment').set('tool', 'My own tool');
    assert.equal(await reader.closed, 4403);
    assert.equal(author.view()['tool'] ?? null, null);

    await told.write('evaluator', 'assessment-1', completeAssessment(told.today));
    await told.decide('evaluator', 'assessment.file', { document: 'assessment-1' });
    for (const part of ['coordinator', 'provider', 'mother'] as const) {
      const { status, body } = await get(told, part, '/documents/assessment-1');
      assert.deepEqual([status, body.state], [200, 'sealed'], part);
    }
  });

  it('shows the family what is theirs to read, and no more', async () => {
    const told = await activeIep(await castOf(server));
    const answer = (await get(told, 'mother')).body as CaseAnswer;
    const shown = new Map(answer.rooms.map(({ document, may }) => [document, may]));
    const { documents } = await told.state();
    const hidden = new Set(['log', 'services']);
    for (const { id, kind } of Object.values(documents)) {
      const may = kind === 'family' ? 'write' : hidden.has(kind) ? undefined : 'read';
      assert.equal(shown.get(id), may, id);
      const { status } = await get(told, 'mother', `/documents/${id}`);
      assert.equal(status, may ? 200 : 403, id);
    }
    for (const action of ['notice.draft', 'plan.revise', 'team.add', 'document.correct']) {
      assert.equal((await refusal(told, 'mother', action)).code, 'no-right', action);
    }
  });

  it('activates one plan of a kind a student', async () => {
    const student = await addStudent(server);
    const inWriting = async () => {
      const told = await begin(student);
      await told.refer('no');
      await told.decide('coordinator', 'process.abbreviate', { reason: 'One need.' });
      await told.write('teacher', 'plan-1', completePlan('action', told.today, told.cast.persons.provider));
      return told;
    };
    const first = await inWriting();
    await first.decide('coordinator', 'plan.activate');
    // As when a district finds out that two students of its roster are one.
    const { tables } = server.app.store;
    await tables.write([{ sql: `UPDATE cases SET student = 'other' WHERE id = ?`, args: [first.id] }]);
    const second = await inWriting();
    await tables.write([{ sql: 'UPDATE cases SET student = ? WHERE id = ?', args: [student, first.id] }]);
    const { unmet } = await refusal(second, 'coordinator', 'plan.activate');
    assert.deepEqual(unmet, ['plan.activate/one']);
    const third = await begin(student);
    await third.write('teacher', 'concern', (await get(first, 'coordinator', '/documents/concern')).body.content);
    assert.deepEqual((await refusal(third, 'coordinator', 'referral.file')).unmet, ['referral.file/one-open']);
  });
});
