/** Valid-looking bytes from a signed-in colleague: what Yjs would take and suffer from. */
import * as Y from 'yjs';
import { syncStep2, syncUpdate } from '../../src/frames.js';
import { Bytes } from '../../test/gate/bytes.js';
import type { Attacker } from '../attacker.js';
import { type HostileCase, turnedAway } from '../case.js';
import { freshClient, key, map, otherText, text, updateOf } from '../messages.js';
import { broken, held, type Outcome, weak, worst } from '../outcome.js';
import type { Stage } from '../stage.js';

type Update = (stage: Stage, client: number) => Uint8Array | readonly Uint8Array[];
type Look = (doc: Y.Doc, stage: Stage) => string | null;

/** Sends each update twice over: as an Update and as a SyncStep2. `left` looks at a later reader's document for what must not be there. */
function updates(row: Pick<HostileCase, 'id' | 'does' | 'must'>, make: Update, left?: Look): HostileCase {
  return {
    ...row,
    async run(stage) {
      const made = make(stage, freshClient());
      const list = made instanceof Uint8Array ? [made] : made;
      const ends: Outcome[] = [];
      for (const update of list) {
        for (const message of [syncUpdate(update), syncStep2(update)]) {
          const attacker = await stage.attacker();
          attacker.send(message);
          ends.push(await turnedAway(attacker));
          attacker.end();
        }
      }
      if (left) {
        const reader = await stage.reader();
        const found = left(reader.doc, stage);
        reader.close();
        if (found) return broken(found);
      }
      return worst(ends);
    },
  };
}

const clean = 'refuse it whole; the victim writes on';
const keyItem = (client: number) =>
  new Bytes().uint(1, 1, client, 0).byte(0x28).uint(1).string(map).string(key).uint(1);
const hasRoot = (name: string) => (doc: Y.Doc) =>
  doc.share.has(name) && Y.encodeStateAsUpdate(doc).length > 2 && doc.get(name)._length + doc.get(name)._map.size > 0
    ? `"${name}" was taken`
    : null;
const hasKey = (name: string) => (doc: Y.Doc) => (doc.getMap(map).has(name) ? `the key "${name}" was taken` : null);

export const updateCases: readonly HostileCase[] = [
  updates(
    {
      id: 'count-bomb',
      does: 'says 2^25 structs, or 2^40 clients, deletes, letters',
      must: 'refuse before memory is taken',
    },
    (_stage, client) => [
      new Bytes().uint(1, 2 ** 25 - 1, client, 0).done(),
      new Bytes().uint(2 ** 40).done(),
      new Bytes().uint(0, 1, client, 2 ** 40).done(),
      keyItemOf(client)
        .uint(2 ** 40)
        .done(),
      new Bytes()
        .uint(1, 1, client, 0)
        .byte(4)
        .uint(1)
        .string(text)
        .uint(2 ** 40)
        .done(),
    ],
  ),
  updates(
    {
      id: 'mute',
      does: 'fills the victim’s next numbers with a struct of nothing',
      must: 'refuse; the victim’s next word arrives',
    },
    ({ victimAt: { client, clock } }) => [
      new Bytes().uint(1, 1, client, clock, 0, 2 ** 40, 0).done(),
      new Bytes().uint(1, 1, client, clock, 0, 50, 0).done(),
      new Bytes().uint(1, 1, client, clock).byte(1).uint(1).string(text).uint(50, 0).done(),
    ],
  ),
  updates(
    {
      id: 'pre-empt',
      does: 'writes under the victim’s clientID, at its next number',
      must: 'refuse; the victim’s next word arrives',
    },
    ({ victimAt: { client, clock } }) =>
      new Bytes().uint(1, 1, client, clock).text(null, text, 'I never wrote this. ').uint(0).done(),
    (doc) => (doc.getText(text).toString().includes('never wrote') ? 'words under the victim’s name were taken' : null),
  ),
  updates(
    { id: 'brick', does: 'sends 200 structs of length 2^53-1 under its own id', must: clean },
    (_stage, client) => {
      const bytes = new Bytes().uint(1, 200, client, 0);
      for (let i = 0; i < 200; i++) bytes.byte(0).uint(2 ** 53 - 1);
      return bytes.uint(0).done();
    },
  ),
  updates(
    { id: 'end-of-numbers', does: 'begins at 2^53-1, or jumps there by deleted text', must: clean },
    (_stage, client) => [
      new Bytes()
        .uint(1, 1, client, 2 ** 53 - 1)
        .text(null, text, 'a')
        .uint(0)
        .done(),
      new Bytes()
        .uint(1, 1, client, 0)
        .byte(1)
        .uint(1)
        .string(text)
        .uint(2 ** 53 - 2, 0)
        .done(),
      new Bytes()
        .uint(1, 1, client, 0)
        .byte(1)
        .uint(1)
        .string(text)
        .uint(2 ** 31, 0)
        .done(),
    ],
  ),
  updates({ id: 'empty-structs', does: 'sends 1,000 structs of length 0', must: clean }, (_stage, client) => {
    const bytes = new Bytes().uint(1, 1_000, client, 0);
    for (let i = 0; i < 1_000; i++) bytes.byte(0).uint(0);
    return [bytes.uint(0).done(), new Bytes().uint(1, 1, client, 0).text(null, text, '').uint(0).done()];
  }),
  updates(
    {
      id: 'clock-gap',
      does: 'leaves numbers out before its struct',
      must: 'refuse, or ask for the rest; keep nothing pending',
    },
    (_stage, client) => new Bytes().uint(1, 1, client, 5).text(null, text, 'gap').uint(0).done(),
  ),
  updates(
    {
      id: 'unknown-neighbour',
      does: 'writes beside letters that do not exist',
      must: 'refuse, or ask for the rest; keep nothing pending',
    },
    (_stage, client) => [
      new Bytes().uint(1, 1, client, 0).text([freshClient(), 7], text, 'x').uint(0).done(),
      new Bytes().uint(1, 1, client, 0).byte(0x44).uint(freshClient(), 7).string('x').uint(0).done(),
    ],
  ),
  updates(
    {
      id: 'unknown-delete',
      does: 'deletes what does not exist yet',
      must: 'refuse; the victim’s next words are not deleted',
    },
    ({ victimAt: { client, clock } }) => [
      new Bytes().uint(0, 1, client, 1, clock, 1_000).done(),
      new Bytes().uint(0, 1, freshClient(), 1, 0, 5).done(),
      new Bytes().uint(0, 1, client, 1, 0, 2 ** 40).done(),
    ],
  ),
  updates({ id: 'left-out', does: 'tells a left out part as such (skip)', must: clean }, (_stage, client) =>
    new Bytes().uint(1, 2, client, 0, 10, 5).text(null, text, 'a').uint(0).done(),
  ),
  updates(
    { id: 'half-valid', does: 'puts a broken end behind whole structs', must: 'take nothing of it' },
    ({ state }, client) => {
      const whole = updateOf(client, (doc) => doc.getText(text).insert(0, 'HALF'), state);
      return [
        new Uint8Array([...whole.slice(0, -1), 3, 5]),
        new Uint8Array([...whole, 3, 5]),
        whole.slice(0, -1),
        new Uint8Array([...whole.slice(0, -1), 1]),
      ];
    },
    (doc) => (doc.getText(text).toString().includes('HALF') ? 'half of an update was taken' : null),
  ),
  updates({ id: 'collected', does: 'writes collected structs over its own id', must: clean }, (_stage, client) =>
    new Bytes().uint(1, 1, client, 0).byte(0).uint(5, 0).done(),
  ),
  updates(
    {
      id: 'circle',
      does: 'sends structs that wait for each other, or for themselves',
      must: 'refuse; keep nothing pending',
    },
    (_stage, client) => {
      const other = freshClient();
      const pair = new Bytes().uint(2, 1, client, 0).text([other, 0], text, 'a');
      const own = new Bytes().uint(1, 1, client, 0).text([client, 3], text, 'abcd').uint(0);
      return [pair.uint(1, other, 0).text([client, 0], text, 'b').uint(0).done(), own.done()];
    },
  ),
  updates({ id: 'twice', does: 'names the same client twice in one update', must: clean }, (_stage, client) =>
    new Bytes()
      .uint(2, 1, client, 0)
      .text(null, text, 'a')
      .uint(1, client, 0)
      .text(null, otherText, 'b')
      .uint(0)
      .done(),
  ),
  updates({ id: 'many-clients', does: 'writes under 20,000 clientIDs in one update', must: 'refuse, fast' }, () => {
    const bytes = new Bytes().uint(20_000);
    for (let i = 0; i < 20_000; i++) bytes.uint(1, 1_000_000 + i, 0).text(null, text, 'a');
    return bytes.uint(0).done();
  }),
  updates({ id: 'large-client', does: 'writes under a clientID of 53 bits', must: clean }, () =>
    new Bytes()
      .uint(1, 1, 2 ** 53 - 1, 0)
      .text(null, text, 'a')
      .uint(0)
      .done(),
  ),
  updates(
    {
      id: 'nested-arrays',
      does: 'sets a value of 5,500 arrays in each other',
      must: 'refuse without following it down',
    },
    (_stage, client) => {
      const bytes = keyItem(client);
      for (let i = 0; i < 5_500; i++) bytes.byte(0x75).byte(1);
      return bytes.byte(126).uint(0).done();
    },
  ),
  updates(
    {
      id: 'nested-objects',
      does: 'sets a value of 100,000 objects in each other',
      must: 'refuse without following it down',
    },
    (_stage, client) => {
      const bytes = keyItem(client);
      for (let i = 0; i < 60_000; i++) bytes.byte(118).byte(1).byte(0);
      return bytes.byte(126).uint(0).done();
    },
  ),
  updates(
    { id: 'nested-types', does: 'puts 2,000 shared maps into each other', must: clean },
    (_stage, client) => {
      const bytes = new Bytes().uint(1, 2_000, client, 0).byte(0x27).uint(1).string(map).string('deep').uint(1);
      for (let i = 1; i < 2_000; i++)
        bytes
          .byte(0x27)
          .uint(0, client, i - 1)
          .string('deep')
          .uint(1);
      return bytes.uint(0).done();
    },
    hasKey('deep'),
  ),
  updates(
    { id: 'proto-key', does: 'sets the key __proto__', must: clean },
    (_stage, client) =>
      new Bytes()
        .uint(1, 1, client, 0)
        .byte(0x28)
        .uint(1)
        .string(map)
        .string('__proto__')
        .uint(1)
        .byte(120)
        .uint(0)
        .done(),
    hasKey('__proto__'),
  ),
  updates(
    { id: 'proto-object', does: 'sets an object with the key __proto__', must: clean },
    (_stage, client) =>
      keyItem(client)
        .byte(118)
        .uint(1)
        .string('__proto__')
        .byte(118)
        .uint(1)
        .string('isAdmin')
        .byte(120)
        .uint(0)
        .done(),
    (doc) => {
      const value = doc.getMap(map).get(key);
      return typeof value === 'object' && value !== null && 'isAdmin' in value ? 'the prototype was changed' : null;
    },
  ),
  updates(
    { id: 'unknown-root', does: 'writes under names that the document does not have', must: clean },
    (_stage, client) => updateOf(client, (doc) => doc.getText('secret').insert(0, 'a')),
    hasRoot('secret'),
  ),
  updates(
    { id: 'unknown-key', does: 'sets keys that the form does not have', must: clean },
    (_stage, client) => updateOf(client, (doc) => void doc.getMap(map).set('isAdmin', true)),
    hasKey('isAdmin'),
  ),
  updates(
    { id: 'forged-history', does: 'writes who signed what, when', must: 'keep such names out of what people write' },
    (_stage, client) => updateOf(client, (doc) => void doc.getMap(map).set('signedBy', 'the principal')),
    hasKey('signedBy'),
  ),
  updates(
    { id: 'wrong-type', does: 'puts numbers into a text and a number where a day is due', must: clean },
    (_stage, client) => [
      updateOf(client, (doc) => doc.getArray(text).push([1, 2])),
      updateOf(freshClient(), (doc) => void doc.getMap(map).set(key, 12)),
      updateOf(freshClient(), (doc) => void doc.getMap(text).set('a', 'b')),
    ],
  ),
  updates(
    { id: 'rich-content', does: 'sends embeds, formats, bytes and documents in documents', must: clean },
    (_stage, client) => [
      updateOf(client, (doc) => doc.getText(text).insertEmbed(0, { image: 'data:text/html,x' })),
      updateOf(freshClient(), (doc) => doc.getText(text).insert(0, 'a', { href: 'data:text/html,x' })),
      updateOf(freshClient(), (doc) => void doc.getMap(map).set(key, new Uint8Array(9))),
      updateOf(freshClient(), (doc) => void doc.getMap(map).set(key, new Y.Doc())),
    ],
  ),
  updates(
    {
      id: 'half-character',
      does: 'writes half a character, and between the halves of the victim’s',
      must: 'refuse: replicas would differ',
    },
    ({ state, victim: { doc } }, client) => {
      const at = doc.getText(text).toString().indexOf('😀');
      const half = Buffer.from(updateOf(client, (own) => own.getText(text).insert(at + 1, 'x'), state));
      return [
        half,
        new Bytes()
          .uint(1, 1, freshClient(), 0)
          .byte(4)
          .uint(1)
          .string(text)
          .uint(3)
          .byte(0xed)
          .byte(0xa0)
          .byte(0xbd)
          .uint(0)
          .done(),
      ];
    },
  ),
  updates(
    { id: 'two-places', does: 'ties a letter of one text to a letter of another', must: clean },
    ({ victimAt }, client) => {
      const own = updateOf(client, (doc) => doc.getText(otherText).insert(0, 'own'));
      const tie = new Bytes()
        .uint(1, 1, client, 3)
        .byte(0xc4)
        .uint(client, 0, victimAt.client, 0)
        .string('x')
        .uint(0)
        .done();
      return [Y.mergeUpdates([own, tie])];
    },
  ),
  {
    id: 'ask-forever',
    does: 'leaves something out again and again, so that the server asks and asks',
    must: 'ask within bounds, or close',
    async run(stage) {
      const attacker = await stage.attacker();
      const gap = syncUpdate(new Bytes().uint(1, 1, freshClient(), 5).text(null, text, 'gap').uint(0).done());
      for (let i = 0; i < 500; i++) attacker.send(gap, syncStep2(Uint8Array.of(0, 0)));
      const end = await attacker.settle();
      if (end === 'closed') return held(`closed with ${attacker.closeCode}`);
      return attacker.asks > 50 ? weak(`it asked ${attacker.asks} times`) : held(`it asked ${attacker.asks} times`);
    },
  },
  {
    id: 'slow-to-judge',
    isMeasured: true,
    does: 'sends updates that are small and slow to judge: deletes in the wrong order, long chains of values',
    must: 'judge them in the time their bytes deserve',
    run: slowToJudge,
  },
];

function keyItemOf(client: number): Bytes {
  return new Bytes().uint(1, 1, client, 0).byte(0x28).uint(1).string(map).string(key);
}

/** Each is whole and honest by its form; only its cost is not. */
async function slowToJudge(stage: Stage): Promise<Outcome> {
  const letters = 400_000;
  const client = freshClient();
  const attacker = await stage.attacker();
  const wrote = updateOf(client, (doc) => doc.getText(otherText).insert(0, 'x'.repeat(letters)));
  attacker.send(syncStep2(wrote));
  const deletes = new Bytes().uint(0, 1, client, letters / 2 - 1);
  for (let at = letters - 2; at > 0; at -= 2) deletes.uint(at, 1);
  const values = freshClient();
  const chain = 10_000;
  const day = new Bytes().uint(1, 1, values, 0).byte(0x28).uint(1).string(map).string(key).uint(chain);
  for (let i = 0; i < chain; i++) day.byte(126);
  const chained = day.uint(1, values, 1, 0, chain - 1).done();
  const again = new Bytes().uint(0, 1, values, 1, 0, chain - 1).done();
  const times = [
    await timed(attacker, deletes.done()),
    await timed(await stage.attacker(), chained),
    await timed(await stage.attacker(), again),
  ];
  const slowest = Math.round(Math.max(...times));
  return slowest > 3_000 ? weak(`one of them took ${slowest} ms`) : held(`the slowest took ${slowest} ms`);
}

async function timed(attacker: Attacker, update: Uint8Array): Promise<number> {
  const start = performance.now();
  attacker.send(syncStep2(update));
  await attacker.settle(60_000);
  return performance.now() - start;
}
