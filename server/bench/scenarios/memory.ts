/** What an open room costs, and what is left of it when everyone has gone. */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { text } from '../author.js';
import type { RoomAddress } from '../dialect.js';
import type { Scenario } from '../figures.js';
import { Peer } from '../peer.js';
import { Target } from '../target.js';

const letters = 20_000;
const warmUp = 50;

export function memory(rooms: number): Scenario {
  return {
    id: 'memory',
    title: `Memory: ${rooms} rooms of 20 KB`,
    does: 'One person opens each room after a start of the server; then all leave, and 10 s later all come back. Heap is the main thread’s after a collection, memory the whole process’ (RSS) over that of the idle server.',
    targets: ['ssp', 'hocuspocus'],
    rounds: 1,
    figures: [
      { name: 'heap of an open room', unit: 'KB' },
      { name: 'memory of an open room', unit: 'KB', digits: 0 },
      { name: 'heap of a left room after 10 s', unit: 'KB' },
      { name: 'memory when all are there again', unit: 'KB a room', digits: 0 },
      { name: 'memory of the idle server', unit: 'MB', digits: 0 },
    ],
    async measure(name) {
      const target = await Target.start(name);
      try {
        const addresses = await target.rooms(rooms, 1, 'memory');
        for (const address of addresses) await write(target, address);
        await pause(5_000);
        await target.stop();
        await target.restart();
        // What a server makes once, for its first people, is no room's.
        for (const peer of await openAll(target, addresses.slice(0, warmUp))) peer.leave();
        await pause(10_000);
        const idle = await target.usage(true);
        const first = await openAll(target, addresses);
        const open = await target.usage(true);
        for (const peer of first) peer.leave();
        await pause(10_000);
        const left = await target.usage(true);
        const second = await openAll(target, addresses);
        const again = await target.usage(true);
        for (const peer of second) peer.leave();
        const each = (bytes: number) => bytes / rooms / 1000;
        return {
          'heap of an open room': each(open.heap - idle.heap),
          'memory of an open room': each(open.rss - idle.rss),
          'heap of a left room after 10 s': each(left.heap - idle.heap),
          'memory when all are there again': each(again.rss - idle.rss),
          'memory of the idle server': idle.rss / 1e6,
        };
      } finally {
        await target.close();
      }
    },
  };
}

async function write(target: Target, address: RoomAddress): Promise<void> {
  const doc = new Y.Doc();
  doc.getText(text).insert(0, 'abcdefghi '.repeat(letters / 10));
  const writer = await Peer.join({
    ...{ url: target.url, dialect: target.dialect, address, person: 0 },
    missing: () => Y.encodeStateAsUpdate(doc),
  });
  while (writer.acknowledged < writer.sentFrames) await pause(2);
  writer.leave();
}

async function openAll(target: Target, addresses: readonly RoomAddress[]): Promise<Peer[]> {
  const peers: Peer[] = [];
  for (const address of addresses) {
    peers.push(await Peer.join({ url: target.url, dialect: target.dialect, address, person: 0 }));
  }
  return peers;
}
