import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { noProcess, type Process } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import type { Session } from './contract.js';
import { memoryStore } from './offline/memory.js';
import { until } from './readable.js';
import { createSession, type SessionOptions } from './session.js';
import { type Caller, MemoryServer, tokenOf } from './testing/memory-server.js';
import { uuidv7 } from './uuid.js';

const ana: Caller = { person: 'ana', name: 'Ana Kealoha', roles: ['coordinator'] };
const wait = { timeoutMs: 15_000 };

/** A later process of the district: a concern has a text that the one before does not know. */
const later: Process = {
  ...hawaiiClassic,
  version: 'hawaii-classic/99+00000000',
  fields: [...hawaiiClassic.fields, { of: 'concern', name: 'hopes', label: 'Hopes', type: 'text', source: 'test' }],
};

let server: MemoryServer;
let sessions: Session[];

beforeEach(() => {
  server = new MemoryServer();
  sessions = [];
});

afterEach(async () => {
  await Promise.all(sessions.map((session) => session.close()));
});

async function open(options: Partial<SessionOptions> = {}): Promise<Session> {
  const session = await createSession({
    server: 'http://memory.test',
    getToken: async () => tokenOf(ana),
    WebSocket: server.WebSocket,
    fetch: server.fetch,
    ...options,
  });
  sessions.push(session);
  return session;
}

async function reaches<T>(
  readable: { get(): T; subscribe(listener: () => void): () => void },
  test: (value: T) => boolean,
) {
  assert.ok(await until(readable, test, wait), JSON.stringify(readable.get()).slice(0, 400));
}

const isOnline = (view: { readonly connection: string }) => view.connection === 'online';

async function startCase(session: Session): Promise<string> {
  await reaches(session.view, (view) => isOnline(view) && view.process !== noProcess);
  const caseId = uuidv7();
  const outcome = await session.dispatch({ type: 'case.start', student: 'kai', caseId });
  assert.deepEqual(outcome, { result: 'done', id: caseId });
  return caseId;
}

describe('the process of a session', () => {
  test('is the server’s, asked for without a token', async () => {
    let authorization: string | null = '';
    const session = await open({
      fetch: async (input, init) => {
        if (String(input).endsWith('/api/process')) authorization = new Headers(init?.headers).get('authorization');
        return server.fetch(input, init);
      },
    });
    assert.equal(session.view.get().process, noProcess);
    await reaches(session.view, (view) => view.process.version === hawaiiClassic.version);
    assert.deepEqual(session.view.get().process, hawaiiClassic);
    assert.equal(authorization, null);
  });

  test('is waited for: until then cases are loading, nothing is started and nothing can be written', async () => {
    const first = await open();
    const caseId = await startCase(first);
    server.process = null;
    const second = await open();
    await reaches(second.view, isOnline);
    const handle = second.case(caseId);
    const concern = handle.document('concern');
    assert.deepEqual([handle.view.get().state, handle.view.get().case], ['loading', null]);
    assert.deepEqual([concern.view.get().state, concern.view.get().data], ['loading', {}]);
    assert.equal(concern.text('description').apply({ index: 0, remove: 0, insert: 'a' }), false);
    const outcome = await second.dispatch({ type: 'case.start', student: 'kai' });
    assert.equal(outcome.result === 'refused' && outcome.refusal.code, 'busy');
    server.process = hawaiiClassic;
    await reaches(handle.view, (view) => view.state === 'ready');
    await reaches(concern.view, (status) => status.state === 'ready' && status.synced);
    assert.equal(concern.view.get().data.description, '');
  });

  test('is kept on this device for when there is no answer', async () => {
    const store = memoryStore();
    const first = await open({ store });
    await startCase(first);
    await first.close();
    server.reachable = false;
    const second = await open({ store });
    assert.deepEqual(second.view.get().process, hawaiiClassic);
    const outcome = await second.dispatch({ type: 'case.start', student: 'kai' });
    assert.equal(outcome.result, 'waiting');
  });

  test('of an earlier page has no rows of what that page did not know', async () => {
    const store = memoryStore();
    const { nextSteps: _unknownThen, ...kept } = hawaiiClassic;
    await store.cache.put('process', kept);
    server.reachable = false;
    const session = await open({ store });
    assert.deepEqual(session.view.get().process, { ...hawaiiClassic, nextSteps: [] });
  });

  test('that is none is not taken from this device', async () => {
    for (const kept of [{ ...hawaiiClassic, version: '' }, { ...hawaiiClassic, fields: {} }, 'process', null]) {
      const store = memoryStore();
      await store.cache.put('process', kept);
      server.reachable = false;
      assert.equal((await open({ store })).view.get().process, noProcess);
    }
  });

  test('stays the same object while the server’s does not change', { timeout: 20_000 }, async () => {
    let asked = 0;
    let told: () => void = () => undefined;
    const again = new Promise<void>((resolve) => {
      told = resolve;
    });
    const session = await open({
      fetch: async (input, init) => {
        const answer = await server.fetch(input, init);
        if (String(input).endsWith('/api/process')) asked += 1;
        if (asked === 2) told();
        return answer;
      },
    });
    const concern = session.case(await startCase(session)).document('concern');
    await reaches(concern.view, (status) => status.synced);
    const { process } = session.view.get();

    server.cut();

    await again;
    await reaches(concern.view, (status) => status.synced);
    await session.students();
    assert.equal(session.view.get().process, process);
  });

  test('follows the server’s after a restart: shapes change, and a case of another version is read only', async () => {
    const session = await open();
    const caseId = await startCase(session);
    const handle = session.case(caseId);
    const concern = handle.document('concern');
    await reaches(concern.view, (status) => status.synced);
    assert.equal('hopes' in concern.view.get().data, false);
    assert.equal(handle.view.get().unknownVersion, false);

    server.process = later;
    server.cut();

    await reaches(session.view, (view) => view.process.version === later.version);
    await reaches(concern.view, (status) => status.data.hopes === '');
    await reaches(handle.view, (view) => view.unknownVersion);
    const outcome = await session.dispatch({ type: 'decide', caseId, action: 'concern.submit', payload: {} });
    assert.equal(outcome.result === 'refused' && outcome.refusal.code, 'unknown-version');
    await reaches(concern.view, (status) => status.state === 'ready' && status.synced);
    assert.ok(concern.text('hopes').apply({ index: 0, remove: 0, insert: 'To read' }));
    await reaches(concern.view, (status) => status.saved === 'saved' && status.data.hopes === 'To read');
  });

  test('that could not be had while all else answers is asked for again', async () => {
    const store = memoryStore();
    await store.cache.put('process', hawaiiClassic);
    server.process = later;
    let failures = 2;
    const session = await open({
      store,
      fetch: async (input, init) => {
        if (!String(input).endsWith('/api/process') || failures === 0) return server.fetch(input, init);
        failures -= 1;
        return new Response('', { status: 503 });
      },
    });
    await reaches(session.view, isOnline);
    await reaches(session.view, (view) => view.process.version === later.version);
  });

  test('is not the one of the server from before a restart, where that answer comes after it', async () => {
    const store = memoryStore();
    await store.cache.put('process', hawaiiClassic);
    let release: () => void = () => undefined;
    let hold: Promise<void> | null = new Promise((resolve) => {
      release = resolve;
    });
    const session = await open({
      store,
      fetch: async (input, init) => {
        const answer = await server.fetch(input, init);
        if (String(input).endsWith('/api/process')) await hold;
        return answer;
      },
    });
    const handle = session.case(await startCase(session));
    const concern = handle.document('concern');
    await reaches(concern.view, (status) => status.synced);
    server.process = later;
    server.reachable = false;
    server.cut();
    await reaches(session.view, (view) => !isOnline(view));

    hold = null;
    release();
    server.reachable = true;

    await reaches(session.view, (view) => view.process.version === later.version);
  });

  test('is asked for again when the server judges by another', async () => {
    const session = await open();
    const caseId = await startCase(session);
    await reaches(session.case(caseId).view, (view) => view.state === 'ready');
    server.process = later;
    const outcome = await session.dispatch({ type: 'decide', caseId, action: 'concern.submit', payload: {} });
    assert.equal(outcome.result === 'refused' && outcome.refusal.code, 'unknown-version');
    assert.equal(session.view.get().process.version, later.version);
  });
});
