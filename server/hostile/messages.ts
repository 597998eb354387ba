/** Messages as an attacker makes them: valid ones to be damaged, and the names that honest people write under. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Root text, second root text, root map and key of an honest document; they are names of a concern's form. */
export const text = 'description';
export const otherText = 'priorSupports';
export const map = 'fields';
export const key = 'receivedDate';

export interface PresenceItem {
  readonly client: number;
  readonly clock: number;
  readonly state: string;
}

export function presence(items: readonly PresenceItem[], count = items.length): Uint8Array {
  const inner = encoding.createEncoder();
  encoding.writeVarUint(inner, count);
  for (const { client, clock, state } of items) {
    encoding.writeVarUint(inner, client);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, state);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner));
  return encoding.toUint8Array(encoder);
}

/** The update of one change in a document of its own. */
export function updateOf(client: number, change: (doc: Y.Doc) => void, ...before: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  for (const update of before) Y.applyUpdate(doc, update);
  doc.clientID = client;
  const start = Y.encodeStateVector(doc);
  change(doc);
  const update = Y.encodeStateAsUpdate(doc, start);
  doc.destroy();
  return update;
}

/** A clientID that no honest page has. */
let next = 0x7000_0000;
export function freshClient(): number {
  next += 1;
  return next;
}

/** Whether Yjs and its protocol can read a message to its end. */
export function isReadable(message: Uint8Array): boolean {
  try {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === 2 || type === 3) return true; // a word about rights, and the question for presence: neither has a body that is read
    if (type === 1) {
      decoding.readVarUint8Array(decoder);
      return true; // what it says about somebody is looked at one by one, and dropped one by one
    }
    if (type !== 0) return false;
    const kind = decoding.readVarUint(decoder);
    const body = decoding.readVarUint8Array(decoder);
    if (kind > 2 || decoding.hasContent(decoder)) return false;
    if (kind === 0) Y.decodeStateVector(body);
    else Y.decodeUpdate(body);
    return true;
  } catch {
    return false;
  }
}
