import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { randomUUID } from 'node:crypto';
import { makeMetrics } from '../src/metrics.js';
import { startTestServer, type TestServer } from '../src/index.js';
import { api, closeDocuments, openDocument, startCase } from './helpers/client.js';
import { fillDistrict, student, tokenOf } from './helpers/district.js';
import { helloClient } from './helpers/hello-client.js';

describe('/metrics', () => {
  let server: TestServer;

  const values = async () => {
    const text = (await api(server.url, null, 'GET', '/metrics')).body as string;
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of lines) assert.match(line, /^ssp_[a-z_]+(\{[a-z]+="[^"{}]*"\})? [0-9.e+-]+$/);
    return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
  };

  before(async () => {
    server = await startTestServer();
    await fillDistrict(server);
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  it('counts updates with the time to the disk, what is refused, decisions and sockets', async () => {
    const earlier = await values();
    const more = async (name: string) => ((await values()).get(name) ?? 0) - (earlier.get(name) ?? 0);
    const teacher = await tokenOf(server, 'teacher');
    const { id, seq } = await startCase(server.url, teacher, student);
    const writer = await helloClient(server.url, teacher, `case/${id}/concern@1`);
    const words = ['one ', 'two ', 'three '];
    for (const word of words) writer.update('description', word);
    await writer.committed(1 + words.length);
    assert.equal(await more('ssp_updates_total'), words.length);
    assert.equal(await more('ssp_commit_seconds_count'), words.length);
    assert.equal(await more('ssp_commit_seconds_bucket{le="+Inf"}'), words.length);
    assert.equal(await more('ssp_sockets'), 1);
    assert.ok(((await values()).get('ssp_resident_bytes') ?? 0) > 1_000_000);

    assert.equal(await (await openDocument(server.url, teacher, `case/${randomUUID()}/concern@1`)).closed, 4404);
    assert.equal(await more('ssp_sockets_refused_total{code="4404"}'), 1);
    const command = { key: randomUUID(), action: 'plan.activate', payload: {}, base: seq, processVersion: 'mars/1' };
    await api(server.url, teacher, 'POST', `/api/cases/${id}/commands`, command);
    assert.equal(await more('ssp_decisions_refused_total{code="unknown-version"}'), 1);
    writer.socket.close();
  });

  it('adds each bucket to those below it', () => {
    const metrics = makeMetrics();
    for (const seconds of [0.0004, 0.004, 0.004, 0.3, 60]) metrics.committed(seconds);
    const text = metrics.text({});
    const at = (bound: string) => Number(new RegExp(`le="${bound.replace('+', '\\+')}"\\} (\\d+)`).exec(text)?.[1]);
    assert.deepEqual(['0.001', '0.005', '0.2', '0.5', '5', '+Inf'].map(at), [1, 3, 3, 4, 4, 5]);
    assert.match(text, /^ssp_commit_seconds_sum 60\.3084$/m);
    assert.match(text, /^ssp_decisions_total 0$/m);
  });
});
