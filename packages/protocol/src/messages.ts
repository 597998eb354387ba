/**
 * Message types on a sync socket. 0 and 1 are y-protocols' sync and awareness. 100–104 travel only between a server
 * and a client that said hello, so a plain y-websocket provider works too.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

export const messageTypes = {
  sync: 0,
  awareness: 1,
  /** Client → server, before SyncStep1: JSON `Hello`. */
  hello: 100,
  /** Server → client: varuint n; all sync frames of this connection up to the n-th are on disk. */
  committed: 101,
  /** Server → client: varuint n, string code, JSON detail; the n-th sync frame was not taken. */
  refused: 102,
  /** Server → client: JSON `Notice`. */
  notice: 103,
  /** Client → server: a new token, before the old one ends. */
  token: 104,
} as const;

/** Version of the documents' shape that a client speaks (record's shape). */
export const schemaVersion = 1;

export interface Hello {
  readonly schema: number;
}

export type Notice =
  | { readonly type: 'right-changed'; readonly may: 'read' | 'write' }
  | { readonly type: 'sealed'; readonly document: string }
  | { readonly type: 'replaced'; readonly epoch: number };

/** Why a sync frame was not taken. */
export type UpdateRefusal =
  | 'bad-update'
  | 'not-yours' // a clientID that belongs to another person
  | 'gap' // it depends on something the server does not have; the server asks for it
  | 'unknown-root'
  | 'wrong-type'
  | 'too-large'
  | 'read-only'
  | 'sealed'
  | 'not-stored'; // the disk refused; the words are still with the client

export interface Refused {
  readonly n: number;
  readonly code: UpdateRefusal;
  readonly detail: unknown;
}

export function encodeHello(hello: Hello): Uint8Array {
  return encodeJson(messageTypes.hello, hello);
}

export function encodeCommitted(n: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.committed);
  encoding.writeVarUint(encoder, n);
  return encoding.toUint8Array(encoder);
}

export function encodeRefused(refused: Refused): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.refused);
  encoding.writeVarUint(encoder, refused.n);
  encoding.writeVarString(encoder, refused.code);
  encoding.writeVarString(encoder, JSON.stringify(refused.detail ?? null));
  return encoding.toUint8Array(encoder);
}

export function encodeNotice(notice: Notice): Uint8Array {
  return encodeJson(messageTypes.notice, notice);
}

export function encodeToken(token: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.token);
  encoding.writeVarString(encoder, token);
  return encoding.toUint8Array(encoder);
}

/** Reads the body behind the type. Throws on broken bytes. */
export function readHello(decoder: decoding.Decoder): Hello {
  const hello = JSON.parse(decoding.readVarString(decoder)) as Partial<Hello> | null;
  if (typeof hello?.schema !== 'number') throw new Error('a hello without a schema');
  return { schema: hello.schema };
}

export function readCommitted(decoder: decoding.Decoder): number {
  return decoding.readVarUint(decoder);
}

export function readRefused(decoder: decoding.Decoder): Refused {
  const n = decoding.readVarUint(decoder);
  const code = decoding.readVarString(decoder) as UpdateRefusal;
  return { n, code, detail: JSON.parse(decoding.readVarString(decoder)) };
}

export function readNotice(decoder: decoding.Decoder): Notice {
  return JSON.parse(decoding.readVarString(decoder)) as Notice;
}

export function readToken(decoder: decoding.Decoder): string {
  return decoding.readVarString(decoder);
}

function encodeJson(type: number, body: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  encoding.writeVarString(encoder, JSON.stringify(body));
  return encoding.toUint8Array(encoder);
}
