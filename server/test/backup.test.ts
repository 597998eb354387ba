import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { CaseAnswer } from '@ssp-kit/protocol';
import { startTestServer, type TestServer } from '../src/index.js';
import { openDatabase } from '../src/storage/sqlite/database.js';
import { api, closeDocuments, openDocument, until } from './helpers/client.js';
import { referredCase } from './helpers/district.js';
import { ssp } from './helpers/ssp.js';
import type { WireCase } from './helpers/whole-case.js';

describe('backup and restore', () => {
  let folder: string;
  let dataDir: string;
  let backup: string;
  let server: TestServer;
  let told: WireCase;

  const run = (...args: string[]) => ssp(args, { SSP_DATA_DIR: dataDir, SSP_AUDIT_ANCHOR: join(folder, 'anchor') });
  const rooms = async () => {
    const answer = await api(server.url, told.cast.tokens.coordinator, 'GET', `/api/cases/${told.id}`);
    return new Map((answer.body as CaseAnswer).rooms.map(({ document, room }) => [document, room]));
  };
  const write = async (document: string, field: string, value: string) => {
    const opened = await openDocument(server.url, told.cast.tokens.coordinator, (await rooms()).get(document) ?? '');
    opened.set(field, value);
    return opened;
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssp-backup-'));
    dataDir = join(folder, 'data');
    backup = join(folder, 'backup.db');
    server = await startTestServer({ dataDir, env: { SSP_AUDIT_ANCHOR: join(folder, 'anchor') } });
    told = await referredCase(server);
  });
  after(async () => {
    closeDocuments();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('copies everything while the server runs, on record', async () => {
    const { code, out } = await run('backup', backup);
    assert.equal(code, 0, out);
    assert.ok(existsSync(backup) && !existsSync(`${backup}.making`));
    await assert.rejects(run('backup', backup), /is there already/);
    assert.equal((await server.app.store.storage.auditRows(0, 1_000)).at(-1)?.action, 'server.backup');
  });

  it('tries a backup out: the past, every kept document and every room', async () => {
    const { code, out } = await run('restore', '--drill', backup);
    assert.equal(code, 0, out);
    const count = (await rooms()).size;
    assert.match(out, /1 cases, \d+ decisions, [1-9]\d* kept documents, \d+ rooms in .*: everything can be used/);
    assert.ok(Number(/(\d+) rooms/.exec(out)?.[1]) >= count);
    assert.equal(readdirSync(tmpdir()).filter((name) => name.startsWith('ssp-drill-')).length, 0);
  });

  it('finds a backup that is damaged', async () => {
    const damaged = join(folder, 'damaged.db');
    writeFileSync(damaged, readFileSync(backup));
    const db = openDatabase(damaged);
    const [{ room = 0 } = {}] = db.all<{ room: number }>('SELECT room FROM updates ORDER BY room LIMIT 1');
    db.run('DELETE FROM updates WHERE room = ?', [room]);
    db.close();
    const { code, out } = await run('restore', '--drill', damaged);
    assert.equal(code, 1, out);
    assert.match(out, /official cannot be opened: \d+ updates are missing/);
    writeFileSync(damaged, readFileSync(backup).subarray(0, 40_000));
    await assert.rejects(run('restore', '--drill', damaged), /is no whole database/);
    await assert.rejects(run('restore', join(folder, 'none')), /is not there/);
  });

  it('does not restore under a running server', async () => {
    await assert.rejects(run('restore', backup), /is in use: stop the server first/);
  });

  it('goes back to the backup, and turns away whoever has what came after it', async () => {
    const before = await rooms();
    assert.match(before.get('evidence') ?? '', /@1$/);
    const { seq } = await told.state();
    const late = await write('evidence', 'parentAskedDate', told.today);
    const watcher = await openDocument(server.url, told.cast.tokens.teacher, before.get('evidence') ?? '');
    await until(watcher.doc, () => watcher.view()['parentAskedDate'] === told.today, 'the late answer');
    late.close();
    watcher.close();
    const oldRoom = before.get('evidence') ?? '';
    await server.stop();
    const { code, out } = await run('restore', backup);
    assert.equal(code, 0, out);
    server = await startTestServer({
      dataDir,
      env: { PORT: String(server.port), SSP_AUDIT_ANCHOR: join(folder, 'anchor') },
    });

    const now = await rooms();
    assert.deepEqual([...now.keys()], [...before.keys()]);
    for (const room of now.values()) assert.match(room, /@\d{7,}$/);
    const stale = await openDocument(server.url, told.cast.tokens.coordinator, oldRoom);
    assert.equal(await stale.closed, 4409);
    assert.equal((await told.state()).seq, seq);
    const evidence = await openDocument(server.url, told.cast.tokens.coordinator, now.get('evidence') ?? '');
    assert.equal(evidence.view()['parentAskedDate'] ?? null, null);
    const restored = (await server.app.store.storage.auditRows(0, 1_000)).find(
      ({ action }) => action === 'server.restore',
    );
    assert.match(restored?.detail ?? '', /^\{"from":"[0-9a-f]{64}@\d+"\}$/);
    assert.ok(readdirSync(dataDir).some((name) => name.startsWith('ssp.db.before-')));
  });

  it('gives the rooms other epochs by a second restore of the same backup', async () => {
    const first = (await rooms()).get('concern');
    closeDocuments();
    await server.stop();
    await run('restore', backup);
    server = await startTestServer({ dataDir, env: { PORT: String(server.port) } });
    const second = (await rooms()).get('concern');
    assert.notEqual(second, first);
    assert.match(second ?? '', /@\d{7,}$/);
  });
});
