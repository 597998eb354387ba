/** State vectors that lie, and presence under others' names. */
import * as encoding from 'lib0/encoding';
import { syncStep1 } from '../../src/frames.js';
import { type HostileCase, turnedAway } from '../case.js';
import { freshClient, presence } from '../messages.js';
import { broken, held, type Outcome, weak } from '../outcome.js';
import type { Peer } from '../peer.js';
import type { Stage } from '../stage.js';

function vector(entries: Iterable<readonly [number, number]>, count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, count);
  for (const [client, clock] of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  }
  return encoding.toUint8Array(encoder);
}

/** Sends presence, and answers with what a bystander in the room has been told. */
async function seenBy(stage: Stage, ...items: Parameters<typeof presence>[0]): Promise<{ end: string; reader: Peer }> {
  const reader = await stage.reader();
  const attacker = await stage.attacker();
  attacker.send(presence(items));
  const end = await attacker.settle();
  // What was relayed before the reader's own word comes back is there by then.
  await stage.victimWrites();
  attacker.end();
  return { end, reader };
}

export const presenceCases: readonly HostileCase[] = [
  {
    id: 'vector-flood',
    does: 'asks for everything 300 times',
    must: 'answer within a budget, then close',
    async run(stage) {
      const attacker = await stage.attacker();
      const before = attacker.answers;
      for (let i = 0; i < 300; i++) attacker.send(syncStep1(Uint8Array.of(0)));
      const end = await attacker.settle();
      const answers = attacker.answers - before;
      return answers >= 300 ? weak('it answered them all') : held(`${answers} answers, ${end}`);
    },
  },
  {
    id: 'vector-million',
    does: 'sends a state vector of a million entries',
    must: 'refuse it',
    async run(stage) {
      const attacker = await stage.attacker();
      const entries = Array.from({ length: 1_000_000 }, (_, i) => [i + 1, 1] as const);
      attacker.send(syncStep1(vector(entries, entries.length)));
      return turnedAway(attacker);
    },
  },
  {
    id: 'vector-count',
    does: 'sends a state vector that says 2^30 entries and has two',
    must: 'refuse it',
    async run(stage) {
      const attacker = await stage.attacker();
      attacker.send(
        syncStep1(
          vector(
            [
              [1, 1],
              [2, 2],
            ],
            2 ** 30,
          ),
        ),
      );
      return turnedAway(attacker);
    },
  },
  {
    id: 'vector-claims',
    does: 'claims numbers that the server does not have, its own and the victim’s, 20 times',
    must: 'ask at most once each time, believe nothing',
    async run(stage) {
      const { client } = stage.victimAt;
      const attacker = await stage.attacker();
      for (let i = 0; i < 20; i++) {
        attacker.send(
          syncStep1(
            vector(
              [
                [client, 2 ** 40],
                [freshClient(), 2 ** 31],
              ],
              2,
            ),
          ),
        );
      }
      const end = await attacker.settle();
      return attacker.asks > 21
        ? weak(`it asked ${attacker.asks} times`)
        : held(`${end}, asked ${attacker.asks} times`);
    },
  },
  {
    id: 'presence-forged',
    does: 'shows a state of its own under the victim’s clientID',
    must: 'drop it: presence of others is not taken from a client',
    async run(stage) {
      const { client } = stage.victimAt;
      const { reader } = await seenBy(stage, { client, clock: 1_000, state: '{"user":{"name":"FORGED"}}' });
      const forged = reader.states.get(client)?.includes('FORGED');
      reader.close();
      return forged ? broken('others see it') : held('nobody sees it');
    },
  },
  {
    id: 'presence-removed',
    does: 'takes the victim’s entry away',
    must: 'drop it',
    async run(stage) {
      const { client } = stage.victimAt;
      const { reader } = await seenBy(stage, { client, clock: 2_000, state: 'null' });
      const removed = reader.states.get(client) === 'null';
      reader.close();
      return removed ? broken('the victim is gone for others') : held('the victim is still there');
    },
  },
  {
    id: 'presence-name',
    does: 'calls itself by the victim’s name under its own clientID',
    must: 'write name and role from the sign-in over it',
    async run(stage) {
      const client = freshClient();
      const { reader } = await seenBy(stage, {
        client,
        clock: 1,
        state: '{"name":"PRINCIPAL","user":{"name":"PRINCIPAL"}}',
      });
      const state = reader.states.get(client) ?? '';
      reader.close();
      return state.includes('PRINCIPAL')
        ? weak('others see the name it gave itself')
        : held('others see its real name');
    },
  },
  {
    id: 'presence-crowd',
    does: 'invents 3,000 people',
    must: 'show a few of its own entries at most',
    async run(stage) {
      const items = Array.from({ length: 3_000 }, () => ({
        client: freshClient(),
        clock: 1,
        state: '{"user":{"name":"X"}}',
      }));
      const { reader, end } = await seenBy(stage, ...items);
      const shown = items.filter(({ client }) => reader.states.has(client)).length;
      reader.close();
      return shown > 16 ? weak(`${shown} are shown`) : held(`${shown} are shown, ${end}`);
    },
  },
  {
    id: 'presence-large',
    does: 'has a state of 1 MB',
    must: 'not relay it',
    async run(stage) {
      const client = freshClient();
      const { reader, end } = await seenBy(stage, {
        client,
        clock: 1,
        state: JSON.stringify({ x: 'x'.repeat(2 ** 20) }),
      });
      const length = reader.states.get(client)?.length ?? 0;
      reader.close();
      return length > 16_384 ? weak(`${length} characters were relayed`) : held(`not relayed, ${end}`);
    },
  },
  {
    id: 'presence-clock',
    does: 'gives its entry, and the victim’s, the clock 2^53-1',
    must: 'ignore it: nobody can be seen behind such a number',
    async run(stage) {
      const clock = 2 ** 53 - 1;
      const [own, { client }] = [freshClient(), stage.victimAt];
      const { reader } = await seenBy(
        stage,
        { client: own, clock, state: '{"user":{"name":"X"}}' },
        { client, clock, state: '{"user":{"name":"FORGED"}}' },
      );
      const forged = reader.states.get(client)?.includes('FORGED');
      const shown = reader.states.has(own);
      reader.close();
      if (forged) return broken('the victim cannot be seen any more');
      return shown ? weak('its own entry was taken') : held('ignored');
    },
  },
  {
    id: 'presence-broken',
    does: 'sends states that are no JSON, no object, deep, or change prototypes',
    must: 'close, or show nothing of them',
    async run(stage) {
      const states = [
        '',
        '{',
        'undefined',
        '[]',
        '7',
        '"x"',
        `${'['.repeat(900)}${']'.repeat(900)}`,
        `{"a":${'{"a":'.repeat(150)}1${'}'.repeat(150)}}`,
        '{"__proto__":{"isAdmin":true},"user":{"name":"X"}}',
      ];
      const clients = states.map(() => freshClient());
      const reader = await stage.reader();
      for (const [i, state] of states.entries()) {
        const attacker = await stage.attacker();
        attacker.send(presence([{ client: clients[i] as number, clock: 1, state }]));
        await attacker.settle();
        attacker.end();
      }
      await stage.victimWrites();
      const shown = clients.map((client) => reader.states.get(client)).filter((state) => state !== undefined);
      reader.close();
      if (shown.some((state) => state.includes('__proto__'))) return weak('__proto__ is relayed');
      const odd = shown.filter((state) => state !== 'null' && !/^\{.*\}$/.test(state));
      return odd.length > 0 ? weak(`${odd.length} odd states were relayed`) : held('nothing odd was relayed');
    },
  },
  {
    id: 'presence-count',
    does: 'says 2^40 entries, or sends a million empty ones',
    must: 'refuse, fast',
    async run(stage): Promise<Outcome> {
      const lying = await stage.attacker();
      lying.send(presence([{ client: 1, clock: 1, state: '{}' }], 2 ** 40));
      const first = await turnedAway(lying);
      const crowd = await stage.attacker();
      crowd.send(presence(Array.from({ length: 1_000_000 }, (_, i) => ({ client: i + 1, clock: 1, state: '' }))));
      const end = await crowd.settle();
      return end === 'silent' ? weak('the server stopped answering') : first;
    },
  },
  {
    id: 'presence-questions',
    isMeasured: true,
    does: 'asks who is there 5,000 times',
    must: 'answer within a budget, then close',
    async run(stage) {
      const attacker = await stage.attacker();
      for (let i = 0; i < 5_000; i++) attacker.send(Uint8Array.of(3));
      const end = await attacker.settle();
      return end === 'closed' ? held(`closed with ${attacker.closeCode}`) : weak(`${end}: it answered them all`);
    },
  },
];
