import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../src/index.js';
import type { KeptCase } from '../src/retention.js';
import { api, decideOk } from './helpers/client.js';
import { referredCase, school } from './helpers/district.js';
import { ssp } from './helpers/ssp.js';
import type { WireCase } from './helpers/whole-case.js';

const year = 366 * 86_400_000;

describe('retention', () => {
  let folder: string;
  let server: TestServer;
  let told: WireCase;
  let district: string;
  let shift = 0;

  const run = (...args: string[]) => ssp(args, { SSP_DATA_DIR: join(folder, 'data') });
  const post = (token: string, path: string, body: object) =>
    api(server.url, token, 'POST', `/api/cases/${told.id}/${path}`, body);
  const kept = async (token: string) =>
    (await api(server.url, token, 'GET', '/api/retention')).body as unknown as {
      rows: KeptCase[];
      next: string | null;
    };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssp-retention-'));
    server = await startTestServer({ dataDir: join(folder, 'data'), now: () => new Date(Date.now() + shift) });
    told = await referredCase(server);
    await server.app.store.tables.write([
      { sql: "INSERT INTO roster_schools VALUES ('district-1', 'District', 'district', NULL, 1)" },
      { sql: "INSERT INTO roster_ids VALUES ('test', 'school', 'district-1', 'district-1', NULL, '{}', 1)" },
      { sql: "UPDATE roster_schools SET parent = 'district-1' WHERE id = ?", args: [school] },
    ]);
    district = await server.token({ sub: 'p-district', roles: ['district'], schools: ['district-1'] });
  });
  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tells nothing of a case that is not closed', async () => {
    assert.deepEqual(await kept(district), { rows: [], next: null });
  });

  it('tells who keeps the record until when it is kept, and why', async () => {
    const { coordinator, administrator } = told.cast.tokens;
    await decideOk(server.url, coordinator, told.id, 'case.close', { reason: 'moved' });
    const due = `${Number(told.today.slice(0, 4)) + 3}${told.today.slice(4)}`;
    for (const token of [district, administrator]) {
      const [row] = (await kept(token)).rows;
      assert.deepEqual([row?.case, row?.closed, row?.due, row?.isDue], [told.id, told.today, due, false]);
      assert.deepEqual(
        row?.because.map(({ rule, from, years, until }) => [rule, from, years, until]),
        [['referral', 'caseClosedDate', 3, due]],
      );
    }
    assert.equal((await api(server.url, coordinator, 'GET', '/api/retention')).status, 403);
    const elsewhere = await server.token({ sub: 'p-else', roles: ['administrator'], schools: ['another'] });
    assert.deepEqual((await kept(elsewhere)).rows, []);
    const read = (await server.app.store.storage.auditRows(0, 1_000)).filter(
      ({ action }) => action === 'retention.read',
    );
    assert.ok(read.some(({ person }) => person === 'p-district'));
  });

  it('refuses the destruction of what is not due, unless its basis goes before it', async () => {
    const { coordinator } = told.cast.tokens;
    const early = await post(coordinator, 'destruction', { basis: 'no-longer-needed' });
    assert.deepEqual([early.status, early.body.code], [409, 'not-due']);
    assert.equal((await post(coordinator, 'destruction', { basis: 'order' })).status, 202);
    assert.equal((await post(coordinator, 'destruction/take-back', {})).status, 204);
    const { out } = await run('retention', 'due');
    assert.match(out, /^0 due for destruction, 0 more but for a hold\.$/m);
    shift = 4 * year;
    assert.equal((await kept(district)).rows[0]?.isDue, true);
    assert.equal((await post(told.cast.tokens.coordinator, 'destruction', { basis: 'no-longer-needed' })).status, 202);
  });

  it('stops a destruction that was asked for with a hold, until somebody in charge releases it', async () => {
    const basis = 'complaint';
    const coordinator = told.cast.tokens.coordinator;
    const held = await post(coordinator, 'holds', { basis });
    assert.deepEqual([held.status, (held.body as unknown as { basis: string }[])[0]?.basis], [200, basis]);
    assert.equal((await post(coordinator, 'holds', { basis: 'none' })).status, 400);
    const agreed = await post(district, 'destruction', { basis: 'no-longer-needed' });
    assert.deepEqual([agreed.status, agreed.body.code], [409, 'held']);
    assert.equal((await post(district, 'destruction', { basis: 'order' })).body.code, 'held');
    assert.equal((await kept(district)).rows[0]?.holds[0]?.basis, basis);
    assert.equal((await post(coordinator, 'holds/release', { basis })).status, 403);
    assert.deepEqual((await post(district, 'holds/release', { basis })).body, []);
    const done = await post(district, 'destruction', { basis: 'no-longer-needed' });
    assert.deepEqual([done.status, done.body.state], [200, 'destroyed']);
    const rows = await server.app.store.storage.auditRows(0, 1_000, told.id);
    assert.deepEqual(
      rows.filter(({ action }) => /^case\.(hold|release)$/.test(action)).map(({ action, detail }) => [action, detail]),
      [
        ['case.hold', `{"basis":"${basis}"}`],
        ['case.release', `{"basis":"${basis}"}`],
      ],
    );
    assert.deepEqual((await kept(district)).rows, []);
  });
});
