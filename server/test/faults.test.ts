import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import { startTestServer, type TestServer } from '../src/index.js';
import { faultCode } from '../src/last-resort.js';
import { api, closeDocuments, openDocument, rawSocket, startCase, until } from './helpers/client.js';
import { fillDistrict, student, tokenOf } from './helpers/district.js';
import { helloClient } from './helpers/hello-client.js';

describe('a fault of ours', { timeout: 120_000 }, () => {
  let server: TestServer;
  let teacher: string;
  const faults: string[] = [];

  before(async () => {
    const quiet = () => undefined;
    const error = (_fields: object, message: string) => void faults.push(message);
    server = await startTestServer({ log: { debug: quiet, info: quiet, warn: quiet, error } });
    await fillDistrict(server);
    teacher = await tokenOf(server, 'teacher');
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  const newRoom = async () => `case/${(await startCase(server.url, teacher, student)).id}/concern@1`;

  it('in one room closes that room, which opens again with everything, and leaves the others alone', async () => {
    const [broken, other] = [await newRoom(), await newRoom()];
    const writer = await helloClient(server.url, teacher, broken);
    const bystander = await helloClient(server.url, teacher, other);
    writer.update('description', 'kept. ');
    await writer.committed(2);
    const { storage } = server.app.store;
    const { append } = storage;
    Object.assign(storage, {
      append: () => {
        Object.assign(storage, { append });
        throw new Error('a bug');
      },
    });
    const closed = once(writer.socket, 'close');
    writer.update('description', 'not yet. ');
    const [code] = (await closed) as [number];
    assert.equal(code, 4503);
    assert.deepEqual(faults, ['a room was closed: a fault']);
    bystander.update('description', 'meanwhile');
    await bystander.committed(2);
    const again = await openDocument(server.url, teacher, broken);
    assert.equal(again.view()['description'], 'kept. ');
    again.type('description', 'And on.');
    const reader = await openDocument(server.url, teacher, broken);
    await until(reader.doc, () => reader.view()['description'] === 'kept. And on.', 'the words');
    assert.equal(bystander.socket.readyState, WebSocket.OPEN);
    bystander.socket.close();
  });

  for (const fault of ['exception', 'rejection'] as const) {
    it(`that belongs to no room (${fault}) sends everybody away to come back, and ends with an exit code`, async () => {
      const child = fork(fileURLToPath(new URL('./helpers/faulty-server.js', import.meta.url)));
      const [{ url, token, room }] = (await once(child, 'message')) as [{ url: string; token: string; room: string }];
      const exited = once(child, 'exit');
      const { closed } = await rawSocket(url, `/sync/${room}`, ['ssp.v1', `bearer.${token}`]);
      child.send({ fault });
      assert.equal(await closed, 4503);
      assert.deepEqual(await exited, [faultCode, null]);
    });
  }
});

describe('a server whose output nobody reads any more', () => {
  it('goes on', async () => {
    const child = fork(fileURLToPath(new URL('./helpers/faulty-server.js', import.meta.url)), { silent: true });
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    child.stdout?.destroy();
    child.send({ fault: 'output' });
    await once(child, 'message');
    assert.equal((await api(url, null, 'GET', '/healthz')).status, 200);
    child.disconnect();
    await once(child, 'exit');
  });
});

describe('readiness', () => {
  const ready = async ({ url }: TestServer) => (await api(url, null, 'GET', '/readyz')).status;

  it('is told once an edit has travelled, and taken back while the disk takes nothing', async () => {
    const server = await startTestServer();
    assert.equal(await ready(server), 200);
    const { storage } = server.app.store;
    const { check } = storage;
    Object.assign(storage, { check: () => Promise.reject(new Error('the disk is full')) });
    assert.equal(await ready(server), 503);
    Object.assign(storage, { check });
    assert.equal(await ready(server), 200);
    await server.stop();
  });

  it('is not given while an edit does not travel', async () => {
    const server = await startTestServer({ limits: { sockets: 0 } });
    const { status, body } = await api(server.url, null, 'GET', '/readyz');
    assert.equal(status, 503);
    assert.match((body as { detail: string }).detail, /edit does not travel/);
    assert.equal((await api(server.url, null, 'GET', '/healthz')).status, 200);
    await server.stop();
  });

  it('leaves nothing of the self-check in the records', async () => {
    const server = await startTestServer();
    const rows = await server.app.store.tables.all('SELECT COUNT(*) AS count FROM rooms');
    assert.deepEqual(rows, [{ count: 0 }]);
    await server.stop();
  });
});
