/** Too much, too slow, too many. */
import { createConnection } from 'node:net';
import * as Y from 'yjs';
import { syncStep1, syncStep2, syncUpdate } from '../../src/frames.js';
import { Attacker, bare, clientFrame, handshake } from '../attacker.js';
import type { HostileCase } from '../case.js';
import { freshClient, otherText, presence, updateOf } from '../messages.js';
import { broken, held, type Outcome, weak } from '../outcome.js';
import { patience } from '../peer.js';
import type { Stage } from '../stage.js';

const megabyte = 2 ** 20;

/** Runs an attack and tells how much larger the server became; null where that is not known. */
async function grown({ target }: Stage, attack: () => Promise<void>): Promise<number | null> {
  const before = target.memory();
  await attack();
  const after = target.memory();
  return before === null || after === null ? null : Math.round((after - before) / megabyte);
}

const told = (more: number | null) => (more === null ? '' : `, ${more} MB more memory`);

export const floodCases: readonly HostileCase[] = [
  {
    id: 'oversized',
    isMeasured: true,
    does: 'sends one message of 50 MB',
    must: 'not read it; close',
    async run(stage) {
      const attacker = await stage.attacker();
      const more = await grown(stage, async () => {
        attacker.send(Buffer.alloc(50 * megabyte));
        await attacker.settle();
      });
      return attacker.isOpen
        ? weak(`it was read${told(more)}`)
        : held(`closed with ${attacker.closeCode}${told(more)}`);
    },
  },
  {
    id: 'half-messages',
    isMeasured: true,
    does: 'begins a message of 7 MB on each of 100 sockets and never ends it',
    must: 'hold a bounded number of bytes for one person',
    async run(stage) {
      const open: Awaited<ReturnType<typeof handshake>>[] = [];
      const more = await grown(stage, async () => {
        const begin = clientFrame(Buffer.alloc(6 * megabyte), { says: BigInt(7 * megabyte) });
        for (let round = 0; round < 10; round++) {
          const some = await Promise.all(Array.from({ length: 10 }, () => handshake(stage.scene.attacker)));
          open.push(...some);
          await Promise.all(some.map(({ socket, ended }) => flushed(socket, begin, ended)));
        }
      });
      const left = open.filter(({ socket }) => !socket.closed && !socket.destroyed).length;
      for (const { socket } of open) socket.destroy();
      if (more !== null && more > 300) return weak(`${more} MB more memory, ${left} of 100 open`);
      return more === null && left === 100 ? weak('all 100 stay open') : held(`${left} of 100 open${told(more)}`);
    },
  },
  {
    id: 'growth',
    does: 'writes 40 MB into the room, a megabyte at a time',
    must: 'refuse what is too large with a reason; nothing stored is lost',
    async run(stage) {
      const client = freshClient();
      const doc = new Y.Doc();
      doc.clientID = client;
      let refused = 0;
      let attacker = await stage.attacker();
      for (let i = 0; i < 40; i++) {
        const before = Y.encodeStateVector(doc);
        doc.getText(otherText).insert(0, String(i % 10).repeat(megabyte));
        attacker.send(syncUpdate(Y.encodeStateAsUpdate(doc, before)));
        if ((await attacker.settle()) !== 'closed') continue;
        refused++;
        attacker = await stage.attacker();
      }
      doc.destroy();
      return refused > 0 ? held(`${refused} of 40 were refused`) : weak('all 40 MB were taken');
    },
  },
  {
    id: 'letter-flood',
    isMeasured: true,
    does: 'writes 30,000 single letters as fast as it can',
    must: 'slow it down or close it; what was taken stays',
    async run(stage) {
      const doc = new Y.Doc();
      doc.clientID = freshClient();
      const updates: Uint8Array[] = [];
      doc.on('update', (update: Uint8Array) => updates.push(syncUpdate(update)));
      for (let i = 0; i < 30_000; i++) doc.getText(otherText).insert(i, 'l');
      doc.destroy();
      const attacker = await stage.attacker();
      attacker.send(...updates);
      const end = await attacker.settle(60_000);
      return end === 'closed' ? held(`closed with ${attacker.closeCode}`) : weak(`${end}: all were taken`);
    },
  },
  {
    id: 'message-flood',
    isMeasured: true,
    does: 'sends 50,000 small messages on each of four sockets',
    must: 'close with "slow down"',
    async run(stage) {
      const attackers = await Promise.all(Array.from({ length: 4 }, () => stage.attacker()));
      const empty = syncUpdate(Uint8Array.of(0, 0));
      for (let i = 0; i < 50_000; i++) for (const attacker of attackers) attacker.send(empty);
      const ends = await Promise.all(attackers.map((attacker) => attacker.settle(60_000)));
      const codes = attackers.map(({ closeCode }) => closeCode);
      return ends.every((end) => end === 'closed') ? held(`closed with ${codes.join(', ')}`) : weak(ends.join(', '));
    },
  },
  {
    id: 'slow-reader',
    isMeasured: true,
    does: 'fills the room, asks for it on 40 sockets eight times each, and reads nothing',
    must: 'queue a bounded number of bytes, then close',
    async run(stage) {
      const client = freshClient();
      const doc = new Y.Doc();
      doc.clientID = client;
      const writer = await stage.attacker();
      for (let i = 0; i < 20; i++) {
        const before = Y.encodeStateVector(doc);
        doc.getText(otherText).insert(0, String(i % 10).repeat(200_000));
        writer.send(syncUpdate(Y.encodeStateAsUpdate(doc, before)));
      }
      await writer.settle();
      doc.destroy();
      writer.end();
      const readers = Array.from({ length: 40 }, () => new Attacker(stage.scene.attacker));
      await Promise.all(readers.map((reader) => reader.opened()));
      const more = await grown(stage, async () => {
        for (const reader of readers) {
          reader.socket.pause();
          for (let i = 0; i < 8; i++) {
            // Each claims something else, so that no two answers are the same bytes.
            reader.send(syncStep1(Uint8Array.of(1, ...varint(freshClient()), 1)));
          }
        }
        await stage.victimWrites();
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        await stage.victimWrites();
      });
      for (const reader of readers) reader.socket.resume();
      await Promise.all(readers.map((reader) => reader.settle(5_000)));
      const closed = readers.filter(({ isOpen }) => !isOpen).length;
      for (const reader of readers) reader.end();
      if (more !== null && more > 400) return weak(`${more} MB more memory, ${closed} of 40 closed`);
      return closed === 0 ? weak(`none was closed${told(more)}`) : held(`${closed} of 40 closed${told(more)}`);
    },
  },
  {
    id: 'presence-flood',
    isMeasured: true,
    does: 'moves its place 20,000 times while a reader in the room does not read',
    must: 'close the sender or the reader',
    async run(stage) {
      const silent = await stage.attacker();
      silent.socket.pause();
      const attacker = await stage.attacker();
      const client = freshClient();
      const state = JSON.stringify({ user: { name: 'X' }, x: 'x'.repeat(1_500) });
      for (let clock = 1; clock <= 20_000; clock++) attacker.send(presence([{ client, clock, state }]));
      const end = await attacker.settle(60_000);
      silent.socket.resume();
      return end === 'closed' ? held(`closed with ${attacker.closeCode}`) : weak(`${end}: all were relayed`);
    },
  },
  {
    id: 'slowloris',
    isMeasured: true,
    does: 'leaves 150 handshakes half done, a letter every second',
    must: 'end them within seconds',
    async run({ scene }) {
      const all = Array.from({ length: 150 }, () => bare(scene.attacker));
      for (const { socket } of all) socket.write('GET /sync/x HTTP/1.1\r\nHost: x\r\n');
      const drip = setInterval(() => {
        for (const { socket } of all) if (!socket.destroyed) socket.write('X');
      }, 1_000);
      for (const { socket } of all) socket.resume();
      const everyone = Promise.all(all.map(({ ended }) => ended));
      const start = performance.now();
      const gone = await Promise.race([
        everyone.then(() => true),
        new Promise<boolean>((resolve) => setTimeout(resolve, 12_000, false)),
      ]);
      clearInterval(drip);
      const kept = all.filter(({ socket }) => !socket.closed).length;
      for (const { socket } of all) socket.destroy();
      return gone
        ? held(`ended after ${Math.round((performance.now() - start) / 1_000)} s`)
        : weak(`${kept} are still open after 12 s`);
    },
  },
  {
    id: 'silent-sockets',
    isMeasured: true,
    does: 'opens 300 sockets as one person and says nothing',
    must: 'bound the sockets of one person; everybody else comes in',
    async run({ scene }) {
      const sockets = Array.from({ length: 300 }, () => new Attacker(scene.attacker));
      await Promise.all(sockets.map((socket) => socket.opened()));
      // Those that are too many are told by a close code.
      await Promise.all(sockets.map((socket) => socket.closedWithin(2_000)));
      const open = sockets.filter(({ isOpen }) => isOpen).length;
      for (const socket of sockets) socket.end();
      return open === 300 ? weak('all 300 are open') : held(`${open} of 300 are open`);
    },
  },
  {
    id: 'mute-closers',
    isMeasured: true,
    does: 'is refused 200 times and does not answer the close',
    must: 'end such connections itself within seconds',
    async run({ scene }) {
      const refused = { url: scene.attacker.url, protocols: [] };
      const all = await Promise.all(Array.from({ length: 200 }, () => handshake(refused)));
      const letIn = all.filter(({ status }) => status === 101);
      // A broken frame gets everybody refused, with a right to the room or without.
      for (const { socket } of letIn) socket.write(clientFrame(Uint8Array.of(98)));
      const everyone = Promise.all(letIn.map(({ ended }) => ended));
      const gone = await Promise.race([
        everyone.then(() => true),
        new Promise<boolean>((resolve) => setTimeout(resolve, 10_000, false)),
      ]);
      for (const { socket } of all) socket.destroy();
      return gone ? held('ended') : weak('still open after 10 s');
    },
  },
  {
    id: 'come-and-go',
    does: 'opens and breaks off 600 sockets as fast as it can',
    must: 'go on',
    async run({ scene }) {
      for (let round = 0; round < 10; round++) {
        await Promise.all(
          Array.from({ length: 60 }, async (_, i) => {
            const attacker = new Attacker(scene.attacker);
            if (i % 2 === 0) await attacker.opened();
            attacker.end();
            await attacker.closed;
          }),
        );
      }
      return held('it went on');
    },
  },
  {
    id: 'compression-bomb',
    does: 'offers compression and sends 90 MB of zeros, 90 KB on the wire',
    must: 'not agree to compression, or bound what comes out',
    async run(stage): Promise<Outcome> {
      const attacker = new Attacker(stage.scene.attacker, { perMessageDeflate: true });
      await attacker.opened();
      if (!attacker.socket.extensions) {
        attacker.end();
        return held('compression is off');
      }
      const more = await grown(stage, async () => {
        attacker.send(Buffer.alloc(90 * megabyte));
        await attacker.settle();
      });
      const { isOpen } = attacker;
      attacker.end();
      return isOpen ? weak(`it was inflated${told(more)}`) : held(`closed${told(more)}`);
    },
  },
  {
    id: 'large-sync',
    isMeasured: true,
    does: 'sends 4 MB as its own SyncStep2, 25 times, from sockets at once',
    must: 'judge them without holding others up; take no more than the room holds',
    async run(stage) {
      const attackers = await Promise.all(Array.from({ length: 25 }, () => stage.attacker()));
      const update = updateOf(freshClient(), (doc) => {
        for (let i = 0; i < 4; i++) doc.getText(otherText).insert(0, String(i).repeat(megabyte));
      });
      for (const attacker of attackers) attacker.send(syncStep2(update));
      const ends = await Promise.all(attackers.map((attacker) => attacker.settle(60_000)));
      const silent = ends.filter((end) => end === 'silent').length;
      return silent > 0 ? weak(`${silent} were not answered any more`) : held('all were answered or closed');
    },
  },
  {
    id: 'clients-used-up',
    does: 'writes one letter under each of 20,000 clientIDs, a thousand an update',
    must: 'bound the clientIDs of one person, so that others can still come and write',
    async run(stage) {
      let refused = 0;
      for (let batch = 0; batch < 20; batch++) {
        const attacker = await stage.attacker();
        const updates = Array.from({ length: 1_000 }, () =>
          updateOf(freshClient(), (doc) => doc.getText(otherText).insert(0, 'c')),
        );
        attacker.send(syncStep2(Y.mergeUpdates(updates)));
        if ((await attacker.settle()) === 'closed') refused++;
        attacker.end();
      }
      // A new page of the victim, with a clientID of its own.
      const page = await stage.reader();
      page.type('§');
      const seen = await stage.victim
        .until(() => stage.victim.words.includes('§'), 'a new page’s word')
        .then(
          () => true,
          () => false,
        );
      page.close();
      if (!seen) return broken('nobody else can write any more under a new clientID');
      return refused > 0 ? held(`${refused} of 20 were refused`) : weak('all were taken');
    },
  },
  {
    id: 'half-open-tcp',
    isMeasured: true,
    does: 'opens 300 connections and says nothing at all',
    must: 'end them within seconds',
    async run({ scene }) {
      const { hostname, port } = new URL(scene.attacker.url);
      const all = Array.from({ length: 300 }, () => createConnection(Number(port), hostname));
      const ended = all.map(
        (socket) =>
          new Promise<void>((resolve) => {
            socket.on('error', () => undefined);
            socket.once('close', () => resolve());
            socket.resume();
          }),
      );
      const gone = await Promise.race([
        Promise.all(ended).then(() => true),
        new Promise<boolean>((resolve) => setTimeout(resolve, 12_000, false)),
      ]);
      const kept = all.filter(({ closed }) => !closed).length;
      for (const socket of all) socket.destroy();
      return gone ? held('ended') : weak(`${kept} are still open after 12 s`);
    },
  },
  {
    id: 'undo-war',
    does: 'deletes the victim’s words and writes them again, 300 times',
    must: 'a colleague may do so: keep every version, lose none of the victim’s later words',
    async run(stage) {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, stage.state);
      doc.clientID = freshClient();
      const attacker = await stage.attacker();
      for (let i = 0; i < 300; i++) {
        const before = Y.encodeStateVector(doc);
        doc.getText(otherText).insert(0, 'war ');
        doc.getText(otherText).delete(0, 4);
        attacker.send(syncUpdate(Y.encodeStateAsUpdate(doc, before)));
      }
      const end = await attacker.settle();
      doc.destroy();
      return end === 'silent' ? weak('the server stopped answering') : held(end);
    },
  },
];

function varint(number: number): number[] {
  const bytes: number[] = [];
  let left = number;
  while (left > 127) {
    bytes.push((left % 128) | 128);
    left = Math.floor(left / 128);
  }
  return [...bytes, left];
}

/** Writes all of it, as far as the other side takes it. */
function flushed(
  socket: Awaited<ReturnType<typeof handshake>>['socket'],
  bytes: Buffer,
  ended: Promise<void>,
): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patience / 4);
    socket.write(bytes, () => {
      clearTimeout(timer);
      resolve();
    });
    void ended.then(resolve);
  });
}
