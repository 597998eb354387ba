import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { RowView } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { completeReview } from '@ssp-kit/process/testing';
import { canonicalJson, edits, projectOfficial, projectServices } from '@ssp-kit/record';
import { startTestServer, type TestServer } from '../src/index.js';
import { api, closeDocuments, decide, decideOk, openDocument, startCase, stored, until } from './helpers/client.js';
import { concern, planFor, writeView } from './helpers/contents.js';
import { addStudent, fillDistrict, mother, otherStudent, people, student, tokenOf } from './helpers/district.js';

describe('decisions', () => {
  let server: TestServer;
  let url: string;
  let coordinator: string;
  let teacher: string;
  let provider: string;

  before(async () => {
    server = await startTestServer();
    await fillDistrict(server);
    url = server.url;
    coordinator = await tokenOf(server, 'coordinator');
    teacher = await tokenOf(server, 'teacher');
    provider = await tokenOf(server, 'provider');
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  /** A case of which everything for filing is written. */
  async function written(of?: string): Promise<string> {
    const { id, rooms } = await startCase(url, teacher, of ?? (await addStudent(server)));
    const room = rooms.find(({ document }) => document === 'concern')?.room ?? '';
    const document = await openDocument(url, teacher, room);
    for (const [path, value] of Object.entries(concern)) document.set(path, value);
    await stored(url, teacher, room, document);
    document.close();
    return id;
  }

  it('starts a case once, however often it is asked', async () => {
    const id = randomUUID();
    const path = `/api/cases/${id}`;
    assert.equal((await api(url, teacher, 'PUT', path, { student })).status, 201);
    const again = await api(url, teacher, 'PUT', path, { student });
    assert.equal(again.status, 200);
    assert.deepEqual(again.body.rooms.map((room: { document: string }) => room.document).sort(), [
      'concern',
      'official',
    ]);
    assert.equal((await api(url, teacher, 'PUT', path, { student: otherStudent })).status, 409);
    assert.equal((await api(url, teacher, 'PUT', `/api/cases/${randomUUID()}`, { student: 'nobody' })).status, 404);
    assert.equal(
      (await api(url, await tokenOf(server, 'mother'), 'PUT', `/api/cases/${randomUUID()}`, { student: otherStudent }))
        .status,
      404,
    );
  });

  it('refuses with the list of what is missing, and names the fields', async () => {
    const { id } = await startCase(url, teacher, student);
    const result = await decide(url, coordinator, id, 'referral.file');
    assert.equal(result.ok, false);
    assert.equal(!result.ok && result.code, 'unmet');
    const fields = !result.ok ? result.unmet.map(({ at }) => at?.field) : [];
    assert.ok(fields.includes('receivedDate') && fields.includes('suspicion'), String(fields));
  });

  it('refuses what the role does not allow, and hides the case from who may not see it', async () => {
    const id = await written();
    const result = await decide(url, teacher, id, 'referral.file');
    assert.equal(!result.ok && result.code, 'no-right');
    const command = {
      key: randomUUID(),
      action: 'referral.file',
      payload: {},
      base: 1,
      processVersion: hawaiiClassic.version,
    };
    const special = await tokenOf(server, 'special');
    assert.equal((await api(url, special, 'POST', `/api/cases/${id}/commands`, command)).status, 404);
    assert.equal((await api(url, null, 'POST', `/api/cases/${id}/commands`, command)).status, 401);
  });

  it('answers the same key with the same answer, and another command under it not at all', async () => {
    const id = await written();
    const command = {
      key: randomUUID(),
      action: 'referral.file',
      payload: {},
      base: 1,
      processVersion: hawaiiClassic.version,
    };
    const path = `/api/cases/${id}/commands`;
    const answers = await Promise.all([1, 2, 3].map(() => api(url, coordinator, 'POST', path, command)));
    const [first] = answers.filter(({ body }) => !body.replay);
    assert.equal(answers.filter(({ body }) => body.replay).length, 2);
    for (const { body } of answers) assert.deepEqual(body.decision, first?.body.decision);
    const other = await api(url, coordinator, 'POST', path, {
      ...command,
      action: 'case.close',
      payload: { reason: 'x' },
    });
    assert.equal(other.body.code, 'key-reused');
    const old = await api(url, coordinator, 'POST', path, { ...command, key: randomUUID(), processVersion: 'other/9' });
    assert.equal(old.body.code, 'unknown-version');
  });

  it('takes one of two strict decisions at once, and tells the other what changed', async () => {
    const id = await written();
    const ask = () => {
      const command = {
        key: randomUUID(),
        action: 'referral.file',
        payload: {},
        base: 1,
        processVersion: hawaiiClassic.version,
      };
      return api(url, coordinator, 'POST', `/api/cases/${id}/commands`, command);
    };
    const [one, two] = await Promise.all([ask(), ask()]);
    const refused = [one, two].find(({ body }) => !body.ok);
    assert.equal([one, two].filter(({ body }) => body.ok).length, 1);
    assert.equal(refused?.body.code, 'stale');
    assert.equal(refused?.body.detail.since[0].action, 'referral.file');
  });

  it('seals what it decides on: the room is frozen, its content is kept with its hash, and open sockets become readers', async () => {
    const id = await written();
    const room = `case/${id}/concern@1`;
    const writer = await openDocument(url, teacher, room);
    const official = await openDocument(url, teacher, `case/${id}/official@1`);
    const { decision } = await decideOk(url, coordinator, id, 'referral.file');
    await until(official.doc, () => projectOfficial(official.doc).length === 2, 'the decision');
    assert.deepEqual(projectOfficial(official.doc)[1], decision);
    const [seal] = decision.seals;
    const { body } = await api(url, teacher, 'GET', `/api/cases/${id}/documents/concern`);
    assert.equal(body.state, 'sealed');
    assert.equal(body.hash, seal?.hash);
    assert.equal(createHash('sha256').update(canonicalJson(body.content)).digest('hex'), seal?.hash);
    assert.equal(body.content.description, concern.description);
    writer.type('description', ' too late');
    assert.equal(await writer.closed, 4423);
    const reader = await openDocument(url, teacher, room);
    assert.equal(reader.view()['description'], concern.description);
  });

  it('refuses a signature of what its signer has not seen', async () => {
    const id = await written();
    const seen = { concern: 'a'.repeat(64) };
    const refused = await decide(url, coordinator, id, 'referral.file', {}, { seen });
    assert.equal(!refused.ok && refused.code, 'changed-since-seen');
    assert.deepEqual(!refused.ok && refused.detail, { documents: ['concern'], fields: {} });
    const before = await api(url, coordinator, 'GET', `/api/cases/${id}/documents/concern`);
    const room = `case/${id}/concern@1`;
    const writer = await openDocument(url, teacher, room);
    writer.type('description', ' And he sighs.');
    await stored(url, teacher, room, writer);
    const old = { seen: { concern: before.body.hash } };
    const late = await decide(url, coordinator, id, 'referral.file', {}, old);
    assert.deepEqual(!late.ok && late.detail, { documents: ['concern'], fields: { concern: ['description'] } });
    const { body } = await api(url, coordinator, 'GET', `/api/cases/${id}/documents/concern`);
    await decideOk(url, coordinator, id, 'referral.file', {}, { seen: { concern: body.hash } });
  });

  it('has every edit that races a seal in the sealed version, or refuses it', async () => {
    const id = await written();
    const room = `case/${id}/concern@1`;
    const writers = await Promise.all([openDocument(url, teacher, room), openDocument(url, coordinator, room)]);
    let going = true;
    const typing = writers.map(async (writer, index) => {
      for (let i = 0; going; i++) {
        if (writer.provider.wsconnected) writer.type('priorSupports', `${index}-${i} `);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    const { decision } = await decideOk(url, coordinator, id, 'referral.file');
    await Promise.all(writers.map(({ closed }) => closed));
    going = false;
    await Promise.all(typing);
    const reader = await openDocument(url, teacher, room);
    const { body } = await api(url, teacher, 'GET', `/api/cases/${id}/documents/concern`);
    assert.equal(canonicalJson(reader.view()), canonicalJson(body.content));
    assert.equal(decision.seals[0]?.hash, body.hash);
  });

  it('goes the short way to an active plan, logs a session, reviews it and copies it for its revision', async () => {
    const id = await written();
    await decideOk(url, coordinator, id, 'referral.file');
    for (const [who, role] of [
      ['coordinator', 'coordinator'],
      ['teacher', 'teacher'],
      ['provider', 'provider'],
    ] as const) {
      await decideOk(url, coordinator, id, 'team.add', { person: people[who].id, role });
    }
    await decideOk(url, coordinator, id, 'team.coordinate', { person: people.coordinator.id });
    await decideOk(url, coordinator, id, 'process.abbreviate', { reason: 'A small need.' });
    const plan = await openDocument(url, teacher, `case/${id}/plan-1@1`);
    planFor(plan.doc, people.provider.id);
    await stored(url, teacher, `case/${id}/plan-1@1`, plan);
    const activated = await decideOk(url, coordinator, id, 'plan.activate');
    assert.deepEqual(
      activated.decision.opens.map(({ document }) => document.split('-')[0]),
      ['log', 'services'],
    );
    const log = await openDocument(url, provider, `case/${id}/log-1@1`);
    const service = (plan.view()['services'] as readonly { id: string }[])[0]?.id ?? '';
    const session = edits(hawaiiClassic, log.doc, 'log').addRow('sessions', {
      values: {
        service,
        date: activated.decision.day,
        minutes: 30,
        status: 'provided',
        group: 'individual',
        location: 'regular-class',
      },
    });
    edits(hawaiiClassic, log.doc, 'log').set(`sessions/${session}/note`, 'We read together.');
    await stored(url, provider, `case/${id}/log-1@1`, log);
    const year = activated.decision.opens.find(({ document }) => document.startsWith('services'))?.document ?? '';
    const services = await openDocument(url, coordinator, `case/${id}/${year}@1`);
    await decideOk(url, provider, id, 'service.sign', { document: 'log-1', session });
    await until(services.doc, () => projectServices(services.doc).length === 1, 'the signed session');
    const [entry] = projectServices(services.doc);
    assert.equal(entry?.note, 'We read together.');
    assert.equal(entry?.providerName, 'Paul Tester');
    await decideOk(url, provider, id, 'service.void', { session, reason: 'Wrong day.' });
    await until(services.doc, () => projectServices(services.doc)[0]?.voided !== null, 'the void session');

    const goal = (plan.view()['goals'] as readonly { id: string }[])[0]?.id ?? '';
    await decideOk(url, coordinator, id, 'review.open', { trigger: 'parent-request' });
    const review = await openDocument(url, teacher, `case/${id}/review-1@1`);
    writeView(review.doc, 'review', { ...completeReview(activated.decision.day), outcomes: [] });
    const [outcome] = review.view()['outcomes'] as readonly RowView[];
    assert.equal(outcome?.goal, goal);
    review.set(`outcomes/${outcome.id}/outcome`, 'met');
    await stored(url, teacher, `case/${id}/review-1@1`, review);
    const revised = await decideOk(url, coordinator, id, 'review.decide', { decision: 'revise' });
    assert.deepEqual(
      revised.decision.opens.map(({ document }) => document),
      ['plan-2'],
    );
    const second = await openDocument(url, teacher, `case/${id}/plan-2@1`);
    for (const list of ['needs', 'goals', 'services']) assert.deepEqual(second.view()[list], plan.view()[list]);
    second.type(`goals/${goal}/behavior`, ' And more.');
    await stored(url, teacher, `case/${id}/plan-2@1`, second);
  });

  it('admits a family member, who then has a room of their own', async () => {
    const id = await written();
    await decideOk(url, coordinator, id, 'referral.file');
    const { decision } = await decideOk(url, coordinator, id, 'family.admit', {
      person: mother.id,
      relation: 'Mother',
    });
    assert.equal(decision.facts['name'], 'Mona Tester');
    const own = await tokenOf(server, 'mother');
    const { body } = await api(url, own, 'GET', `/api/cases/${id}`);
    const room = body.rooms.find(({ document }: { document: string }) => document === 'family-1');
    assert.equal(room.may, 'write');
    const words = await openDocument(url, own, room.room);
    words.type('hopes', 'That she likes school.');
    await stored(url, own, room.room, words);
    const others = await openDocument(url, coordinator, room.room);
    assert.equal(others.view()['hopes'], 'That she likes school.');
  });

  it('takes the team’s rights from open sockets when somebody is removed', async () => {
    const id = await written();
    const special = await tokenOf(server, 'special');
    await decideOk(url, coordinator, id, 'team.add', { person: people.special.id, role: 'special-educator' });
    const document = await openDocument(url, special, `case/${id}/concern@1`);
    await decideOk(url, coordinator, id, 'team.remove', { person: people.special.id });
    assert.equal(await document.closed, 4403);
    assert.equal((await api(url, special, 'GET', `/api/cases/${id}`)).status, 404);
    document.close();
  });

  it('files one referral of a student at a time, and knows the student’s day of birth', async () => {
    const one = await addStudent(server);
    const [first, second] = [await written(one), await written(one)];
    await decideOk(url, coordinator, first, 'referral.file');
    const refused = await decide(url, coordinator, second, 'referral.file');
    assert.deepEqual(!refused.ok && refused.unmet.map(({ id }) => id), ['referral.file/one-open']);
    await decideOk(url, coordinator, first, 'case.close', { reason: 'moved' });
    await decideOk(url, coordinator, second, 'referral.file');
    const { body } = await api(url, coordinator, 'GET', `/api/cases/${second}`);
    assert.equal(body.student.birthDate, '2016-03-05');
  });

  it('lists the caseload, the students and the people by right', async () => {
    const { id } = await startCase(url, teacher, otherStudent);
    const cases = await api(url, coordinator, 'GET', '/api/cases');
    assert.ok(cases.body.some((row: { id: string }) => row.id === id));
    const none = await api(url, await tokenOf(server, 'special'), 'GET', '/api/cases');
    assert.ok(!none.body.some((row: { id: string }) => row.id === id));
    const students = await api(url, teacher, 'GET', '/api/students?q=noa');
    assert.deepEqual(
      students.body.map((row: { id: string; cases: string[] }) => [row.id, row.cases.includes(id)]),
      [[otherStudent, true]],
    );
    const named = await api(url, coordinator, 'GET', `/api/cases/${id}/people`);
    assert.ok(named.body.some((row: { id: string }) => row.id === people.provider.id));
    assert.equal((await api(url, await tokenOf(server, 'mother'), 'GET', '/api/me')).body.person.id, mother.id);
  });
});
