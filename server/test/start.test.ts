import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../src/storage/sqlite/database.js';
import { StartError, startTestServer } from '../src/index.js';
import { api } from './helpers/client.js';

const bin = fileURLToPath(new URL('../../bin/ssp.js', import.meta.url));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

describe('starting', () => {
  let folder: string;
  let count = 0;
  const fresh = () => join(folder, String(count++));

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssp-start-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function ssp(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const all = { PATH: process.env['PATH'], SSP_DATA_DIR: fresh(), SSP_DEMO: '0', PORT: '0', ...env };
    return new Promise((resolve) => {
      execFile(process.execPath, [bin, ...args], { env: all, timeout: 60_000 }, (error, out, err) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
      });
    });
  }

  /** It does not start, for a reason of one line. */
  async function fails(env: Readonly<Record<string, string>>, says: RegExp): Promise<void> {
    const failed = await startTestServer({ dataDir: fresh(), env }).then(
      () => null,
      (error: unknown) => error,
    );
    assert.ok(failed instanceof StartError, String(failed));
    assert.match(failed.message, says);
    assert.ok(!failed.message.includes('\n'));
  }

  /** The database file of a data folder in which the server has been once. */
  async function used(): Promise<{ dataDir: string; file: string }> {
    const dataDir = fresh();
    await (await startTestServer({ dataDir })).stop();
    return { dataDir, file: join(dataDir, 'ssp.db') };
  }

  it('ends with code 1 and one line on standard error', async () => {
    const { code, err } = await ssp(['serve'], { SSP_PROT: '1' });
    assert.equal(code, 1);
    assert.match(err, /^SSP_PROT is not a setting of this server\..*\n$/);
  });

  it('stops with one sentence for an unknown or a wrong setting', async () => {
    await fails({ SSP_PROT: '1' }, /SSP_PROT is not a setting/);
    await fails({ SSP_DATABASE_URL: 'postgres://x' }, /SSP_DATABASE_URL is not supported/);
    await fails({ PORT: 'http' }, /PORT is "http"/);
    await fails({ SSP_DEMO: 'maybe' }, /SSP_DEMO is "maybe"/);
    await fails({ SSP_LOG_LEVEL: 'loud' }, /SSP_LOG_LEVEL is "loud"/);
    await fails({ SSP_OFFLINE: 'always' }, /SSP_OFFLINE is "always"/);
    await fails({ SSP_PROFILE: 'mars' }, /SSP_PROFILE is "mars"/);
    await fails({ SSP_JWT_SECRET: 'short' }, /SSP_JWT_SECRET is too short/);
    await fails({ SSP_JWT_SECRET: 'x'.repeat(32), SSP_JWKS_URL: 'https://x.example' }, /both set/);
    await fails({ SSP_JWKS_URL: 'http://x.example' }, /https address/);
    await fails({ SSP_ALLOWED_ORIGINS: 'https://a.example/path' }, /SSP_ALLOWED_ORIGINS/);
    await fails({ HOST: '203.0.113.77' }, /HOST is "203.0.113.77"/);
  });

  it('stops with one sentence when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await fails({ PORT: String(port) }, new RegExp(`Port ${port} is in use`));
    other.close();
  });

  it('stops with one sentence for a data folder or a database it cannot use', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await fails({ SSP_DATA_DIR: file }, /data folder .* cannot be used/);

    const broken = await used();
    writeFileSync(broken.file, 'not a database '.repeat(100));
    await fails({ SSP_DATA_DIR: broken.dataDir }, /is not a database/);

    const newer = await used();
    change(newer.file, 'PRAGMA user_version = 99');
    await fails({ SSP_DATA_DIR: newer.dataDir }, /made by a newer version/);

    const others = await used();
    rmSync(others.file);
    change(others.file, 'CREATE TABLE notes (text TEXT)');
    await fails({ SSP_DATA_DIR: others.dataDir }, /database of another program/);
  });

  it('stops with one sentence when the folder may not be written', { skip: process.getuid?.() === 0 }, async () => {
    const { dataDir } = await used();
    chmodSync(dataDir, 0o500);
    await fails({ SSP_DATA_DIR: dataDir }, /cannot be written|cannot be used/);
    chmodSync(dataDir, 0o700);
  });

  it('makes a secret that only its owner reads, and tokens by it', async () => {
    const dataDir = fresh();
    const { out } = await ssp(['token', '--sub', 'a', '--name', 'A', '--role', 'teacher'], { SSP_DATA_DIR: dataDir });
    assert.equal(statSync(join(dataDir, 'jwt-secret')).mode & 0o777, 0o600);
    const server = await startTestServer({ dataDir });
    const me = await api(server.url, out.trim(), 'GET', '/api/me');
    await server.stop();
    assert.deepEqual(me.body.person, { id: 'a', name: 'A', roles: ['teacher'] });
    const king = await ssp(['token', '--sub', 'a', '--name', 'A', '--role', 'king']);
    assert.match(king.err, /"king" is not a role/);
  });

  it('has no demo sign-in unless the folder is a demo or it is said', async () => {
    const server = await startTestServer();
    assert.equal((await api(server.url, null, 'GET', '/api/demo/people')).status, 404);
    assert.equal((await api(server.url, null, 'POST', '/api/demo/sign-in', { person: 'x' })).status, 404);
    await server.stop();
  });
});

function change(file: string, sql: string): void {
  const db = openDatabase(file);
  db.exec(sql);
  db.close();
}
