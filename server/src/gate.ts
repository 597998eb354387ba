import type { UpdateRefusal } from '@ssp-kit/protocol';
import { fieldsRoot, isWellFormed, type Shape } from '@ssp-kit/record';
import * as Y from 'yjs';
import { ClientIndex } from './gate/client-index.js';
import { readIndex, writeIndex } from './gate/index-bytes.js';
import { visitInOrder } from './gate/in-order.js';
import { type DeleteRange, type Id, readUpdate, type Struct, type UpdateContent } from './gate/read-update.js';
import { UpdateFault } from './gate/update-fault.js';
import { gateLimits } from './limits.js';

export interface Writer {
  readonly person: string;
  /** Of the room's document: it says what may be written. */
  readonly shape: Shape;
}

export interface Passed {
  readonly ok: true;
  /** Whether it says anything the room does not have. What says nothing new need not be stored or relayed. */
  readonly fresh: boolean;
  /** ClientIDs that write for the first time, to be recorded as this person's. */
  readonly claims: number[];
  /** The bytes to store and relay: the update without the structs that the room has. */
  readonly update: Uint8Array;
  /**
   * Takes it into the index. Call it before the next `check`, when the update is put in the queue of what will be stored; when the store then fails,
   * build the gate anew from what is stored.
   */
  commit(): void;
}

export interface NotPassed {
  readonly ok: false;
  readonly code: UpdateRefusal;
  readonly detail: string;
}

const fewRanges = 8;
/** Owner of what no person wrote: the server's own copies. Nobody can write on under these ids. */
const serverOwner = '';
/**
 * Judges each update of a room before it is taken, without a document: who may write under which clientID, that nothing is left out, and that only
 * known names and types are written. It holds the state vector and, per client, the runs of places. A refused update changes nothing.
 */
export class RoomGate {
  #clients = new Map<number, ClientIndex>();
  #owners = new Map<number, string>();
  /** How many clientIDs each person has. */
  #counts = new Map<string, number>();
  #firsts = new Map<string, Id>();
  /** By the place of a field: how many values it had, and which is left, where that was looked for since the last was written. */
  readonly #values = new Map<string, number>();
  readonly #lasts = new Map<string, Id>();
  #version = 0;

  /** The gate of a room from its stored state, with the recorded owners of its clientIDs. Throws when the state is not whole. */
  static fromState(update: Uint8Array, owners: ReadonlyMap<number, string>): RoomGate {
    const gate = new RoomGate();
    gate.takeStored([update], owners);
    return gate;
  }

  /** The gate as `toBytes` wrote it. Throws on other bytes: then build it from the state. */
  static fromBytes(bytes: Uint8Array): RoomGate {
    const gate = new RoomGate();
    const { clients, owners, firsts } = readIndex(bytes);
    gate.#clients = clients;
    for (const [client, person] of owners) gate.#own(client, person);
    gate.#firsts = firsts;
    for (const index of clients.values()) {
      for (const [place, length] of index.lengths()) {
        if (place.startsWith('|')) gate.#values.set(place, (gate.#values.get(place) ?? 0) + length);
      }
    }
    return gate;
  }

  /**
   * Takes in what is stored behind what this gate was made of, as it was taken when it came, with the recorded owners of the room's clientIDs.
   * Throws when something is left out.
   */
  takeStored(updates: readonly Uint8Array[], owners: ReadonlyMap<number, string>): void {
    for (const update of updates) {
      const content = readUpdate(update, true);
      const draft = new Draft(this.#clients);
      draft.write(content, null);
      this.#take(draft, content.deletes);
    }
    for (const [client, person] of owners) this.#own(client, person);
    for (const client of this.#clients.keys()) this.#own(client, serverOwner);
  }

  toBytes(): Uint8Array {
    return writeIndex({ clients: this.#clients, owners: this.#owners, firsts: this.#firsts });
  }

  /** What the room has, as SyncStep1 sends it. */
  encodeStateVector(): Uint8Array {
    return Y.encodeStateVector(this.#stateVector());
  }

  /** The person a clientID belongs to, undefined when nobody named it yet. */
  owner(client: number): string | undefined {
    return this.#owners.get(client);
  }

  /** Whether something was written under this clientID. */
  hasWritten(client: number): boolean {
    return this.#clients.has(client);
  }

  /** Names a clientID in presence. False when it belongs to another, or when the room has too many. */
  claim(client: number, person: string): boolean {
    const owner = this.#owners.get(client);
    if (owner !== undefined) return owner === person;
    if (person === serverOwner || !this.#hasRoom(person, 1)) return false;
    this.#own(client, person);
    return true;
  }

  /** Gives back a claim under which nothing was written, when its connection ends. */
  release(client: number): void {
    const person = this.#owners.get(client);
    if (person === undefined || this.#clients.has(client)) return;
    this.#owners.delete(client);
    this.#counts.set(person, (this.#counts.get(person) ?? 1) - 1);
  }

  /** Names the owner of a clientID that has none yet. */
  #own(client: number, person: string): void {
    if (this.#owners.has(client)) return;
    this.#owners.set(client, person);
    this.#counts.set(person, (this.#counts.get(person) ?? 0) + 1);
  }

  #hasRoom(person: string, more: number): boolean {
    const own = this.#counts.get(person) ?? 0;
    return this.#owners.size + more <= gateLimits.clients && own + more <= gateLimits.clientsPerPerson;
  }

  check(update: Uint8Array, writer: Writer, maxBytes: number = gateLimits.updateBytes): Passed | NotPassed {
    try {
      return this.#judge(update, writer, maxBytes);
    } catch (fault) {
      if (fault instanceof UpdateFault) return { ok: false, code: fault.code, detail: fault.message };
      throw fault;
    }
  }

  #judge(update: Uint8Array, writer: Writer, maxBytes: number): Passed {
    const { shape } = writer;
    if (shape.serverOnly) throw new UpdateFault('read-only', 'only the server writes here');
    if (update.byteLength > maxBytes) throw new UpdateFault('too-large', `an update has at most ${maxBytes} bytes`);
    const content = readUpdate(update);
    const claims = this.#owned(content, writer.person);
    const draft = new Draft(this.#clients);
    draft.write(content, shape);
    let newDeletes = 0;
    for (const range of content.deletes) {
      draft.checkDelete(range);
      if (!this.#clients.get(range.client)?.isDeleted(range.clock, range.length)) newDeletes++;
    }
    if (newDeletes > gateLimits.newDeletes)
      throw new UpdateFault('too-large', 'more is deleted than anybody deletes at once');
    for (const [place, more] of draft.valuesByPlace()) {
      if ((this.#values.get(place) ?? 0) + more > gateLimits.values)
        throw new UpdateFault('too-large', 'a field was set more often than anybody sets one');
    }
    const fresh = draft.tails.size > 0 || content.deletes.some((range) => this.#deletesMore(range));
    const version = this.#version;
    return {
      ok: true,
      fresh,
      claims,
      update: draft.known && fresh ? Y.diffUpdate(update, this.encodeStateVector()) : update,
      commit: () => {
        if (version !== this.#version) throw new Error('another update was taken since this one was checked');
        for (const client of claims) this.#own(client, writer.person);
        this.#take(draft, content.deletes);
      },
    };
  }

  /** Every client that writes something new is this person's, or becomes so. Answers those that write for the first time. */
  #owned(content: UpdateContent, person: string): number[] {
    const begins: number[] = [];
    let unnamed = 0;
    for (const [client, structs] of content.structs) {
      const last = structs[structs.length - 1] as Struct;
      const have = this.#clients.get(client)?.end ?? 0;
      if (last.clock + last.length <= have) continue;
      const owner = this.#owners.get(client);
      if (person === serverOwner || (owner !== undefined && owner !== person)) {
        throw new UpdateFault('not-yours', `clientID ${client} belongs to somebody else`);
      }
      if (owner === undefined) unnamed++;
      if (have === 0) begins.push(client);
    }
    if (unnamed > 0 && !this.#hasRoom(person, unnamed))
      throw new UpdateFault('too-large', 'too many clientIDs in this room');
    return begins;
  }

  #take(draft: Draft, deletes: readonly DeleteRange[]): void {
    this.#version++;
    for (const [client, tail] of draft.tails) {
      const index = this.#clients.get(client);
      if (index) index.extend(tail);
      else this.#clients.set(client, tail);
    }
    for (const value of draft.values) this.#overwrite(value);
    this.#markDeleted([...draft.deleted, ...deletes]);
  }

  /** A few are put in one by one; many would move everything behind each of them. */
  #markDeleted(ranges: readonly DeleteRange[]): void {
    if (ranges.length <= fewRanges) {
      for (const { client, clock, length } of ranges) this.#clients.get(client)?.markDeleted(clock, length);
      return;
    }
    const byClient = new Map<number, DeleteRange[]>();
    for (const range of ranges) {
      const list = byClient.get(range.client);
      if (list) list.push(range);
      else byClient.set(range.client, [range]);
    }
    for (const [client, list] of byClient) {
      list.sort((a, b) => a.clock - b.clock);
      this.#clients.get(client)?.markAllDeleted(list);
    }
  }

  #overwrite({ client, clock, length, place, origin }: Value): void {
    this.#values.set(place, (this.#values.get(place) ?? 0) + length);
    this.#lasts.delete(place);
    const index = this.#clients.get(client) as ClientIndex;
    if (length > 1) index.chains.push(clock, clock + length);
    const over = origin ? this.#clients.get(origin.client)?.over.get(origin.clock) : this.#firsts.get(place);
    if (over && over.client >= client) return;
    if (origin) this.#clients.get(origin.client)?.over.set(origin.clock, { client, clock });
    else this.#firsts.set(place, { client, clock });
  }

  /**
   * Whether a delete takes away something that is still there. Of a field's values only the last is: when people set a field at once, every
   * replica deletes the others by itself and tells so at its next handshake, readers too.
   */
  #deletesMore({ client, clock, length }: DeleteRange): boolean {
    const index = this.#clients.get(client);
    if (!index) return true;
    for (const [start, end] of index.remaining(clock, clock + length)) {
      for (let at = start; at < end; at++) {
        const place = index.placeOf(at);
        if (!place.startsWith('|')) return true;
        const last = this.#lastValue(place);
        if (!last || (last.client === client && last.clock === at)) return true;
      }
    }
    return false;
  }

  #lastValue(place: string): Id | undefined {
    let last = this.#lasts.get(place) ?? this.#firsts.get(place);
    for (let next = last; next; next = this.#clients.get(next.client)?.overwritten(next.client, next.clock))
      last = next;
    if (last) this.#lasts.set(place, last);
    return last;
  }

  #stateVector(): Map<number, number> {
    return new Map(Array.from(this.#clients, ([client, index]) => [client, index.end]));
  }
}

/** A new struct of a field. */
interface Value extends DeleteRange {
  readonly place: string;
  /** The value it was written over. */
  readonly origin: Id | null;
}

/** What an update would add to a room. */
class Draft {
  /** What is new of each client, behind what the room has. */
  readonly tails = new Map<number, ClientIndex>();
  /** New structs that come already deleted. */
  readonly deleted: DeleteRange[] = [];
  readonly values: Value[] = [];
  /** Whether the update repeats something the room has. */
  known = false;
  readonly #room: ReadonlyMap<number, ClientIndex>;
  #deletedGrowth = 0;

  constructor(room: ReadonlyMap<number, ClientIndex>) {
    this.#room = room;
  }

  /** Takes all structs in. `shape` null trusts them: the server's own stored state. */
  write({ structs }: UpdateContent, shape: Shape | null): void {
    for (const [client, list] of structs) {
      const first = list[0] as Struct;
      if (first.clock > this.#have(client))
        throw new UpdateFault('gap', `clientID ${client} begins at ${first.clock}, the room has ${this.#have(client)}`);
    }
    visitInOrder(
      structs,
      (client) => this.#reached(client),
      (client, struct) => this.#add(client, struct, shape),
    );
  }

  /** How many values it adds to each field. */
  valuesByPlace(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { place, length } of this.values) counts.set(place, (counts.get(place) ?? 0) + length);
    return counts;
  }

  checkDelete({ client, clock, length }: DeleteRange): void {
    if (clock + length > this.#reached(client)) throw new UpdateFault('gap', 'a delete of something unknown');
    if (this.#pairAt(client, clock - 1) || this.#pairAt(client, clock + length - 1)) throw splits();
  }

  #add(client: number, struct: Struct, shape: Shape | null): void {
    const { origin, rightOrigin } = struct;
    if (origin && this.#pairAt(origin.client, origin.clock)) throw splits();
    if (rightOrigin && this.#pairAt(rightOrigin.client, rightOrigin.clock - 1)) throw splits();
    const have = this.#reached(client);
    const skip = have - struct.clock;
    if (skip > 0) this.known = true;
    if (skip >= struct.length) return;
    const place = this.#placeOf(client, struct, skip > 0 ? have - 1 : null);
    if (shape) checkContent(shape, place, struct);

    const tail = this.#tail(client, have);
    const length = struct.length - skip;
    tail.append(length, place);
    if (place.startsWith('|')) {
      if (rightOrigin) throw new UpdateFault('bad-update', 'a value before another');
      if (length > gateLimits.overwrites) throw new UpdateFault('too-large', 'more values than anybody sets');
      this.values.push({ client, clock: have, length, place, origin: skip > 0 ? { client, clock: have - 1 } : origin });
    }
    if (struct.content === 'text') this.#notePairs(tail, struct, skip);
    if (struct.content === 'deleted') {
      this.deleted.push({ client, clock: have, length });
      this.#deletedGrowth += length;
      if (shape && this.#deletedGrowth > gateLimits.deletedGrowth)
        throw new UpdateFault('too-large', 'more deleted text than anybody writes');
    }
  }

  /** An item without a parent stands where its neighbours stand; all that are told must agree, or lists of two places would be tied together. */
  #placeOf(client: number, struct: Struct, before: number | null): string {
    const beside: Id[] = [];
    if (struct.origin) beside.push(struct.origin);
    if (struct.rightOrigin) beside.push(struct.rightOrigin);
    if (before !== null) beside.push({ client, clock: before });
    const { parent } = struct;
    let place =
      parent === null ? null : parent.root === null ? '' : parent.key === null ? parent.root : placeOfKey(parent);
    for (const id of beside) {
      const theirs = this.#lookUp(id.client)?.(id.clock) ?? '';
      if (place !== null && theirs !== place) throw new UpdateFault('bad-update', 'neighbours in different places');
      place = theirs;
    }
    return place ?? '';
  }

  #lookUp(client: number): ((clock: number) => string) | null {
    const tail = this.tails.get(client);
    const room = this.#room.get(client);
    if (!tail && !room) return null;
    return (clock) => (tail && clock >= tail.base ? tail.placeOf(clock) : (room?.placeOf(clock) ?? ''));
  }

  #notePairs(tail: ClientIndex, { clock, text }: Struct, skip: number): void {
    if (skip > 0 && isLow(text.charCodeAt(skip))) throw splits();
    for (let i = skip; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit >= 0xd800 && unit <= 0xdbff) tail.pairs.push(clock + i);
    }
  }

  #pairAt(client: number, clock: number): boolean {
    return this.#room.get(client)?.pairAt(clock) === true || this.tails.get(client)?.pairAt(clock) === true;
  }

  #tail(client: number, base: number): ClientIndex {
    let tail = this.tails.get(client);
    if (!tail) {
      tail = new ClientIndex(base);
      this.tails.set(client, tail);
    }
    return tail;
  }

  #have(client: number): number {
    return this.#room.get(client)?.end ?? 0;
  }

  #reached(client: number): number {
    return this.tails.get(client)?.end ?? this.#have(client);
  }
}

function placeOfKey(parent: { readonly root: string | null; readonly key: string | null }): string {
  return parent.root === fieldsRoot ? `|${parent.key}` : '';
}

function checkContent(shape: Shape, place: string, { content, text, values }: Struct): void {
  if (content === 'collected') throw new UpdateFault('wrong-type', 'a collected struct');
  if (place === '') throw new UpdateFault('wrong-type', 'it stands in no text and in no field');
  if (place.startsWith('|')) {
    const key = place.slice(1);
    if (!shape.isKey(key)) throw new UpdateFault('unknown-root', `no field ${JSON.stringify(key.slice(0, 80))}`);
    if (content === 'deleted') return;
    if (content !== 'values' || !values.every((value) => shape.checkValue(key, value)))
      throw new UpdateFault('wrong-type', `${key} cannot hold this`);
    return;
  }
  if (place === fieldsRoot) throw new UpdateFault('wrong-type', 'a field without a key');
  if (!shape.isText(place)) throw new UpdateFault('unknown-root', `no text ${JSON.stringify(place.slice(0, 80))}`);
  if (content === 'values') throw new UpdateFault('wrong-type', `${place} holds words`);
  if (content === 'text' && !isWellFormed(text)) throw new UpdateFault('bad-update', 'half a character');
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function splits(): UpdateFault {
  return new UpdateFault('bad-update', 'it would cut a character in two');
}
