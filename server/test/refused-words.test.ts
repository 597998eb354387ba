import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { type DocumentHandle, memoryStore, type OfflineStore, type Session } from '@ssp-kit/session';
import { startTestServer, type TestServer } from '../src/index.js';
import { decideOk } from './helpers/client.js';
import { addStudent, castOf, fillDistrict, tokenOf, type Who } from './helpers/district.js';
import { Network } from './helpers/network.js';
import { openSession, reaches, synced } from './helpers/session.js';
import { WireCase } from './helpers/whole-case.js';

const ms = 30_000;

describe('words that the server does not take', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ssp-refused-'));
  let server: TestServer;
  const sessions: Session[] = [];

  const start = async (port = '0') =>
    startTestServer({
      dataDir,
      env: { PORT: port },
      limits: { idleRoomMs: 20, roomBytes: 20_000, updateBytes: 5_000 },
    });
  const open = async (who: Who, store: OfflineStore, network = new Network()) => {
    const token = await tokenOf(server, who);
    const session = await openSession(server.url, async () => token, { store, ...network.options });
    sessions.push(session);
    return session;
  };
  const online = (session: Session) =>
    reaches(session.view, (view) => view.connection === 'online' && view.process.version !== '');
  /** A case whose concern the teacher has open, with words that are saved. */
  const begin = async () => {
    const told = await WireCase.begin(await castOf(server, await addStudent(server)));
    const [store, network] = [memoryStore(), new Network()];
    const session = await open('teacher', store, network);
    await online(session);
    const document = session.case(told.id).document('concern');
    await synced(document);
    const text = document.text('description');
    text.apply({ index: 0, remove: 0, insert: 'Saved. ' });
    await synced(document);
    return { told, store, network, session, document, text };
  };
  const writeOffline = async (network: Network, session: Session, document: DocumentHandle) => {
    network.cut();
    await reaches(session.view, (view) => view.connection === 'offline');
    const text = document.text('description');
    assert.ok(text.apply({ index: text.get().length, remove: 0, insert: 'Written on the bus. ' }));
    await reaches(document.view, (status) => status.saved === 'on-device');
  };
  const keptOf = async (session: Session) => {
    const { kept } = await reaches(session.view, (view) => view.kept.length > 0, ms);
    return kept.map(({ field, words }) => [field, words.includes('Written on the bus. ')]);
  };
  /** Nothing is left that the next visit would send again. */
  const settledIn = async (store: OfflineStore) => {
    const rooms = (await store.updates?.rooms()) ?? [];
    assert.deepEqual(
      rooms.filter(({ own }) => own),
      [],
    );
  };

  before(async () => {
    server = await start();
    await fillDistrict(server);
  });
  afterEach(async () => {
    await Promise.all(sessions.splice(0).map((session) => session.close()));
  });
  after(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('are kept when the document was sealed meanwhile, and stay after a reload', async () => {
    const { told, store, network, session, document, text } = await begin();
    await writeOffline(network, session, document);
    await told.refer();
    network.mend();
    assert.deepEqual(await keptOf(session), [['description', true]]);
    await reaches(document.view, (status) => status.sealed && status.saved === 'saved' && status.synced, ms);
    assert.ok(!text.get().includes('bus'), 'what is shown is what was sealed');
    const [kept] = session.view.get().kept;
    assert.match(kept?.reason ?? '', /filed/);
    assert.equal(kept?.theirs, text.get(), 'the difference to the record can be shown');
    await session.close();
    await settledIn(store);
    assert.deepEqual(await keptOf(await open('teacher', store)), [['description', true]]);
  });

  it('are kept when the page was reloaded before the server could say no', async () => {
    const { told, store, network, session, document } = await begin();
    await writeOffline(network, session, document);
    await session.close();
    await told.refer();
    const again = await open('teacher', store);
    assert.deepEqual(await keptOf(again), [['description', true]]);
    await reaches(again.view, (view) => view.saved === 'saved', ms);
    await again.close();
    await settledIn(store);
  });

  it('are kept when the right was lost meanwhile', async () => {
    const { told } = await begin();
    const coordinator = await tokenOf(server, 'coordinator');
    const member = { person: 'p-special', role: 'special-educator' };
    await decideOk(server.url, coordinator, told.id, 'team.add', member);
    const [store, network] = [memoryStore(), new Network()];
    const session = await open('special', store, network);
    await online(session);
    const document = session.case(told.id).document('concern');
    await reaches(document.view, (status) => status.synced && status.may === 'write');
    await writeOffline(network, session, document);
    await decideOk(server.url, coordinator, told.id, 'team.remove', { person: 'p-special' });
    network.mend();
    assert.deepEqual(await keptOf(session), [['description', true]]);
    const { problem } = await reaches(document.view, (status) => status.state === 'failed', ms);
    assert.match(problem ?? '', /right|may not/);
    await session.close();
    await settledIn(store);
  });

  it('are kept when a backup came back, under a new epoch', async () => {
    const { store, network, session, document, text } = await begin();
    await writeOffline(network, session, document);
    const { port } = server;
    await server.app.store.storage.raiseEpochs({
      ...{ at: new Date().toISOString(), person: 'cli:test', action: 'server.restore' },
      ...{ caseId: null, document: null, detail: {} },
    });
    await server.stop();
    server = await start(String(port));
    network.mend();
    assert.deepEqual(await keptOf(session), [['description', true]]);
    await reaches(document.view, (status) => status.saved === 'saved' && status.may === 'write', ms);
    assert.equal(text.get(), 'Saved. ');
    assert.ok(text.apply({ index: 7, remove: 0, insert: 'Goes on.' }), 'the text is written in under the new epoch');
    assert.equal((await synced(document)).data['description'], 'Saved. Goes on.');
    await session.close();
    await settledIn(store);
  });

  it('are kept when they are more than a document takes, and the document goes on', async () => {
    const { store, session, document, text } = await begin();
    for (let page = 0; session.view.get().kept.length === 0; page += 1) {
      assert.ok(page < 20, 'the document is full at last');
      if (text.apply({ index: text.get().length, remove: 0, insert: `${page}`.repeat(2_000) })) {
        await reaches(session.view, (view) => view.saved === 'saved' || view.kept.length > 0, ms);
      } else await reaches(document.view, (status) => status.saved === 'saved' && status.synced, ms);
    }
    assert.match(session.view.get().kept[0]?.reason ?? '', /more than/);
    await reaches(document.view, (status) => status.saved === 'saved' && status.state === 'ready', ms);
    assert.ok(text.get().startsWith('Saved. '));
    assert.ok(text.apply({ index: 0, remove: 0, insert: 'On. ' }));
    await reaches(document.view, (status) => status.saved === 'saved', ms);
    assert.ok(text.get().startsWith('On. Saved. '));
    await session.close();
    await settledIn(store);
  });

  it('are kept when they are too many at once', async () => {
    const { session, document, text } = await begin();
    text.apply({ index: 7, remove: 0, insert: 'x'.repeat(6_000) });
    const { kept } = await reaches(session.view, (view) => view.kept.length > 0, ms);
    assert.ok(kept[0]?.words.includes('xxx'));
    await reaches(document.view, (status) => status.saved === 'saved' && status.state === 'ready', ms);
    assert.equal(text.get(), 'Saved. ');
  });

  it('do not come to be: a page that is closed before the answer sends them with the next one, once', async () => {
    const { told, store, network, session, text } = await begin();
    text.apply({ index: 7, remove: 0, insert: 'Last words.' });
    network.cut();
    await session.close();
    const again = await open('teacher', store);
    await online(again);
    const document = again.case(told.id).document('concern');
    assert.equal((await synced(document)).data['description'], 'Saved. Last words.');
    assert.deepEqual(again.view.get().kept, []);
  });
});
