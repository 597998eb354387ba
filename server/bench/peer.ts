/** One person in one room of a target, without a document of their own unless `onSync` keeps one. */
import * as encoding from 'lib0/encoding';
import { Author } from './author.js';
import type { Dialect, Incoming, RoomAddress } from './dialect.js';
import { frameOf, Wire } from './wire.js';

export interface PeerOptions {
  readonly url: string;
  readonly dialect: Dialect;
  readonly address: RoomAddress;
  /** Which of the room's people this is. */
  readonly person: number;
  /** What this peer has already; nothing unless given. */
  readonly stateVector?: () => Uint8Array;
  /** What it has that a server with this state vector has not; nothing unless given. */
  readonly missing?: (stateVector: Uint8Array) => Uint8Array;
  /** Only reads: it does not wait to be asked for what it has, which nobody does where only the server writes. */
  readonly reads?: true;
  /** Who writes here; a new one unless given. */
  readonly author?: Author;
  onSync?(kind: 'step2' | 'update', content: Uint8Array): void;
}

const empty = new Uint8Array([0]);
const nothing = new Uint8Array([0, 0]);

export class Peer {
  readonly author: Author;
  readonly options: PeerOptions;
  /** Sync messages sent as SyncStep2 or Update, and how many of them are acknowledged. */
  sentFrames = 0;
  acknowledged = 0;
  #wire: Wire;
  #presenceClock = 0;
  /** Of each Update, the letters sent up to it; to tell which letters an acknowledgement covers. */
  readonly #lettersAt = new Map<number, number>();
  acknowledgedLetters = 0;

  /** Resolves once the room's content has come and the peer's own is sent. */
  static async join(options: PeerOptions): Promise<Peer> {
    const { url, dialect, address, person } = options;
    const token = address.tokens[person] ?? '';
    const wire = await Wire.connect(`${url}${dialect.path(address.room)}`, dialect.protocols(token));
    const peer = new Peer(options, wire);
    await peer.#sync();
    return peer;
  }

  private constructor(options: PeerOptions, wire: Wire) {
    this.options = options;
    this.author = options.author ?? new Author();
    this.#wire = wire;
  }

  get bytesIn(): number {
    return this.#wire.bytesIn;
  }

  get isOpen(): boolean {
    return this.#wire.closeCode === null;
  }

  /** Types one letter. */
  type(now = performance.now()): void {
    this.update(this.author.next(now));
    this.#lettersAt.set(this.sentFrames, this.author.sent.length);
  }

  update(update: Uint8Array): void {
    this.#send(2, update);
  }

  /** Tells where the caret is. */
  point(): void {
    const { dialect, address } = this.options;
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.author.client);
    encoding.writeVarUint(encoder, ++this.#presenceClock);
    encoding.writeVarString(
      encoder,
      `{"user":{"name":"Cora Tester","color":"#2a6f97"},"at":{"field":"description","anchor":${this.author.sent.length}}}`,
    );
    this.#wire.send(frameOf(dialect.presence(address.room, encoding.toUint8Array(encoder))));
  }

  leave(): void {
    this.#wire.destroy();
  }

  /** Resolves with the close code once the server or the network has ended it. */
  closed(): Promise<number> {
    if (this.#wire.closeCode !== null) return Promise.resolve(this.#wire.closeCode);
    return new Promise((resolve) => {
      this.#wire.onClose = resolve;
    });
  }

  #sync(): Promise<void> {
    const { dialect, address, stateVector, reads } = this.options;
    return new Promise((resolve, reject) => {
      let has = !dialect.syncs;
      let gave = !dialect.syncs || reads === true;
      this.#wire.onClose = (code) => reject(new Error(`closed with ${code} before it was in sync`));
      const settle = () => {
        if (!has || !gave) return;
        this.#wire.onClose = () => undefined;
        resolve();
      };
      this.#wire.onMessage = (message) => {
        const incoming = dialect.read(message);
        if (!incoming) return;
        this.#take(incoming);
        if (incoming.kind === 'step2') has = true;
        if (incoming.kind === 'step1') gave = true;
        settle();
      };
      for (const said of dialect.hello(address.room)) this.#wire.send(frameOf(said));
      if (dialect.syncs) this.#wire.send(frameOf(dialect.sync(address.room, 0, stateVector?.() ?? empty)));
      settle();
    });
  }

  #take(incoming: Incoming): void {
    switch (incoming.kind) {
      case 'acknowledged':
        this.acknowledged = incoming.n ?? this.acknowledged + 1;
        this.acknowledgedLetters = this.#lettersAt.get(this.acknowledged) ?? this.acknowledgedLetters;
        break;
      case 'step1':
        this.#send(1, this.options.missing?.(incoming.content) ?? nothing);
        break;
      case 'step2':
      case 'update':
        this.options.onSync?.(incoming.kind, incoming.content);
        break;
    }
  }

  #send(type: number, content: Uint8Array): void {
    const { dialect, address } = this.options;
    this.sentFrames++;
    this.#wire.send(frameOf(dialect.sync(address.room, type, content)));
  }
}
