/** `kill -9` while people type: what somebody has seen, or was told is saved, must be there afterwards. */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { Author, visitLetters } from '../author.js';
import type { RoomAddress } from '../dialect.js';
import type { Scenario } from '../figures.js';
import { Peer } from '../peer.js';
import { Target } from '../target.js';

const rooms = 6;
const people = 3;
const gapMs = 20;
/** Milliseconds that people type until the server is killed: the least, and how much more it may be. */
const typing = { least: 100, more: 600 } as const;

export function kill(kills: number): Scenario {
  return {
    id: 'kill',
    title: `${kills} × kill -9`,
    does: `${people} people in each of ${rooms} rooms type 50 letters a second; after 0.1 to 0.7 s the server is killed and started again, and a new client reads what is there. Nobody brings back what they have.`,
    targets: ['ssp', 'hocuspocus'],
    rounds: 1,
    figures: [
      { name: 'letters that others had seen', unit: '', digits: 0, count: true },
      { name: 'of these lost', unit: '', digits: 0, count: true },
      { name: 'letters reported as saved', unit: '', digits: 0, count: true },
      { name: 'reported and lost', unit: '', digits: 0, count: true },
    ],
    async measure(name) {
      const target = await Target.start(name);
      const total = { seen: 0, seenLost: 0, saved: 0, savedLost: 0 };
      try {
        const addresses = await target.rooms(rooms, people, 'kill');
        for (let kill = 0; kill < kills; kill++) {
          const found = await killOnce(target, addresses);
          for (const key of ['seen', 'seenLost', 'saved', 'savedLost'] as const) total[key] += found[key];
        }
      } finally {
        await target.close();
      }
      return {
        'letters that others had seen': total.seen,
        'of these lost': total.seenLost,
        'letters reported as saved': total.saved,
        'reported and lost': total.savedLost,
      };
    },
  };
}

async function killOnce(target: Target, addresses: readonly RoomAddress[]) {
  /** By clientID, how many of its letters somebody else has. */
  const seen = new Map<number, number>();
  const join = async (address: RoomAddress, person: number) => {
    const author = new Author();
    const peer = await Peer.join({
      ...{ url: target.url, dialect: target.dialect, address, person, author },
      onSync(kind, content) {
        if (kind !== 'update') return;
        visitLetters(content, (client, clock, letters) => {
          if (client !== author.client) seen.set(client, Math.max(seen.get(client) ?? 0, clock + letters));
        });
      },
    });
    return { peer, address };
  };
  const writers = await Promise.all(
    addresses.flatMap((address) => Array.from({ length: people }, (_, person) => join(address, person))),
  );
  const end = performance.now() + typing.least + Math.random() * typing.more;
  while (performance.now() < end) {
    for (const { peer } of writers) peer.type();
    await pause(gapMs);
  }
  await target.kill();
  for (const { peer } of writers) peer.leave();
  await target.restart();
  const result = { seen: 0, seenLost: 0, saved: 0, savedLost: 0 };
  const kept = new Map(
    await Promise.all(addresses.map(async (address) => [address, await lettersOf(target, address)] as const)),
  );
  for (const { peer, address } of writers) {
    const have = kept.get(address)?.get(peer.author.client) ?? 0;
    const others = seen.get(peer.author.client) ?? 0;
    result.seen += others;
    result.seenLost += Math.max(0, others - have);
    result.saved += peer.acknowledgedLetters;
    result.savedLost += Math.max(0, peer.acknowledgedLetters - have);
  }
  return result;
}

async function lettersOf(target: Target, address: RoomAddress): Promise<Map<number, number>> {
  const doc = new Y.Doc();
  const reader = await Peer.join({
    ...{ url: target.url, dialect: target.dialect, address, person: 0 },
    onSync: (_kind, content) => Y.applyUpdate(doc, content),
  });
  reader.leave();
  const have = Y.decodeStateVector(Y.encodeStateVector(doc));
  doc.destroy();
  return have;
}
