/** Everybody types at a pace, and everybody's letters are timed where they arrive. */
import { setTimeout as pause } from 'node:timers/promises';
import { Author, visitLetters } from './author.js';
import type { RoomAddress } from './dialect.js';
import { quantile } from './figures.js';
import { Peer } from './peer.js';
import type { Target } from './target.js';

export interface Pace {
  /** Letters a second of one person. */
  readonly letters: number;
  /** Caret moves a second of one person. */
  readonly carets: number;
}

export interface Delivery {
  readonly p50: number;
  readonly p99: number;
  /** Letters that reached another person, a second. */
  readonly perSecond: number;
  /** Share of the letters that have arrived. */
  readonly arrived: number;
}

/** People in rooms, who hear each other. */
export class Crowd {
  readonly peers: readonly Peer[];
  readonly #authors = new Map<number, Author>();
  readonly #others: number;
  #latencies: number[] = [];
  #received = 0;

  static async join(target: Target, rooms: readonly RoomAddress[]): Promise<Crowd> {
    const heard: { take: (update: Uint8Array, author: number) => void } = { take: () => undefined };
    const peers: Peer[] = [];
    for (const address of rooms) {
      const joined = address.tokens.map((_, person) => {
        const author = new Author();
        return Peer.join({
          url: target.url,
          dialect: target.dialect,
          address,
          person,
          author,
          onSync: (kind, content) => {
            if (kind === 'update') heard.take(content, author.client);
          },
        });
      });
      peers.push(...(await Promise.all(joined)));
    }
    const crowd = new Crowd(peers, (rooms[0]?.tokens.length ?? 1) - 1);
    heard.take = (update, reader) => crowd.#take(update, reader);
    return crowd;
  }

  private constructor(peers: readonly Peer[], others: number) {
    this.peers = peers;
    this.#others = others;
    for (const { author } of peers) this.#authors.set(author.client, author);
  }

  get bytesIn(): number {
    return this.peers.reduce((sum, { bytesIn }) => sum + bytesIn, 0);
  }

  get allOpen(): boolean {
    return this.peers.every(({ isOpen }) => isOpen);
  }

  /** Everybody types for so many seconds at random moments; resolves when the letters have arrived, or have had a second for it. */
  async type({ letters, carets }: Pace, seconds: number): Promise<Delivery> {
    this.#latencies = [];
    this.#received = 0;
    const { peers } = this;
    const begun = performance.now();
    const end = begun + seconds * 1000;
    let sent = 0;
    const nextLetter = arrivals(peers.length * letters, begun);
    const nextCaret = arrivals(peers.length * carets, begun);
    let now = begun;
    while (now < end) {
      for (; nextLetter.at <= now; nextLetter.advance()) {
        anyOf(peers).type();
        sent++;
      }
      for (; nextCaret.at <= now; nextCaret.advance()) anyOf(peers).point();
      await pause(1);
      now = performance.now();
    }
    const inTime = this.#received;
    const expected = sent * this.#others;
    const deadline = performance.now() + 1_000;
    while (this.#received < expected && performance.now() < deadline) await pause(5);
    return {
      p50: quantile(this.#latencies, 0.5),
      p99: quantile(this.#latencies, 0.99),
      perSecond: (inTime / (now - begun)) * 1000,
      arrived: this.#received / expected,
    };
  }

  leave(): void {
    for (const peer of this.peers) peer.leave();
  }

  /** Counts what reaches another person: some servers send it to its author too. */
  #take(update: Uint8Array, reader: number): void {
    const now = performance.now();
    visitLetters(update, (client, clock, letters) => {
      if (client === reader) return;
      const sent = this.#authors.get(client)?.sent;
      if (!sent) return;
      this.#received += letters;
      for (let at = clock; at < clock + letters; at++) this.#latencies.push(now - (sent[at] as number));
    });
  }
}

/** Random moments, so many a second. */
function arrivals(perSecond: number, from: number) {
  const gap = () => (perSecond > 0 ? (-Math.log(1 - Math.random()) / perSecond) * 1000 : Number.POSITIVE_INFINITY);
  return {
    at: from + gap(),
    advance() {
      this.at += gap();
    },
  };
}

function anyOf(peers: readonly Peer[]): Peer {
  return peers[Math.floor(Math.random() * peers.length)] as Peer;
}
