import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as Y from 'yjs';
import { Author, text, visitLetters } from '../bench/author.js';

test('the bench types what Yjs reads, and counts it where it was merged on the way', () => {
  const author = new Author();
  const updates = Array.from({ length: 30 }, (_, at) => author.next(at));
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const counted: number[] = [];
  for (const update of [...updates.slice(0, 2), Y.mergeUpdates(updates.slice(2))]) {
    visitLetters(update, (client, clock, letters) => counted.push(client === author.client ? 1 : 0, clock, letters));
  }

  assert.equal(doc.getText(text).toString(), 'abcdefghijklmnopqrstuvwxyzabcd');
  assert.deepEqual(counted, [1, 0, 1, 1, 1, 1, 1, 2, 28]);
});
