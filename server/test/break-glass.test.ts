import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Plain } from '@ssp-kit/process';
import type { CaseAnswer, CaseRow } from '@ssp-kit/protocol';
import { startTestServer, type TestServer } from '../src/index.js';
import { api, closeDocuments, commandOf, openDocument } from './helpers/client.js';
import { referredCase } from './helpers/district.js';
import type { WireCase } from './helpers/whole-case.js';

const hour = 3_600_000;

describe('breaking the glass', () => {
  let server: TestServer;
  let told: WireCase;
  let shift = 0;

  before(async () => {
    server = await startTestServer({ now: () => new Date(Date.now() + shift), rosterEveryMs: 50 });
    told = await referredCase(server);
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  const get = (token: string, path = '') => api(server.url, token, 'GET', `/api/cases/${told.id}${path}`);
  const command = (token: string, base: number, action: string, payload: Record<string, Plain>) =>
    api(server.url, token, 'POST', `/api/cases/${told.id}/commands`, commandOf(action, payload, base));

  for (const role of ['system', 'district']) {
    it(`opens a case to the role ${role}: for a reason, to be read, for an hour`, async () => {
      shift = 0;
      const token = await server.token({ sub: `glass-${role}`, name: 'Gale Tester', roles: [role] });
      const room = told.room('evidence');
      assert.equal((await get(token)).status, 404);
      assert.equal((await get(token, '/documents/concern')).status, 404);
      assert.equal(await (await openDocument(server.url, token, room)).closed, 4404);
      const { seq } = await told.state();
      assert.equal((await command(token, seq, 'case.close', { reason: 'moved' })).status, 404);
      const silent = await command(token, seq, 'access.break', { reason: 'A complaint.' });
      assert.deepEqual([silent.status, silent.body.code], [200, 'unmet']);
      assert.equal((await get(token)).status, 404);

      const reason = 'A complaint of the family is examined.';
      const party = 'Complaints office of the district';
      const broken = await command(token, seq, 'access.break', { reason, party });
      assert.equal(broken.body.ok, true);
      const answer = (await get(token)).body as CaseAnswer;
      assert.ok(answer.rooms.length > 0);
      assert.deepEqual([...new Set(answer.rooms.map(({ may }) => may))], ['read']);
      assert.equal((await get(token, '/documents/concern')).body.state, 'sealed');
      const reader = await openDocument(server.url, token, room);
      reader.set('parentAskedDate', told.today);
      assert.equal(await reader.closed, 4403);
      assert.deepEqual((await told.read('teacher', 'evidence'))['parentAskedDate'] ?? null, null);

      const logged = (await told.state()).decisions.at(-1);
      assert.deepEqual(
        [logged?.action, logged?.actor.person, logged?.words],
        ['access.break', `glass-${role}`, { reason, party }],
      );
      const { until = '' } = (await told.state()).breaks.at(-1) ?? {};
      assert.equal(Date.parse(until), Date.parse(logged?.at ?? '') + hour);
      const audits = await server.app.store.storage.auditRows(0, 500, told.id);
      const own = audits.filter(({ person }) => person === `glass-${role}`).map(({ action }) => action);
      assert.deepEqual(own, ['access.break', 'document.read', 'document.open']);

      // Half a second is left when the socket opens: it is closed without anybody doing anything.
      shift = Date.parse(until) - Date.now() - 500;
      const left = await openDocument(server.url, token, room);
      assert.equal((await get(token, '/documents/evidence')).status, 200);
      assert.equal(await left.closed, 4403);
      assert.ok(Date.now() + shift >= Date.parse(until));
      assert.equal((await get(token)).status, 404);
      assert.equal((await get(token, '/documents/evidence')).status, 404);
      assert.equal(await (await openDocument(server.url, token, room)).closed, 4404);
    });
  }

  it('has somebody of the school review each access, on record', async () => {
    shift = 0;
    const [first, second] = (await told.state()).breaks;
    const { administrator, coordinator } = told.cast.tokens;
    const listed = (await api(server.url, administrator, 'GET', '/api/cases')).body as unknown as CaseRow[];
    assert.deepEqual(
      listed[0]?.nextSteps.filter(({ action }) => action === 'access.review').map(({ id, mine }) => [id, mine]),
      [
        [`access/review/${first?.seq}`, true],
        [`access/review/${second?.seq}`, true],
      ],
    );
    assert.ok(listed[0]?.deadlines.some(({ clock, stopped }) => clock === 'access_review' && stopped === null));
    const { seq } = await told.state();
    const found = { access: String(first?.seq), outcome: 'not-justified', words: 'There was no complaint.' };
    assert.equal((await command(told.cast.tokens.teacher, seq, 'access.review', found)).body.code, 'no-right');
    assert.equal((await command(administrator, seq, 'access.review', found)).body.ok, true);
    assert.equal((await command(coordinator, seq, 'access.review', found)).body.code, 'unmet');
    const audits = await server.app.store.storage.auditRows(0, 500, told.id);
    const row = audits.find(({ action }) => action === 'access.review');
    const { access, outcome } = JSON.parse(row?.detail ?? '{}') as Record<string, unknown>;
    assert.deepEqual([access, outcome], [first?.seq, 'not-justified']);
    assert.equal((await told.state()).breaks[0]?.review?.outcome, 'not-justified');
    assert.equal((await told.state()).breaks[1]?.review, null);
  });

  it('opens nothing to others, whatever they say', async () => {
    shift = 0;
    const { seq } = await told.state();
    const stranger = await server.token({ sub: 'stranger', name: 'Stan Tester', roles: ['teacher', 'provider'] });
    assert.equal(
      (await command(stranger, seq, 'access.break', { reason: 'I am curious.', party: 'Myself' })).status,
      404,
    );
    const teacher = await command(told.cast.tokens.teacher, seq, 'access.break', {
      reason: 'I am curious.',
      party: 'Myself',
    });
    assert.equal(teacher.body.code, 'no-right');
  });
});
