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
  const { length } = message;
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(head + length);
  bytes[0] = 0x82;
  if (head === 2) {
    bytes[1] = length;
  } else if (head === 4) {
    bytes[1] = 126;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = 127;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  bytes.set(message, head);
  return bytes;
}

function syncMessage(type: number, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, type);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}
