import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { type CaseState, type Decision, foldVersion, type Process } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import type { CaseAnswer } from '@ssp-kit/protocol';
import { canonicalJson, contentHash, projectOfficial } from '@ssp-kit/record';
import type { Session } from '@ssp-kit/session';
import { indexOf } from '../src/case-index.js';
import { startTestServer, type TestServer } from '../src/index.js';
import { api, closeDocuments, commandOf, decide, decideOk, openDocument, until } from './helpers/client.js';
import { putOldDatabase } from './helpers/old-database.js';
import { openSession, reaches } from './helpers/session.js';

/** Cases of the old database, by their student. */
const rosie = '67a77494-f93f-49c4-8017-10bbe2e36d57';
const nanea = '6394011d-ee12-419f-9d76-610bd6d6f996';
const lucas = 'd6ea158f-833e-4eff-b2cc-b527272115fc';
const ikaika = '516476f4-0c45-4b09-87ba-3c7003b950fb';
const studentOfLucas = '5f7ccfce-a2d3-4869-bb2e-3c00c91f040a';
const old = 'hawaii-classic/1';

interface StoredRow {
  readonly id: string;
  readonly state: string;
}

describe('a database of the first version', () => {
  let dataDir: string;
  let server: TestServer;
  let coordinator: string;
  let session: Session | null = null;
  let former: Map<string, CaseState>;

  const start = async (process: Process = hawaiiClassic) => {
    server = await startTestServer({ dataDir, process });
    coordinator = await server.token({ sub: 'lkealoha', name: 'Leilani Kealoha', roles: ['coordinator'] });
  };
  const get = async (path: string) => (await api(server.url, coordinator, 'GET', path)).body;
  const history = async (id: string) => (await get(`/api/cases/${id}/history`)).decisions as Decision[];
  const restart = async (process?: Process) => {
    closeDocuments();
    await server.stop();
    await start(process);
  };

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ssp-old-'));
    putOldDatabase(dataDir, (db) => {
      const rows = db.all<{ [name in keyof StoredRow]: string }>('SELECT id, state FROM cases');
      former = new Map(rows.map(({ id, state }) => [id, JSON.parse(state) as CaseState]));
      const mars = `json_set(json, '$.processVersion', 'mars/7')`;
      db.run(`UPDATE decisions SET json = ${mars} WHERE case_id = ?`, [ikaika]);
    });
    await start();
  });
  afterEach(async () => {
    await session?.close();
    session = null;
  });
  after(async () => {
    closeDocuments();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('opens, with every case folded anew and brought to this process by an event', async () => {
    assert.equal(former.size, 5);
    for (const [id, then] of former) {
      if (id === ikaika) continue;
      const [row] = await server.app.store.tables.all<{ fold: number; process: string }>(
        'SELECT fold, process FROM cases WHERE id = ?',
        [id],
      );
      const now = JSON.parse((await server.app.store.storage.case(id))?.state ?? '') as CaseState;
      const { decisions } = now;
      assert.deepEqual(
        decisions.slice(0, -1).map(({ seq, action, to, facts }) => ({ seq, action, to, facts })),
        then.decisions.map(({ seq, action, to, facts }) => ({ seq, action, to, facts })),
      );
      const moved = decisions.at(-1);
      assert.equal(moved?.action, 'process.upgraded');
      assert.deepEqual(moved.facts, { from: old, to: hawaiiClassic.version });
      assert.deepEqual(moved.actor, { person: 'system', name: 'SSP Kit', roles: ['system'] });
      assert.equal(moved.to, then.state);
      assert.deepEqual([now.seq, now.state, now.track], [then.seq + 1, then.state, then.track]);
      assert.deepEqual(now.team, then.team);
      assert.deepEqual([row?.fold, row?.process], [foldVersion, hawaiiClassic.version]);
      const newest = (await server.app.store.storage.auditRows(0, 100, id)).at(-1);
      assert.deepEqual([newest?.action, newest?.person], ['process.upgraded', 'system']);
    }
  });

  it('has the event in the official record, like every decision', async () => {
    const official = await openDocument(server.url, coordinator, `case/${rosie}/official@1`);
    assert.deepEqual(projectOfficial(official.doc), await history(rosie));
  });

  it('has every document as it was', async () => {
    for (const id of [rosie, nanea, lucas]) {
      for (const { seals } of former.get(id)?.decisions ?? []) {
        for (const { document, version, hash } of seals) {
          const sealed = await get(`/api/cases/${id}/documents/${document}`);
          assert.deepEqual([sealed.state, sealed.version, sealed.hash], ['sealed', version, hash]);
          assert.equal(await contentHash(sealed.content), hash);
        }
      }
    }
    const writing = await get(`/api/cases/${nanea}/documents/plan-1`);
    assert.match(writing.content.presentLevels, /\w+ \w+/);
    const room = await openDocument(server.url, coordinator, `case/${nanea}/plan-1@1`);
    assert.equal(canonicalJson(room.view()), canonicalJson(writing.content));
  });

  it('goes on: people write and decide', async () => {
    const official = await openDocument(server.url, coordinator, `case/${rosie}/official@1`);
    const count = (await history(rosie)).length;
    const { decision } = await decideOk(server.url, coordinator, rosie, 'conference.schedule', {
      purpose: 'student-needs',
      date: '2027-02-01',
      place: 'Room 12',
    });
    assert.equal(decision.processVersion, hawaiiClassic.version);
    await until(official.doc, () => projectOfficial(official.doc).length === count + 1, 'the decision');
    const plan = await openDocument(server.url, coordinator, `case/${nanea}/plan-1@1`);
    plan.type('presentLevels', ' And more.');
    assert.match(String(plan.view()['presentLevels']), / And more\.$/);
  });

  it('keeps a case of a process that nobody knows as it is, to be read only', async () => {
    const answer = (await get(`/api/cases/${ikaika}`)) as CaseAnswer;
    assert.equal(answer.processVersion, 'mars/7');
    assert.equal(answer.seq, former.get(ikaika)?.seq);
    assert.deepEqual([...new Set(answer.rooms.map(({ may }) => may))], ['read']);
    const refused = await decide(server.url, coordinator, ikaika, 'case.close', { reason: 'moved' });
    assert.equal(refused.ok ? '' : refused.code, 'unknown-version');
    session = await openSession(server.url, async () => coordinator);
    const view = await reaches(session.case(ikaika).view, (shown) => shown.case?.seq === answer.seq);
    assert.equal(view.unknownVersion, true);
  });

  it('does it once: another start writes nothing', async () => {
    const counts = async () =>
      server.app.store.tables.all('SELECT case_id, count(*) AS count FROM decisions GROUP BY case_id ORDER BY case_id');
    const then = await counts();
    await restart();
    assert.deepEqual(await counts(), then);
  });

  it('follows a district whose words or days have changed, without a row', async () => {
    const changed = { ...hawaiiClassic, version: 'hawaii-classic/2+0badf00d' };
    await restart(changed);
    const last = (await history(lucas)).at(-1);
    assert.deepEqual(last?.facts, { from: hawaiiClassic.version, to: changed.version });
    await restart();
  });

  it('brings a case that was left behind before a command on it', async () => {
    const { seq } = (await get(`/api/cases/${lucas}`)) as CaseAnswer;
    await server.stop();
    server = await startTestServer({ dataDir });
    await leftBehind(server, lucas);
    assert.equal((await get(`/api/cases/${lucas}`)).processVersion, old);
    const { decision } = await decideOk(server.url, coordinator, lucas, 'review.open', { trigger: 'team-request' });
    assert.equal(decision.seq, seq + 2);
    assert.deepEqual(
      (await history(lucas)).slice(-2).map(({ action }) => action),
      ['process.upgraded', 'review.open'],
    );
  });
});

describe('a closed case of an earlier process', () => {
  let dataDir: string;
  let server: TestServer;
  let coordinator: string;
  let seq: number;

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'ssp-old-'));
    putOldDatabase(dataDir);
    await start();
    await decideOk(server.url, coordinator, rosie, 'case.close', { reason: 'moved' });
    ({ seq } = (await api(server.url, coordinator, 'GET', `/api/cases/${rosie}`)).body as CaseAnswer);
  });
  beforeEach(async () => {
    await leftBehind(server, rosie);
    await server.stop();
    await start();
  });
  after(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const start = async () => {
    server = await startTestServer({ dataDir });
    coordinator = await server.token({ sub: 'lkealoha', name: 'Leilani Kealoha', roles: ['coordinator'] });
  };
  const versionOnDisk = async () => {
    const sql = 'SELECT process FROM cases WHERE id = ?';
    const [row] = await server.app.store.tables.all<{ process: string }>(sql, [rosie]);
    return row?.process;
  };
  const lastActions = async (count: number) => {
    const { body } = await api(server.url, coordinator, 'GET', `/api/cases/${rosie}/history`);
    return (body.decisions as readonly Decision[]).slice(-count).map(({ action }) => action);
  };

  it('stays where it is at the start, and comes when somebody opens it', async () => {
    assert.equal(await versionOnDisk(), old);
    const answer = (await api(server.url, coordinator, 'GET', `/api/cases/${rosie}`)).body as CaseAnswer;
    assert.equal(answer.processVersion, hawaiiClassic.version);
    assert.equal(answer.seq, seq + 1);
    assert.equal(await versionOnDisk(), hawaiiClassic.version);
    assert.deepEqual(await lastActions(2), ['case.close', 'process.upgraded']);
    assert.deepEqual([...new Set(answer.rooms.map(({ may }) => may))], ['read']);
  });

  it('comes before the glass is broken on it', async () => {
    const auditor = await server.token({ sub: 'auditor', name: 'Ada Auditor', roles: ['system'] });
    const command = commandOf(
      'access.break',
      { reason: 'A complaint of the family is examined.', party: 'Complaints office' },
      seq,
    );
    const { body } = await api(server.url, auditor, 'POST', `/api/cases/${rosie}/commands`, command);
    assert.equal(body.ok, true, JSON.stringify(body));
    assert.deepEqual(await lastActions(2), ['process.upgraded', 'access.break']);
  });
});

describe('a case of the first version that cannot follow', () => {
  let dataDir: string;
  let server: TestServer;
  let logged: { readonly case?: string; readonly message: string }[];

  /** Starts on the old database after this change of it; answers the coordinator's token. */
  const startAfter = async (...statements: readonly string[]) => {
    putOldDatabase(dataDir, (db) => {
      for (const statement of statements) db.run(statement, [lucas]);
    });
    const keep = (fields: object, message: string) => void logged.push({ ...fields, message });
    server = await startTestServer({ dataDir, log: { debug: keep, info: keep, warn: keep, error: keep } });
    return server.token({ sub: 'lkealoha', name: 'Leilani Kealoha', roles: ['coordinator'] });
  };
  const versions = async (token: string) => {
    const listed = await api(server.url, token, 'GET', '/api/cases');
    assert.equal(listed.status, 200);
    const ids = (listed.body as readonly { id: string }[]).map(({ id }) => id);
    const answers = await Promise.all(ids.map((id) => api(server.url, token, 'GET', `/api/cases/${id}`)));
    return new Map(answers.map(({ body }) => [body.id as string, body.processVersion as string]));
  };

  const casesLogged = (about: RegExp) =>
    logged.filter(({ case: id, message }) => id && about.test(message)).map((row) => row.case);

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'ssp-old-'));
    logged = [];
  });
  afterEach(async () => {
    closeDocuments();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('for a hole in its log is not served; all others of its school are', async () => {
    const token = await startAfter('DELETE FROM decisions WHERE case_id = ? AND seq = 2');
    const served = await versions(token);
    assert.deepEqual([...served.keys()].sort(), [ikaika, nanea, rosie].sort());
    assert.deepEqual([...new Set(served.values())], [hawaiiClassic.version]);
    assert.equal((await api(server.url, token, 'GET', `/api/cases/${lucas}`)).status, 404);
    assert.equal(await (await openDocument(server.url, token, `case/${lucas}/official@1`)).closed, 4404);
    const again = await api(server.url, token, 'PUT', `/api/cases/${lucas}`, { student: studentOfLucas });
    assert.equal(again.status, 409);
    await decideOk(server.url, token, rosie, 'conference.schedule', { purpose: 'student-needs', date: '2027-02-01' });
    assert.deepEqual(casesLogged(/folded/), [lucas]);
  });

  it('for a lost room stays behind to be read; all others come and are written in', async () => {
    const token = await startAfter(`UPDATE rooms SET document = 'lost' WHERE case_id = ? AND document = 'official'`);
    const served = await versions(token);
    assert.equal(served.get(lucas), old);
    served.delete(lucas);
    assert.deepEqual([...served.values()], Array(3).fill(hawaiiClassic.version));
    await decideOk(server.url, token, rosie, 'conference.schedule', { purpose: 'student-needs', date: '2027-02-01' });
    assert.deepEqual(casesLogged(/brought to this process/), [lucas]);
  });
});

/** Makes a case one of the old process, whose state says so. */
async function leftBehind({ app }: TestServer, id: string): Promise<void> {
  const { storage } = app.store;
  const stored = JSON.parse((await storage.case(id))?.state ?? '') as CaseState;
  const state = { ...stored, processVersion: old };
  await storage.refold([{ caseId: id, seq: state.seq, state: JSON.stringify(state), index: indexOf(state) }]);
}
