import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { project } from '@ssp-kit/record';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from '../src/index.js';
import { api, closeDocuments, openDocument, startCase, until } from './helpers/client.js';
import { fillDistrict, student, tokenOf } from './helpers/district.js';
import { helloClient } from './helpers/hello-client.js';

const bin = fileURLToPath(new URL('../../bin/ssp.js', import.meta.url));

describe('durability', () => {
  let dataDir: string;
  let tokens: { teacher: string; coordinator: string };
  let room: string;
  let child: ChildProcess | undefined;
  let exited: Promise<unknown[]>;

  /** The server as a process of its own, on a port that stays. */
  async function startChild(port: number): Promise<string> {
    const env = { ...process.env, SSP_DATA_DIR: dataDir, SSP_DEMO: '0', PORT: String(port), SSP_LOG_LEVEL: 'info' };
    child = spawn(process.execPath, [bin, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    exited = once(child, 'exit');
    const { stdout } = child;
    let output = '';
    const url = await new Promise<string>((resolve, reject) => {
      stdout?.on('data', (chunk: Buffer) => {
        output += String(chunk);
        const found = /SSP Kit: (http:\/\/\S+?)\/\n/.exec(output)?.[1];
        if (found) resolve(found);
      });
      child?.once('exit', () => reject(new Error(`the server did not start: ${output}`)));
    });
    return url;
  }

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ssp-durable-'));
    const server = await startTestServer({ dataDir });
    await fillDistrict(server);
    tokens = { teacher: await tokenOf(server, 'teacher'), coordinator: await tokenOf(server, 'coordinator') };
    const { id } = await startCase(server.url, tokens.teacher, student);
    room = `case/${id}/concern@1`;
    await server.stop();
  });
  after(() => {
    closeDocuments();
    child?.kill('SIGKILL');
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('has lost nothing that was acknowledged or seen by another, after kill -9 in the middle of typing', async () => {
    let port = 0;
    let number = 0;
    const kept = new Set<string>();
    for (let round = 0; round < 3; round++) {
      const url = await startChild(port);
      port = Number(new URL(url).port);
      const writer = await helloClient(url, tokens.teacher, room);
      const watcher = await openDocument(url, tokens.coordinator, room);
      await writer.committed(1);
      const sent: { n: number; word: string }[] = [];
      const killAt = 40 + round * 17;
      let killed = false;
      for (let i = 0; i < 1900 && writer.socket.readyState === writer.socket.OPEN; i++) {
        const word = `w${number++};`;
        writer.update('description', word);
        sent.push({ n: writer.frames(), word });
        // In mid-typing, and not before enough was acknowledged to be worth the question.
        if (!killed && i >= killAt && writer.seen.committed > 25) killed = child?.kill('SIGKILL') ?? false;
        await new Promise((resolve) => setImmediate(resolve));
      }
      if (!killed) child?.kill('SIGKILL');
      await exited;
      for (const { n, word } of sent) if (n <= writer.seen.committed) kept.add(word);
      for (const word of String(watcher.view()['description']).match(/w\d+;/g) ?? []) kept.add(word);
      watcher.close();
      writer.socket.terminate();
    }
    assert.ok(kept.size > 50, `only ${kept.size} words were acknowledged or seen`);
    const url = await startChild(port);
    const reader = await openDocument(url, tokens.coordinator, room);
    const text = String(reader.view()['description']);
    const missing = [...kept].filter((word) => !text.includes(word));
    assert.deepEqual(missing, []);
    assert.equal(reader.doc.store.pendingStructs, null);
    child?.kill('SIGKILL');
    await exited;
  });

  it('commits and sends everyone away with 4503 when it is stopped', async () => {
    const url = await startChild(0);
    const writer = await helloClient(url, tokens.teacher, room);
    await writer.committed(1);
    const closed = once(writer.socket, 'close');
    writer.update('priorSupports', 'the last word');
    await writer.committed(2);
    child?.kill('SIGTERM');
    const [code] = (await closed) as [number];
    assert.equal(code, 4503);
    assert.deepEqual(await exited, [0, null]);
    const again = await startChild(0);
    const reader = await openDocument(again, tokens.coordinator, room);
    assert.equal(reader.view()['priorSupports'], 'the last word');
    child?.kill('SIGKILL');
  });
});

describe('a full disk', () => {
  let server: TestServer;
  let teacher: string;
  let room: string;

  before(async () => {
    server = await startTestServer({ limits: { storeRetryMs: 100 } });
    await fillDistrict(server);
    teacher = await tokenOf(server, 'teacher');
    const { id } = await startCase(server.url, teacher, student);
    room = `case/${id}/concern@1`;
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  it('says that words are not stored, relays none of them, and takes them when there is room again', async () => {
    const writer = await helloClient(server.url, teacher, room);
    const watcher = await openDocument(server.url, await tokenOf(server, 'coordinator'), room);
    writer.update('description', 'before ');
    const before = await writer.committed(2);
    await server.app.store.limitPages(1);
    const long = 'x'.repeat(20_000);
    writer.update('description', long);
    const refused = await writer.refused();
    assert.equal(refused.code, 'not-stored');
    assert.equal(writer.seen.committed, before);
    assert.equal(watcher.view()['description'], 'before ');
    assert.equal((await api(server.url, null, 'GET', '/healthz')).status, 200);
    await server.app.store.limitPages(1_000_000);
    await until(watcher.doc, () => watcher.view()['description'] === `before ${long}`, 'the words');
    assert.equal(project(hawaiiClassic, 'concern', writer.doc)['description'], `before ${long}`);
    assert.deepEqual(Y.encodeStateVector(writer.doc), Y.encodeStateVector(watcher.doc));
    assert.equal((await api(server.url, null, 'GET', '/readyz')).status, 200);
    writer.socket.close();
  });
});
