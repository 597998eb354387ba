import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import type { StudentRow } from '@ssp-kit/protocol';
import { makeDemo } from '../src/demo/make-demo.js';
import { defaultLimits, startTestServer, type TestServer } from '../src/index.js';
import { type OneRosterPlan, writeOneRoster } from './helpers/oneroster-folder.js';

const ssp = fileURLToPath(new URL('../../bin/ssp.js', import.meta.url));
const run = promisify(execFile);
const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
let dataDir: string;
let server: TestServer | null;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'ssp-beside-'));
  server = null;
});

afterEach(async () => {
  await server?.stop();
  await rm(dataDir, { recursive: true });
});

/** A school of so many students, all in one class. */
function school(count: number): OneRosterPlan {
  const names = Array.from({ length: count }, (_, index) => String(index + 1));
  return {
    schools: [{ id: 'north', stateId: '101', name: 'North School' }],
    staff: [
      { stateId: 'T1', givenName: 'Ana', familyName: 'Lee', username: 'alee', school: 'north', role: 'teacher' },
      { stateId: 'C1', givenName: 'Bo', familyName: 'Kam', username: 'bkam', school: 'north', role: 'counselor' },
    ],
    students: names.map((name) => ({
      ...{ stateId: `S${name}`, givenName: `Given${name}`, familyName: 'Student', school: 'north', grade: '03' },
    })),
    classes: [
      { id: 'c', title: 'Class', school: 'north', teachers: ['T1'], students: names.map((name) => `S${name}`) },
    ],
  };
}

async function importFolder(plan: OneRosterPlan): Promise<string> {
  const folder = join(dataDir, 'csv');
  await writeOneRoster(folder, plan);
  const { stdout } = await run(process.execPath, [ssp, 'import', 'oneroster', folder], {
    env: { ...process.env, SSP_DATA_DIR: dataDir },
  });
  return stdout;
}

describe('an import beside a running server', () => {
  it('shows its students at once, while people begin cases', async () => {
    const started = await startTestServer({ dataDir });
    server = started;
    const token = await started.token({ sub: 'bkam', roles: ['coordinator'] });
    const ask = (path: string, init: RequestInit = {}) =>
      fetch(`${started.url}${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      });
    const students = async () => (await (await ask('/api/students')).json()) as StudentRow[];
    assert.deepEqual(await students(), []);
    assert.match(await importFolder(school(3)), /3 students: 3 new/);
    const [first] = await students();

    const importing = importFolder(school(600));
    let begun = 0;
    let done = false;
    void importing.finally(() => {
      done = true;
    });
    do {
      const body = JSON.stringify({ student: first?.id });
      const answer = await ask(`/api/cases/${randomUUID()}`, { method: 'PUT', body });
      assert.ok(answer.ok, `${answer.status}`);
      begun += 1;
    } while (!done);
    assert.match(await importing, /600 students: 597 new/);
    assert.ok(begun > 2, `${begun} cases begun meanwhile`);
    assert.ok((await students()).length > 3);
  });
});

describe('a demo that is made on the first start', () => {
  it('opens as a demo, and leaves nothing but its file and its keys', async () => {
    const file = join(dataDir, 'ssp.db');
    const keyFile = join(dirname(file), 'wrap-key');
    await makeDemo({ file, keyFile, process: hawaiiClassic, limits: defaultLimits, log: quiet, now: () => new Date() });
    assert.deepEqual((await readdir(dataDir)).sort(), ['keys.db', 'ssp.db', 'wrap-key']);
    const started = await startTestServer({ dataDir });
    server = started;
    assert.equal(started.app.isDemo, true);
    const people = await fetch(`${started.url}/api/demo/people`);
    assert.equal(((await people.json()) as { id: string }[])[0]?.id, 'lkealoha');
  });
});
