import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { startTestServer, type TestServer } from '../src/index.js';
import { api, closeDocuments } from './helpers/client.js';
import { referredCase } from './helpers/district.js';
import { ssp } from './helpers/ssp.js';
import type { WireCase } from './helpers/whole-case.js';

describe('the record of access and disclosure', () => {
  let server: TestServer;
  let told: WireCase;

  const ask = (who: keyof WireCase['cast']['tokens'], path: string, body?: object) =>
    api(server.url, told.cast.tokens[who], body ? 'POST' : 'GET', `/api/cases/${told.id}/${path}`, body);
  const disclosure = (more: object = {}) => ({
    ...{ key: randomUUID(), day: '2026-03-01', party: 'Dr. Aloha, Kauaʻi Clinic', purpose: 'A second opinion' },
    ...{ basis: 'consent', what: ['evidence'] },
    ...more,
  });

  before(async () => {
    server = await startTestServer();
    told = await referredCase(server);
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  it('tells the mother who has seen what on which day', async () => {
    await ask('coordinator', 'documents/concern');
    const { status, body } = await ask('mother', 'access');
    assert.equal(status, 200);
    const rows = body as unknown as { person: string; name: string; document: string; how: string; day: string }[];
    const row = rows.find(
      ({ person, how, document }) => person === 'p-coordinator' && how === 'read' && document === 'concern',
    );
    assert.equal(row?.name, 'Cora Tester');
    assert.equal(row?.day, new Date().toISOString().slice(0, 10));
  });

  it('takes a disclosure once, and shows it to the mother', async () => {
    const made = disclosure();
    const first = await ask('coordinator', 'disclosures', made);
    assert.equal(first.status, 201);
    assert.deepEqual(
      [first.body['recordedBy'], first.body['party'], first.body['basis']],
      ['p-coordinator', made.party, 'consent'],
    );
    const again = await ask('coordinator', 'disclosures', { ...made, party: 'Another' });
    assert.deepEqual(again.body, first.body);
    const shown = (await ask('mother', 'disclosures')).body as unknown as object[];
    assert.deepEqual(shown, [first.body]);
    const audits = await server.app.store.storage.auditRows(0, 1_000, told.id);
    const own = audits.filter(({ action }) => action === 'case.disclose');
    assert.deepEqual(
      own.map(({ detail }) => JSON.parse(detail)),
      [{ key: made.key, basis: 'consent' }],
    );
  });

  it('asks for the threat in an emergency, and for further parties when it is passed on', async () => {
    for (const [basis, field, value] of [
      ['emergency', 'threat', 'A threat to the student was seen on the way home.'],
      ['redisclosure', 'furtherParties', ['Another clinic']],
    ] as const) {
      const refused = await ask('administrator', 'disclosures', disclosure({ basis }));
      assert.deepEqual([refused.status, refused.body['detail']], [400, `${field} is needed for this basis`]);
      assert.equal((await ask('administrator', 'disclosures', disclosure({ basis, [field]: value }))).status, 201);
    }
    assert.equal((await ask('administrator', 'disclosures', disclosure({ basis: 'curiosity' }))).status, 400);
  });

  it('is written by those who lead the case and read by the family; for others it is closed', async () => {
    assert.equal((await ask('mother', 'disclosures', disclosure())).status, 403);
    assert.equal((await ask('teacher', 'disclosures', disclosure())).status, 403);
    assert.equal((await ask('teacher', 'access')).status, 403);
    const stranger = await server.token({ sub: 'stranger', roles: ['parent'] });
    assert.equal((await api(server.url, stranger, 'GET', `/api/cases/${told.id}/disclosures`)).status, 404);
  });

  it('has exports to parties outside, and those inside only in the audit log', async () => {
    const run = (...args: string[]) => ssp(['export', 'case', told.id, ...args], { SSP_DATA_DIR: server.dataDir });
    const count = async () => ((await ask('mother', 'disclosures')).body as unknown as object[]).length;
    const earlier = await count();
    await run();
    assert.equal(await count(), earlier);
    await assert.rejects(run('--party', 'A court'), /needs --party, --purpose and --basis/);
    await assert.rejects(run('--party', 'A', '--purpose', 'b', '--basis', 'emergency'), /--threat/);
    const { out } = await run('--party', 'A court', '--purpose', 'An order of 3 May', '--basis', 'court-order');
    assert.equal(await count(), earlier + 1);
    const exported = JSON.parse(out) as { disclosures: { party: string }[]; access: object[] };
    assert.equal(exported.disclosures.at(-1)?.party, 'A court');
    assert.ok(exported.access.length > 0);
    const rows = await server.app.store.storage.auditRows(0, 1_000, told.id);
    assert.equal(rows.filter(({ action }) => action === 'case.export').length, 2);
  });
});
