import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Decision } from '@ssp-kit/process';
import { startTestServer, type TestServer } from '../../src/index.js';
import { api, commandOf } from '../helpers/client.js';
import { verifyAudit } from '../../src/audit/verify.js';
import { everyStep, plant, type Start, startAt } from './starts.js';

/** What holds on one file is told by the store alone. Several servers at work together need the store that is made for it. */
describe('two servers on one file', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ssp-two-'));
  const servers: TestServer[] = [];

  before(async () => {
    servers.push(await startTestServer({ dataDir }), await startTestServer({ dataDir }));
  });
  after(async () => {
    for (const server of servers) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('write no two decisions under one number, and keep every one that they answered', async () => {
    const [first] = servers as [TestServer];
    const { storage } = first.app.store;
    const starts = await Promise.all(
      everyStep()
        .filter(({ state }) => state.state === 'develop-plan')
        .map(startAt),
    );
    const identity = { person: 'coordinator', name: 'Leilani Kahale', roles: ['coordinator'] };
    const token = await first.token({ sub: 'coordinator', ...identity });
    for (let round = 0; round < 12; round++) {
      const start = starts[round % starts.length] as Start;
      const caseId = randomUUID();
      await plant(storage, start, caseId, randomUUID());
      const base = start.decisions.length;
      const shared = commandOf('contact.record', contact('shared'), base);
      const sent = servers.flatMap(({ url }, index) =>
        [shared, commandOf('contact.record', contact(`${index}`), base)].map((command) => ({ url, command })),
      );
      const answers = await Promise.all(
        sent.map(({ url, command }) => api(url, token, 'POST', `/api/cases/${caseId}/commands`, command)),
      );
      const { log } = await storage.history(caseId);
      const decisions = log.decisions.map((json) => JSON.parse(json) as Decision);
      assert.deepEqual(
        decisions.map(({ seq }) => seq),
        decisions.map((_, index) => index + 1),
      );
      const keys = decisions.map(({ key }) => key);
      assert.equal(new Set(keys).size, keys.length);
      assert.ok(answers.some(({ body }) => body.ok));
      for (const { status, body } of answers) {
        assert.equal(status, 200, JSON.stringify(body));
        if (body.ok) assert.deepEqual(decisions[body.decision.seq - 1], body.decision);
        else assert.equal(body.code, 'busy');
      }
    }
    assert.deepEqual((await verifyAudit(storage, [])).faults, []);
  });
});

function contact(outcome: string) {
  const date = '2026-10-01';
  return { about: 'conference', date, method: 'phone', contact: 'N.', relation: 'Mother', outcome };
}
