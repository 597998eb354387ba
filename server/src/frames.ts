/** Messages as they go out: y-protocols' sync and presence messages, and the websocket frames around them. */
import { messageTypes } from '@ssp-kit/protocol';
import * as encoding from 'lib0/encoding';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';

export const syncStep1 = (stateVector: Uint8Array): Uint8Array => syncMessage(messageYjsSyncStep1, stateVector);
export const syncStep2 = (update: Uint8Array): Uint8Array => syncMessage(messageYjsSyncStep2, update);
export const syncUpdate = (update: Uint8Array): Uint8Array => syncMessage(messageYjsUpdate, update);

export interface PresenceEntry {
  readonly client: number;
  readonly clock: number;
  /** JSON; `null` takes the entry away. */
  readonly state: string;
}

/** A presence message; without entries it only tells that the server lives. */
export function presenceMessage(entries: readonly PresenceEntry[]): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, entries.length);
  for (const { client, clock, state } of entries) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/** A message as one unmasked, uncompressed binary websocket frame, so that many can go out in one write. */
export function frame(message: Uint8Array): Buffer {
  return Buffer.concat([frameHead(message.length), message]);
}

/** The frame of a sync message. */
export function syncFrame(type: number, content: Uint8Array): Buffer {
  return Buffer.concat([syncHead(type, content.length), content]);
}

/** What stands before the content of a sync message, which may be megabytes that need not be copied. */
export function syncHead(type: number, length: number): Buffer {
  const inner = [messageTypes.sync, type];
  let rest = length;
  for (; rest > 0x7f; rest >>>= 7) inner.push(0x80 | (rest & 0x7f));
  inner.push(rest);
  return Buffer.concat([frameHead(inner.length + length), Uint8Array.from(inner)]);
}

function frameHead(length: number): Buffer {
  if (length < 126) return Buffer.of(0x82, length);
  if (length < 65_536) return Buffer.of(0x82, 126, length >>> 8, length & 0xff);
  const head = Buffer.alloc(10);
  head[0] = 0x82;
  head[1] = 127;
  head.writeBigUInt64BE(BigInt(length), 2);
  return head;
}

function syncMessage(type: number, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}
