/** Appends on their way to the file's thread, as one piece of memory that changes hands: objects would be copied field by field. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Append } from '../port.js';

export function writeAppends(appends: readonly Append[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, appends.length);
  for (const { room, author, at, n, bytes, claims } of appends) {
    encoding.writeVarUint(encoder, room);
    encoding.writeVarString(encoder, author);
    encoding.writeVarUint(encoder, at);
    encoding.writeVarUint(encoder, n);
    encoding.writeVarUint8Array(encoder, bytes);
    encoding.writeVarUint(encoder, claims.length);
    for (const { client, person } of claims) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarString(encoder, person);
    }
  }
  return encoding.toUint8Array(encoder);
}

export function readAppends(bytes: Uint8Array): Append[] {
  const decoder = decoding.createDecoder(bytes);
  return times(decoder, () => ({
    room: decoding.readVarUint(decoder),
    author: decoding.readVarString(decoder),
    at: decoding.readVarUint(decoder),
    n: decoding.readVarUint(decoder),
    bytes: decoding.readVarUint8Array(decoder),
    claims: times(decoder, () => ({
      client: decoding.readVarUint(decoder),
      person: decoding.readVarString(decoder),
    })),
  }));
}

function times<T>(decoder: decoding.Decoder, read: () => T): T[] {
  return Array.from({ length: decoding.readVarUint(decoder) }, read);
}
