/** What the targets say differently: addresses, sign-in and the envelope around the same y-protocols messages. */
import { encodeHello, messageTypes, readCommitted, schemaVersion } from '@ssp-kit/protocol';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** A room of a target, with a token for each person who may write in it. */
export interface RoomAddress {
  readonly room: string;
  readonly tokens: readonly string[];
}

export type Incoming =
  | { readonly kind: 'step1' | 'step2' | 'update'; readonly content: Uint8Array }
  /** Acknowledged are all sync messages up to `n`, or one more when `n` is null. */
  | { readonly kind: 'acknowledged'; readonly n: number | null };

export interface Dialect {
  path(room: string): string;
  protocols(token: string): readonly string[];
  /** What is said before the first sync message. */
  hello(room: string): readonly Uint8Array[];
  /** y-protocols' sync message of a type: 0 SyncStep1, 1 SyncStep2, 2 Update. */
  sync(room: string, type: number, content: Uint8Array): Uint8Array;
  presence(room: string, content: Uint8Array): Uint8Array;
  /** Null for what a load does not look at. */
  read(message: Uint8Array): Incoming | null;
  /** Answers SyncStep1: a relay without state does not. */
  readonly syncs: boolean;
}

const kinds = ['step1', 'step2', 'update'] as const;

/** y-websocket's envelope, spoken by our server and, for its frames, by the plain relay. */
const yWebsocket = {
  path: (room: string) => `/sync/${room}`,
  sync: (_room: string, type: number, content: Uint8Array) =>
    message((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.sync);
      encoding.writeVarUint(encoder, type);
      encoding.writeVarUint8Array(encoder, content);
    }),
  presence: (_room: string, content: Uint8Array) =>
    message((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.awareness);
      encoding.writeVarUint8Array(encoder, content);
    }),
  read(bytes: Uint8Array): Incoming | null {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === messageTypes.committed) return { kind: 'acknowledged', n: readCommitted(decoder) };
    return type === messageTypes.sync ? readSync(decoder) : null;
  },
};

export const ours: Dialect = {
  ...yWebsocket,
  protocols: (token) => ['ssp.v1', `bearer.${token}`],
  hello: () => [encodeHello({ schema: schemaVersion })],
  syncs: true,
};

export const fanOut: Dialect = { ...yWebsocket, protocols: () => [], hello: () => [], syncs: false };

const hocuspocusAuth = 2;
const hocuspocusSyncReply = 4;
const hocuspocusSyncStatus = 8;

export const hocuspocus: Dialect = {
  path: () => '/',
  protocols: () => [],
  hello: (room) => [
    message((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, hocuspocusAuth);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'nobody');
    }),
  ],
  sync: (room, type, content) =>
    message((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, type);
      encoding.writeVarUint8Array(encoder, content);
    }),
  presence: (room, content) =>
    message((encoder) => {
      encoding.writeVarString(encoder, room);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, content);
    }),
  read(bytes) {
    const decoder = decoding.createDecoder(bytes);
    decoder.pos = decoding.readVarUint(decoder) + decoder.pos;
    const type = decoding.readVarUint(decoder);
    if (type === hocuspocusSyncStatus) return { kind: 'acknowledged', n: null };
    return type === 0 || type === hocuspocusSyncReply ? readSync(decoder) : null;
  },
  syncs: true,
};

function readSync(decoder: decoding.Decoder): Incoming {
  const kind = kinds[decoding.readVarUint(decoder)];
  if (!kind) throw new Error('a sync message of an unknown type');
  return { kind, content: decoding.readVarUint8Array(decoder) };
}

function message(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
