import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { messageTypes } from '@ssp-kit/protocol';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { edits } from '@ssp-kit/record';
import * as awareness from 'y-protocols/awareness';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from '../src/index.js';
import { syncUpdate } from '../src/frames.js';
import { type OpenDocument, openDocument, startCase, until } from './helpers/client.js';
import { fillDistrict, student, tokenOf } from './helpers/district.js';
import { helloClient } from './helpers/hello-client.js';

describe('sync', () => {
  let server: TestServer;
  let teacher: string;
  let coordinator: string;
  let caseId: string;
  let room: string;
  const open: OpenDocument[] = [];
  const opened = async (token: string, name = room) => {
    const document = await openDocument(server.url, token, name);
    open.push(document);
    return document;
  };

  before(async () => {
    server = await startTestServer({ limits: { idleRoomMs: 20 } });
    await fillDistrict(server);
    teacher = await tokenOf(server, 'teacher');
    coordinator = await tokenOf(server, 'coordinator');
    ({ id: caseId } = await startCase(server.url, teacher, student));
    room = `case/${caseId}/concern@1`;
  });
  afterEach(() => {
    for (const document of open.splice(0)) document.close();
  });
  after(() => server.stop());

  it('brings what a plain provider writes to another, and keeps it when everyone has left', async () => {
    const [tess, cora] = await Promise.all([opened(teacher), opened(coordinator)]);
    tess.type('description', 'He looks out of the window.');
    await until(cora.doc, () => cora.view()['description'] === 'He looks out of the window.', 'the words');
    tess.close();
    cora.close();
    const again = await opened(coordinator);
    assert.equal(again.view()['description'], 'He looks out of the window.');
  });

  it('merges two writers of the same text', async () => {
    const [tess, cora] = await Promise.all([opened(teacher), opened(coordinator)]);
    for (let i = 0; i < 30; i++) {
      tess.type('priorSupports', 'a');
      cora.type('priorSupports', 'b');
    }
    const whole = (text: unknown) =>
      typeof text === 'string' && text.replaceAll('b', '').length === 30 && text.length === 60;
    await Promise.all([tess, cora].map(({ doc, view }) => until(doc, () => whole(view()['priorSupports']), 'both')));
    assert.equal(tess.view()['priorSupports'], cora.view()['priorSupports']);
  });

  it('sends a first sync of snapshot and tail whole', async () => {
    const tess = await opened(teacher);
    const cora = await opened(coordinator);
    for (let i = 0; i < 250; i++) tess.type('suspicionReason', `word ${i} `);
    const text = tess.view()['suspicionReason'];
    await until(cora.doc, () => cora.view()['suspicionReason'] === text, 'all words');
    const late = await opened(coordinator);
    assert.equal(late.view()['suspicionReason'], text);
    assert.equal(late.doc.store.pendingStructs, null);
  });

  it('numbers what is committed for a client that said hello', async () => {
    const client = await helloClient(server.url, teacher, room);
    client.update('description', 'one');
    client.update('description', ' two');
    assert.equal(await client.committed(3), 3);
    client.socket.close();
  });

  it('counts updates before the first SyncStep2 and reads none of them', async () => {
    const client = await helloClient(server.url, teacher, room, { answerStep1: false });
    client.update('description', 'early');
    client.step2();
    assert.equal(await client.committed(2), 2);
    const reader = await opened(coordinator);
    assert.ok(String(reader.view()['description']).includes('early'));
    client.socket.close();
  });

  it('asks for what is missing instead of storing a gap', async () => {
    const client = await helloClient(server.url, teacher, room);
    const doc = client.doc;
    await client.committed(1);
    client.silently(() =>
      edits(hawaiiClassic, doc, 'concern').changeText('description', { index: 0, remove: 0, insert: 'lost ' }),
    );
    client.update('description', 'found');
    assert.equal(await client.committed(3), 3);
    const reader = await opened(coordinator);
    assert.ok(String(reader.view()['description']).includes('lost '));
    assert.ok(String(reader.view()['description']).includes('found'));
    client.socket.close();
  });

  it('refuses words of another’s clientID, and names the frame', async () => {
    const cora = await opened(coordinator);
    cora.type('description', 'hers');
    const client = await helloClient(server.url, teacher, room);
    await client.committed(1);
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(cora.doc));
    const before = Y.encodeStateVector(forged);
    forged.clientID = cora.doc.clientID;
    edits(hawaiiClassic, forged, 'concern').set('raisedBy', 'somebody');
    client.socket.send(syncUpdate(Y.encodeStateAsUpdate(forged, before)));
    const { n, code } = await client.refused();
    assert.deepEqual({ n, code }, { n: 2, code: 'not-yours' });
    client.socket.close();
  });

  it('has told what is committed before it tells of a refusal behind it', async () => {
    const [reader, client] = await Promise.all([opened(coordinator), helloClient(server.url, teacher, room)]);
    await client.committed(1);
    client.update('description', 'taken, ');
    await until(reader.doc, () => String(reader.view()['description']).includes('taken, '), 'the words');
    client.socket.send(syncUpdate(new Uint8Array([0, 0, 7])));
    assert.equal((await client.refused()).n, 3);
    assert.equal(client.seen.committed, 2);
    client.socket.close();
  });

  it('refuses what the shape does not know', async () => {
    const client = await helloClient(server.url, teacher, room);
    await client.committed(1);
    const doc = new Y.Doc();
    doc.getText('somewhere').insert(0, 'x');
    client.socket.send(syncUpdate(Y.encodeStateAsUpdate(doc)));
    assert.equal((await client.refused()).code, 'unknown-root');
    client.socket.close();
  });

  it('stamps presence and believes nothing about others', async () => {
    const cora = await opened(coordinator);
    const tess = await opened(teacher);
    const appeared = changeOf(cora.provider.awareness);
    tess.provider.awareness.setLocalState({ field: 'description', name: 'The Principal', person: 'p-coordinator' });
    await appeared;
    const state = cora.provider.awareness.getStates().get(tess.doc.clientID) ?? {};
    const { color, ...user } = state['user'] as Record<string, unknown>;
    assert.deepEqual(user, { person: 'p-teacher', name: 'Tess Tester', role: 'teacher' });
    assert.equal(typeof color, 'number');
    assert.deepEqual(Object.keys(state).sort(), ['field', 'user']);

    const mine = cora.provider.awareness.getLocalState();
    const forged = new awareness.Awareness(new Y.Doc());
    forged.states.set(cora.doc.clientID, { field: 'forged' });
    forged.meta.set(cora.doc.clientID, { clock: 999, lastUpdated: 0 });
    const changed = changeOf(cora.provider.awareness);
    const bytes = awareness.encodeAwarenessUpdate(forged, [cora.doc.clientID]);
    tess.provider.ws?.send(presence(bytes));
    tess.provider.awareness.setLocalState({ field: 'priorSupports' });
    await changed;
    assert.deepEqual(cora.provider.awareness.getLocalState(), mine);
    const gone = changeOf(cora.provider.awareness);
    tess.close();
    await gone;
    assert.equal(cora.provider.awareness.getStates().has(tess.doc.clientID), false);
    forged.destroy();
  });
});

function changeOf(of: awareness.Awareness): Promise<void> {
  return new Promise((resolve) => {
    const listen = () => {
      of.off('change', listen);
      resolve();
    };
    of.on('change', listen);
  });
}

function presence(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(bytes.length + 3);
  message[0] = messageTypes.awareness;
  message[1] = (bytes.length & 127) | 128;
  message[2] = bytes.length >> 7;
  message.set(bytes, 3);
  return message;
}
