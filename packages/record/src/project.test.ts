import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hawaiiClassic as process } from '@ssp-kit/process/profiles';
import * as Y from 'yjs';
import { edits } from './edits.js';
import { pathsOf } from './paths.js';
import { project } from './project.js';
import { newRowId } from './row-id.js';
import { fieldsRoot } from './shape.js';

describe('project', () => {
  it('fills an empty document without writing or naming anything', () => {
    for (const { kind } of process.documents) {
      const doc = new Y.Doc();
      let updates = 0;
      doc.on('update', () => updates++);
      project(process, kind, doc);
      assert.equal(updates, 0);
      assert.equal(doc.share.size, 0);
    }
    assert.deepEqual(project(process, 'needs', new Y.Doc()), { strengths: '', summary: '', needs: [] });
  });

  it('reads an old document, with names that are gone and values of other types, and leaves it as it is', () => {
    const doc = new Y.Doc();
    const row = newRowId();
    const map = doc.getMap(fieldsRoot);
    map.set('startDate', 20260803);
    map.set('gone', 'x');
    map.set('__proto__', { isAdmin: true });
    map.set(`goals/${row}/order`, 'a0');
    map.set(`goals/${row}/baseline`, 'three');
    map.set(`goals/${newRowId()}/order`, '!');
    map.set(`goals/${newRowId()}/baseline`, 3);
    doc.getText('forgotten').insert(0, 'x');
    const before = Y.encodeStateAsUpdate(doc);
    const view = project(process, 'plan', doc);
    assert.equal(view['startDate'], undefined);
    assert.equal('gone' in view, false);
    assert.equal('isAdmin' in view, false);
    const empty = { condition: '', behavior: '', criterion: '', measure: '', objectives: '' };
    assert.deepEqual(view['goals'], [{ id: row, order: 'a0', ...empty }]);
    assert.deepEqual(Y.encodeStateAsUpdate(doc), before);
  });

  it('reads what came as an update and was never named here', () => {
    const doc = new Y.Doc();
    edits(process, doc, 'plan').set('presentLevels', 'Reads');
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    assert.equal(project(process, 'plan', other)['presentLevels'], 'Reads');
  });
});

describe('pathsOf', () => {
  it('names every field of a view once', () => {
    const doc = new Y.Doc();
    const id = edits(process, doc, 'needs').addRow('needs', { values: { statement: 'To read', area: 'academic' } });
    const places = pathsOf(process, 'needs', project(process, 'needs', doc));
    assert.deepEqual(
      places.map(({ path, value }) => [path, value]),
      [
        ['strengths', ''],
        ['summary', ''],
        [`needs/${id}/area`, 'academic'],
        [`needs/${id}/statement`, 'To read'],
        [`needs/${id}/evidence`, ''],
      ],
    );
  });
});
