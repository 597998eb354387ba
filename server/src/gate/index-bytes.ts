import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { ClientIndex } from './client-index.js';

const format = 1;

/** A gate's index as bytes, to be stored beside a room's snapshot. Strings stand once, numbers as differences. */
export function writeIndex(clients: ReadonlyMap<number, ClientIndex>, owners: ReadonlyMap<number, string>): Uint8Array {
  const strings = new Map<string, number>();
  const number = (text: string): number => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, owners.size);
  for (const [client, person] of owners) {
    encoding.writeVarUint(body, client);
    encoding.writeVarUint(body, number(person));
  }
  encoding.writeVarUint(body, clients.size);
  for (const [client, index] of clients) {
    encoding.writeVarUint(body, client);
    encoding.writeVarUint(body, index.end);
    writeAscending(body, index.starts);
    for (const place of index.places) encoding.writeVarUint(body, number(place));
    writeAscending(body, index.pairs);
    writeAscending(body, index.deleted);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, format);
  encoding.writeVarUint(encoder, strings.size);
  for (const text of strings.keys()) encoding.writeVarString(encoder, text);
  encoding.writeUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

/** Reads what `writeIndex` wrote. Throws on anything else. */
export function readIndex(bytes: Uint8Array): { clients: Map<number, ClientIndex>; owners: Map<number, string> } {
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
  const clients = new Map<number, ClientIndex>();
  for (let n = decoding.readVarUint(decoder); n > 0; n--) {
    const client = decoding.readVarUint(decoder);
    const index = new ClientIndex();
    index.end = decoding.readVarUint(decoder);
    readAscending(decoder, index.starts);
    for (let i = 0; i < index.starts.length; i++) index.places.push(readText());
    readAscending(decoder, index.pairs);
    readAscending(decoder, index.deleted);
    clients.set(client, index);
  }
  if (decoding.hasContent(decoder)) throw new Error('a broken gate index');
  return { clients, owners };
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
