import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { addDays, type CaseloadRow, type Decision, localDay, type Process } from '@ssp-kit/process';
import { edits } from '@ssp-kit/record';
import { StartError, startTestServer, type TestServer } from '../src/index.js';
import { api, closeDocuments, decide, openDocument, startCase, stored } from './helpers/client.js';
import { concern } from './helpers/contents.js';
import { fillDistrict, people, student, tokenOf } from './helpers/district.js';

const kauai = fileURLToPath(new URL('../../../examples/district/kauai-made-up.json', import.meta.url));
const bin = fileURLToPath(new URL('../../bin/ssp.js', import.meta.url));

describe('a district with a profile of its own', () => {
  let server: TestServer;
  let url: string;
  let teacher: string;
  let coordinator: string;
  /** As a client gets it. */
  let district: Process;

  before(async () => {
    server = await startTestServer({ env: { SSP_PROFILE: kauai } });
    await fillDistrict(server);
    url = server.url;
    teacher = await tokenOf(server, 'teacher');
    coordinator = await tokenOf(server, 'coordinator');
    district = (await api(url, null, 'GET', '/api/process')).body;
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  it('gives its words and its version to everybody', async () => {
    assert.match(district.version, /^kauai-made-up\/\d+\+[0-9a-f]{8}$/);
    assert.equal(district.stages[0]?.label, 'Speak Up');
    assert.equal(district.actions.find(({ id }) => id === 'referral.file')?.label, 'Take it up');
    assert.equal(district.profile.label, 'Kauaʻi (made up)');
    const { profile } = (await api(url, teacher, 'GET', '/api/me')).body;
    assert.equal(profile.id, 'kauai-made-up');
    const { documents } = (await api(url, null, 'GET', '/docs/record.json')).body;
    const field = documents.concern.fields.find(({ name }: { name: string }) => name === 'xKauaiTransport');
    assert.deepEqual(field, {
      name: 'xKauaiTransport',
      type: 'choice',
      shared: 'value',
      vocabulary: 'xKauaiTransport',
      label: 'Way to school',
    });
    assert.equal(documents.plan.lists.xKauaiOutings.length, 3);
  });

  it('shows its process as a page on which nothing runs', async () => {
    const page = await fetch(`${url}/docs/process`, { headers: { 'accept-encoding': 'br' } });
    const html = await page.text();
    assert.match(html, /<h1 [^>]*>The process: Kauaʻi \(made up\)<\/h1>/);
    assert.match(html, /Way to school/);
    assert.match(html, /<svg class="ssp-chart"/);
    assert.ok(!/<script|style=|onclick|javascript:/i.test(html));
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; style-src 'sha256-[^']+' 'sha256-[^']+'; base-uri 'none'/);
    const again = await fetch(`${url}/docs/process`, { headers: { 'if-none-match': page.headers.get('etag') ?? '' } });
    assert.equal(again.status, 304);
  });

  it('takes an own field over the wire, demands it at its decision, seals it, and counts its own days', async () => {
    const { id, rooms } = await startCase(url, teacher, student);
    const room = rooms.find(({ document }) => document === 'concern')?.room ?? '';
    const received = addDays(localDay(new Date(), district.profile.timeZone), -3);
    const document = await openDocument(url, teacher, room);
    const edit = edits(district, document.doc, 'concern');
    const written = {
      ...concern,
      suspicion: 'yes',
      suspicionReason: 'A gap.',
      receivedDate: received,
      homeLanguage: 'haw',
    };
    for (const [name, value] of Object.entries(written)) edit.set(name, value);
    edit.changeText('xKauaiStory', { index: 0, remove: 0, insert: 'I surf.' });
    await stored(url, teacher, room, document);

    const more = { processVersion: district.version };
    const refused = await decide(url, coordinator, id, 'referral.file', {}, more);
    assert.deepEqual(!refused.ok && refused.unmet.map((row) => row.id), ['referral.file/xKauaiTransport']);
    edit.set('xKauaiTransport', 'bus');
    await stored(url, teacher, room, document);
    document.close();
    assert.ok((await decide(url, coordinator, id, 'referral.file', {}, more)).ok);

    const sealed = (await api(url, coordinator, 'GET', `/api/cases/${id}/documents/concern`)).body;
    assert.equal(sealed.state, 'sealed');
    assert.equal(sealed.content.xKauaiTransport, 'bus');
    assert.equal(sealed.content.xKauaiStory, 'I surf.');
    const [row] = (await api(url, coordinator, 'GET', '/api/cases')).body;
    const answer = (row as CaseloadRow).deadlines.find(({ clock }) => clock === 'ref_decision');
    assert.equal(answer?.due, addDays(received, 10));
  });

  it('lets nobody write a field that no row has', async () => {
    const token = await tokenOf(server, 'special');
    const other = await startCase(url, teacher, 'student-2');
    const room = other.rooms.find(({ document }) => document === 'concern')?.room ?? '';
    const document = await openDocument(url, teacher, room);
    document.doc.getMap('fields').set('xKauaiSecret', 'x');
    assert.ok((await document.closed) >= 4000);
    assert.equal((await api(url, token, 'GET', `/api/cases/${other.id}`)).status, 404);
  });

  it('knows roles by their host’s names', async () => {
    const token = await server.token({ sub: people.coordinator.id, roles: ['SSC', 'BUS-DRIVER'] });
    assert.deepEqual((await api(url, token, 'GET', '/api/me')).body.person.roles, ['coordinator']);
  });
});

describe('the profile of a server', () => {
  let folder: string;
  let count = 0;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssp-profile-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function file(content: string): string {
    const path = join(folder, `${count++}.json`);
    writeFileSync(path, content);
    return path;
  }

  const district = (part: object) =>
    file(JSON.stringify({ extends: 'hawaii-classic', id: 'wrong', label: 'Wrong', ...part }));

  async function fails(profile: string, says: RegExp): Promise<void> {
    const env = { SSP_PROFILE: profile };
    const failed = await startTestServer({ dataDir: join(folder, 'data'), env }).then(
      () => null,
      (error: unknown) => error,
    );
    assert.ok(failed instanceof StartError, String(failed));
    assert.match(failed.message, says);
    assert.ok(!failed.message.includes('\n'));
  }

  it('stops the start with the row and the reason when it is wrong', async () => {
    await fails(
      district({ days: { eval_60: 90 } }),
      /wrong at days\/eval_60: The law gives 60 days .*only give less\.$/,
    );
    await fails(
      district({ days: { eval_60: 90 }, colour: 1 }),
      /wrong at colour: .* 1 more: "ssp check" tells them all\.$/,
    );
    await fails(file('{ "extends": '), /is not JSON/);
    await fails(file('[]'), /has to be an object/);
    await fails(join(folder, 'nowhere.json'), /nowhere\.json is not there\.$/);
    await fails(`${folder}/`, /cannot be read/);
  });

  it('is told whole by "ssp check"', async () => {
    const profile = district({ days: { eval_60: 90, moon: 3 }, roles: { Boss: 'king' } });
    const { code, err } = await check(profile);
    assert.equal(code, 1);
    for (const row of ['days/eval_60', 'days/moon', 'roles/Boss']) assert.match(err, new RegExp(`^ {2}${row}: `, 'm'));
    const good = await check(kauai);
    assert.equal(good.code, 0, good.err);
    assert.match(good.out, /Profile: kauai-made-up, Kauaʻi \(made up\) \(kauai-made-up\/\d+\+/);
  });

  it('that is wrong keeps nobody from the records', async () => {
    const dataDir = join(folder, 'kept');
    const server = await startTestServer({ dataDir });
    await fillDistrict(server);
    const { id } = await startCase(server.url, await tokenOf(server, 'teacher'), student);
    await server.stop();
    const profile = district({ days: { eval_60: 90 } });
    const exported = await ssp(['export', 'case', id], profile, dataDir);
    assert.equal(exported.code, 0, exported.err);
    assert.equal(JSON.parse(exported.out).case, id);
    const verified = await ssp(['audit', 'verify'], profile, dataDir);
    assert.equal(verified.code, 0, verified.err);
    const imported = await ssp(['import', 'oneroster', join(folder, 'nowhere')], profile, dataDir);
    assert.ok(!imported.err.includes('SSP_PROFILE'), imported.err);
    assert.equal((await ssp(['serve'], profile, dataDir)).code, 1);
  });

  it('is the same version for the same rows, whatever their words, and another one for other rows', async () => {
    const versionOf = async (profile: string) => {
      const server = await startTestServer({ env: { SSP_PROFILE: profile } });
      const { body } = await api(server.url, null, 'GET', '/api/process');
      await server.stop();
      return (body as Process).version;
    };
    const [plain, words, days] = await Promise.all(
      [{}, { labels: { roles: { teacher: 'Kumu' } } }, { days: { eval_60: 50 } }].map((part) =>
        versionOf(district(part)),
      ),
    );
    assert.equal(plain, words);
    assert.notEqual(plain, days);
  });

  it('takes over the cases that were begun by the profile it extends', async () => {
    const dataDir = join(folder, 'moved');
    const before = await startTestServer({ dataDir });
    await fillDistrict(before);
    const { id } = await startCase(before.url, await tokenOf(before, 'teacher'), student);
    await before.stop();
    const after = await startTestServer({ dataDir, env: { SSP_PROFILE: kauai } });
    const coordinator = await tokenOf(after, 'coordinator');
    const { decisions } = (await api(after.url, coordinator, 'GET', `/api/cases/${id}/documents/official`)).body;
    await after.stop();
    const last = (decisions as readonly Decision[]).at(-1);
    assert.equal(last?.action, 'process.upgraded');
    assert.match(last?.processVersion ?? '', /^kauai-made-up\//);
  });

  it('can be any of the built-in ones', async () => {
    for (const id of ['hawaii-current', 'idea-federal']) {
      const server = await startTestServer({ env: { SSP_PROFILE: id } });
      const { body } = await api(server.url, null, 'GET', '/api/process');
      assert.equal(body.profile.id, id);
      await server.stop();
    }
  });

  const check = (profile: string) => ssp(['check'], profile, join(folder, `check-${count++}`));

  function ssp(
    args: readonly string[],
    profile: string,
    dataDir: string,
  ): Promise<{ code: number; out: string; err: string }> {
    const data = { SSP_DATA_DIR: dataDir, SSP_DEMO: '0', SSP_PROFILE: profile };
    const env = { PATH: process.env['PATH'], ...data };
    return new Promise((resolve) => {
      execFile(process.execPath, [bin, ...args], { env, timeout: 60_000 }, (error, out, err) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, out, err });
      });
    });
  }
});
