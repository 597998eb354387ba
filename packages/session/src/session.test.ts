import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { contentHash } from '@ssp-kit/record';
import type { DocumentHandle, DocumentStatus, Session, TextHandle } from './contract.js';
import { memoryStore } from './offline/memory.js';
import type { OfflineStore } from './offline/ports.js';
import { until } from './readable.js';
import { createSession, type SessionOptions } from './session.js';
import { type Caller, MemoryServer, tokenOf } from './testing/memory-server.js';
import { uuidv7 } from './uuid.js';

const ana: Caller = { person: 'ana', name: 'Ana Kealoha', roles: ['coordinator'] };
const leo: Caller = { person: 'leo', name: 'Leo Mahoe', roles: ['teacher'] };
const wait = { timeoutMs: 15_000 };

let server: MemoryServer;
let sessions: Session[];

beforeEach(() => {
  server = new MemoryServer();
  sessions = [];
});

afterEach(async () => {
  await Promise.all(sessions.map((session) => session.close()));
});

async function open(who: Caller, options: Partial<SessionOptions> = {}): Promise<Session> {
  const session = await createSession({
    server: 'http://memory.test',
    getToken: async () => tokenOf(who),
    WebSocket: server.WebSocket,
    fetch: server.fetch,
    ...options,
  });
  sessions.push(session);
  return session;
}

async function online(session: Session): Promise<void> {
  assert.ok(await until(session.view, (view) => view.connection === 'online', wait), 'online');
}

async function reaches(handle: DocumentHandle, test: (status: DocumentStatus) => boolean): Promise<void> {
  const reached = await until(handle.view, test, wait);
  const { data, people, ...status } = handle.view.get();
  assert.ok(reached, `the document stays at ${JSON.stringify({ ...status, data, people: people.length })}`);
}

/** The device of a person who was online before: it knows the process. */
async function visited(): Promise<OfflineStore> {
  const store = memoryStore();
  await store.cache.put('process', hawaiiClassic);
  return store;
}

const isSaved = (status: DocumentStatus) => status.state === 'ready' && status.synced && status.saved === 'saved';

/** A case on the server, with its concern open and synced in a session. */
async function concern(session: Session, caseId = uuidv7()): Promise<{ caseId: string; document: DocumentHandle }> {
  await online(session);
  const outcome = await session.dispatch({ type: 'case.start', student: 'kai', caseId });
  assert.deepEqual(outcome, { result: 'done', id: caseId });
  const document = session.case(caseId).document('concern');
  await reaches(document, isSaved);
  return { caseId, document };
}

function type(text: TextHandle, words: string, index = text.get().length): void {
  assert.ok(text.apply({ index, remove: 0, insert: words }), `“${words}” is taken`);
}

describe('saved', () => {
  test('is said only once the server has reported the last frame as on disk', async () => {
    const session = await open(ana);
    const { document } = await concern(session);
    server.holdCommits = true;
    type(document.text('description'), 'Kai does not read');
    await reaches(document, (status) => status.saved === 'saving');
    assert.equal(session.view.get().saved, 'saving');
    server.releaseCommits();
    await reaches(document, isSaved);
  });

  test('a commit of an earlier frame does not cover a later one', async () => {
    const session = await open(ana);
    const { document } = await concern(session);
    const text = document.text('description');
    type(text, 'Before. ');
    await reaches(document, isSaved);
    server.holdCommits = true;
    const first = server.held();
    type(text, 'first');
    await first;
    const second = server.held();
    type(text, ' second');
    server.releaseCommits();
    server.holdCommits = true;
    // Behind this, the report on the first has come in.
    await second;
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(document.view.get().saved, 'saving');
    server.releaseCommits();
    await reaches(document, isSaved);
  });

  test('without a connection and without a copy on the device it is said to be in this page only', async () => {
    const session = await open(ana);
    const { document } = await concern(session);
    server.reachable = false;
    server.cut();
    await reaches(document, () => server.sockets.length === 0);
    type(document.text('description'), 'offline');
    await reaches(document, (status) => status.saved === 'not-saved');
    assert.ok(await until(session.view, (view) => view.connection === 'offline', wait));
    server.reachable = true;
    await reaches(document, isSaved);
  });

  test('a server that loses what it had not reported gets it again', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    server.holdCommits = true;
    type(document.text('description'), 'before the kill');
    await reaches(document, (status) => status.saved === 'saving');
    server.cut();
    server.holdCommits = false;
    await reaches(document, isSaved);
    assert.equal(server.document(caseId, 'concern').description, 'before the kill');
  });
});

describe('writing together', () => {
  test('two people in one sentence end with the same words, and see each other’s caret', async () => {
    const first = await open(ana);
    const { caseId, document } = await concern(first);
    const second = await open(leo);
    const other = second.case(caseId).document('concern');
    await reaches(other, (status) => status.synced);
    const [mine, theirs] = [document.text('description'), other.text('description')];
    type(mine, 'Kai reads slowly.');
    await reaches(other, () => theirs.get() === 'Kai reads slowly.');
    type(mine, 'often ', 4);
    type(theirs, ' and aloud', 16);
    theirs.setCaret({ anchor: 3, head: 5 });
    await reaches(document, () => mine.get() === theirs.get() && mine.get().length === 33);
    assert.equal(mine.get(), 'Kai often reads slowly and aloud.');
    await reaches(document, (status) => status.people.some((person) => person.field === 'description'));
    assert.ok(await until(mine.carets, (carets) => carets.length === 1, wait));
    const [caret] = mine.carets.get();
    assert.deepEqual(
      { ...caret, key: '' },
      { key: '', person: 'leo', name: 'Leo Mahoe', color: 3, anchor: 3, head: 11 },
    );
    assert.deepEqual(first.view.get().saved, 'saved');
  });

  test('undo takes back one’s own words and nobody else’s', async () => {
    const first = await open(ana);
    const { caseId, document } = await concern(first);
    const second = await open(leo);
    const other = second.case(caseId).document('concern');
    await reaches(other, (status) => status.synced);
    const [mine, theirs] = [document.text('description'), other.text('description')];
    type(mine, 'mine ');
    await reaches(other, () => theirs.get() === 'mine ');
    type(theirs, 'theirs');
    await reaches(document, () => mine.get() === 'mine theirs');
    mine.undo();
    assert.equal(mine.get(), 'theirs');
    mine.redo();
    assert.equal(mine.get(), 'mine theirs');
  });

  test('listeners get changes that lead from the text they had to the new one', async () => {
    const first = await open(ana);
    const { caseId, document } = await concern(first);
    const second = await open(leo);
    const other = second.case(caseId).document('concern');
    await reaches(other, (status) => status.synced);
    const theirs = other.text('description');
    let copy = '';
    const remotes: boolean[] = [];
    theirs.subscribe((changes, remote) => {
      remotes.push(remote);
      for (const { index, remove, insert } of changes)
        copy = copy.slice(0, index) + insert + copy.slice(index + remove);
    });
    const mine = document.text('description');
    type(mine, 'Kai 🙂 reads');
    mine.apply({ index: 4, remove: 2, insert: '👨‍👩‍👧' });
    mine.apply({ index: 0, remove: 3, insert: 'Lani' });
    await reaches(other, () => theirs.get() === mine.get());
    assert.equal(copy, mine.get());
    type(theirs, '!');
    assert.equal(copy, theirs.get());
    assert.deepEqual([...new Set(remotes)], [true, false]);
  });
});

describe('what the server does not take', () => {
  test('is kept as words, the document is the server’s again, and the text handle goes on', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    const text = document.text('description');
    type(text, 'Good words.');
    await reaches(document, isSaved);
    const seen: string[] = [];
    text.subscribe(() => seen.push(text.get()));
    server.refuseNext = 'not-yours';
    type(text, ' Refused words.');
    assert.ok(await until(session.view, (view) => view.kept.length === 1, wait));
    const [kept] = session.view.get().kept;
    assert.equal(kept?.words, 'Good words. Refused words.');
    assert.equal(kept?.field, 'description');
    assert.equal(kept?.document, 'concern');
    assert.equal(text.get(), 'Good words.');
    assert.equal(seen.at(-1), 'Good words.');
    type(text, ' More.');
    await reaches(document, isSaved);
    assert.equal(server.document(caseId, 'concern').description, 'Good words. More.');
    await session.dispatch({ type: 'kept.discard', id: kept?.id ?? '' });
    assert.deepEqual(session.view.get().kept, []);
  });

  test('a refusal says nothing to one who has nothing unsent', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    type(document.text('description'), 'Saved.');
    await reaches(document, isSaved);
    server.refuse(caseId, 'concern', 1, 'bad-update');
    type(document.text('description'), ' And on.');
    await reaches(document, isSaved);
    assert.deepEqual(session.view.get().kept, []);
  });

  test('a seal while typing: the words are in the sealed version or kept, and writing ends', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    const text = document.text('description');
    type(text, 'In time.');
    await reaches(document, isSaved);
    server.seal(caseId, 'concern');
    type(text, ' Too late.');
    assert.ok(await until(session.view, (view) => view.kept.length === 1, wait));
    await reaches(document, (status) => status.sealed && status.may === 'read');
    assert.equal(text.get(), 'In time.');
    assert.equal(session.view.get().kept[0]?.words, 'In time. Too late.');
    assert.equal(text.apply({ index: 0, remove: 0, insert: 'x' }), false);
    assert.equal(session.view.get().saved, 'saved');
  });

  test('a right that ends with words unsent keeps them and says why', async () => {
    const session = await open(ana);
    const { document } = await concern(session);
    server.holdCommits = true;
    type(document.text('description'), 'Unsent.');
    await reaches(document, (status) => status.saved === 'saving');
    server.closeAll(4403);
    await reaches(document, (status) => status.state === 'failed');
    assert.equal(session.view.get().kept[0]?.words, 'Unsent.');
    assert.match(document.view.get().problem ?? '', /no right/);
  });

  test('a document that the server replaced is opened under its new epoch', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    const text = document.text('description');
    type(text, 'Of the old epoch.');
    await reaches(document, isSaved);
    const started = server.state(caseId)?.decisions ?? [];
    server.epoch = 2;
    const official = server.room(server.roomName(caseId, 'official')).doc.getMap('decisions');
    for (const decision of started) official.set(String(decision.seq), structuredClone(decision));
    server.room(server.roomName(caseId, 'concern')).doc.getText('description').insert(0, 'Restored.');
    server.closeAll(4409);
    await reaches(document, () => text.get() === 'Restored.');
    type(text, ' Again.');
    await reaches(document, isSaved);
    assert.equal(server.document(caseId, 'concern').description, 'Restored. Again.');
  });
});

describe('offline', () => {
  test('a case begun offline can be written in at once and is sent in order when the server is there', async () => {
    server.reachable = false;
    const session = await open(ana, { store: await visited() });
    assert.ok(await until(session.view, (view) => view.connection === 'offline', wait));
    const caseId = uuidv7();
    const outcome = await session.dispatch({ type: 'case.start', student: 'kai', caseId });
    assert.equal(outcome.result, 'waiting');
    const open_ = session.case(caseId);
    assert.equal(open_.view.get().state, 'ready');
    assert.equal(open_.view.get().case?.state, 'express-concern.draft');
    assert.equal(session.view.get().caseload.cases[0]?.local, true);
    const document = open_.document('concern');
    await reaches(document, (status) => status.state === 'ready');
    type(document.text('description'), 'Written on the bus.');
    await reaches(document, (status) => status.saved === 'on-device');
    const submit = { type: 'decide', caseId, action: 'concern.submit', payload: {} } as const;
    assert.equal((await session.dispatch(submit)).result, 'waiting');
    assert.deepEqual(
      session.view.get().pending.map((row) => [row.action, row.state]),
      [
        ['case.start', 'waiting'],
        ['concern.submit', 'waiting'],
      ],
    );
    assert.equal(open_.view.get().case?.state, 'express-concern.draft');
    server.reachable = true;
    assert.ok(await until(session.view, (view) => view.pending.length === 0, { timeoutMs: 8_000 }));
    await reaches(document, isSaved);
    assert.equal(server.document(caseId, 'concern').description, 'Written on the bus.');
    assert.equal(server.state(caseId)?.state, 'express-concern.submitted');
    assert.ok(await until(open_.view, (view) => view.case?.state === 'express-concern.submitted', wait));
  });

  test('a page that is closed offline leaves everything to the next visit', async () => {
    const store = await visited();
    server.reachable = false;
    const first = await open(ana, { store });
    const caseId = uuidv7();
    await first.dispatch({ type: 'case.start', student: 'kai', caseId });
    const document = first.case(caseId).document('concern');
    await reaches(document, (status) => status.state === 'ready');
    type(document.text('description'), 'Before closing.');
    await reaches(document, (status) => status.saved === 'on-device');
    await first.close();
    const second = await open(ana, { store });
    const again = second.case(caseId).document('concern');
    await reaches(again, (status) => status.data.description === 'Before closing.');
    again.release();
    server.reachable = true;
    assert.ok(await until(second.view, (view) => view.pending.length === 0 && view.connection === 'online', wait));
    await reaches(again, isSaved);
    assert.equal(server.document(caseId, 'concern').description, 'Before closing.');
  });

  test('words of an earlier visit go out although nobody opens their document', async () => {
    const store = memoryStore();
    const first = await open(ana, { store });
    const { caseId, document } = await concern(first);
    server.reachable = false;
    server.cut();
    type(document.text('description'), 'Left behind.');
    await reaches(document, (status) => status.saved === 'on-device');
    await first.close();
    server.reachable = true;
    const second = await open(ana, { store });
    await online(second);
    assert.ok(await until(second.view, () => server.document(caseId, 'concern').description === 'Left behind.', wait));
  });

  test('words of an earlier visit under an old epoch are kept when the server has replaced the document', async () => {
    const store = memoryStore();
    const first = await open(ana, { store });
    const { caseId, document } = await concern(first);
    server.reachable = false;
    server.cut();
    type(document.text('description'), 'Left behind.');
    await reaches(document, (status) => status.saved === 'on-device');
    await first.close();
    const decisions = server.state(caseId)?.decisions ?? [];
    server.epoch = 2;
    const official = server.room(server.roomName(caseId, 'official')).doc.getMap('decisions');
    for (const decision of decisions) official.set(String(decision.seq), structuredClone(decision));
    server.reachable = true;
    const second = await open(ana, { store });
    assert.ok(await until(second.view, (view) => view.kept.length === 1, wait));
    assert.equal(second.view.get().kept[0]?.words, 'Left behind.');
    assert.equal(server.document(caseId, 'concern').description, '');
  });

  test('a failing store is told, and the session goes on in memory', async () => {
    const store = memoryStore();
    const { updates } = store;
    assert.ok(updates);
    updates.append = () => Promise.reject(new Error('quota'));
    const session = await open(ana, { store });
    const { caseId, document } = await concern(session);
    type(document.text('description'), 'On anyway.');
    await reaches(document, isSaved);
    assert.equal(session.view.get().offlineStore, 'failed');
    assert.equal(server.document(caseId, 'concern').description, 'On anyway.');
  });
});

describe('decisions', () => {
  test('a lost answer: the same key again, one decision', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    type(document.text('description'), 'What happens.');
    server.loseAnswers = 1;
    const outcome = await session.dispatch({ type: 'decide', caseId, action: 'concern.submit', payload: {} });
    assert.equal(outcome.result, 'waiting');
    assert.ok(await until(session.view, (view) => view.pending.length === 0, wait));
    assert.equal(server.commands.length, 2);
    assert.equal(new Set(server.commands.map((command) => command.key)).size, 1);
    assert.equal(server.state(caseId)?.seq, 2);
  });

  test('words typed just before a decision are there when it is judged', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    type(document.text('description'), 'What happens.');
    const outcome = await session.dispatch({ type: 'decide', caseId, action: 'concern.submit', payload: {} });
    assert.equal(outcome.result, 'done');
    assert.equal(session.case(caseId).view.get().case?.state, 'express-concern.submitted');
  });

  test('a decision that seals names what was seen of the documents it seals, and of no others', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    type(document.text('description'), 'What happens.');
    const seen = await contentHash(document.view.get().data);
    await session.dispatch({ type: 'decide', caseId, action: 'concern.submit', payload: {} });
    await session.dispatch({ type: 'decide', caseId, action: 'referral.file', payload: {} });
    assert.deepEqual(
      server.commands.map((command) => [command.action, command.seen]),
      [
        ['concern.submit', undefined],
        ['referral.file', { concern: seen }],
      ],
    );
    assert.equal(await contentHash(server.document(caseId, 'concern')), seen);
  });

  test('a refusal is the answer, and readiness told it before', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    const handle = session.case(caseId);
    const ready = handle.readiness('referral.file');
    assert.ok(await until(ready, (now) => now.allowed && now.open, wait));
    const unmet = () =>
      ready
        .get()
        .requirements.filter((row) => !row.met)
        .map((row) => row.id);
    assert.ok(unmet().includes('referral.file/receivedDate'));
    const outcome = await session.dispatch({ type: 'decide', caseId, action: 'referral.file', payload: {} });
    assert.equal(outcome.result, 'refused');
    assert.equal(outcome.result === 'refused' && outcome.refusal.code, 'unmet');
    assert.deepEqual(session.view.get().pending, []);
    await session.dispatch({
      type: 'field.set',
      caseId,
      document: 'concern',
      path: 'receivedDate',
      value: '2026-11-20',
    });
    assert.ok(await until(ready, () => !unmet().includes('referral.file/receivedDate'), wait));
    document.release();
    handle.release();
  });

  test('a refused command of the outbox holds what is behind it until it is withdrawn', async () => {
    const session = await open(ana, { store: memoryStore() });
    const { caseId } = await concern(session);
    server.reachable = false;
    server.cut();
    assert.ok(await until(session.view, (view) => view.connection === 'offline', wait));
    for (const action of ['referral.file', 'team.add']) {
      const payload = action === 'team.add' ? { person: 'leo', role: 'teacher' } : {};
      assert.equal((await session.dispatch({ type: 'decide', caseId, action, payload })).result, 'waiting');
    }
    server.reachable = true;
    assert.ok(await until(session.view, (view) => view.pending[0]?.state === 'refused', wait));
    const [refused, held] = session.view.get().pending;
    assert.equal(refused?.refusal?.code, 'unmet');
    assert.equal(held?.state, 'waiting');
    await session.dispatch({ type: 'decision.withdraw', key: refused?.key ?? '' });
    assert.ok(await until(session.view, (view) => view.pending.length === 0, wait));
    assert.equal(
      server.state(caseId)?.team.some((member) => member.person === 'leo'),
      true,
    );
  });
});

describe('signing in', () => {
  test('a token is renewed in band before it ends', async () => {
    let asked = 0;
    const getToken = async () => {
      asked += 1;
      return tokenOf(ana, { expires: Date.now() + (asked === 1 ? 1_600 : 60_000), mark: String(asked) });
    };
    const session = await open(ana, { getToken });
    const { document } = await concern(session);
    assert.equal(asked, 1);
    const renewed = new Promise<void>((resolve) => {
      server.onToken = () => resolve();
    });
    await renewed;
    assert.equal(asked, 2);
    assert.equal(document.view.get().state, 'ready');
  });

  test('4401 asks once for a new token and comes back', async () => {
    let mark = 'old';
    const session = await open(ana, { getToken: async () => tokenOf(ana, { mark }) });
    const { document } = await concern(session);
    server.endedTokens.add(tokenOf(ana, { mark }));
    mark = 'new';
    server.closeAll(4401);
    type(document.text('description'), 'On with the new one.');
    await reaches(document, isSaved);
    assert.equal(session.view.get().connection, 'online');
  });

  test('a token that stays refused is signed out, without asking again and again', async () => {
    let asked = 0;
    const session = await open(ana, {
      getToken: async () => {
        asked += 1;
        return tokenOf(ana);
      },
    });
    await concern(session);
    server.endedTokens.add(tokenOf(ana));
    server.closeAll(4401);
    assert.ok(await until(session.view, (view) => view.connection === 'signed-out', wait));
    const before = asked;
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.ok(asked - before <= 1, `${asked - before} more`);
    server.endedTokens.clear();
    await session.dispatch({ type: 'caseload.refresh' });
    await online(session);
  });

  test('a token of somebody else is not used for what is open here', async () => {
    let who = ana;
    const session = await open(ana, { getToken: async () => tokenOf(who) });
    await concern(session);
    who = leo;
    server.endedTokens.add(tokenOf(ana));
    server.closeAll(4401);
    assert.ok(await until(session.view, (view) => view.connection === 'signed-out', wait));
    assert.equal(session.view.get().person?.id, 'ana');
    assert.equal(server.sockets.length, 0);
  });

  test('a sign-in page in the place of an answer means signed out', async () => {
    server.portal = true;
    const session = await open(ana);
    assert.ok(await until(session.view, (view) => view.connection === 'signed-out', wait));
  });
});

describe('close', () => {
  test('frees every connection and is idempotent', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    const handle = session.case(caseId);
    document.text('description').release();
    document.release();
    handle.release();
    await Promise.all([session.close(), session.close()]);
    assert.equal(server.sockets.length, 0);
  });

  test('leaves no timer and no listener behind, however often', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = { timers: timers(), exit: process.listenerCount('exit') };
    for (let visit = 0; visit < 20; visit += 1) {
      const session = await open(ana);
      const { caseId, document } = await concern(session);
      const ready = session.case(caseId).readiness('referral.file');
      await until(ready, (now) => now.open, wait);
      document.text('description').setCaret({ anchor: 0, head: 0 });
      type(document.text('description'), 'words');
      await reaches(document, isSaved);
      await session.close();
    }
    // The provider's own timer for the next attempt of a closed connection ends by itself within 200 ms.
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.ok(timers() <= before.timers, `${timers()} timers, ${before.timers} before`);
    assert.equal(process.listenerCount('exit'), before.exit);
  });

  test('the last words of a session that is closed online arrive', async () => {
    const session = await open(ana);
    const { caseId, document } = await concern(session);
    type(document.text('description'), 'Last words.');
    await session.close();
    assert.equal(server.document(caseId, 'concern').description, 'Last words.');
  });
});
