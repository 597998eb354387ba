import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentView, RowView } from '@ssp-kit/process';
import { hawaiiClassic as process } from '@ssp-kit/process/profiles';
import * as Y from 'yjs';
import { canonicalJson, contentHash, viewOfCanonical } from './canonical.js';
import { edits } from './edits.js';
import { fill } from './fill.js';
import { project } from './project.js';
import { newRowId } from './row-id.js';

const [one, two] = [newRowId(), newRowId()];

function straight(): Y.Doc {
  const doc = new Y.Doc();
  const edit = edits(process, doc, 'needs');
  edit.set('strengths', 'Curious, café');
  edit.addRow('needs', { id: one, values: { area: 'academic', statement: 'To read' } });
  edit.addRow('needs', { id: two, values: { area: 'behavior', statement: 'To wait' } });
  return doc;
}

/** The same content, by many more steps of two people. */
function winding(): Y.Doc {
  const [doc, other] = [new Y.Doc(), new Y.Doc()];
  const edit = edits(process, doc, 'needs');
  edit.addRow('needs', { id: two, values: { statement: 'wait', area: 'academic' } });
  edit.addRow('needs', { id: newRowId() });
  const gone = edit.addRow('needs', { values: { statement: 'Gone' } });
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const theirs = edits(process, other, 'needs');
  theirs.addRow('needs', { id: one, after: null, values: { statement: 'To read', area: 'academic' } });
  theirs.removeRow('needs', gone);
  edit.set(`needs/${two}/area`, 'behavior');
  edit.changeText(`needs/${two}/statement`, { index: 0, remove: 0, insert: 'To ' });
  edit.set('strengths', 'Curious');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  edit.changeText('strengths', { index: 7, remove: 0, insert: ', cafe\u0301' });
  return doc;
}

describe('canonicalJson', () => {
  it('is the same for equal content of any history, and so is its hash', async () => {
    const [a, b] = [project(process, 'needs', straight()), project(process, 'needs', winding())];
    assert.notDeepEqual(a, b);
    assert.equal(canonicalJson(a), canonicalJson(b));
    assert.equal(await contentHash(a), await contentHash(b));
    assert.match(await contentHash(a), /^[0-9a-f]{64}$/);
  });

  it('differs by a word, by a value and by the order of rows', async () => {
    const hashes = new Set<string>();
    for (const change of [
      () => {},
      (doc: Y.Doc) => edits(process, doc, 'needs').changeText('strengths', { index: 0, remove: 1, insert: 'c' }),
      (doc: Y.Doc) => edits(process, doc, 'needs').set(`needs/${one}/area`, 'behavior'),
      (doc: Y.Doc) => edits(process, doc, 'needs').moveRow('needs', one, two),
      (doc: Y.Doc) => edits(process, doc, 'needs').removeRow('needs', two),
    ]) {
      const doc = straight();
      change(doc);
      hashes.add(await contentHash(project(process, 'needs', doc)));
    }
    assert.equal(hashes.size, 5);
  });

  it('leaves out what is empty, keeps false and zero, and sorts choices', () => {
    const view = {
      b: false,
      a: 0,
      text: '',
      list: [],
      none: null,
      areas: ['b', 'a', 'b'],
      rows: [{ id: one, order: 'a0', text: '' }],
    } as unknown as DocumentView;
    assert.equal(canonicalJson(view), '{"a":0,"areas":["a","b"],"b":false}');
    assert.equal(canonicalJson({}), '{}');
  });

  it('knows the hash of a known content', async () => {
    assert.equal(await contentHash({}), '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});

describe('viewOfCanonical', () => {
  it('reads back what a projection shows', async () => {
    const view = project(process, 'needs', straight());
    const back = viewOfCanonical(process, 'needs', canonicalJson(view));
    assert.deepEqual(back, JSON.parse(JSON.stringify(view).replace('cafe\u0301', 'café')));
    assert.equal(await contentHash(back), await contentHash(view));
    assert.deepEqual(viewOfCanonical(process, 'needs', '{}'), project(process, 'needs', new Y.Doc()));
  });

  it('throws on what is no document', () => {
    for (const json of ['', '[]', 'null', '3'])
      assert.throws(() => viewOfCanonical(process, 'needs', json), { code: 'broken-json' });
  });
});

describe('fill', () => {
  it('writes a view into an empty document, under the same ids', () => {
    const view = project(process, 'needs', straight());
    const doc = new Y.Doc();
    fill(process, doc, 'needs', view);
    assert.deepEqual(project(process, 'needs', doc), view);
  });

  it('leaves out what the shape does not know, and orders rows whose keys are broken', () => {
    const doc = new Y.Doc();
    const rows = [one, two, one, 'three'].map((id) => ({ id, order: 'x', statement: `need ${id}`, isAdmin: true }));
    fill(process, doc, 'needs', { needs: rows, isAdmin: true, strengths: 'a\ud83d' } as unknown as DocumentView);
    const view = project(process, 'needs', doc);
    assert.deepEqual(
      (view['needs'] as readonly RowView[]).map((row) => row.id),
      [one, two],
    );
    assert.equal(view['strengths'], 'a');
    assert.equal(canonicalJson(view).includes('isAdmin'), false);
  });

  it('throws when anything was ever written', () => {
    const doc = straight();
    edits(process, doc, 'needs').removeRow('needs', one);
    assert.throws(() => fill(process, doc, 'needs', {}), { code: 'not-empty' });
  });
});
