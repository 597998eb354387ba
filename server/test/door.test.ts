import assert from 'node:assert/strict';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { encodeHello, encodeToken } from '@ssp-kit/protocol';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { edits } from '@ssp-kit/record';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from '../src/index.js';
import { syncStep1, syncStep2, syncUpdate } from '../src/frames.js';
import { api, closeDocuments, decideOk, openDocument, rawSocket, startCase, stored, until } from './helpers/client.js';
import { concern, writeView } from './helpers/contents.js';
import { fillDistrict, otherStudent, people, student, tokenOf } from './helpers/district.js';

const nobody = '00000000-0000-7000-8000-000000000000';

describe('the door', () => {
  let server: TestServer;
  let teacher: string;
  let coordinator: string;
  let mother: string;
  let caseId: string;
  let room: string;

  before(async () => {
    server = await startTestServer({ env: { SSP_ALLOWED_ORIGINS: 'https://sis.example' }, rosterEveryMs: 50 });
    await fillDistrict(server);
    teacher = await tokenOf(server, 'teacher');
    coordinator = await tokenOf(server, 'coordinator');
    mother = await tokenOf(server, 'mother');
    ({ id: caseId } = await startCase(server.url, teacher, student));
    room = `case/${caseId}/concern@1`;
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  const codeOf = async (path: string, token: string | null, headers = {}) => {
    const protocols = token === null ? ['ssp.v1'] : ['ssp.v1', `bearer.${token}`];
    const { closed } = await rawSocket(server.url, path, protocols, headers);
    return closed;
  };

  it('closes with 4401 without a token, with a broken, a forged and an expired one', async () => {
    const forged = await new SignJWT({ name: 'F', ssp: { roles: ['coordinator'] } })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('f')
      .setExpirationTime('1h')
      .sign(randomBytes(32));
    const [header, payload] = teacher.split('.') as [string, string];
    const other = JSON.parse(Buffer.from(payload, 'base64url').toString());
    other.ssp.roles = ['coordinator'];
    const changed = `${header}.${Buffer.from(JSON.stringify(other)).toString('base64url')}.${teacher.split('.')[2]}`;
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const expired = await tokenOf(server, 'teacher', -1);
    for (const token of [null, 'x.y.z', forged, changed, none, expired]) {
      assert.equal(await codeOf(`/sync/${room}`, token), 4401);
    }
  });

  it('closes with 4404 for a room that is none, and for one that one may not know of', async () => {
    for (const name of [
      `case/${nobody}/concern@1`,
      `case/${caseId}/plan-7@1`,
      `case/${caseId}/concern@2`,
      '..%2f..%2fetc%2fpasswd',
      'case',
      '__proto__',
      `case/${caseId}/__proto__@1`,
      '%00',
      '%zz',
    ]) {
      assert.equal(await codeOf(`/sync/${name}`, teacher), 4404, name);
    }
    const { id } = await startCase(server.url, teacher, otherStudent);
    assert.equal(await codeOf(`/sync/case/${id}/concern@1`, mother), 4404);
  });

  it('closes with 4403 for a document of a case that one may see', async () => {
    assert.equal(await codeOf(`/sync/${room}`, mother), 4403);
  });

  it('answers 403 before the upgrade to a foreign and to a null origin, and lets its own, allowed and no origin in', async () => {
    const statusOf = (origin: string | undefined) =>
      new Promise<number>((resolve, reject) => {
        const asked = request(`${server.url}/sync/${room}`, {
          headers: {
            ...{ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
            'sec-websocket-key': randomBytes(16).toString('base64'),
            'sec-websocket-protocol': `ssp.v1, bearer.${teacher}`,
            ...(origin === undefined ? {} : { origin }),
          },
        });
        asked.on('upgrade', (response, socket) => {
          socket.destroy();
          assert.equal(response.headers['sec-websocket-protocol'], 'ssp.v1');
          resolve(101);
        });
        asked.on('response', (response) => resolve(response.statusCode ?? 0));
        asked.on('error', reject);
        asked.end();
      });
    assert.equal(await statusOf('https://evil.example'), 403);
    assert.equal(await statusOf('null'), 403);
    assert.equal(await statusOf('https://sis.example'), 101);
    assert.equal(await statusOf(server.url), 101);
    assert.equal(await statusOf(undefined), 101);
  });

  it('takes nothing from a parent’s socket into a document of the team, and lets it read', async () => {
    const { id } = await startCase(server.url, coordinator, student);
    await decideOk(server.url, coordinator, id, 'team.add', { person: people.coordinator.id, role: 'coordinator' });
    const cora = await openDocument(server.url, coordinator, `case/${id}/concern@1`);
    writeView(cora.doc, 'concern', concern);
    await stored(server.url, coordinator, `case/${id}/concern@1`, cora);
    await decideOk(server.url, coordinator, id, 'referral.file');
    const evidence = `case/${id}/evidence@1`;
    const team = await openDocument(server.url, coordinator, evidence);
    const parent = await openDocument(server.url, mother, evidence);
    edits(hawaiiClassic, team.doc, 'evidence').addRow('items', { values: { kind: 'strength' } });
    await until(parent.doc, () => (parent.view()['items'] as unknown[]).length === 1, 'the row');
    edits(hawaiiClassic, parent.doc, 'evidence').addRow('items', { values: { kind: 'challenge' } });
    assert.equal(await parent.closed, 4403);
    assert.equal((team.view()['items'] as unknown[]).length, 1);
  });

  it('ends an open socket when its token ends, unless it was renewed', async () => {
    const short = await tokenOf(server, 'teacher', 2);
    const left = await rawSocket(server.url, `/sync/${room}`, ['ssp.v1', `bearer.${short}`]);
    const renewed = await rawSocket(server.url, `/sync/${room}`, ['ssp.v1', `bearer.${short}`]);
    renewed.socket.send(encodeToken(teacher));
    assert.equal(await left.closed, 4401);
    assert.equal(renewed.socket.readyState, renewed.socket.OPEN);
    renewed.socket.send(encodeToken(coordinator));
    assert.equal(await renewed.closed, 4401);
  });

  it('ends open sockets when the person is revoked, by a service token only', async () => {
    const special = await tokenOf(server, 'special');
    const { id } = await startCase(server.url, special, student);
    const { closed } = await rawSocket(server.url, `/sync/case/${id}/concern@1`, ['ssp.v1', `bearer.${special}`]);
    const body = { person: people.special.id, before: new Date(Date.now() + 1_000).toISOString() };
    assert.equal((await api(server.url, teacher, 'POST', '/api/revocations', body)).status, 403);
    const system = await server.token({ sub: 'sis', roles: ['system'] });
    assert.equal((await api(server.url, system, 'POST', '/api/revocations', body)).status, 204);
    assert.equal(await closed, 4401);
    assert.equal((await api(server.url, special, 'GET', '/api/me')).status, 401);
  });

  it('ends open sockets when an import takes the person from the school', async () => {
    const { socket, closed } = await rawSocket(server.url, `/sync/${room}`, ['ssp.v1', `bearer.${coordinator}`]);
    socket.send(syncStep1(Uint8Array.of(0)));
    await once(socket, 'message');
    await server.app.store.tables.write([
      { sql: 'UPDATE roster_staff_roles SET active = 0 WHERE person = ?', args: [people.coordinator.id] },
      { sql: "INSERT INTO roster_imports (source, format, started, changes) VALUES ('test', 'test', '2026-01-02', 1)" },
    ]);
    assert.equal(await closed, 4403);
    await server.app.store.tables.write([
      { sql: 'UPDATE roster_staff_roles SET active = 1 WHERE person = ?', args: [people.coordinator.id] },
    ]);
  });

  it('takes tokens of a key set, and none of a shared secret then', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' };
    const keys = createServer((_request, answer) => answer.end(JSON.stringify({ keys: [jwk] }))).listen(0, '127.0.0.1');
    await once(keys, 'listening');
    const { port } = keys.address() as { port: number };
    const env = { SSP_JWKS_URL: `http://127.0.0.1:${port}/`, SSP_JWT_ISSUER: 'sis', SSP_JWT_AUDIENCE: 'ssp' };
    const other = await startTestServer({ env });
    const token = (issuer: string) =>
      new SignJWT({ name: 'A', ssp: { roles: ['teacher'] } })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
        .setSubject('a')
        .setIssuer(issuer)
        .setAudience('ssp')
        .setExpirationTime('5m')
        .sign(privateKey);
    assert.equal((await api(other.url, await token('sis'), 'GET', '/api/me')).status, 200);
    assert.equal((await api(other.url, await token('another'), 'GET', '/api/me')).status, 401);
    assert.equal((await api(other.url, teacher, 'GET', '/api/me')).status, 401);
    await other.stop();
    keys.close();
  });

  it('turns away a client of an older schema', async () => {
    const { socket, closed } = await rawSocket(server.url, `/sync/${room}`, ['ssp.v1', `bearer.${teacher}`]);
    socket.send(encodeHello({ schema: 0 }));
    assert.equal(await closed, 4426);
  });
});

describe('bad input', () => {
  let server: TestServer;
  let teacher: string;
  let room: string;

  before(async () => {
    server = await startTestServer({ limits: { messageBurst: 300, messagesPerSecond: 50, heartbeatMs: 2_000 } });
    await fillDistrict(server);
    teacher = await tokenOf(server, 'teacher');
    const { id } = await startCase(server.url, teacher, student);
    room = `case/${id}/concern@1`;
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  const bare = () => rawSocket(server.url, `/sync/${room}`, ['ssp.v1', `bearer.${teacher}`]);

  it('closes with 4400 for each message that is none, and others do not notice', async () => {
    const canary = await openDocument(server.url, await tokenOf(server, 'coordinator'), room);
    const step1 = syncStep1(Y.encodeStateVector(new Y.Doc()));
    const messages: (string | Uint8Array)[] = [
      'text',
      new Uint8Array(),
      Uint8Array.of(99),
      Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255),
      Uint8Array.of(0, 7, 0),
      Uint8Array.of(0, 2, 200, 1),
      Uint8Array.of(1, 200, 1),
      Uint8Array.of(100, 3, 1, 2, 3),
      step1.subarray(0, step1.length - 1),
      Uint8Array.of(...step1, 1),
      syncStep2(Uint8Array.of(1, 255, 255, 255, 15, 7, 0)),
      syncUpdate(Uint8Array.of(1, 255, 255, 255, 15, 7, 0)),
      ...Array.from({ length: 40 }, () => randomBytes(1 + Math.floor(Math.random() * 60))),
    ];
    for (const message of messages) {
      const { socket, closed } = await bare();
      if (message instanceof Uint8Array && message[1] === 2) socket.send(syncStep2(Uint8Array.of(0, 0)));
      socket.send(message);
      socket.send(Uint8Array.of(98));
      assert.equal(await closed, 4400, Buffer.from(message).toString('hex'));
    }
    const reader = await openDocument(server.url, teacher, room);
    canary.type('description', 'still here');
    await until(reader.doc, () => String(reader.view()['description']).includes('still here'), 'the canary', 1_000);
    reader.close();
    canary.close();
  });

  it('ends a socket that breaks the frames themselves', async () => {
    for (const bytes of [
      Buffer.alloc(64, 0xff),
      Buffer.from([0xc1, 0x80, 0, 0, 0, 0]),
      Buffer.from([0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]),
      Buffer.from([0x89, 0xfe, 0xff, 0xff]),
    ]) {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(
        `GET /sync/${room} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Protocol: ssp.v1, bearer.${teacher}\r\n\r\n`,
      );
      await once(socket, 'data');
      socket.write(bytes);
      socket.resume();
      await once(socket, 'close');
    }
    assert.equal((await api(server.url, null, 'GET', '/healthz')).body, 'ok');
  });

  it('does not read a frame of 50 MB, while others work on', async () => {
    const cora = await openDocument(server.url, await tokenOf(server, 'coordinator'), room);
    const reader = await openDocument(server.url, teacher, room);
    const { socket, closed } = await bare();
    socket.send(Buffer.alloc(50 * 1024 * 1024), () => undefined);
    cora.type('priorSupports', 'meanwhile');
    await until(reader.doc, () => String(reader.view()['priorSupports']).includes('meanwhile'), 'the words', 2_000);
    assert.ok([1009, 1006].includes(await closed));
    cora.close();
    reader.close();
  });

  it('closes a flood with 4529', async () => {
    const { socket, closed } = await bare();
    for (let i = 0; i < 400; i++) socket.send(Uint8Array.of(3));
    assert.equal(await closed, 4529);
  });

  it('closes one who asks for everything again and again', async () => {
    const { socket, closed } = await bare();
    for (let i = 0; i < 20; i++) socket.send(syncStep1(Uint8Array.of(0)));
    assert.equal(await closed, 4529);
  });

  it('closes a reader that does not keep up, and lets it come back', async () => {
    const queuedBytes = 10_000;
    const few = await startTestServer({ limits: { queuedBytes, roomBytes: 64_000_000 } });
    await fillDistrict(few);
    const token = await tokenOf(few, 'teacher');
    const { id } = await startCase(few.url, token, student);
    const name = `case/${id}/concern@1`;
    const { socket, closed } = await rawSocket(few.url, `/sync/${name}`, ['ssp.v1', `bearer.${token}`]);
    socket.send(syncStep1(Uint8Array.of(0)));
    await once(socket, 'message');
    socket.pause();
    const writer = await openDocument(few.url, token, name);
    const reader = await openDocument(few.url, token, name);
    let length = 0;
    const write = async (words: string) => {
      writer.type('description', words);
      length += words.length;
      await until(reader.doc, () => reader.doc.getText('description').length === length, 'the other reader to have it');
    };
    const queued = async () =>
      Number(/^ssp_queued_bytes (\d+)$/m.exec((await api(few.url, null, 'GET', '/metrics')).body)?.[1]);
    // What the system's own buffers between the two take is not for the server to see.
    while ((await queued()) <= queuedBytes) await write('0123456789'.repeat(20_000));
    await write('and one more');
    socket.resume();
    // On a slow machine the server has given up waiting for the closing handshake.
    assert.ok([4529, 1006].includes(await closed));
    assert.ok(writer.provider.wsconnected);
    await few.stop();
  });

  it('refuses bodies that are too large, broken or not what they must be', async () => {
    const path = `/api/cases/${room.split('/')[1]}/commands`;
    assert.equal((await api(server.url, teacher, 'POST', path, { key: 'x'.repeat(400_000) })).status, 413);
    assert.equal((await api(server.url, teacher, 'POST', path, { key: 1 })).status, 400);
    const broken = await fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${teacher}`, 'content-type': 'application/json' },
      body: '{',
    });
    assert.equal(broken.status, 400);
    const chunked = request(`${server.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${teacher}`, 'content-type': 'application/json' },
    });
    chunked.write('{');
    chunked.end('}');
    const [refused] = (await once(chunked, 'response')) as [IncomingMessage];
    refused.resume();
    assert.equal(refused.statusCode, 411);
    assert.equal((await api(server.url, teacher, 'DELETE', path)).status, 404);
    assert.match(broken.headers.get('content-type') ?? '', /problem\+json/);
  });

  it('ends a connection that asks nothing without a word, and answers what is no request', async () => {
    const heard = async (sends: string) => {
      const socket = connect(impatient.port, '127.0.0.1');
      const parts: Buffer[] = [];
      socket.on('data', (part: Buffer) => parts.push(part));
      if (sends !== '') socket.write(sends);
      await once(socket, 'close');
      return Buffer.concat(parts).toString();
    };
    const impatient = await startTestServer({ limits: { headersMs: 200 } });
    try {
      assert.equal(await heard(''), '');
      assert.equal(await heard('GET /healthz HTTP/1.1\r\nHost: '), '');
      assert.match(await heard('nonsense\r\n\r\n'), /^HTTP\/1\.1 400 /);
    } finally {
      await impatient.stop();
    }
  });

  it('tells every client that it lives', async () => {
    const { socket } = await bare();
    const [data] = (await once(socket, 'message')) as [Buffer];
    assert.deepEqual([...data], [1, 1, 0]);
    socket.close();
  });
});
