import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Process } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { startTestServer, type TestServer } from '../src/index.js';
import { api } from './helpers/client.js';

const portal = fileURLToPath(new URL('../../../examples/portal/dist/public/index.html', import.meta.url));

describe('pages and routes', () => {
  let server: TestServer;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${server.url}${path}`, { headers });

  before(async () => {
    server = await startTestServer({ env: { SSP_ALLOWED_ORIGINS: 'https://sis.example' } });
  });
  after(() => server.stop());

  it('serves the portal under a strict policy, compressed and with a tag', { skip: !existsSync(portal) }, async () => {
    const page = await get('/', { 'accept-encoding': 'br' });
    const policy = page.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/);
    assert.ok(!policy.includes('unsafe'));
    assert.match(policy, /frame-ancestors 'none'/);
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
    assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
    assert.equal(page.headers.get('content-encoding'), 'br');
    assert.match(await page.text(), /<!doctype html>/i);
    const again = await get('/', { 'if-none-match': page.headers.get('etag') ?? '' });
    assert.equal(again.status, 304);
  });

  it('serves nothing outside its folders', async () => {
    for (const path of [
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/embed/..%2f..%2fpackage.json',
      '/.git/config',
      '/%00',
      '/nothing',
    ]) {
      const response = await get(path);
      assert.equal(response.status, 404, path);
      assert.match(response.headers.get('content-type') ?? '', /problem\+json/);
    }
  });

  it('answers other sites only where they are allowed', async () => {
    const allowed = await get('/api/process', { origin: 'https://sis.example' });
    assert.equal(allowed.headers.get('access-control-allow-origin'), 'https://sis.example');
    const foreign = await get('/api/process', { origin: 'https://evil.example' });
    assert.equal(foreign.headers.get('access-control-allow-origin'), null);
    const asked = await fetch(`${server.url}/api/cases`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://sis.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization',
      },
    });
    assert.equal(asked.status, 204);
    assert.match(asked.headers.get('access-control-allow-methods') ?? '', /PUT/);
  });

  it('gives the whole process to anybody, compressed, and again only when it has changed', async () => {
    const whole = await get('/api/process', { 'accept-encoding': 'br' });
    assert.equal(whole.headers.get('content-encoding'), 'br');
    assert.equal(whole.headers.get('cache-control'), 'no-cache');
    assert.deepEqual(await whole.json(), JSON.parse(JSON.stringify(hawaiiClassic)));
    const etag = whole.headers.get('etag') ?? '';
    assert.ok(etag.startsWith(`"${hawaiiClassic.version}`), etag);
    const again = await get('/api/process', { 'if-none-match': etag });
    assert.equal(again.status, 304);
    assert.equal(again.headers.get('cache-control'), 'no-cache');
    const plain = await get('/api/process', { 'accept-encoding': 'identity' });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal(((await plain.json()) as Process).version, hawaiiClassic.version);
    const token = await server.token({ sub: 'sis', roles: ['system'] });
    const { profile } = (await api(server.url, token, 'GET', '/api/me')).body;
    assert.deepEqual(profile, { id: 'hawaii-classic', version: hawaiiClassic.version, timeZone: 'Pacific/Honolulu' });
  });

  it('describes itself truly', async () => {
    const { body } = await api(server.url, null, 'GET', '/api/openapi.json');
    const token = await server.token({ sub: 'sis', roles: ['system'] });
    for (const [path, methods] of Object.entries(body.paths as Record<string, Record<string, object>>)) {
      for (const method of Object.keys(methods)) {
        const address = `/api${path.replace('{caseId}', '00000000-0000-7000-8000-000000000000').replace('{document}', 'concern')}`;
        const answer = await api(server.url, token, method.toUpperCase(), address, method === 'get' ? undefined : {});
        assert.notEqual(answer.body.code, 'no-such-address', `${method} ${path}`);
        assert.ok(answer.status < 500, `${method} ${path}: ${answer.status}`);
      }
    }
    assert.equal((await api(server.url, token, 'GET', '/api/nothing')).body.code, 'no-such-address');
  });

  it('describes the records of every document', async () => {
    const { body } = await api(server.url, null, 'GET', '/docs/record.json');
    assert.deepEqual(
      Object.keys(body.documents),
      hawaiiClassic.documents.map(({ kind }) => kind),
    );
    const behavior = body.documents.plan.lists.goals.find(({ name }: { name: string }) => name === 'behavior');
    assert.equal(behavior.shared, 'Y.Text');
  });

  it('tells how it is', async () => {
    assert.equal((await api(server.url, null, 'GET', '/healthz')).body, 'ok');
    assert.equal((await api(server.url, null, 'GET', '/readyz')).status, 200);
    assert.match((await api(server.url, null, 'GET', '/metrics')).body, /^ssp_requests_total \d+$/m);
  });
});
