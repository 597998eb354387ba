/** `kill -9` while people type: what somebody has seen, or was told is saved, must be there afterwards. */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import type { Author } from '../author.js';
import { visitLetters } from '../author.js';
import type { RoomAddress } from '../dialect.js';
import type { Scenario } from '../figures.js';
import { Peer } from '../peer.js';
import { Target } from '../target.js';

const rooms = 3;
const people = 3;
const gapMs = 20;

export function kill(kills: number): Scenario {
  return {
    id: 'kill',
    title: `${kills} × kill -9`,
    does: `${people} people in each of ${rooms} rooms type 50 letters a second; after 0.3 to 1.5 s the server is killed and started again, and a new client reads what is there. Nobody brings back what they have.`,
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
  const writers: { peer: Peer; author: Author; address: RoomAddress }[] = [];
  for (const address of addresses) {
    for (let person = 0; person < people; person++) {
      const peer = await Peer.join({
        ...{ url: target.url, dialect: target.dialect, address, person },
        onSync(kind, content) {
          if (kind !== 'update') return;
          visitLetters(content, (client, clock, letters) =>
            seen.set(client, Math.max(seen.get(client) ?? 0, clock + letters)),
          );
        },
      });
      writers.push({ peer, author: peer.author, address });
    }
  }
  const end = performance.now() + 300 + Math.random() * 1200;
  while (performance.now() < end) {
    for (const { peer } of writers) peer.type();
    await pause(gapMs);
  }
  await target.kill();
  for (const { peer } of writers) peer.leave();
  await target.restart();
  const result = { seen: 0, seenLost: 0, saved: 0, savedLost: 0 };
  for (const address of addresses) {
    const have = await lettersOf(target, address);
    for (const { peer, author } of writers.filter((writer) => writer.address === address)) {
      const kept = have.get(author.client) ?? 0;
      const others = seen.get(author.client) ?? 0;
      result.seen += others;
      result.seenLost += Math.max(0, others - kept);
      result.saved += peer.acknowledgedLetters;
      result.savedLost += Math.max(0, peer.acknowledgedLetters - kept);
    }
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
