/** One clientID that types letters at the end of its own words: updates as Yjs makes them, without a document. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** The text that everybody writes in. */
export const text = 'description';

const contentString = 4;
const hasOrigin = 0x80;

export class Author {
  readonly client = (Math.random() * 0xffffffff) >>> 0;
  /** When each letter was sent, by its clock; `performance.now()`. */
  readonly sent: number[] = [];

  /** The update of the next letter. */
  next(now: number): Uint8Array {
    const clock = this.sent.length;
    this.sent.push(now);
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.client);
    encoding.writeVarUint(encoder, clock);
    if (clock === 0) {
      encoding.writeUint8(encoder, contentString);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, text);
    } else {
      encoding.writeUint8(encoder, hasOrigin | contentString);
      encoding.writeVarUint(encoder, this.client);
      encoding.writeVarUint(encoder, clock - 1);
    }
    encoding.writeVarString(encoder, String.fromCharCode(97 + (clock % 26)));
    encoding.writeVarUint(encoder, 0);
    return encoding.toUint8Array(encoder);
  }
}

/** Calls `visit` for each run of letters in an update: whose, from which clock, how many. A server may have merged several. */
export function visitLetters(
  update: Uint8Array,
  visit: (client: number, clock: number, letters: number) => void,
): void {
  const decoder = decoding.createDecoder(update);
  if (decoding.readVarUint(decoder) === 1 && decoding.readVarUint(decoder) === 1) {
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    if (decoding.readUint8(decoder) === (hasOrigin | contentString)) {
      decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      visit(client, clock, decoding.readVarUint(decoder));
      return;
    }
  }
  const { from, to } = Y.parseUpdateMeta(update);
  for (const [client, end] of to) {
    const start = from.get(client) ?? 0;
    visit(client, start, end - start);
  }
}
