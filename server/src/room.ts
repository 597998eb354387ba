/** One document in memory: its stored bytes, its gate and who is connected. Bytes only; whole documents are the records thread's. */
import { encodeCommitted, encodeRefused, type UpdateRefusal } from '@ssp-kit/protocol';
import type { Process } from '@ssp-kit/process';
import { type Shape, shapeOf } from '@ssp-kit/record';
import { messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Connection } from './connection.js';
import { frame, syncFrame } from './frames.js';
import { type Passed, RoomGate } from './gate.js';
import type { Limits } from './limits.js';
import type { Log } from './log.js';
import { Presence } from './presence.js';
import type { Records } from './records/records.js';
import { RoomBytes } from './room-bytes.js';
import type { LoadedRoom, RoomKey, Storage } from './storage/port.js';

export interface RoomServices {
  readonly process: Process;
  readonly storage: Pick<Storage, 'load' | 'append' | 'saveSnapshot'>;
  readonly records: Records;
  readonly limits: Limits;
  readonly log: Log;
}

/** A frame of a connection on its way to the disk. `n` grows when later frames that say nothing new wait for this one. */
interface InFlight {
  n: number;
  readonly from: Connection;
  readonly update: Uint8Array;
}

/** Bytes of updates up to which the gate reads them at once; more would hold up the other rooms. */
const readHereBelow = 64 * 1024;
/** Milliseconds that presence and reports of what is committed wait for words to go out with: each write costs as much as what is in it. */
const gatherMs = 20;

export class Room {
  readonly key: RoomKey;
  readonly id: number;
  readonly kind: string;
  readonly shape: Shape;
  readonly epoch: number;
  readonly connections = new Set<Connection>();
  readonly presence: Presence;
  sealed: boolean;
  readonly #services: RoomServices;
  readonly #onFailed: (room: Room) => void;
  #head: number;
  #gate: RoomGate | null = null;
  readonly #bytes: RoomBytes;
  #inFlight: InFlight[] = [];
  #flushed: (() => void)[] = [];
  #outgoing: { readonly bytes: Buffer; readonly author: Connection | null }[] = [];
  #acks = new Map<Connection, number>();
  #flushing = false;
  #gathering: NodeJS.Timeout | undefined;
  #pauses = 0;
  #held: { readonly run: () => void; readonly bytes: number }[] = [];
  #folding = false;
  #retained = 0;
  #failed = false;
  #closed = false;

  /**
   * Builds the room from what is stored, without making a document of it. `onFailed` is told when a fault of ours has closed it: it must not be
   * given to anybody any more.
   */
  static async load(services: RoomServices, loaded: LoadedRoom, onFailed: (room: Room) => void): Promise<Room> {
    const room = new Room(services, loaded, onFailed);
    await room.#take(loaded);
    return room;
  }

  private constructor(
    services: RoomServices,
    { caseId, document, id, kind, epoch, sealed, head }: LoadedRoom,
    onFailed: (room: Room) => void,
  ) {
    this.#services = services;
    this.#onFailed = onFailed;
    this.key = { caseId, document };
    this.id = id;
    this.kind = kind;
    this.shape = shapeOf(services.process, kind);
    this.epoch = epoch;
    this.sealed = sealed;
    this.#head = head;
    this.#bytes = new RoomBytes((update, stateVector) => services.records.cut(update, stateVector));
    this.presence = new Presence(this, services.limits);
  }

  /** The gate; null where only the server writes. */
  get gate(): RoomGate | null {
    return this.#gate;
  }

  /** Number of the last update on disk. */
  get head(): number {
    return this.#head;
  }

  /** Everything on disk: the snapshot, then the updates behind it. */
  get bytes(): Uint8Array[] {
    return this.#bytes.all;
  }

  /** Must stay in memory, whoever is connected. */
  get busy(): boolean {
    return this.#inFlight.length > 0 || this.#pauses > 0 || this.#retained > 0 || this.#folding || this.#failed;
  }

  /** Bytes in memory, which are about what a first sync sends. */
  get size(): number {
    return this.#bytes.size;
  }

  /** Runs work of this room; what it throws is a fault of ours, which closes this room and leaves the others alone. */
  guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#fail(error as Error);
    }
  }

  #fail({ message, stack }: Error): void {
    this.#services.log.error({ room: this.id, reason: message, stack }, 'a room was closed: a fault');
    if (this.#closed) return;
    this.#closed = true;
    this.#onFailed(this);
    for (const connection of [...this.connections]) connection.restart();
  }

  /** Keeps the room in memory until `release`. */
  retain(): void {
    this.#retained++;
  }

  release(): void {
    this.#retained--;
  }

  /** Null when `answer` can be given at once; else resolves when it can. Throws for what is no state vector. */
  ready(stateVector: Uint8Array): Promise<void> | null {
    return this.#bytes.ready(this.#known(stateVector));
  }

  /** Frames that bring a client with this state vector up to date, as bytes to be written one behind the other. The last one is the SyncStep2. */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    return this.#bytes.answer(this.#known(stateVector));
  }

  /** What an answer costs, in bytes read. */
  answerCost(stateVector: Uint8Array): number {
    return this.#bytes.costOf(this.#known(stateVector));
  }

  /** Null for who has nothing of the room, whatever else it claims. */
  #known(stateVector: Uint8Array): Uint8Array | null {
    const clients = [...Y.decodeStateVector(stateVector).keys()];
    const gate = this.#gate;
    return clients.length > 0 && (!gate || clients.some((client) => gate.hasWritten(client))) ? stateVector : null;
  }

  /** Puts a checked update in the queue for the disk. It is relayed, and reported as committed, when it is there. */
  append(from: Connection, n: number, passed: Passed): void {
    const { storage } = this.#services;
    passed.commit();
    // The room keeps it: without the rest of what the socket brought at once.
    const update = passed.update.slice();
    const item: InFlight = { n, from, update };
    this.#inFlight.push(item);
    const person = from.person;
    storage
      .append({
        room: this.id,
        author: person,
        at: Date.now(),
        n: this.#head + this.#inFlight.length,
        bytes: update,
        claims: passed.claims.map((client) => ({ client, person })),
      })
      .then(
        (answer) =>
          this.guard(() => {
            if (answer.ok && !this.#failed) this.#onCommitted(item);
            else this.#onNotStored(item, !answer.ok && answer.code === 'sealed' ? 'sealed' : 'not-stored');
          }),
        (error: Error) => {
          this.#services.log.error(
            { room: this.id, code: error.name, reason: error.message },
            'an update was not stored',
          );
          this.guard(() => this.#onNotStored(item, 'not-stored'));
        },
      );
  }

  /** Reports a frame that says nothing new: it is committed when everything before it of this connection is. */
  acknowledge(to: Connection, n: number): void {
    for (let i = this.#inFlight.length - 1; i >= 0; i--) {
      const item = this.#inFlight[i] as InFlight;
      if (item.from === to) {
        item.n = n;
        return;
      }
    }
    this.#acks.set(to, n);
    this.#flushLater();
  }

  /** Takes the server's own update, which a decision has put on disk under the number `head`. */
  takeServerUpdate(update: Uint8Array, head: number): void {
    this.#keep(update, head);
    this.#relay(update, null);
  }

  /** Tells everyone but its author what is no word of the document, a little later. */
  tell(message: Uint8Array, author: Connection): void {
    if (this.connections.size === 0) return;
    this.#outgoing.push({ bytes: frame(message), author });
    this.#flushLater();
  }

  /** Resolves when everything that was taken is on disk or was refused. */
  flushed(): Promise<void> {
    if (this.#inFlight.length === 0 && !this.#failed) return Promise.resolve();
    return new Promise((resolve) => this.#flushed.push(resolve));
  }

  /** Holds sync frames back until `resume`; pauses nest. */
  pause(): void {
    this.#pauses++;
  }

  resume(): void {
    this.#pauses--;
    if (this.#pauses > 0) return;
    const held = this.#held;
    this.#held = [];
    for (const { run } of held) run();
  }

  /** Runs a sync frame's handling now, or after the pause. False when too much is held. */
  whenOpen(bytes: number, run: () => void): boolean {
    if (this.#pauses === 0) {
      run();
      return true;
    }
    const waiting = this.#held.reduce((sum, item) => sum + item.bytes, 0);
    if (waiting + bytes > this.#services.limits.messageBytes) return false;
    this.#held.push({ run, bytes });
    return true;
  }

  /** The room was sealed by a decision: from now on nothing is taken. */
  seal(): void {
    this.flush();
    this.sealed = true;
    for (const connection of this.connections) connection.onSealed();
  }

  join(connection: Connection): void {
    this.connections.add(connection);
  }

  leave(connection: Connection): void {
    this.connections.delete(connection);
    this.#acks.delete(connection);
    this.presence.leave(connection);
  }

  /** Folds the updates behind the snapshot into a new snapshot, when nothing is on its way. */
  async fold(): Promise<void> {
    if (this.#folding || this.#inFlight.length > 0 || this.#failed || this.#bytes.tailLength === 0) return;
    this.#folding = true;
    const { records, storage, log } = this.#services;
    const head = this.#head;
    const folded = this.#bytes.tailLength;
    try {
      const gate = this.#gate?.toBytes() ?? new Uint8Array();
      const snapshot = await records.fold(this.bytes);
      await storage.saveSnapshot(this.id, head, snapshot, gate);
      this.#bytes.folded(snapshot, folded);
    } catch (error) {
      log.warn({ room: this.id, reason: (error as Error).message }, 'a room was not folded');
    } finally {
      this.#folding = false;
    }
  }

  close(): void {
    this.#closed = true;
  }

  async #take(loaded: LoadedRoom): Promise<void> {
    this.sealed = loaded.sealed;
    this.#head = loaded.head;
    this.#bytes.set(loaded.snapshot?.bytes ?? null, loaded.tail);
    if (!this.shape.serverOnly) this.#gate = await this.#gateOf(loaded);
  }

  /** The gate as it was stored, with what came behind it. */
  async #gateOf({ snapshot, tail, clients }: LoadedRoom): Promise<RoomGate> {
    const owners = new Map(clients.map(({ client, person }) => [client, person]));
    const stored = snapshot && storedGate(snapshot.gate);
    const updates = snapshot && !stored ? [snapshot.bytes, ...tail] : tail;
    if (updates.reduce((sum, { length }) => sum + length, 0) < readHereBelow) {
      const gate = stored ?? new RoomGate();
      gate.takeStored(updates, owners);
      return gate;
    }
    return RoomGate.fromBytes(await this.#services.records.gate(stored ? snapshot.gate : null, updates, clients));
  }

  #onCommitted(item: InFlight): void {
    this.#inFlight.shift();
    this.#keep(item.update, this.#head + 1);
    this.#acks.set(item.from, item.n);
    this.#relay(item.update, item.from);
    this.#settle();
  }

  #keep(update: Uint8Array, head: number): void {
    this.#head = head;
    this.#bytes.add(update);
    if (this.#bytes.tailLength > this.#services.limits.tailUpdates) void this.fold();
  }

  /**
   * What was not stored is no longer in the gate's room either: it is built anew from the disk, and every writer is asked again
   * for what the disk does not have. Until then nothing is taken, so that no update is stored without the ones before it.
   */
  #onNotStored(item: InFlight, code: UpdateRefusal): void {
    this.#inFlight.shift();
    item.from.refuse({ n: item.n, code, detail: null });
    if (!this.#failed) {
      this.#failed = true;
      this.pause();
      for (const connection of this.connections) connection.awaitStep2();
    }
    if (this.#inFlight.length === 0) void this.#recover(code);
  }

  async #recover(code: UpdateRefusal): Promise<void> {
    const { storage, limits, log } = this.#services;
    try {
      const loaded = await storage.load(this.key);
      if (!loaded) throw new Error('the room is gone');
      await this.#take(loaded);
    } catch (error) {
      log.error({ room: this.id, reason: (error as Error).message }, 'a room was closed: it cannot be read');
      this.#closed = true;
      this.#onFailed(this);
      for (const connection of [...this.connections]) connection.restart();
    }
    this.#failed = false;
    this.guard(() => this.resume());
    this.#settle();
    const ask = () =>
      this.guard(() => {
        if (this.#closed) return;
        for (const connection of [...this.connections]) connection.askForMissing();
      });
    if (code === 'sealed') ask();
    else setTimeout(ask, limits.storeRetryMs).unref();
  }

  #settle(): void {
    if (this.#inFlight.length > 0 || this.#failed) return;
    const waiting = this.#flushed;
    this.#flushed = [];
    for (const resolve of waiting) resolve();
  }

  #relay(update: Uint8Array, author: Connection | null): void {
    this.#outgoing.push({ bytes: syncFrame(messageYjsUpdate, update), author });
    this.#flushSoon();
  }

  /** Behind the microtasks of this commit, so that a batch goes out as one write a connection. */
  #flushSoon(): void {
    if (this.#flushing) return;
    this.#flushing = true;
    setImmediate(() => {
      this.#flushing = false;
      this.guard(() => this.#flush(false));
    });
  }

  #flushLater(): void {
    this.#gathering ??= setTimeout(() => this.guard(() => this.flush()), gatherMs).unref();
  }

  /** Sends at once what waits to go out. */
  flush(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#flush(true);
  }

  /** Without `reports`, what is committed is told to those alone to whom something goes out anyhow. */
  #flush(reports: boolean): void {
    const outgoing = this.#outgoing;
    this.#outgoing = [];
    const all = outgoing.length > 0 ? joined(outgoing.map(({ bytes }) => bytes)) : null;
    for (const connection of [...this.connections]) {
      const parts: Buffer[] = [];
      if (all && connection.listens) {
        const others = outgoing.filter(({ author }) => author !== connection);
        if (others.length === outgoing.length) parts.push(all);
        else for (const { bytes } of others) parts.push(bytes);
      }
      if (reports || parts.length > 0) {
        const committed = this.#acks.get(connection);
        this.#acks.delete(connection);
        if (committed !== undefined && connection.saidHello) parts.push(frame(encodeCommitted(committed)));
      }
      if (parts.length > 0) connection.write(joined(parts));
    }
    // Who has left need not be told.
    if (reports) this.#acks.clear();
    else if (this.#acks.size > 0) this.#flushLater();
  }
}

function joined(parts: readonly Buffer[]): Buffer {
  return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
}

/** The gate as it was stored; null for an index of another format, which is made anew from the room's state. */
function storedGate(bytes: Uint8Array): RoomGate | null {
  try {
    return RoomGate.fromBytes(bytes);
  } catch {
    return null;
  }
}

export function refusedMessage(n: number, code: UpdateRefusal, detail: unknown): Uint8Array {
  return encodeRefused({ n, code, detail });
}
