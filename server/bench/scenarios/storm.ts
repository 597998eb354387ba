/** Everybody comes back at once, while two people of another room go on typing. */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { visitLetters } from '../author.js';
import type { RoomAddress } from '../dialect.js';
import type { Scenario } from '../figures.js';
import { Peer } from '../peer.js';
import { Target } from '../target.js';

const letters = 200;

export function storm(rooms: number, people: number, rounds: number): Scenario {
  return {
    id: 'storm',
    title: `${rooms * people} people come back at once`,
    does: `All of ${rooms} rooms × ${people} people lose their connection and open it again in the same moment with all they have; then the server is killed, and they do so once it listens again.`,
    targets: ['ssp', 'hocuspocus'],
    rounds,
    figures: [
      { name: 'all in sync again', unit: 'ms', digits: 0 },
      { name: 'worst letter of bystanders', unit: 'ms', digits: 0 },
      { name: 'longest stall of the server', unit: 'ms', digits: 0 },
      { name: 'server CPU', unit: 'ms', digits: 0 },
      { name: 'after a kill, all in sync', unit: 'ms', digits: 0 },
    ],
    async measure(name) {
      const target = await Target.start(name);
      try {
        const addresses = await target.rooms(rooms + 1, people, 'storm');
        const [aside, ...crowded] = addresses as [RoomAddress, ...RoomAddress[]];
        const docs = crowded.map(docOf);
        const everyone = crowded.flatMap((address, room) =>
          address.tokens.map((_, person) => ({ address, person, doc: docs[room] as Y.Doc })),
        );
        const comeBack = () =>
          Promise.all(
            everyone.map(({ address, person, doc }) =>
              Peer.join({
                ...{ url: target.url, dialect: target.dialect, address, person },
                stateVector: () => Y.encodeStateVector(doc),
                // Whoever is first in a room brings its content; afterwards nobody has anything new.
                missing: (stateVector) =>
                  Y.encodeStateAsUpdate(doc, person === 0 ? stateVector : Y.encodeStateVector(doc)),
              }),
            ),
          );
        let peers = await comeBack();
        await pause(1_000);
        const bystanders = await Bystanders.join(target, aside);
        const before = await target.usage();
        bystanders.begin();
        for (const peer of peers) peer.leave();
        const begun = performance.now();
        peers = await comeBack();
        const back = performance.now() - begun;
        const worst = await bystanders.end();
        const after = await target.usage();
        await target.kill();
        await target.restart();
        const restarted = performance.now();
        peers = await comeBack();
        const cold = performance.now() - restarted;
        for (const peer of peers) peer.leave();
        return {
          'all in sync again': back,
          'worst letter of bystanders': worst,
          'longest stall of the server': after.stallMs,
          'server CPU': after.cpuMs - before.cpuMs,
          'after a kill, all in sync': cold,
        };
      } finally {
        await target.close();
      }
    },
  };
}

/** Two people of one room, one of whom types every 10 ms. */
class Bystanders {
  readonly #writer: Peer;
  readonly #reader: Peer;
  #worst = 0;
  #seen = 0;
  #timer: NodeJS.Timeout | undefined;

  static async join(target: Target, address: RoomAddress): Promise<Bystanders> {
    const options = { url: target.url, dialect: target.dialect, address };
    const writer = await Peer.join({ ...options, person: 0 });
    let bystanders: Bystanders | null = null;
    const reader = await Peer.join({
      ...{ ...options, person: 1 },
      onSync: (kind, content) => {
        if (kind === 'update') bystanders?.take(content);
      },
    });
    bystanders = new Bystanders(writer, reader);
    return bystanders;
  }

  private constructor(writer: Peer, reader: Peer) {
    this.#writer = writer;
    this.#reader = reader;
  }

  begin(): void {
    this.#timer = setInterval(() => this.#writer.type(), 10);
  }

  /** Milliseconds of the letter that took longest. */
  async end(): Promise<number> {
    clearInterval(this.#timer);
    while (this.#seen < this.#writer.author.sent.length) await pause(2);
    this.#writer.leave();
    this.#reader.leave();
    return this.#worst;
  }

  take(update: Uint8Array): void {
    const now = performance.now();
    visitLetters(update, (_client, clock, count) => {
      this.#seen = Math.max(this.#seen, clock + count);
      for (let at = clock; at < clock + count; at++) {
        this.#worst = Math.max(this.#worst, now - (this.#writer.author.sent[at] as number));
      }
    });
  }
}

function docOf(): Y.Doc {
  const doc = new Y.Doc();
  for (let at = 0; at < letters; at++) doc.getText('description').insert(at, 'a');
  return doc;
}
