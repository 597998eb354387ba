import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RowView } from '@ssp-kit/process';
import { hawaiiClassic as process } from '@ssp-kit/process/profiles';
import fc from 'fast-check';
import * as Y from 'yjs';
import { canonicalJson } from './canonical.js';
import { edits } from './edits.js';
import { origins } from './origins.js';
import { project } from './project.js';

function goals(doc: Y.Doc): readonly RowView[] {
  return project(process, 'plan', doc)['goals'] as readonly RowView[];
}

/** Gives each of the documents what the others have. */
function exchange(docs: readonly Y.Doc[], order: readonly number[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  for (const doc of docs) for (const i of order) Y.applyUpdate(doc, updates[i] as Uint8Array);
}

describe('edits', () => {
  it('sets, changes and clears a field', () => {
    const doc = new Y.Doc();
    const edit = edits(process, doc, 'plan');
    edit.set('startDate', '2026-08-03');
    assert.equal(project(process, 'plan', doc)['startDate'], '2026-08-03');
    edit.set('startDate', '');
    assert.equal(project(process, 'plan', doc)['startDate'], undefined);
  });

  it('writes nothing when nothing changes', () => {
    const doc = new Y.Doc();
    const edit = edits(process, doc, 'concern');
    edit.set('areas', ['academic']);
    edit.set('description', 'words');
    const before = Y.encodeStateVector(doc);
    edit.set('areas', ['academic']);
    edit.set('description', 'words');
    edit.set('receivedDate', null);
    assert.deepEqual(Y.encodeStateVector(doc), before);
  });

  it('makes one transaction a call, marked as an edit', () => {
    const doc = new Y.Doc();
    const seen: unknown[] = [];
    doc.on('afterTransaction', (transaction: Y.Transaction) => seen.push(transaction.origin));
    edits(process, doc, 'plan').addRow('goals', { values: { behavior: 'Reads aloud', baseline: 3, unit: 'words' } });
    assert.deepEqual(seen, [origins.edit]);
    assert.equal(goals(doc)[0]?.['behavior'], 'Reads aloud');
  });

  it('adds, moves and removes rows', () => {
    const doc = new Y.Doc();
    const edit = edits(process, doc, 'plan');
    const [a, b, c] = [edit.addRow('goals'), edit.addRow('goals'), edit.addRow('goals', { after: null })];
    assert.deepEqual(
      goals(doc).map((row) => row.id),
      [c, a, b],
    );
    edit.moveRow('goals', c, a);
    assert.deepEqual(
      goals(doc).map((row) => row.id),
      [a, c, b],
    );
    edit.removeRow('goals', a);
    assert.deepEqual(
      goals(doc).map((row) => row.id),
      [c, b],
    );
    edit.moveRow('goals', a, b);
    assert.deepEqual(
      goals(doc).map((row) => row.id),
      [c, b],
    );
  });

  it('keeps a removed row’s words when somebody still writes in it', () => {
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
    const id = edits(process, mine, 'plan').addRow('goals', { values: { behavior: 'Reads' } });
    exchange([mine, theirs], [0]);
    edits(process, mine, 'plan').removeRow('goals', id);
    edits(process, theirs, 'plan').changeText(`goals/${id}/behavior`, { index: 5, remove: 0, insert: ' aloud' });
    exchange([mine, theirs], [0, 1]);
    for (const doc of [mine, theirs]) {
      assert.equal(goals(doc).length, 0);
      assert.equal(doc.getText(`goals/${id}/behavior`).toString(), 'Reads aloud');
    }
  });

  it('brings a removed row back under its id, with its words', () => {
    const doc = new Y.Doc();
    const edit = edits(process, doc, 'plan');
    const id = edit.addRow('goals', { values: { behavior: 'Reads', target: 80 } });
    const other = edit.addRow('goals');
    edit.removeRow('goals', id);

    edit.addRow('goals', { id, after: null });

    assert.deepEqual(
      goals(doc).map((row) => [row.id, row['behavior'], row['target']]),
      [
        [id, 'Reads', 80],
        [other, '', undefined],
      ],
    );
  });

  it('puts a row between two that were added at one place at once', () => {
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
    edits(process, mine, 'plan').addRow('goals');
    edits(process, theirs, 'plan').addRow('goals');
    exchange([mine, theirs], [0, 1]);
    const [first, second] = goals(mine).map((row) => row.id) as [string, string];
    const id = edits(process, mine, 'plan').addRow('goals', { after: first });
    assert.deepEqual(
      goals(mine).map((row) => row.id),
      [first, id, second],
    );
  });

  it('throws on paths, lists and values that the shape does not know, and then writes nothing', () => {
    const doc = new Y.Doc();
    const edit = edits(process, doc, 'plan');
    assert.throws(() => edit.set('isAdmin', true), { code: 'unknown-path' });
    assert.throws(() => edit.set('startDate', 'soon'), { code: 'wrong-value' });
    assert.throws(() => edit.addRow('friends'), { code: 'unknown-path' });
    assert.throws(() => edit.addRow('goals', { id: 'one' }), { code: 'wrong-value' });
    assert.throws(() => edit.addRow('goals', { values: { isAdmin: true } }), { code: 'unknown-path' });
    assert.throws(() => edit.addRow('goals', { values: { baseline: 'three' } }), { code: 'wrong-value' });
    assert.throws(() => edit.changeText('startDate', { index: 0, remove: 0, insert: 'a' }), { code: 'unknown-path' });
    assert.throws(() => edits(process, doc, 'official').set('anything', 1), { code: 'unknown-path' });
    assert.equal(doc.store.clients.size, 0);
  });

  it('cuts no emoji: two people at one emoji end with the same text', () => {
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
    edits(process, mine, 'plan').set('presentLevels', 'a😀b');
    exchange([mine, theirs], [0]);
    edits(process, mine, 'plan').changeText('presentLevels', { index: 2, remove: 1, insert: '\ude01' });
    edits(process, theirs, 'plan').changeText('presentLevels', { index: 2, remove: 0, insert: 'x' });
    exchange([mine, theirs], [0, 1]);
    assert.equal(project(process, 'plan', mine)['presentLevels'], project(process, 'plan', theirs)['presentLevels']);
    assert.doesNotMatch(String(project(process, 'plan', mine)['presentLevels']), /\ufffd/);
  });
});

describe('edits of several people', () => {
  const words = ['a', ' the', '😀', '👩‍👩‍👧', 'é', '\n'];
  const step = fc.tuple(fc.nat(2), fc.nat(6), fc.nat(999));

  it('end equal, whatever the order in which they arrive', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
        for (const [person, action, choice] of steps) {
          const doc = docs[person] as Y.Doc;
          const edit = edits(process, doc, 'plan');
          const rows = goals(doc);
          const row = rows[choice % Math.max(1, rows.length)];
          if (action === 0) edit.addRow('goals', { after: row?.id, values: { baseline: choice } });
          else if (action === 1 && row) edit.moveRow('goals', row.id, null);
          else if (action === 2 && row) edit.removeRow('goals', row.id);
          else if (action === 3) edit.set('schoolMinutes', choice);
          else if (action === 6) exchange([doc, docs[choice % 3] as Y.Doc], [0, 1]);
          else {
            const path = row ? `goals/${row.id}/behavior` : 'presentLevels';
            const remove = choice % 4 === 0 ? choice % 5 : 0;
            edit.changeText(path, { index: choice % 13, remove, insert: words[choice % words.length] as string });
          }
        }
        const [a, b, c] = docs as [Y.Doc, Y.Doc, Y.Doc];
        const late = new Y.Doc();
        const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
        for (const doc of [a, late]) for (const update of updates) Y.applyUpdate(doc, update);
        for (const doc of [b, c]) for (const update of [...updates].reverse()) Y.applyUpdate(doc, update);
        for (const doc of [b, c, late]) {
          assert.deepEqual(project(process, 'plan', doc), project(process, 'plan', a));
          assert.equal(canonicalJson(project(process, 'plan', doc)), canonicalJson(project(process, 'plan', a)));
        }
        assert.doesNotMatch(canonicalJson(project(process, 'plan', a)), /\ufffd/);
      }),
      { numRuns: 300 },
    );
  });
});
