import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { CaseAnswer } from '@ssp-kit/protocol';
import { followed, replay } from '../src/backup/archive.js';
import { startTestServer, type TestServer } from '../src/index.js';
import { openDatabase } from '../src/storage/sqlite/database.js';
import { api, closeDocuments, openDocument, stored } from './helpers/client.js';
import { referredCase } from './helpers/district.js';
import { ssp } from './helpers/ssp.js';
import type { WireCase } from './helpers/whole-case.js';

const main = fileURLToPath(new URL('../src/main.js', import.meta.url));

describe('backup --follow', () => {
  let folder: string;
  let dataDir: string;
  let archive: string;
  let server: TestServer;
  let told: WireCase;
  let follower: ChildProcess;

  const run = (...args: string[]) => ssp(args, { SSP_DATA_DIR: dataDir });
  const iso = (time: number) => new Date(time).toISOString();

  /** In a process of its own: closing the file would take this one's locks away. */
  async function startFollowing(): Promise<ChildProcess> {
    const env = { ...process.env, SSP_DATA_DIR: dataDir, SSP_DEMO: '0', SSP_LOG_LEVEL: 'silent' };
    const child = spawn(process.execPath, [main, 'backup', '--follow', archive], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    assert.match(String(line), /Every commit is copied/);
    return child;
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  }

  /** The first instant of which the archive knows everything that was committed until now. */
  async function seenNow(): Promise<number> {
    const now = Date.now();
    const last = () => followed(archive).at(-1) ?? assert.fail('nothing is followed');
    // It writes down whenever it has looked.
    for await (const _ of watch(last().folder)) {
      const { until } = last();
      if (until > now) return until;
    }
    return assert.fail('nobody looks any more');
  }

  async function evidence() {
    const { coordinator } = told.cast.tokens;
    const { rooms } = (await api(server.url, coordinator, 'GET', `/api/cases/${told.id}`)).body as CaseAnswer;
    const name = rooms.find(({ document }) => document === 'evidence')?.room ?? '';
    return { name, opened: await openDocument(server.url, coordinator, name) };
  }

  /** Resolves once the server has it on disk. */
  async function write(value: string): Promise<void> {
    const { name, opened } = await evidence();
    opened.set('parentAskedDate', value);
    await stored(server.url, told.cast.tokens.coordinator, name, opened);
    opened.close();
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssp-follow-'));
    dataDir = join(folder, 'data');
    archive = join(folder, 'archive');
    server = await startTestServer({ dataDir });
    told = await referredCase(server);
    follower = await startFollowing();
  });
  after(async () => {
    closeDocuments();
    if (follower.exitCode === null && follower.signalCode === null) await end(follower, 'SIGKILL');
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  let first = 0;
  let second = 0;

  it('has everything that was said to be saved, an instant later', async () => {
    await write('2026-01-01');
    first = await seenNow();
    await write('2026-02-02');
    second = await seenNow();
    for (const at of [first, second]) {
      const { code, out } = await run('restore', '--drill', '--at', iso(at), archive);
      assert.equal(code, 0, out);
      assert.match(out, /^As it was at .*: .* 1 cases, .*: everything can be used\.$/m);
    }
    const { code, out } = await run('restore', '--drill', archive);
    assert.equal(code, 0, out);
    assert.ok((await server.app.store.storage.auditRows(0, 1_000)).some(({ action }) => action === 'server.follow'));
  });

  it('says what of an instant it does not have', async () => {
    await assert.rejects(
      run('restore', '--drill', '--at', '2020-01-01T00:00:00Z', archive),
      /was not followed\. .* has /,
    );
    await assert.rejects(run('restore', '--drill', '--at', 'yesterday', archive), /needs an instant/);
    await assert.rejects(run('restore', archive), /needs --at/);
    await assert.rejects(run('restore', '--at', iso(first), archive), /is in use: stop the server first/);
  });

  it('loses no commit while the log of the database begins anew again and again', async () => {
    const { tables } = server.app.store;
    await tables.write([{ sql: 'CREATE TABLE filler (n INTEGER PRIMARY KEY, bytes BLOB NOT NULL)' }]);
    const salt = () => readFileSync(join(dataDir, 'ssp.db-wal')).subarray(16, 24).toString('hex');
    const salts = new Set<string>();
    for (let n = 1; salts.size < 4; n++) {
      assert.ok(n < 2_000, 'the log never began anew');
      await tables.write([{ sql: 'INSERT INTO filler (bytes) VALUES (randomblob(200000))' }]);
      salts.add(salt());
    }
    const copy = join(folder, 'copy.db');
    replay(archive, await seenNow(), copy);
    const sql = 'SELECT n, hex(substr(bytes, 1, 16)) AS head, length(bytes) AS length FROM filler ORDER BY n';
    const db = openDatabase(copy);
    try {
      assert.deepEqual(db.all('PRAGMA integrity_check'), [{ integrity_check: 'ok' }]);
      assert.deepEqual(db.all(sql), await tables.all(sql));
    } finally {
      db.close();
    }
    await tables.write([{ sql: 'DROP TABLE filler' }]);
  });

  it('ends when it is told to, with everything until then', async () => {
    await write('2026-03-03');
    const now = Date.now();
    assert.equal(await end(follower, 'SIGTERM'), 0);
    assert.ok((followed(archive).at(-1)?.until ?? 0) >= now);
  });

  it('has what it had seen when it is killed, also with a torn end', async () => {
    follower = await startFollowing();
    await write('2026-04-04');
    const seen = await seenNow();
    await write('2026-05-05');
    await seenNow();
    await end(follower, 'SIGKILL');
    const own = readdirSync(archive).sort().at(-1) ?? '';
    const log = join(archive, own, 'log');
    truncateSync(log, readFileSync(log).length - 5);
    const { code, out } = await run('restore', '--drill', '--at', iso(seen), archive);
    assert.equal(code, 0, out);
  });

  it('goes back to the chosen instant', async () => {
    closeDocuments();
    await server.stop();
    const { code, out } = await run('restore', '--at', iso(first), archive);
    assert.equal(code, 0, out);
    server = await startTestServer({ dataDir, env: { PORT: String(server.port) } });
    assert.equal((await evidence()).opened.view()['parentAskedDate'], '2026-01-01');
    const verified = await run('audit', 'verify');
    assert.equal(verified.code, 0, verified.out);
    const rows = await server.app.store.storage.auditRows(0, 1_000);
    assert.ok(rows.every(({ at, action }) => action === 'server.restore' || at <= iso(first) || at > iso(second)));
  });
});
