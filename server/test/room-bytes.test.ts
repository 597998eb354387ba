import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { RoomBytes } from '../src/room-bytes.js';

/** A document, as its state and what was written behind it, one update a word. */
function written(words: string, more: readonly string[]) {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, words);
  const state = Y.encodeStateAsUpdate(doc);
  const tail: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => tail.push(update));
  for (const word of more) text.insert(text.length, word);
  return { doc, state, tail };
}

/** The sync messages in the frames of an answer, in their order. */
function messagesOf(pieces: readonly Uint8Array[]) {
  const bytes = Buffer.concat(pieces);
  const messages: { readonly type: number; readonly content: Uint8Array }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const short = (bytes[at + 1] as number) & 0x7f;
    const head = short < 126 ? 2 : short === 126 ? 4 : 10;
    const length = head === 2 ? short : head === 4 ? bytes.readUInt16BE(at + 2) : Number(bytes.readBigUInt64BE(at + 2));
    const decoder = decoding.createDecoder(bytes.subarray(at + head, at + head + length));
    assert.equal(decoding.readVarUint(decoder), 0);
    messages.push({ type: decoding.readVarUint(decoder), content: decoding.readVarUint8Array(decoder) });
    assert.equal(decoding.hasContent(decoder), false);
    at += head + length;
  }
  return messages;
}

const never = () => Promise.reject(new Error('nothing is to be cut elsewhere'));

describe('the bytes of a room', () => {
  for (const letters of [10, 50_000, 200_000]) {
    it(`are answered as they are stored, the SyncStep2 last, so that nobody is told too early (${letters} letters)`, () => {
      const { doc, state, tail } = written('a'.repeat(letters), ['one', 'b'.repeat(30_000), 'two']);
      const bytes = new RoomBytes(never);
      bytes.set(state, tail.slice(0, 2));
      bytes.answer(null);
      bytes.add(tail[2] as Uint8Array);

      const messages = messagesOf(bytes.answer(null));

      assert.deepEqual(
        messages.map(({ type }) => type),
        [2, 2, 2, 1],
      );
      const reader = new Y.Doc();
      for (const { content } of messages) {
        Y.applyUpdate(reader, content);
        assert.equal(reader.store.pendingStructs, null);
      }
      assert.equal(reader.getText('t').toString(), doc.getText('t').toString());
    });
  }

  it('are no more than an empty SyncStep2 for who has them all, and for an empty room', () => {
    const { doc, state, tail } = written('words', ['more']);
    const bytes = new RoomBytes(never);
    const empty = messagesOf(bytes.answer(null));
    bytes.set(state, tail);
    const known = messagesOf(bytes.answer(Y.encodeStateVector(doc)));

    for (const messages of [empty, known]) assert.deepEqual(messages, [{ type: 1, content: new Uint8Array([0, 0]) }]);
  });

  it('are cut elsewhere where they are large, anew when a snapshot came meanwhile, and once for all who ask the same', async () => {
    const { doc, state, tail } = written('a'.repeat(200_000), ['one', 'two']);
    const reader = new Y.Doc();
    Y.applyUpdate(reader, state);
    const asked = Y.encodeStateVector(reader);
    const cuts: (() => void)[] = [];
    const bytes = new RoomBytes(
      (update, stateVector) => new Promise((resolve) => cuts.push(() => resolve(Y.diffUpdate(update, stateVector)))),
    );
    bytes.set(state, tail.slice(0, 1));

    const waits = [bytes.ready(asked), bytes.ready(asked)];
    bytes.add(tail[1] as Uint8Array);
    bytes.folded(Y.mergeUpdates([state, tail[0] as Uint8Array]), 1);
    cuts[0]?.();
    await new Promise((resolve) => setImmediate(resolve));
    cuts[1]?.();
    for (const wait of waits) await wait;

    assert.equal(cuts.length, 2);
    for (let reads = 0; reads < 2; reads++) {
      const late = new Y.Doc();
      Y.applyUpdate(late, state);
      for (const { content } of messagesOf(bytes.answer(asked))) Y.applyUpdate(late, content);
      assert.equal(late.getText('t').toString(), doc.getText('t').toString());
    }
    assert.equal(bytes.ready(asked), null);
  });
});
