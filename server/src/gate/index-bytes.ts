import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { ClientIndex } from './client-index.js';
import type { Id } from './read-update.js';

const format = 2;

export interface GateIndex {
  readonly clients: Map<number, ClientIndex>;
  readonly owners: Map<number, string>;
  /** By the place of a field, what stands last among the values that were written over none. */
  readonly firsts: Map<string, Id>;
}

/** A gate's index as bytes, to be stored beside a room's snapshot. Strings stand once, numbers as differences. Claims without words are not kept. */
export function writeIndex({ clients, owners, firsts }: GateIndex): Uint8Array {
  const strings = new Map<string, number>();
  const number = (text: string): number => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const body = encoding.createEncoder();
  const owned = [...owners].filter(([client]) => clients.has(client));
  encoding.writeVarUint(body, owned.length);
  for (const [client, person] of owned) {
    encoding.writeVarUint(body, client);
    encoding.writeVarUint(body, number(person));
  }
  encoding.writeVarUint(body, firsts.size);
  for (const [place, first] of firsts) {
    encoding.writeVarUint(body, number(place));
    writeId(body, first);
  }
  encoding.writeVarUint(body, clients.size);
  for (const [client, index] of clients) {
    encoding.writeVarUint(body, client);
    encoding.writeVarUint(body, index.end);
    writeAscending(body, index.starts);
    for (const place of index.places) encoding.writeVarUint(body, number(place));
    writeAscending(body, index.pairs);
    writeAscending(body, index.deleted);
    writeAscending(body, index.chains);
    encoding.writeVarUint(body, index.over.size);
    for (const [clock, over] of index.over) {
      encoding.writeVarUint(body, clock);
      writeId(body, over);
    }
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, format);
  encoding.writeVarUint(encoder, strings.size);
  for (const text of strings.keys()) encoding.writeVarString(encoder, text);
  encoding.writeUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

/** Reads what `writeIndex` wrote. Throws on anything else. */
export function readIndex(bytes: Uint8Array): GateIndex {
  const decoder = decoding.createDecoder(bytes);
  if (decoding.readVarUint(decoder) !== format) throw new Error('a gate index of another format');
  const strings: string[] = [];
  for (let n = decoding.readVarUint(decoder); n > 0; n--) strings.push(decoding.readVarString(decoder));
  const readText = (): string => {
    const text = strings[decoding.readVarUint(decoder)];
    if (text === undefined) throw new Error('a broken gate index');
    return text;
  };
  const owners = new Map<number, string>();
  for (let n = decoding.readVarUint(decoder); n > 0; n--) {
    const client = decoding.readVarUint(decoder);
    owners.set(client, readText());
  }
  const firsts = new Map<string, Id>();
  for (let n = decoding.readVarUint(decoder); n > 0; n--) {
    const place = readText();
    firsts.set(place, readId(decoder));
  }
  const clients = new Map<number, ClientIndex>();
  for (let n = decoding.readVarUint(decoder); n > 0; n--) {
    const client = decoding.readVarUint(decoder);
    const index = new ClientIndex();
    index.end = decoding.readVarUint(decoder);
    readAscending(decoder, index.starts);
    for (let i = 0; i < index.starts.length; i++) index.places.push(readText());
    readAscending(decoder, index.pairs);
    readAscending(decoder, index.deleted);
    readAscending(decoder, index.chains);
    for (let over = decoding.readVarUint(decoder); over > 0; over--) {
      const clock = decoding.readVarUint(decoder);
      index.over.set(clock, readId(decoder));
    }
    clients.set(client, index);
  }
  if (decoding.hasContent(decoder)) throw new Error('a broken gate index');
  return { clients, owners, firsts };
}

function writeAscending(encoder: encoding.Encoder, numbers: readonly number[]): void {
  encoding.writeVarUint(encoder, numbers.length);
  let last = 0;
  for (const number of numbers) {
    encoding.writeVarUint(encoder, number - last);
    last = number;
  }
}

function readAscending(decoder: decoding.Decoder, numbers: number[]): void {
  let last = 0;
  for (let n = decoding.readVarUint(decoder); n > 0; n--) {
    last += decoding.readVarUint(decoder);
    numbers.push(last);
  }
}

function writeId(encoder: encoding.Encoder, id: Id): void {
  encoding.writeVarUint(encoder, id.client);
  encoding.writeVarUint(encoder, id.clock);
}

function readId(decoder: decoding.Decoder): Id {
  const client = decoding.readVarUint(decoder);
  return { client, clock: decoding.readVarUint(decoder) };
}
