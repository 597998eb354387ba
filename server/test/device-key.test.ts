import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { startTestServer, type TestServer } from '../src/index.js';
import { api } from './helpers/client.js';
import { ssp } from './helpers/ssp.js';

describe('the key of what a browser keeps', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ssp-device-'));
  after(() => rmSync(dataDir, { recursive: true, force: true }));

  const withServer = async (env: Readonly<Record<string, string>>, work: (server: TestServer) => Promise<void>) => {
    const server = await startTestServer({ dataDir, env });
    await work(server).finally(() => server.stop());
  };
  const ask = (server: TestServer, token: string | null, body: unknown) =>
    api(server.url, token, 'POST', '/api/device-key', body);
  const token = (server: TestServer, sub: string) => server.token({ sub, roles: ['teacher'] });

  it('is one for each person and device, the same again after a restart and a new wrapping key, on record', async () => {
    const device = randomUUID();
    let first = '';
    await withServer({}, async (server) => {
      const ana = await token(server, 'ana');
      const { status, body } = await ask(server, ana, { device });
      assert.equal(status, 200);
      assert.equal(body.keep, 'device');
      assert.equal(Buffer.from(body.key, 'base64url').length, 32);
      first = body.key;
      assert.equal((await ask(server, ana, { device })).body.key, first);
      assert.notEqual((await ask(server, ana, { device: randomUUID() })).body.key, first);
      assert.notEqual((await ask(server, await token(server, 'leo'), { device })).body.key, first);
      const rows = await server.app.store.storage.auditRows(0, 100);
      const unlocked = rows.filter(({ action }) => action === 'device.unlock');
      assert.deepEqual(
        unlocked.map(({ person }) => person),
        ['ana', 'ana', 'ana', 'leo'],
      );
    });
    assert.equal((await ssp(['keys', 'rotate'], { SSP_DATA_DIR: dataDir })).code, 0);
    await withServer({}, async (server) => {
      assert.equal((await ask(server, await token(server, 'ana'), { device })).body.key, first);
    });
  });

  it('is withheld from who has no valid token, and given again after a new sign-in', async () => {
    const secret = 'a secret of the host page, 32 bytes';
    await withServer({ SSP_JWT_SECRET: secret }, async (server) => {
      const device = randomUUID();
      const now = Math.floor(Date.now() / 1000);
      const old = await new SignJWT({ ssp: { roles: ['teacher'] } })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject('mia')
        .setIssuedAt(now - 60)
        .setExpirationTime(now + 600)
        .sign(new TextEncoder().encode(secret));
      const { key } = (await ask(server, old, { device })).body;
      assert.equal((await ask(server, null, { device })).status, 401);
      const service = await server.token({ sub: 'sis', roles: ['system'] });
      const before = new Date((now - 1) * 1000).toISOString();
      const revoked = await api(server.url, service, 'POST', '/api/revocations', { person: 'mia', before });
      assert.equal(revoked.status, 204);
      assert.equal((await ask(server, old, { device })).status, 401);
      assert.equal((await ask(server, await token(server, 'mia'), { device })).body.key, key);
    });
  });

  it('is none where the district allows less, or no device is named', async () => {
    const device = randomUUID();
    for (const keep of ['none', 'session']) {
      await withServer({ SSP_OFFLINE: keep }, async (server) => {
        assert.deepEqual((await ask(server, await token(server, 'ana'), { device })).body, { keep, key: null });
      });
    }
    await withServer({}, async (server) => {
      const ana = await token(server, 'ana');
      assert.deepEqual((await ask(server, ana, {})).body, { keep: 'device', key: null });
      assert.equal((await ask(server, ana, { device: '../../x' })).status, 400);
    });
  });
});
