/**
 * Without browsers: from a letter in one session to the same letter in another. Five sessions of our own client in this
 * process, each writing its own text of one plan at an ordinary pace, against a server process with durable writes; also how
 * long until one's own letter is on the server's disk. Prints one line of JSON for scripts/bench.mjs.
 */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { createSession } from '@ssp-kit/session';
import type { RowView } from '@ssp-kit/process';
import type { Readable } from '@ssp-kit/session/contract';
import { repository } from '../test/helpers/repository.js';
import { openDemo, writers } from './demo.js';

const letters = 100;
const pace = { from: 40, to: 120 };

/** Node has a WebSocket of its own from 22 on; before, the one of the server's package serves. */
const ofServer = createRequire(`${repository}server/package.json`);
const WebSocketClass =
  globalThis.WebSocket ?? (ofServer('ws') as { readonly WebSocket: typeof globalThis.WebSocket }).WebSocket;

const demo = await openDemo();
try {
  const people = await Promise.all(
    writers.map(async ({ person, field }) => {
      const { token } = await demo.signIn(person);
      const session = await createSession({
        server: demo.url,
        getToken: () => Promise.resolve(token),
        WebSocket: WebSocketClass,
      });
      const handle = session.case(demo.caseId);
      await reaches(handle.view, ({ access }) => access.some(({ document }) => document === 'plan-1'));
      const document = handle.document('plan-1');
      const { data } = await reaches(document.view, ({ state, synced }) => state === 'ready' && synced);
      const [goal] = data['goals'] as readonly RowView[];
      assert.ok(goal, 'the plan has no goal');
      return { session, document, goal: goal.id, field };
    }),
  );
  const seen: number[] = [];
  const onDisk: number[] = [];
  const sent = new Map<string, number[]>();
  for (const { document, field: own, goal } of people) {
    for (const { field } of writers) {
      if (field === own) continue;
      const text = document.text(`goals/${goal}/${field}`);
      const begun = text.get().length;
      let known = 0;
      text.subscribe(() => {
        const now = performance.now();
        for (; known < text.get().length - begun; known += 1) seen.push(now - (sent.get(field)?.[known] ?? Number.NaN));
      });
    }
  }
  await Promise.all(
    people.map(async ({ document, field, goal }) => {
      const text = document.text(`goals/${goal}/${field}`);
      const times: number[] = [];
      sent.set(field, times);
      for (let at = 0; at < letters; at += 1) {
        const now = performance.now();
        times.push(now);
        text.apply({ index: text.get().length, remove: 0, insert: 'abcdefghijklmnopqrstuvwxyz'[at % 26] ?? 'a' });
        await Promise.all([
          reaches(document.view, ({ saved }) => saved === 'saved').then(() => onDisk.push(performance.now() - now)),
          pause(pace.from + Math.random() * (pace.to - pace.from)),
        ]);
      }
    }),
  );
  const expected = letters * writers.length * (writers.length - 1);
  const deadline = performance.now() + 20_000;
  while (seen.length < expected && performance.now() < deadline) await pause(20);
  assert.equal(seen.length, expected, 'letters have not arrived');
  await Promise.all(people.map(({ session }) => session.close()));
  console.log(
    JSON.stringify({
      rows: [
        { name: 'letter of one session to another session (no browser)', samples: seen },
        { name: 'letter to "saved": on the server’s disk and reported', samples: onDisk },
      ],
    }),
  );
} finally {
  await demo.close();
}

function reaches<T>(readable: Readable<T>, isTrue: (value: T) => boolean): Promise<T> {
  return new Promise((resolve) => {
    const look = () => {
      const value = readable.get();
      if (!isTrue(value)) return;
      stop();
      resolve(value);
    };
    const stop = readable.subscribe(look);
    look();
  });
}
