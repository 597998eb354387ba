import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import type { DocumentHandle, Session } from '@ssp-kit/session';
import { startTestServer, type TestServer } from '../src/index.js';
import { decideOk } from './helpers/client.js';
import { addStudent, fillDistrict, student, tokenOf, type Who } from './helpers/district.js';
import { openSession, reaches, ServerProcess, synced } from './helpers/session.js';

describe('the session with the server', () => {
  let server: TestServer;
  const sessions: Session[] = [];
  const open = async (who: Who, getToken = () => tokenOf(server, who)) => {
    const session = await openSession(server.url, getToken);
    sessions.push(session);
    await reaches(session.view, (view) => view.connection === 'online' && view.process.version !== '');
    return session;
  };
  const start = async (session: Session) => {
    const caseId = randomUUID();
    const outcome = await session.dispatch({ type: 'case.start', student: await addStudent(server), caseId });
    assert.deepEqual(outcome, { result: 'done', id: caseId });
    return caseId;
  };
  const concern = async (session: Session, caseId: string) => {
    const document = session.case(caseId).document('concern');
    await synced(document);
    return document;
  };

  before(async () => {
    server = await startTestServer({ limits: { idleRoomMs: 20 } });
    await fillDistrict(server);
  });
  afterEach(async () => {
    await Promise.all(sessions.splice(0).map((session) => session.close()));
  });
  after(() => server.stop());

  it('brings letters from one session to another, in the same sentence, both ways', async () => {
    const [tess, cora] = await Promise.all([open('teacher'), open('coordinator')]);
    const caseId = await start(tess);
    const [a, b] = await Promise.all([concern(tess, caseId), concern(cora, caseId)]);
    const [mine, theirs] = [a.text('description'), b.text('description')];
    mine.apply({ index: 0, remove: 0, insert: 'Kai reads.' });
    await reaches(b.view, () => theirs.get() === 'Kai reads.');
    for (const letter of ' slowly') mine.apply({ index: mine.get().length - 1, remove: 0, insert: letter });
    for (const letter of 'Often ') theirs.apply({ index: theirs.get().indexOf('Kai'), remove: 0, insert: letter });
    await Promise.all([a, b].map((one) => reaches(one.view, () => mine.get() === 'Often Kai reads slowly.')));
    assert.equal(theirs.get(), mine.get());
    theirs.setCaret({ anchor: 2, head: 4 });
    const [caret] = await reaches(mine.carets, (carets) => carets.length === 1);
    assert.equal(caret?.name, 'Cora Tester');
    const { people } = await reaches(a.view, (status) => status.people.length === 1);
    assert.equal(people[0]?.role, 'coordinator');
    assert.equal((await synced(a)).saved, 'saved');
  });

  it('files a referral with its reasons, seals it, and shows the same to both', async () => {
    const cora = await open('coordinator');
    const caseId = await start(cora);
    const document = await concern(cora, caseId);
    const handle = cora.case(caseId);
    const ready = handle.readiness('referral.file');
    await reaches(ready, (now) => now.allowed && now.open && now.requirements.some((row) => !row.met));
    const early = await cora.dispatch({ type: 'decide', caseId, action: 'referral.file', payload: {} });
    assert.equal(early.result === 'refused' && early.refusal.code, 'unmet');
    const values = {
      raisedBy: 'Mona',
      raisedByRole: 'parent',
      raisedVia: 'in-person',
      receivedDate: '2026-11-20',
      suspicion: 'no',
      parentNotifiedDate: '2026-11-20',
      parentNotifiedMethod: 'phone',
      parentNotifiedLanguage: 'en',
      homeLanguage: 'en',
      interpreterNeeded: false,
    } as const;
    document.text('description').apply({ index: 0, remove: 0, insert: 'He looks out of the window.' });
    for (const row of ready.get().requirements.filter((one) => !one.met)) {
      const path = row.at?.field as keyof typeof values;
      if (path in values) {
        const outcome = await cora.dispatch({
          type: 'field.set',
          caseId,
          document: 'concern',
          path,
          value: values[path],
        });
        assert.equal(outcome.result, 'done', path);
      }
    }
    const areas = { type: 'field.set', caseId, document: 'concern', path: 'areas', value: ['academic'] } as const;
    await cora.dispatch(areas);
    const left = await reaches(ready, (now) => now.requirements.every((row) => row.met)).catch(() => ready.get());
    assert.deepEqual(
      left.requirements.filter((row) => !row.met).map((row) => row.id),
      [],
    );
    const filed = await cora.dispatch({ type: 'decide', caseId, action: 'referral.file', payload: {} });
    assert.equal(filed.result, 'done', JSON.stringify(filed));
    const view = handle.view.get();
    assert.equal(view.case?.state, 'gather-data');
    assert.ok(view.access.some((access) => access.document === 'evidence' && access.may === 'write'));
    await reaches(document.view, (status) => status.sealed && status.may === 'read');
    assert.equal(document.text('description').apply({ index: 0, remove: 0, insert: 'x' }), false);
    const evidence = handle.document('evidence');
    await synced(evidence);
    const row = await cora.dispatch({ type: 'row.add', caseId, document: 'evidence', list: 'items' });
    assert.equal(row.result, 'done');
    await synced(evidence);
    const { cases } = (await reaches(cora.view, (now) => now.caseload.cases[0]?.state === 'gather-data')).caseload;
    assert.equal(cases.find((one) => one.id === caseId)?.local, false);
  });

  it('keeps what a seal overtook: in the sealed version, or as kept words', async () => {
    const [tess, cora] = await Promise.all([open('teacher'), open('coordinator')]);
    const caseId = await start(tess);
    const document = await concern(tess, caseId);
    const set = (path: string, value: string | boolean | string[]) =>
      tess.dispatch({ type: 'field.set', caseId, document: 'concern', path, value });
    for (const [path, value] of Object.entries({
      ...{ raisedBy: 'Mona', raisedByRole: 'parent', raisedVia: 'in-person', receivedDate: '2026-11-20' },
      ...{ suspicion: 'no', parentNotifiedDate: '2026-11-20', homeLanguage: 'en' },
      ...{ parentNotifiedMethod: 'phone', parentNotifiedLanguage: 'en' },
    })) {
      await set(path, value);
    }
    await set('areas', ['academic']);
    const text = document.text('description');
    text.apply({ index: 0, remove: 0, insert: 'Seen. ' });
    await synced(document);
    const ready = cora.case(caseId).readiness('referral.file');
    await reaches(ready, (now) => now.open && now.requirements.every((row) => row.met));
    // By a program that does not say what it has seen: a session would be told that the words go on.
    const filing = decideOk(server.url, await tokenOf(server, 'coordinator'), caseId, 'referral.file');
    let typed = 'Seen. ';
    for (let word = 0; !document.view.get().sealed; word += 1) {
      const insert = `word${word} `;
      if (text.apply({ index: text.get().length, remove: 0, insert })) typed += insert;
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
    await filing;
    await reaches(document.view, (status) => status.saved === 'saved' && status.synced);
    const token = await tokenOf(server, 'coordinator');
    const response = await fetch(`${server.url}/api/cases/${caseId}/documents/concern`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const sealed = ((await response.json()) as { content: { description: string } }).content.description;
    const shown = text.get();
    const kept = tess.view.get().kept.find((words) => words.field === 'description');
    assert.equal(shown, sealed, 'what is shown is what was sealed');
    assert.ok(typed.startsWith(sealed), 'nothing is in the sealed version that was not typed');
    if (typed !== sealed) assert.equal(kept?.words, typed, 'the rest is kept');
  });

  it('tells a writer whose right ended, and keeps what was not sent', async () => {
    const cora = await open('coordinator');
    const caseId = await start(cora);
    await decideOk(server.url, await tokenOf(server, 'coordinator'), caseId, 'team.add', {
      ...{ person: 'p-special', role: 'special-educator' },
    });
    const sue = await open('special');
    const document = await concern(sue, caseId);
    await decideOk(server.url, await tokenOf(server, 'coordinator'), caseId, 'team.remove', { person: 'p-special' });
    const status = await reaches(document.view, (now) => now.state === 'failed');
    assert.match(status.problem ?? '', /right/);
  });

  it('goes on when the token ends in the middle', async () => {
    let asked = 0;
    const session = await open('teacher', () => {
      asked += 1;
      return tokenOf(server, 'teacher', 3);
    });
    const caseId = await start(session);
    const document = await concern(session, caseId);
    const before = asked;
    await reaches({ get: () => asked, subscribe: ticking }, (count) => count >= before + 2, 12_000);
    document.text('description').apply({ index: 0, remove: 0, insert: 'Still here.' });
    assert.equal((await synced(document)).data['description'], 'Still here.');
    assert.equal(session.view.get().connection, 'online');
  });
});

describe('a server that is killed', () => {
  it('loses nothing that was shown as saved or seen by another, and all end equal', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ssp-kill-'));
    const first = await startTestServer({ dataDir });
    await fillDistrict(first);
    const tokens = { tess: await tokenOf(first, 'teacher'), cora: await tokenOf(first, 'coordinator') };
    const { port } = first;
    await first.stop();
    const server = new ServerProcess(dataDir, port);
    await server.start();
    const sessions = await Promise.all(
      [tokens.tess, tokens.cora].map((token) => openSession(server.url, async () => token)),
    );
    try {
      const [tess, cora] = sessions as [Session, Session];
      const caseId = randomUUID();
      await reaches(tess.view, (view) => view.connection === 'online' && view.process.version !== '');
      assert.equal((await tess.dispatch({ type: 'case.start', student, caseId })).result, 'done');
      const [a, b] = [tess.case(caseId).document('concern'), cora.case(caseId).document('concern')];
      await Promise.all([synced(a), synced(b)]);
      const [mine, theirs] = [a.text('description'), b.text('description')];
      const safe = new Set<string>();
      const remember = (document: DocumentHandle, others: string) => () => {
        const { data, saved } = document.view.get();
        for (const word of String(data['description'] ?? '').match(/[a-z]+\d+ /g) ?? []) {
          if (saved === 'saved' || word.startsWith(others)) safe.add(word.trim());
        }
      };
      a.view.subscribe(remember(a, 'cora'));
      b.view.subscribe(remember(b, 'tess'));
      for (let word = 0; word < 120; word += 1) {
        mine.apply({ index: mine.get().length, remove: 0, insert: `tess${word} ` });
        theirs.apply({ index: 0, remove: 0, insert: `cora${word} ` });
        if (word === 20) await Promise.all([synced(a), synced(b)]);
        if (word === 40) await server.kill();
        if (word === 80) void server.start();
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
      assert.ok(safe.size > 20, 'something was saved before the kill');
      await Promise.all([synced(a), synced(b)]);
      await reaches(b.view, () => theirs.get() === mine.get());
      const words = mine.get().trim().split(' ');
      assert.equal(words.length, 240, 'no word is lost, none is doubled');
      assert.equal(new Set(words).size, 240);
      for (const word of safe) assert.ok(words.includes(word), `${word} was said to be safe`);
    } finally {
      await Promise.all(sessions.map((session) => session.close()));
      await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

describe('a server that is away', () => {
  it('gets a case that was begun without it, its words and its decision, in order, once it is there', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ssp-away-'));
    const before = await startTestServer({ dataDir });
    await fillDistrict(before);
    const token = await tokenOf(before, 'teacher');
    const port = String(before.port);
    const session = await openSession(before.url, async () => token);
    try {
      await reaches(session.view, (view) => view.connection === 'online' && view.process.version !== '');
      await before.stop();
      const caseId = randomUUID();
      assert.equal((await session.dispatch({ type: 'case.start', student, caseId })).result, 'waiting');
      await reaches(session.view, (view) => view.connection === 'offline');
      const document = session.case(caseId).document('concern');
      await reaches(document.view, (status) => status.state === 'ready' && status.may === 'write');
      document.text('description').apply({ index: 0, remove: 0, insert: 'Written on the way.' });
      const submit = { type: 'decide', caseId, action: 'concern.submit', payload: {} } as const;
      assert.equal((await session.dispatch(submit)).result, 'waiting');
      const again = await startTestServer({ dataDir, env: { PORT: port } });
      try {
        await reaches(session.view, (view) => view.pending.length === 0, 30_000);
        await synced(document);
        const view = await reaches(session.case(caseId).view, (now) => now.case?.state === 'express-concern.submitted');
        assert.equal(view.case?.student.name.includes('Kai'), true);
      } finally {
        await again.stop();
      }
    } finally {
      await session.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

function ticking(listener: () => void): () => void {
  const timer = setInterval(listener, 50);
  return () => clearInterval(timer);
}
