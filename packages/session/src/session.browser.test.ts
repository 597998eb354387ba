import { expect } from '@open-wc/testing';
import type { Session } from './contract.js';
import { until } from './readable.js';
import { createSession } from './session.js';
import { dumpDatabases } from './testing/dump.js';
import { type Caller, MemoryServer, tokenOf } from './testing/memory-server.js';
import { uuidv7 } from './uuid.js';

const ana: Caller = { person: 'ana', name: 'Ana Kealoha', roles: ['coordinator'] };
const wait = { timeoutMs: 9_000 };

describe('a session that keeps an offline copy', () => {
  let server: MemoryServer;
  let address: string;
  const sessions: Session[] = [];

  beforeEach(() => {
    server = new MemoryServer();
    address = `http://${uuidv7()}.test`;
  });
  afterEach(async () => {
    await Promise.all(sessions.splice(0).map((session) => session.close()));
  });

  const open = async (
    getToken: () => Promise<string> = async () => tokenOf(ana),
    offline: 'session' | 'device' = 'device',
  ) => {
    const session = await createSession({
      server: address,
      getToken,
      offline,
      WebSocket: server.WebSocket,
      fetch: server.fetch,
    });
    sessions.push(session);
    return session;
  };

  it('finds everything again after a visit without a network, also without a token, and sends it', async () => {
    const first = await open();
    await until(first.view, (view) => view.caseload.state === 'ready' && view.process.version !== '', wait);
    await first.close();

    server.reachable = false;
    const second = await open();
    expect(second.view.get().offlineStore).to.equal('on');
    const caseId = uuidv7();
    await second.dispatch({ type: 'case.start', student: 'kai', caseId });
    const document = second.case(caseId).document('concern');
    await until(document.view, (status) => status.state === 'ready', wait);
    document.text('description').apply({ index: 0, remove: 0, insert: 'Written on the bus.' });
    await until(document.view, (status) => status.saved === 'on-device', wait);
    expect(document.view.get().saved).to.equal('on-device');
    await second.close();

    let network = false;
    const third = await open(async () => {
      if (!network) throw new TypeError('fetch failed');
      return tokenOf(ana);
    });
    expect(third.view.get().person?.name).to.equal('Ana Kealoha');
    expect(third.view.get().pending.map((row) => row.action)).to.deep.equal(['case.start']);
    const again = third.case(caseId).document('concern');
    await until(again.view, (status) => status.data.description === 'Written on the bus.', wait);
    network = true;
    server.reachable = true;
    window.dispatchEvent(new Event('online'));
    await until(again.view, (status) => status.synced && status.saved === 'saved', wait);
    expect(server.document(caseId, 'concern').description).to.equal('Written on the bus.');
    expect(third.view.get().pending).to.deep.equal([]);
  });

  it('opens a case of an earlier visit while the server is away, and keeps what was refused', async () => {
    const first = await open();
    await until(first.view, (view) => view.connection === 'online', wait);
    const caseId = uuidv7();
    await first.dispatch({ type: 'case.start', student: 'kai', caseId });
    const document = first.case(caseId).document('concern');
    await until(document.view, (status) => status.synced, wait);
    const text = document.text('description');
    text.apply({ index: 0, remove: 0, insert: 'Taken.' });
    await until(document.view, (status) => status.saved === 'saved', wait);
    server.refuseNext = 'not-yours';
    text.apply({ index: 6, remove: 0, insert: ' Not taken.' });
    await until(first.view, (view) => view.kept.length === 1, wait);
    await until(document.view, (status) => status.saved === 'saved' && text.get() === 'Taken.', wait);
    await first.close();

    server.reachable = false;
    const second = await open();
    const handle = second.case(caseId);
    await until(handle.view, (view) => view.state === 'ready', wait);
    expect(handle.view.get().access.map((access) => access.document)).to.deep.equal(['official', 'concern']);
    const again = handle.document('concern');
    await until(again.view, (status) => status.state === 'ready', wait);
    expect(again.view.get().data.description).to.equal('Taken.');
    expect(again.view.get().saved).to.equal('saved');
    expect(second.view.get().kept[0]?.words).to.equal('Taken. Not taken.');
  });

  /** A concern with words that the server has not got. */
  const writeUnsent = async (session: Session) => {
    await until(session.view, (view) => view.connection === 'online' && view.process.version !== '', wait);
    const caseId = uuidv7();
    await session.dispatch({ type: 'case.start', student: 'kai', caseId });
    const document = session.case(caseId).document('concern');
    await until(document.view, (status) => status.synced && status.may === 'write', wait);
    server.reachable = false;
    server.cut();
    document.text('description').apply({ index: 0, remove: 0, insert: 'CANARY on the bus' });
    await until(document.view, (status) => status.saved === 'on-device', wait);
    return caseId;
  };

  it('brings unsent words through a reload without a network, and never to the disk in the open', async () => {
    const caseId = await writeUnsent(await open(undefined, 'session'));
    await sessions.pop()?.close();
    expect(await dumpDatabases()).not.to.contain('CANARY');
    const again = await open(undefined, 'session');
    expect(again.view.get().offlineStore).to.equal('on');
    const document = again.case(caseId).document('concern');
    await until(document.view, (status) => status.data.description === 'CANARY on the bus', wait);
    server.reachable = true;
    window.dispatchEvent(new Event('online'));
    await until(document.view, (status) => status.synced && status.saved === 'saved', wait);
    expect(server.document(caseId, 'concern').description).to.equal('CANARY on the bus');
  });

  it('brings unsent words through a restart of the browser to the person who signs in', async () => {
    const caseId = await writeUnsent(await open());
    await sessions.pop()?.close();
    sessionStorage.clear();
    const locked = await open();
    expect(locked.view.get().offlineStore).to.equal('locked');
    await sessions.pop()?.close();
    server.reachable = true;
    const again = await open();
    expect(again.view.get().offlineStore).to.equal('on');
    await until(again.view, () => server.document(caseId, 'concern').description === 'CANARY on the bus', wait);
    expect(server.document(caseId, 'concern').description).to.equal('CANARY on the bus');
  });

  it('withholds them from who lost the right, and offers them again after a new sign-in', async () => {
    const old = tokenOf(ana);
    const caseId = await writeUnsent(await open(async () => old));
    await sessions.pop()?.close();
    server.reachable = true;
    server.endedTokens.add(old);
    const revoked = await open(async () => old);
    await until(revoked.view, (view) => view.connection === 'signed-out', wait);
    expect(server.document(caseId, 'concern').description).to.equal('');
    await sessions.pop()?.close();
    server.reachable = false;
    expect((await open(async () => old)).view.get().offlineStore, 'no key without the server').to.equal('locked');
    await sessions.pop()?.close();
    server.reachable = true;
    const again = await open(async () => tokenOf(ana, { mark: 'new' }));
    await until(again.view, () => server.document(caseId, 'concern').description === 'CANARY on the bus', wait);
    expect(server.document(caseId, 'concern').description).to.equal('CANARY on the bus');
  });

  it('takes everything off the device at the sign-out, also without a network', async () => {
    for (const keep of ['session', 'device'] as const) {
      server.reachable = true;
      const session = await open(undefined, keep);
      await writeUnsent(session);
      await session.signOut();
      expect(await dumpDatabases()).not.to.contain(address);
      expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain(address);
    }
  });

  it('leaves nothing of a sign-in that is over and has nothing unsent', async () => {
    const old = tokenOf(ana);
    const session = await open(async () => old, 'session');
    await until(session.view, (view) => view.caseload.state === 'ready' && view.process.version !== '', wait);
    expect(await dumpDatabases()).to.contain(address);
    server.endedTokens.add(old);
    void session.dispatch({ type: 'caseload.refresh' });
    await until(session.view, (view) => view.connection === 'signed-out', wait);
    await session.close();
    expect(await dumpDatabases()).not.to.contain(address);
  });

  it('takes a new connection when it is looked at again and the old one is dead', async () => {
    const session = await open();
    await until(session.view, (view) => view.connection === 'online' && view.process.version !== '', wait);
    const caseId = uuidv7();
    await session.dispatch({ type: 'case.start', student: 'kai', caseId });
    const document = session.case(caseId).document('concern');
    await until(document.view, (status) => status.synced, wait);
    const connections = server.hellos.length;
    server.silence();
    window.document.dispatchEvent(new Event('visibilitychange'));
    expect(await until(session.view, (view) => view.connection !== 'online', wait), 'it is noticed').to.equal(true);
    await until(session.view, (view) => view.connection === 'online', wait);
    document.text('description').apply({ index: 0, remove: 0, insert: 'After the sleep.' });
    await until(document.view, (status) => status.saved === 'saved', wait);
    expect(server.document(caseId, 'concern').description).to.equal('After the sleep.');
    expect(server.hellos.length).to.be.greaterThan(connections);
  });

  it('says that words are not saved once the browser has cleared its copy', async () => {
    const session = await open();
    const caseId = await writeUnsent(session);
    expect(session.view.get().saved).to.equal('on-device');
    const name = (await indexedDB.databases()).find((database) => database.name?.includes(address))?.name ?? '';
    indexedDB.deleteDatabase(name);
    await until(session.view, (view) => view.offlineStore === 'failed' && view.saved === 'not-saved', wait);
    expect([session.view.get().offlineStore, session.view.get().saved]).to.deep.equal(['failed', 'not-saved']);
    server.reachable = true;
    window.dispatchEvent(new Event('online'));
    await until(session.view, (view) => view.saved === 'saved', wait);
    expect(server.document(caseId, 'concern').description).to.equal('CANARY on the bus');
  });
});
