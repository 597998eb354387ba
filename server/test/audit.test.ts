import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type AuditEntry, type AuditHead, link } from '../src/audit/chain.js';
import { startTestServer, type TestServer } from '../src/index.js';
import { type Database, openDatabase } from '../src/storage/sqlite/database.js';
import { Keyring } from '../src/storage/sqlite/keyring.js';
import { places, Vault } from '../src/storage/sqlite/vault.js';
import { api, closeDocuments, openDocument } from './helpers/client.js';
import { castOf, fillDistrict, referredCase } from './helpers/district.js';
import { putOldDatabase } from './helpers/old-database.js';
import { ssp } from './helpers/ssp.js';
import { WireCase } from './helpers/whole-case.js';

describe('the audit log', () => {
  let dataDir: string;
  let server: TestServer;
  let told: WireCase;

  const rows = (caseId?: string) => server.app.store.storage.auditRows(0, 1_000, caseId);

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ssp-audit-'));
    server = await startTestServer({ dataDir, limits: { refusalsMs: 20 } });
    told = await referredCase(server);
  });
  after(async () => {
    closeDocuments();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('has every decision and every seal, by who took it', async () => {
    const own = await rows(told.id);
    const { decisions } = await told.state();
    const actions = own
      .filter(({ detail }) => detail.includes('"decision"'))
      .map(({ action, person }) => [action, person]);
    assert.deepEqual(
      actions,
      decisions.map(({ action, actor }) => [action, actor.person]),
    );
    const sealed = own.filter(({ action }) => action === 'document.seal').map(({ document }) => document);
    assert.deepEqual(
      sealed,
      decisions.flatMap(({ seals }) => seals.map(({ document }) => document)),
    );
    assert.ok(sealed.includes('concern'));
  });

  it('has who opened or read what, once a day', async () => {
    const { coordinator } = told.cast.tokens;
    const count = async () =>
      (await rows(told.id)).filter(({ action }) => /^document\.(open|read)$/.test(action)).length;
    const see = async () => {
      (await openDocument(server.url, coordinator, told.room('evidence'))).close();
      await api(server.url, coordinator, 'GET', `/api/cases/${told.id}/documents/evidence`);
    };
    const earlier = await count();
    await see();
    assert.equal(await count(), earlier + 2);
    await see();
    assert.equal(await count(), earlier + 2);
  });

  it('counts refused sign-ins, and believes nothing they say', async () => {
    const before = await server.app.store.storage.auditHead();
    for (const token of ['a.b.c', 'x', null]) {
      assert.equal((await api(server.url, token, 'GET', '/api/me')).status, 401);
    }
    assert.equal(await (await openDocument(server.url, 'nonsense', told.room('concern'))).closed, 4401);
    const refused = new Map<string, number>();
    while ([...refused.values()].reduce((sum, count) => sum + count, 0) < 4) {
      await new Promise((resolve) => setImmediate(resolve));
      refused.clear();
      for (const { action, person, detail } of await server.app.store.storage.auditRows(before.seq, 100)) {
        if (action !== 'sign-in.refuse') continue;
        const { door, reason, count } = JSON.parse(detail) as { door: string; reason: string; count: number };
        assert.equal(person, 'unknown');
        const name = `${door}: ${reason}`;
        refused.set(name, (refused.get(name) ?? 0) + count);
      }
    }
    assert.deepEqual(Object.fromEntries(refused), {
      'api: no token': 1,
      'api: the token is not valid': 2,
      'socket: the token is not valid': 1,
    });
  });

  it('holds no word of the case and nobody’s name', async () => {
    const text = JSON.stringify(await rows());
    const view = await told.read('coordinator', 'concern');
    assert.ok(!text.includes('Tester'));
    for (const value of Object.values(view)) {
      if (typeof value === 'string' && value.includes(' ')) assert.ok(!text.includes(value), value);
    }
  });

  it('is read by the district alone, row after row', async () => {
    const district = await server.token({ sub: 'd1', roles: ['district'] });
    const first = await api(server.url, district, 'GET', '/api/audit');
    assert.equal(first.status, 200);
    const all = first.body.rows as { seq: number; action: string }[];
    assert.equal(all[0]?.seq, 1);
    assert.equal(all.at(-1)?.action, 'audit.read');
    const rest = await api(server.url, district, 'GET', `/api/audit?after=${all.length - 1}`);
    assert.deepEqual(
      (rest.body.rows as { seq: number }[]).map(({ seq }) => seq),
      [all.length],
    );
    for (const role of ['coordinator', 'administrator', 'system', 'parent']) {
      const token = await server.token({ sub: 'other', roles: [role] });
      assert.equal((await api(server.url, token, 'GET', '/api/audit')).status, 403);
    }
    assert.equal((await api(server.url, district, 'GET', '/api/audit?after=x')).status, 400);
  });

  it('has revocations, with the service that asked', async () => {
    const system = await server.token({ sub: 'sis', roles: ['system'] });
    await api(server.url, system, 'POST', '/api/revocations', { person: 'p-gone' });
    const last = (await rows()).at(-1);
    assert.deepEqual([last?.person, last?.action, last?.detail], ['sis', 'person.revoke', '{"revoked":"p-gone"}']);
  });
});

describe('ssp audit', () => {
  let folder: string;
  let whole: string;
  let count = 0;

  /** What `verify` says of a copy that somebody has changed. */
  async function tampered(
    change: (db: Database, vault: Vault) => void,
    ...head: string[]
  ): Promise<{ code: number; out: string }> {
    const dataDir = join(folder, String(count++));
    mkdirSync(dataDir);
    for (const name of ['ssp.db', 'keys.db', 'wrap-key']) copyFileSync(join(whole, name), join(dataDir, name));
    const db = openDatabase(join(dataDir, 'ssp.db'));
    db.exec('DROP TRIGGER audit_kept; DROP TRIGGER audit_whole');
    const keys = new Keyring({ keys: join(dataDir, 'keys.db'), wrapKey: join(dataDir, 'wrap-key') });
    change(db, new Vault(db, keys));
    keys.close();
    db.close();
    return ssp(['audit', 'verify', ...head], { SSP_DATA_DIR: dataDir });
  }

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ssp-verify-'));
    whole = join(folder, 'whole');
    const env = { SSP_AUDIT_ANCHOR: join(folder, 'anchor') };
    const server = await startTestServer({ dataDir: whole, env });
    await fillDistrict(server);
    await (await WireCase.begin(await castOf(server))).refer();
    closeDocuments();
    await server.stop();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('finds everything as it was written, and anchors the head at the stop', async () => {
    const env = { SSP_DATA_DIR: whole, SSP_AUDIT_ANCHOR: join(folder, 'anchor') };
    const head = (await ssp(['audit', 'head'], env)).out;
    assert.ok(readFileSync(env.SSP_AUDIT_ANCHOR, 'utf8').startsWith(`${head} 20`));
    const { code, out } = await ssp(['audit', 'verify'], env);
    assert.equal(code, 0, out);
    assert.match(out, /1 anchored heads, 1 cases, \d+ decisions, \d+ kept documents: everything is as it was written/);
    assert.equal((await tampered(() => undefined, '--head', head)).code, 0);
  });

  it('cannot be changed by a mistake of the program', () => {
    const dataDir = join(folder, String(count++));
    mkdirSync(dataDir);
    copyFileSync(join(whole, 'ssp.db'), join(dataDir, 'ssp.db'));
    const db = openDatabase(join(dataDir, 'ssp.db'));
    assert.throws(() => db.run("UPDATE audit SET person = 'x' WHERE seq = 1"), /only added to/);
    assert.throws(() => db.run('DELETE FROM audit WHERE seq = 1'), /only added to/);
    db.close();
  });

  const kinds: Record<string, { change: (db: Database, vault: Vault) => void; says: RegExp }> = {
    flip: { change: (db) => db.run("UPDATE audit SET person = 'p-other' WHERE seq = 3"), says: /row 3 was changed/ },
    drop: { change: (db) => db.run('DELETE FROM audit WHERE seq = 3'), says: /row 3 is missing/ },
    reorder: {
      change: (db) =>
        db.exec(
          'UPDATE audit SET seq = -1 WHERE seq = 3; UPDATE audit SET seq = 3 WHERE seq = 4; UPDATE audit SET seq = 4 WHERE seq = -1',
        ),
      says: /row 3 does not follow/,
    },
    insert: {
      change: (db) => {
        db.exec('UPDATE audit SET seq = -seq WHERE seq > 3; UPDATE audit SET seq = 1 - seq WHERE seq < 0');
        db.exec(
          'INSERT INTO audit SELECT 4, at, person, action, case_id, document, detail, prev, hash FROM audit WHERE seq = 3',
        );
      },
      says: /row 4 does not follow/,
    },
    'a decision, by somebody with the keys': {
      change: (db, vault) => {
        const [row] = db.all<{ case_id: string; body: Uint8Array }>(
          'SELECT case_id, body FROM decisions WHERE seq = 1',
        );
        const caseId = row?.case_id ?? '';
        const place = places.decision(caseId, 1);
        const json = vault.openText(caseId, place, row?.body ?? new Uint8Array());
        const body = vault.sealText(caseId, place, json.replace('p-teacher', 'p-special'));
        db.run('UPDATE decisions SET body = ? WHERE seq = 1', [body]);
      },
      says: /decision 1 was changed/,
    },
    'a decision taken out': {
      change: (db) => db.run('DELETE FROM decisions WHERE seq = 2'),
      says: /decision 2 is missing/,
    },
    'a decision in the place of another': {
      change: (db) => db.run('UPDATE decisions SET body = (SELECT body FROM decisions WHERE seq = 1) WHERE seq = 2'),
      says: /decision\/[0-9a-f-]+\/2 was changed, or belongs to another place/,
    },
    'a sealed document, by somebody without the keys': {
      change: (db) => db.run('UPDATE sealed SET body = CAST(substr(body, 1, length(body) - 1) || zeroblob(1) AS BLOB)'),
      says: /copy\/[0-9a-f-]+\/concern\/1 was changed/,
    },
  };
  for (const [kind, { change, says }] of Object.entries(kinds)) {
    it(`finds it changed: ${kind}`, async () => {
      const { code, out } = await tampered(change);
      assert.equal(code, 1, out);
      assert.match(out, says);
    });
  }

  it('finds it cut off or made anew by a head that was kept elsewhere, and only so', async () => {
    const head = (await ssp(['audit', 'head'], { SSP_DATA_DIR: whole })).out;
    const rewrite = (db: Database) => {
      const entries = db.all<AuditEntry & { detail: string }>(
        'SELECT at, person, action, case_id AS caseId, document, detail FROM audit ORDER BY seq',
      );
      db.exec('DELETE FROM audit');
      let last: AuditHead = { seq: 0, hash: '0'.repeat(64) };
      for (const { at, person, action, caseId, document, detail } of entries) {
        const by = person === 'p-teacher' ? 'p-special' : person;
        const row = link(last, { at, person: by, action, caseId, document, detail: JSON.parse(detail) });
        db.run('INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', [
          ...[row.seq, row.at, row.person, row.action, row.caseId, row.document, row.detail, row.prev, row.hash],
        ]);
        last = row;
      }
    };
    assert.equal((await tampered(rewrite)).code, 0);
    const made = await tampered(rewrite, '--head', head);
    assert.deepEqual([made.code, /made anew/.test(made.out)], [1, true], made.out);
    const cut = await tampered(
      (db) => db.run('DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)'),
      '--head',
      head,
    );
    assert.deepEqual([cut.code, /cut off/.test(cut.out)], [1, true], cut.out);
  });

  it('chains what an earlier version has written', async () => {
    const dataDir = join(folder, String(count++));
    mkdirSync(dataDir);
    putOldDatabase(dataDir);
    const { code, out } = await ssp(['audit', 'verify'], { SSP_DATA_DIR: dataDir });
    assert.equal(code, 0, out);
    assert.match(out, /5 cases, [1-9]\d* decisions/);
    const db = openDatabase(join(dataDir, 'ssp.db'));
    db.run('DELETE FROM decisions WHERE seq = 2');
    db.close();
    const changed = await ssp(['audit', 'verify'], { SSP_DATA_DIR: dataDir });
    assert.deepEqual([changed.code, /decision 2 is missing/.test(changed.out)], [1, true], changed.out);
  });
});
