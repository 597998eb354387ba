import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { StartError, startTestServer, type TestServer } from '../src/index.js';
import { openDatabase } from '../src/storage/sqlite/database.js';
import { openBytes, sealBytes } from '../src/storage/sqlite/seal-bytes.js';
import { api, closeDocuments, openDocument, startCase } from './helpers/client.js';
import { otherStudent, referredCase, student, tokenOf } from './helpers/district.js';
import { helloClient } from './helpers/hello-client.js';
import { putOldDatabase } from './helpers/old-database.js';
import { ssp } from './helpers/ssp.js';
import type { WireCase } from './helpers/whole-case.js';

/** Files of a folder, at any depth, that hold one of these words. */
function holding(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return words.some((word) => bytes.includes(word));
    });
}

describe('bytes at rest', () => {
  const key = randomBytes(32);

  it('are read with their key at their place, whatever their length', () => {
    for (const length of [0, 1, 15, 16, 17, 70_000]) {
      const bytes = Uint8Array.from(randomBytes(length));
      assert.deepEqual(Uint8Array.from(openBytes(key, 'update/1/2', sealBytes(key, 'update/1/2', bytes))), bytes);
    }
  });

  it('are not read at another place, with another key, or changed anywhere', () => {
    const sealed = sealBytes(key, 'update/1/2', Buffer.from('words'));
    assert.throws(() => openBytes(key, 'update/1/3', sealed));
    assert.throws(() => openBytes(randomBytes(32), 'update/1/2', sealed));
    for (let index = 0; index < sealed.length; index++) {
      const changed = Uint8Array.from(sealed);
      changed[index] = (changed[index] as number) ^ 1;
      assert.throws(() => openBytes(key, 'update/1/2', changed), `byte ${index}`);
    }
    assert.throws(() => openBytes(key, 'update/1/2', new Uint8Array()));
  });

  it('are never the same twice', () => {
    const all = Array.from({ length: 5_000 }, () => Buffer.from(sealBytes(key, 'a', Buffer.from('x'))).toString('hex'));
    assert.equal(new Set(all).size, all.length);
  });
});

describe('encryption at rest', () => {
  const canaries = Array.from({ length: 4 }, () => `canary-${randomUUID()}`);
  let folder: string;
  let dataDir: string;
  let server: TestServer;
  let told: WireCase;

  const run = (...args: string[]) => ssp(args, { SSP_DATA_DIR: dataDir });
  const concern = async () => (await told.read('coordinator', 'concern'))['description'];

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssp-rest-'));
    dataDir = join(folder, 'data');
    server = await startTestServer({ dataDir });
    told = await referredCase(server);
  });
  after(async () => {
    closeDocuments();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves no word of a case in any file of the data folder, running or stopped', async () => {
    const teacher = await tokenOf(server, 'teacher');
    const { id } = await startCase(server.url, teacher, otherStudent);
    const writer = await helloClient(server.url, teacher, `case/${id}/concern@1`);
    for (const canary of canaries) writer.update('description', canary);
    await writer.committed(canaries.length);
    const { coordinator } = told.cast.tokens;
    const about = { key: randomUUID(), day: '2026-03-01', basis: 'consent', what: ['evidence'] };
    const party = canaries[0];
    await api(server.url, coordinator, 'POST', `/api/cases/${told.id}/disclosures`, { ...about, party, purpose: 'x' });
    const description = String(await concern());
    assert.ok(description.length > 20);
    const words = [...canaries, description.slice(0, 20), 'Adam Tester', 'Sue Tester'];
    assert.deepEqual(holding(dataDir, words.slice(0, 5)), []);
    writer.socket.close();
    closeDocuments();
    await server.stop();
    assert.deepEqual(holding(dataDir, words.slice(0, 5)), []);
    server = await startTestServer({ dataDir, env: { PORT: String(server.port) } });
    const reader = await openDocument(server.url, teacher, `case/${id}/concern@1`);
    for (const canary of canaries) assert.ok(String(reader.view()['description']).includes(canary));
  });

  it('has a key that only its owner reads, and that wraps those of the cases', () => {
    for (const name of ['wrap-key', 'keys.db']) assert.equal(statSync(join(dataDir, name)).mode & 0o777, 0o600);
    const db = openDatabase(join(dataDir, 'keys.db'));
    const rows = db.all<{ wrapped: Uint8Array }>('SELECT wrapped FROM keys');
    db.close();
    assert.equal(rows.length, 2);
    for (const { wrapped } of rows) assert.equal(wrapped.length, 1 + 12 + 32 + 16);
  });

  it('says in a check where the key and the heads should be', async () => {
    const { code, out } = await run('check');
    assert.equal(code, 0);
    assert.match(out, /Advice: the key file lies in the data folder.*Advice: no head of the audit log/s);
    const anchored = await ssp(['check'], { SSP_DATA_DIR: dataDir, SSP_AUDIT_ANCHOR: join(dataDir, 'anchor') });
    assert.equal(anchored.code, 0);
    assert.match(anchored.out, /SSP_AUDIT_ANCHOR lies in the data folder/);
  });

  it('takes a new wrapping key beside the running server, which goes on', async () => {
    const old = readFileSync(join(dataDir, 'wrap-key'), 'utf8');
    const { code, out } = await run('keys', 'rotate');
    assert.equal(code, 0);
    assert.match(out, /^2 data keys/);
    assert.notEqual(readFileSync(join(dataDir, 'wrap-key'), 'utf8'), old);
    const description = await concern();
    const { id } = await startCase(server.url, await tokenOf(server, 'teacher'), student);
    closeDocuments();
    await server.stop();
    server = await startTestServer({ dataDir, env: { PORT: String(server.port) } });
    assert.equal(await concern(), description);
    assert.equal((await api(server.url, await tokenOf(server, 'teacher'), 'GET', `/api/cases/${id}`)).status, 200);
  });

  it('goes on from a rotation that was broken off before the key had its place', async () => {
    closeDocuments();
    await server.stop();
    const wrapKey = join(dataDir, 'wrap-key');
    await run('keys', 'rotate');
    renameSync(wrapKey, `${wrapKey}.new`);
    writeFileSync(wrapKey, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    server = await startTestServer({ dataDir, env: { PORT: String(server.port) } });
    assert.ok(String(await concern()).length > 20);
  });

  it('does not start with another key, without its keys, or with a key that everybody reads', async () => {
    closeDocuments();
    await server.stop();
    const fails = async (more: Record<string, string>, says: RegExp) => {
      const failed = await startTestServer({ dataDir, env: more }).then(
        () => null,
        (error: unknown) => error,
      );
      assert.ok(failed instanceof StartError, String(failed));
      assert.match(failed.message, says);
    };
    const other = join(folder, 'other-key');
    writeFileSync(other, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    await fails({ SSP_KEY_FILE: other }, /is not the key that/);
    writeFileSync(join(folder, 'open-key'), readFileSync(join(dataDir, 'wrap-key')), { mode: 0o644 });
    await fails({ SSP_KEY_FILE: join(folder, 'open-key') }, /chmod 600/);
    await fails({ SSP_KEY_FILE: join(folder, 'none') }, /cannot be read/);
    writeFileSync(join(folder, 'short'), 'abc', { mode: 0o600 });
    await fails({ SSP_KEY_FILE: join(folder, 'short') }, /32 bytes/);
    renameSync(join(dataDir, 'keys.db'), join(folder, 'keys.db'));
    await fails({}, /keys\.db is missing/);
    renameSync(join(folder, 'keys.db'), join(dataDir, 'keys.db'));
    server = await startTestServer({ dataDir, env: { PORT: String(server.port) } });
    assert.ok(String(await concern()).length > 20);
  });

  it('encrypts the database of an earlier version, and leaves nothing of what was in the clear', async () => {
    const old = join(folder, 'old');
    const first = await startTestServer({ dataDir: old });
    await first.stop();
    putOldDatabase(old);
    const words = ['"words":{', '"processVersion"'];
    assert.deepEqual(holding(old, words), [join(old, 'ssp.db')]);
    const second = await startTestServer({ dataDir: old });
    const token = await second.token({ sub: 'lkealoha', name: 'Leilani Kealoha', roles: ['coordinator'] });
    const listed = (await api(second.url, token, 'GET', '/api/cases')).body as unknown as object[];
    assert.ok(listed.length > 0);
    await second.stop();
    assert.deepEqual(holding(old, words), []);
  });
});
