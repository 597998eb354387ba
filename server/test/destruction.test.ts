import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../src/index.js';
import { openDatabase } from '../src/storage/sqlite/database.js';
import { api, closeDocuments, decideOk, openDocument, startCase } from './helpers/client.js';
import { otherStudent, people, referredCase, school } from './helpers/district.js';
import { ssp } from './helpers/ssp.js';
import type { WireCase } from './helpers/whole-case.js';

describe('the destruction of a case', () => {
  let folder: string;
  let server: TestServer;
  let told: WireCase;
  let district: string;
  let other: string;

  const ask = (token: string, method: 'GET' | 'POST', body?: object) =>
    api(server.url, token, method, `/api/cases/${told.id}/destruction`, body);
  const run = (...args: string[]) => ssp(args, { SSP_DATA_DIR: join(folder, 'data') });
  const basis = 'parent-request';

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssp-destroy-'));
    server = await startTestServer({ dataDir: join(folder, 'data') });
    told = await referredCase(server);
    await server.app.store.tables.write([
      { sql: "INSERT INTO roster_schools VALUES ('district-1', 'District', 'district', NULL, 1)" },
      {
        sql: "INSERT INTO roster_ids VALUES ('test', 'school', 'district-1', 'district-1', NULL, '{}', 1)",
      },
      { sql: "UPDATE roster_schools SET parent = 'district-1' WHERE id = ?", args: [school] },
    ]);
    district = await server.token({ sub: 'p-district', roles: ['district'], schools: ['district-1'] });
    other = (await startCase(server.url, told.cast.tokens.teacher, otherStudent)).id;
  });
  after(async () => {
    closeDocuments();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is only of a closed case, and only by who leads it', async () => {
    const { coordinator, mother } = told.cast.tokens;
    assert.equal((await ask(coordinator, 'POST', { basis })).body.code, 'case-open');
    await decideOk(server.url, coordinator, told.id, 'case.close', { reason: 'moved' });
    assert.equal((await ask(mother, 'POST', { basis })).status, 403);
    assert.equal((await ask(coordinator, 'POST', { basis: 'no reason' })).status, 400);
  });

  it('needs two people, a coordinator and the district', async () => {
    const { coordinator, administrator } = told.cast.tokens;
    assert.equal((await ask(administrator, 'POST', { basis })).body.code, 'other-role');
    const first = await ask(coordinator, 'POST', { basis });
    assert.deepEqual([first.status, first.body.state], [202, 'asked']);
    assert.equal((await ask(coordinator, 'POST', { basis })).body.code, 'other-person');
    const both = await server.token({ sub: people.coordinator.id, roles: ['coordinator', 'district'] });
    assert.equal((await ask(both, 'POST', { basis })).body.code, 'other-person');
    assert.equal((await ask(district, 'POST', { basis: 'order' })).body.code, 'other-basis');
    assert.equal(
      (await api(server.url, coordinator, 'POST', `/api/cases/${told.id}/destruction/take-back`, {})).status,
      204,
    );
    assert.deepEqual((await ask(district, 'GET')).body, { asked: null });
    assert.equal((await ask(coordinator, 'POST', { basis })).status, 202);
  });

  it('leaves nothing to read, on the server and in its backup, and sends everybody away', async () => {
    const { coordinator, teacher } = told.cast.tokens;
    const backup = join(folder, 'before.db');
    await run('backup', backup);
    const connected = await openDocument(server.url, coordinator, told.room('concern'));
    const done = await ask(district, 'POST', { basis });
    assert.deepEqual([done.status, done.body.state], [200, 'destroyed']);
    assert.equal(await connected.closed, 4404);
    for (const token of [coordinator, teacher, district]) {
      assert.equal((await api(server.url, token, 'GET', `/api/cases/${told.id}`)).status, 404);
    }
    assert.equal(await (await openDocument(server.url, coordinator, told.room('official'))).closed, 4404);
    const listed = (await api(server.url, coordinator, 'GET', '/api/cases')).body as unknown as { id: string }[];
    assert.deepEqual(
      listed.map(({ id }) => id),
      [other],
    );
    const again = await api(server.url, teacher, 'PUT', `/api/cases/${told.id}`, { student: otherStudent });
    assert.equal(again.status, 409);

    // The backup was made before, and its rows are there: without the key they are noise.
    const drilled = await run('restore', '--drill', backup);
    assert.equal(drilled.code, 1);
    assert.match(drilled.out, new RegExp(`case ${told.id}: it cannot be read: the key of case .* was destroyed`));
    assert.doesNotMatch(drilled.out, new RegExp(`case ${other}:`));
  });

  it('stays in the audit log, which still verifies', async () => {
    const { code, out } = await run('audit', 'verify');
    assert.equal(code, 0, out);
    assert.match(out, /2 cases/);
    const last = (await server.app.store.storage.auditRows(0, 1_000, told.id)).at(-1);
    assert.deepEqual(
      [last?.action, last?.person, JSON.parse(last?.detail ?? '')],
      ['case.destroy', 'p-district', { role: 'district', basis, asked: people.coordinator.id }],
    );
  });

  it('is finished at the next start where it was broken off before the key was gone', async () => {
    closeDocuments();
    await server.stop();
    const db = openDatabase(join(folder, 'data', 'ssp.db'));
    db.run('UPDATE cases SET destroyed = 1 WHERE id = ?', [other]);
    db.close();
    server = await startTestServer({ dataDir: join(folder, 'data') });
    const keys = openDatabase(join(folder, 'data', 'keys.db'));
    const rows = keys.all<{ case_id: string }>('SELECT case_id FROM keys WHERE wrapped IS NULL');
    keys.close();
    assert.deepEqual(rows.map((row) => row.case_id).sort(), [other, told.id].sort());
  });
});
