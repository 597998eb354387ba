import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hawaiiClassic as process } from '@ssp-kit/process/profiles';
import * as Y from 'yjs';
import { edits } from './edits.js';
import { project } from './project.js';
import { wordsLost } from './words-lost.js';

describe('wordsLost', () => {
  it('tells what the other version does not have, in words', () => {
    const [mine, theirs] = [new Y.Doc(), new Y.Doc()];
    edits(process, theirs, 'concern').set('description', 'Reads slowly');
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs));
    assert.deepEqual(
      wordsLost(process, 'concern', project(process, 'concern', mine), project(process, 'concern', theirs)),
      [],
    );
    const edit = edits(process, mine, 'concern');
    edit.set('description', 'Reads slowly and stops');
    edit.set('areas', ['academic', 'behavior']);
    edit.set('interpreterNeeded', true);
    edit.set('receivedDate', '2026-11-24');
    edits(process, theirs, 'concern').set('priorSupports', 'Theirs');
    assert.deepEqual(
      wordsLost(process, 'concern', project(process, 'concern', mine), project(process, 'concern', theirs)),
      [
        { path: 'receivedDate', label: 'Date the school received it', words: '2026-11-24', theirs: '' },
        { path: 'areas', label: 'Areas of concern', words: 'Academic, Behavior', theirs: '' },
        { path: 'description', label: 'What is happening', words: 'Reads slowly and stops', theirs: 'Reads slowly' },
        { path: 'interpreterNeeded', label: 'Does the family need an interpreter?', words: 'Yes', theirs: '' },
      ],
    );
  });

  it('tells of a row which one it is', () => {
    const mine = new Y.Doc();
    const edit = edits(process, mine, 'needs');
    edit.addRow('needs');
    const id = edit.addRow('needs', { values: { statement: 'To read' } });
    assert.deepEqual(
      wordsLost(process, 'needs', project(process, 'needs', mine), project(process, 'needs', new Y.Doc())),
      [{ path: `needs/${id}/statement`, label: 'Need (2)', words: 'To read', theirs: '' }],
    );
  });
});
