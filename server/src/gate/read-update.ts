import * as decoding from 'lib0/decoding';
import { gateLimits } from '../limits.js';
import { UpdateFault } from './update-fault.js';

export interface Id {
  readonly client: number;
  readonly clock: number;
}

/** Where an item says it stands; null when it inherits that from its neighbours. */
export interface Parent {
  /** Name of the root type; null when the parent is another item (a nested type). */
  readonly root: string | null;
  readonly key: string | null;
}

export interface Struct {
  readonly clock: number;
  readonly length: number;
  readonly content: 'text' | 'values' | 'deleted' | 'collected';
  readonly text: string;
  /** Of a field: one value, or several that came one after the other and that somebody's undo keeps. */
  readonly values: readonly unknown[];
  readonly origin: Id | null;
  readonly rightOrigin: Id | null;
  readonly parent: Parent | null;
}

export interface DeleteRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

export interface UpdateContent {
  readonly structs: ReadonlyMap<number, readonly Struct[]>;
  readonly deletes: readonly DeleteRange[];
}

/** Yjs 13 makes client ids of 32 bits. */
const maxClient = 0xffffffff;
/** Clocks stay far below the integers that a double can hold. */
const maxClock = 2 ** 40;
const maxChoices = 1000;

/**
 * Reads an update (V1) to its last byte without building documents: each length is checked against the bytes that are there before anything
 * is made of it. Yjs' own reader takes repeated clients, trailing bytes and counts that lie. `trusted` reads any plain value, as the
 * server itself wrote it.
 */
export function readUpdate(update: Uint8Array, trusted = false): UpdateContent {
  const decoder = decoding.createDecoder(update);
  try {
    const structs = readStructs(decoder, trusted);
    const deletes = readDeletes(decoder, trusted);
    if (decoding.hasContent(decoder)) throw bad('bytes behind the end');
    return { structs, deletes };
  } catch (cause) {
    if (cause instanceof UpdateFault) throw cause;
    throw bad(`unreadable bytes: ${cause instanceof Error ? cause.message : 'broken'}`);
  }
}

function readStructs(decoder: decoding.Decoder, trusted: boolean): Map<number, Struct[]> {
  const byClient = new Map<number, Struct[]>();
  let total = 0;
  const clients = readCount(decoder);
  for (let c = 0; c < clients; c++) {
    const count = readCount(decoder);
    total += count;
    if (count === 0) throw bad('a client without structs');
    if (total > gateLimits.structs && !trusted) throw new UpdateFault('too-large', 'too many structs in one update');
    const client = readClient(decoder);
    if (byClient.has(client)) throw bad('the same client twice');
    const structs: Struct[] = [];
    byClient.set(client, structs);
    let clock = readClock(decoder);
    for (let i = 0; i < count; i++) {
      const struct = readStruct(decoder, clock, trusted);
      if (struct.length < 1) throw bad('an empty struct');
      clock += struct.length;
      if (clock > maxClock) throw bad('a clock out of range');
      structs.push(struct);
    }
  }
  return byClient;
}

function readStruct(decoder: decoding.Decoder, clock: number, trusted: boolean): Struct {
  const info = readByte(decoder);
  const ref = info & 0x1f;
  if (ref === 0) return struct(clock, decoding.readVarUint(decoder), 'collected', null, null, null);
  if (ref === 10) throw new UpdateFault('gap', 'the update leaves something out');
  const origin = info & 0x80 ? readId(decoder) : null;
  const rightOrigin = info & 0x40 ? readId(decoder) : null;
  let parent: Parent | null = null;
  if (!origin && !rightOrigin) {
    const named = decoding.readVarUint(decoder) === 1;
    const root = named ? decoding.readVarString(decoder) : null;
    if (!named) readId(decoder);
    parent = { root, key: info & 0x20 ? decoding.readVarString(decoder) : null };
  }
  switch (ref) {
    case 1:
      return struct(clock, decoding.readVarUint(decoder), 'deleted', origin, rightOrigin, parent);
    case 4: {
      const text = decoding.readVarString(decoder);
      return struct(clock, text.length, 'text', origin, rightOrigin, parent, text);
    }
    case 8: {
      const length = readCount(decoder);
      const values: unknown[] = [];
      for (let i = 0; i < length; i++) values.push(trusted ? decoding.readAny(decoder) : readPlain(decoder));
      return struct(clock, length, 'values', origin, rightOrigin, parent, '', values);
    }
    default:
      throw new UpdateFault('wrong-type', 'only texts and plain values are written');
  }
}

/** Null, booleans, numbers, strings and arrays of strings: nothing that nests. */
function readPlain(decoder: decoding.Decoder): unknown {
  const type = readByte(decoder);
  switch (type) {
    case 126:
      return null;
    case 125:
      return decoding.readVarInt(decoder);
    case 124:
      return decoding.readFloat32(decoder);
    case 123:
      return decoding.readFloat64(decoder);
    case 121:
      return false;
    case 120:
      return true;
    case 119:
      return decoding.readVarString(decoder);
    case 117: {
      const length = readCount(decoder);
      if (length > maxChoices) throw new UpdateFault('wrong-type', 'too many choices');
      const choices: string[] = [];
      for (let i = 0; i < length; i++) {
        if (readByte(decoder) !== 119) throw new UpdateFault('wrong-type', 'a list holds strings');
        choices.push(decoding.readVarString(decoder));
      }
      return choices;
    }
    default:
      throw new UpdateFault('wrong-type', 'a field holds a plain value');
  }
}

function readDeletes(decoder: decoding.Decoder, trusted: boolean): DeleteRange[] {
  const ranges: DeleteRange[] = [];
  const seen = new Set<number>();
  const clients = readCount(decoder);
  for (let c = 0; c < clients; c++) {
    const client = readClient(decoder);
    if (seen.has(client)) throw bad('deletes of the same client twice');
    seen.add(client);
    const count = readCount(decoder);
    if (ranges.length + count > gateLimits.structs && !trusted)
      throw new UpdateFault('too-large', 'too many deletes in one update');
    for (let i = 0; i < count; i++) {
      const clock = readClock(decoder);
      const length = readClock(decoder);
      if (length < 1) throw bad('an empty delete');
      ranges.push({ client, clock, length });
    }
  }
  return ranges;
}

function struct(
  clock: number,
  length: number,
  content: Struct['content'],
  origin: Id | null,
  rightOrigin: Id | null,
  parent: Parent | null,
  text = '',
  values: readonly unknown[] = [],
): Struct {
  return { clock, length, content, text, values, origin, rightOrigin, parent };
}

function readByte(decoder: decoding.Decoder): number {
  if (!decoding.hasContent(decoder)) throw bad('the update ends too early');
  return decoding.readUint8(decoder);
}

/** A number of things that follow, each of at least one byte. */
function readCount(decoder: decoding.Decoder): number {
  const count = decoding.readVarUint(decoder);
  if (count > decoder.arr.length - decoder.pos) throw bad('a count beyond the bytes');
  return count;
}

function readId(decoder: decoding.Decoder): Id {
  const client = readClient(decoder);
  return { client, clock: readClock(decoder) };
}

function readClient(decoder: decoding.Decoder): number {
  const client = decoding.readVarUint(decoder);
  if (client > maxClient) throw bad('a client id out of range');
  return client;
}

function readClock(decoder: decoding.Decoder): number {
  const clock = decoding.readVarUint(decoder);
  if (clock > maxClock) throw bad('a clock out of range');
  return clock;
}

function bad(says: string): UpdateFault {
  return new UpdateFault('bad-update', says);
}
