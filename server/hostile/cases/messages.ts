/** Messages that are none. */
import { encodeHello, encodeToken, schemaVersion } from '@ssp-kit/protocol';
import * as Y from 'yjs';
import { syncStep1, syncStep2, syncUpdate } from '../../src/frames.js';
import { eachTurnedAway, type HostileCase } from '../case.js';
import { freshClient, isReadable, presence, text, updateOf } from '../messages.js';
import { held, weak } from '../outcome.js';
import { random } from '../random.js';
import type { Stage } from '../stage.js';

const must = 'close the sender; nobody else notices';
const step1 = syncStep1(Uint8Array.of(0));
const ten = Array.from({ length: 10 }, () => 0xff);

/** A valid one of each kind. */
function valid({ state }: Stage): Uint8Array[] {
  const client = freshClient();
  const update = updateOf(client, (doc) => doc.getText(text).insert(0, 'valid '), state);
  return [
    syncStep1(Y.encodeStateVectorFromUpdate(state)),
    syncUpdate(update),
    syncStep2(update),
    presence([{ client, clock: 1, state: '{"user":{"name":"A"}}' }]),
  ];
}

export const messageCases: readonly HostileCase[] = [
  eachTurnedAway({ id: 'text-frame', does: 'sends text instead of bytes', must }, () => ['hello', '', '{"a":1}']),
  eachTurnedAway({ id: 'empty-message', does: 'sends a message of no bytes', must }, () => [new Uint8Array()]),
  eachTurnedAway({ id: 'unknown-type', does: 'sends message types that do not exist', must }, () =>
    [4, 42, 98, 99, 101, 102, 103, 105, 127].map((type) => Uint8Array.of(type, 0)),
  ),
  eachTurnedAway({ id: 'unknown-sync', does: 'sends sync messages that do not exist', must }, () =>
    [3, 7, 127].map((kind) => Uint8Array.of(0, kind, 0)),
  ),
  eachTurnedAway({ id: 'overlong-number', does: 'sends numbers that do not end or are beyond 2^53', must }, () => [
    Uint8Array.of(...ten, 0xff, 1),
    Uint8Array.of(0, ...ten, 1),
    Uint8Array.of(0, 2, ...ten, 1),
    Uint8Array.of(1, ...ten, 1),
    syncUpdate(Uint8Array.of(...ten, 1)),
  ]),
  eachTurnedAway({ id: 'lying-length', does: 'says a length beyond the message', must }, () => [
    Uint8Array.of(0, 2, 200, 1),
    Uint8Array.of(0, 0, 200, 1),
    Uint8Array.of(1, 200, 1),
    Uint8Array.of(0, 2, 0xff, 0xff, 0xff, 0xff, 15),
    Uint8Array.of(1, 3, 1, 5, 1, 255, 15),
  ]),
  eachTurnedAway({ id: 'bytes-behind', does: 'puts bytes behind the end of a message', must }, () => [
    Uint8Array.of(...step1, 1),
    Uint8Array.of(...syncUpdate(Uint8Array.of(0, 0)), 0, 2, 0),
    syncUpdate(Uint8Array.of(0, 0, 7)),
  ]),
  eachTurnedAway({ id: 'every-prefix', does: 'cuts each valid message at every byte', must }, (stage) =>
    valid(stage).flatMap((message) =>
      Array.from({ length: message.length - 1 }, (_, end) => message.subarray(0, end + 1)),
    ),
  ),
  {
    id: 'every-byte',
    does: 'sets each byte of each valid message to 00, 7f, 80 and ff',
    must: 'close for what cannot be read; take nothing that is not whole',
    async run(stage) {
      const damaged = valid(stage).flatMap((message) =>
        [...message.keys()].flatMap((at) =>
          [0x00, 0x7f, 0x80, 0xff].map((byte) => {
            const bytes = message.slice();
            bytes[at] = byte;
            return bytes;
          }),
        ),
      );
      let open = 0;
      let closed = 0;
      async function work(): Promise<void> {
        for (let message = damaged.pop(); message; message = damaged.pop()) {
          const attacker = await stage.attacker();
          attacker.send(message);
          if ((await attacker.settle()) === 'closed') closed++;
          else if (!isReadable(message) && !attacker.wasAsked) open++;
          attacker.end();
        }
      }
      await Promise.all(Array.from({ length: 8 }, work));
      return open > 0 ? weak(`${open} unreadable ones went by without a word`) : held(`${closed} closed, others whole`);
    },
  },
  eachTurnedAway({ id: 'random-bytes', does: 'sends 300 messages of random bytes', must }, () => {
    const next = random(7);
    // Types that mean something by themselves are left out: those have to be unreadable for sure.
    return Array.from({ length: 300 }, () =>
      Uint8Array.from({ length: 2 + next(60) }, (_, at) => (at === 0 ? 5 + next(95) : next(256))),
    );
  }),
  {
    id: 'odd-hello',
    does: 'says hello and renews its token with what is none',
    must,
    needs: 'own',
    run: eachTurnedAway({ id: '', does: '', must }, () => [
      encodeHello({ schema: 0 }),
      Uint8Array.of(100, 2, 0x7b, 0x7d),
      Uint8Array.of(100, 3, 1, 2, 3),
      Uint8Array.of(100, 4, 0x6e, 0x75, 0x6c, 0x6c),
      encodeToken(''),
      encodeToken('x.y.z'),
      encodeToken('x'.repeat(100_000)),
      Uint8Array.of(104, 2, 0xff, 0xfe),
    ]).run,
  },
  {
    id: 'hello-again',
    does: 'says hello 500 times in the middle of everything',
    must: 'read it each time, or close',
    async run(stage) {
      const attacker = await stage.attacker();
      for (let i = 0; i < 500; i++) attacker.send(encodeHello({ schema: schemaVersion }));
      const end = await attacker.settle();
      return end === 'silent' ? weak('the server stopped answering') : held(end);
    },
  },
];
