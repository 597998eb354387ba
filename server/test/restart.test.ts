import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Session } from '@ssp-kit/session';
import { startTestServer } from '../src/index.js';
import { api, startCase } from './helpers/client.js';
import { addStudent, fillDistrict, student, tokenOf } from './helpers/district.js';
import { helloClient } from './helpers/hello-client.js';
import { openSession, reaches, ServerProcess, synced } from './helpers/session.js';

/** Milliseconds: attempts to come back are up to 30 s apart after a long outage. */
const patienceMs = 60_000;

describe('a server that is stopped', () => {
  it('says so to a load balancer, and commits what came before it sends anybody away', async () => {
    const server = await startTestServer();
    await fillDistrict(server);
    const teacher = await tokenOf(server, 'teacher');
    const { id } = await startCase(server.url, teacher, student);
    const writer = await helloClient(server.url, teacher, `case/${id}/concern@1`);
    await writer.committed(1);
    const { storage } = server.app.store;
    const { append } = storage;
    const disk = new EventEmitter();
    Object.assign(storage, {
      append: async (...args: Parameters<typeof append>) => {
        const answers = once(disk, 'answers');
        disk.emit('asked');
        await answers;
        return append.apply(storage, args);
      },
    });
    const asked = once(disk, 'asked');
    const closed = once(writer.socket, 'close');
    writer.update('description', 'the last word');
    await asked;
    const stopped = server.stop();
    const { status, body } = await api(server.url, null, 'GET', '/readyz');
    assert.equal(status, 503);
    assert.match(JSON.stringify(body), /stopping/);
    assert.equal(writer.seen.committed, 1);
    disk.emit('answers');
    assert.equal((await closed)[0], 4503);
    assert.equal(writer.seen.committed, 2);
    await stopped;
  });
});

describe('a server that is restarted while people work', { timeout: 180_000 }, () => {
  it('loses no word and no decision of anybody, and doubles none', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'ssp-restart-'));
    const before = await startTestServer({ dataDir });
    await fillDistrict(before);
    const students = await Promise.all(Array.from({ length: 4 }, () => addStudent(before)));
    const [teacher, coordinator] = [await tokenOf(before, 'teacher'), await tokenOf(before, 'coordinator')];
    const { port } = before;
    await before.stop();
    const server = new ServerProcess(dataDir, port);
    await server.start();
    const sessions: Session[] = [];
    const enter = async (token: string) => {
      const session = await openSession(server.url, async () => token);
      sessions.push(session);
      await reaches(session.view, (view) => view.connection === 'online' && view.process.version !== '');
      return session;
    };
    try {
      const pairs = await Promise.all(
        students.map(async (student) => {
          const [tess, cora] = await Promise.all([enter(teacher), enter(coordinator)]);
          const caseId = randomUUID();
          assert.equal((await tess.dispatch({ type: 'case.start', student, caseId })).result, 'done');
          const documents = [tess, cora].map((session) => session.case(caseId).document('concern'));
          await Promise.all(documents.map((document) => synced(document, patienceMs)));
          return { cora, caseId, documents };
        }),
      );
      const codes: (number | null)[] = [];
      const decided: Promise<unknown>[] = [];
      for (let word = 0; word < 150; word += 1) {
        for (const { documents } of pairs) {
          for (const [index, document] of documents.entries()) {
            const text = document.text('description');
            text.apply({ index: index === 0 ? text.get().length : 0, remove: 0, insert: `${'ab'[index]}${word} ` });
          }
        }
        if (word === 30 || word === 100) {
          // In the very moment of the stop, every coordinator takes somebody into the team.
          for (const { cora, caseId } of pairs) {
            const payload = { person: word === 30 ? 'p-special' : 'p-provider', role: 'Colleague' };
            decided.push(cora.dispatch({ type: 'decide', caseId, action: 'team.add', payload }));
          }
          codes.push(await server.stop());
        }
        if (word === 60 || word === 120) await server.start();
        await new Promise((resolve) => setImmediate(resolve));
      }
      assert.deepEqual(codes, [0, 0]);
      await Promise.all(decided);
      for (const { cora, caseId, documents } of pairs) {
        await Promise.all(documents.map((document) => synced(document, patienceMs)));
        const [mine, theirs] = documents.map((document) => document.text('description'));
        if (mine === undefined || theirs === undefined) throw new Error('two texts');
        await Promise.all(documents.map(({ view }) => reaches(view, () => mine.get() === theirs.get(), patienceMs)));
        const words = mine.get().trim().split(' ');
        assert.equal(words.length, 300);
        assert.equal(new Set(words).size, 300);
        await reaches(cora.view, (view) => view.pending.length === 0, patienceMs);
        // In the eyes of somebody who was not there: what the server has, not what a page shows.
        const fresh = await enter(coordinator);
        const { case: official } = await reaches(fresh.case(caseId).view, (view) => view.case !== null);
        const taken = official?.team.map(({ person }) => person).filter((person) => person !== 'p-teacher');
        assert.deepEqual(taken?.sort(), ['p-provider', 'p-special']);
      }
    } finally {
      await Promise.all(sessions.map((session) => session.close()));
      await server.kill();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
