import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { canonicalJson, edits, fieldsRoot, fill, newRowId, origins, project, shapeOf } from '@ssp-kit/record';
import fc from 'fast-check';
import * as Y from 'yjs';
import { type NotPassed, type Passed, RoomGate } from '../src/gate.js';
import { Bytes } from './gate/bytes.js';
import { Room } from './gate/room.js';

const planShape = shapeOf(hawaiiClassic, 'plan');
const ann = { person: 'ann', shape: planShape };
const bob = { person: 'bob', shape: planShape };

function docOf(clientID: number, ...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  doc.clientID = clientID;
  return doc;
}

/** What a change of a document sends. */
function sent(doc: Y.Doc, change: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): void => {
    updates.push(update);
  };
  doc.on('update', keep);
  change();
  doc.off('update', keep);
  return Y.mergeUpdates(updates);
}

function take(gate: RoomGate, update: Uint8Array, writer = ann): Passed {
  const answer = gate.check(update, writer);
  assert.ok(answer.ok, answer.ok ? '' : `${answer.code}: ${answer.detail}`);
  answer.commit();
  return answer;
}

function refuse(gate: RoomGate, update: Uint8Array, writer = ann): NotPassed {
  const before = gate.toBytes();
  const answer = gate.check(update, writer);
  assert.ok(!answer.ok, 'it was taken');
  assert.deepEqual(gate.toBytes(), before, 'a refused update left something behind');
  return answer;
}

/** A room in which Ann (clientID 1) wrote `presentLevels` = "Reads 😀 well" and a start date. */
function written(): { gate: RoomGate; ann: Y.Doc; state: Uint8Array } {
  const gate = new RoomGate();
  const doc = docOf(1);
  take(
    gate,
    sent(doc, () => edits(hawaiiClassic, doc, 'plan').set('presentLevels', 'Reads 😀 well')),
  );
  take(
    gate,
    sent(doc, () => edits(hawaiiClassic, doc, 'plan').set('startDate', '2026-08-03')),
  );
  return { gate, ann: doc, state: Y.encodeStateAsUpdate(doc) };
}

describe('the gate, honest people', () => {
  it('takes every update of five people who write, undo, reload and are offline, and all end equal', {
    timeout: 60_000,
  }, () => {
    let updates = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4), fc.nat(99), fc.nat(9999)), { minLength: 250, maxLength: 400, size: 'max' }),
        (steps) => {
          const room = new Room();
          for (const [person, action, choice] of steps) room.step(person, action, choice);
          updates += room.settle();
        },
      ),
      { numRuns: Number(process.env['SSP_GATE_HISTORIES'] ?? 40), includeErrorInReport: true },
    );
    assert.ok(updates > 2000, `only ${updates} updates were made`);
  });

  it('takes the same after it was stored as bytes, and after it was built from the state', () => {
    const { gate, ann: doc, state } = written();
    const copies = [RoomGate.fromBytes(gate.toBytes()), RoomGate.fromState(state, new Map([[1, 'ann']]))];
    const update = sent(doc, () =>
      edits(hawaiiClassic, doc, 'plan').changeText('presentLevels', { index: 8, remove: 0, insert: ' very' }),
    );
    for (const copy of copies) {
      assert.deepEqual(copy.encodeStateVector(), gate.encodeStateVector());
      assert.equal(copy.check(update, bob).ok, false);
      take(copy, update);
    }
  });

  it('lets people write on in a document that the server filled, but not as the server', () => {
    const copy = docOf(9);
    fill(hawaiiClassic, copy, 'plan', {
      presentLevels: 'From the last plan',
      needs: [{ id: newRowId(), order: 'a0', statement: 'To read' }],
    });
    const state = Y.encodeStateAsUpdate(copy);
    const gate = RoomGate.fromState(state, new Map());
    const doc = docOf(1, state);
    take(
      gate,
      sent(doc, () =>
        edits(hawaiiClassic, doc, 'plan').changeText('presentLevels', { index: 0, remove: 4, insert: 'Out of' }),
      ),
    );
    const forged = docOf(9, state);
    const update = sent(forged, () => edits(hawaiiClassic, forged, 'plan').set('lreReason', 'x'));
    assert.equal(refuse(gate, update).code, 'not-yours');
  });

  it('says of a repeated update that it tells nothing new, deletes included', () => {
    const { gate, ann: doc } = written();
    const cut = sent(doc, () =>
      edits(hawaiiClassic, doc, 'plan').changeText('presentLevels', { index: 0, remove: 6, insert: '' }),
    );
    assert.equal(take(gate, cut).fresh, true);
    assert.equal(take(gate, cut).fresh, false);
    assert.equal(take(gate, Y.encodeStateAsUpdate(doc), bob).fresh, false);
  });

  it('knows which of several values set at once is left, so that a reader’s handshake says nothing new and an undo does', () => {
    const gate = new RoomGate();
    const [mine, theirs] = [docOf(1), docOf(2)];
    const set = (doc: Y.Doc, day: string): Uint8Array =>
      sent(doc, () => edits(hawaiiClassic, doc, 'plan').set('startDate', day));
    const undo = new Y.UndoManager(theirs.getMap(fieldsRoot), { trackedOrigins: new Set([origins.edit]) });
    const updates = [set(mine, '2026-08-01'), set(theirs, '2026-08-02')] as const;
    take(gate, updates[0]);
    take(gate, updates[1], bob);
    for (const update of updates) for (const doc of [mine, theirs]) Y.applyUpdate(doc, update);
    for (const doc of [mine, theirs]) {
      assert.equal(project(hawaiiClassic, 'plan', doc)['startDate'], '2026-08-02');
      assert.equal(take(gate, Y.encodeStateAsUpdate(doc), { person: 'reader', shape: planShape }).fresh, false);
    }
    const undone = sent(theirs, () => undo.undo());
    assert.equal(project(hawaiiClassic, 'plan', theirs)['startDate'], undefined);
    assert.equal(take(gate, undone, bob).fresh, true);
  });

  it('passes on only what is new of an update that repeats others’ words', () => {
    const { gate, state } = written();
    const doc = docOf(2, state);
    edits(hawaiiClassic, doc, 'plan').changeText('presentLevels', { index: 0, remove: 0, insert: 'Now ' });
    const passed = take(gate, Y.encodeStateAsUpdate(doc), bob);
    assert.deepEqual([...Y.parseUpdateMeta(passed.update).from.keys()], [2]);
    assert.equal(docOf(3, state, passed.update).getText('presentLevels').toString(), 'Now Reads 😀 well');
  });

  it('takes text that was written and deleted offline, known by its length alone', () => {
    const gate = new RoomGate();
    const doc = docOf(1);
    const edit = edits(hawaiiClassic, doc, 'plan');
    edit.set('presentLevels', 'x'.repeat(300_000));
    edit.set('presentLevels', '');
    const update = Y.encodeStateAsUpdate(doc);
    assert.ok(update.byteLength < 100);
    take(gate, update);
  });

  it('names the clientIDs that write for the first time', () => {
    const { gate, ann: doc } = written();
    const next = docOf(7, Y.encodeStateAsUpdate(doc));
    edits(hawaiiClassic, next, 'plan').set('endDate', '2027-06-01');
    assert.deepEqual(take(gate, Y.encodeStateAsUpdate(next)).claims, [7]);
    assert.equal(gate.owner(7), 'ann');
  });
});

describe('the gate, ownership', () => {
  it('refuses what is written under another’s clientID', () => {
    const { gate, state } = written();
    const forged = docOf(1, state);
    const update = sent(forged, () =>
      edits(hawaiiClassic, forged, 'plan').changeText('presentLevels', { index: 0, remove: 0, insert: 'Never ' }),
    );
    assert.equal(refuse(gate, update, bob).code, 'not-yours');
  });

  it('refuses to mute a colleague’s next clocks', () => {
    const { gate, ann: doc } = written();
    const mute = new Bytes().uint(1, 1, 1, gateEnd(gate, 1), 0, 2 ** 40 - 100, 0).done();
    assert.equal(refuse(gate, mute, bob).code, 'not-yours');
    assert.equal(refuse(gate, mute).code, 'wrong-type');
    take(
      gate,
      sent(doc, () =>
        edits(hawaiiClassic, doc, 'plan').changeText('presentLevels', { index: 0, remove: 0, insert: 'a' }),
      ),
    );
  });

  it('gives a clientID to who names it first, in presence too', () => {
    const gate = new RoomGate();
    assert.equal(gate.claim(5, 'ann'), true);
    assert.equal(gate.claim(5, 'bob'), false);
    const doc = docOf(5);
    const update = sent(doc, () => edits(hawaiiClassic, doc, 'plan').set('presentLevels', 'a'));
    assert.equal(refuse(gate, update, bob).code, 'not-yours');
    take(gate, update);
    gate.release(5);
    assert.equal(gate.owner(5), 'ann');
  });

  it('holds at most 4,096 clientIDs of a person and 16,384 of all, and lends out again what is given back', () => {
    const gate = new RoomGate();
    const first = () => {
      const doc = docOf(50_000);
      return sent(doc, () => edits(hawaiiClassic, doc, 'plan').set('presentLevels', 'a'));
    };
    for (let client = 1; client <= 4_096; client++) assert.ok(gate.claim(client, 'ann'));
    assert.equal(gate.claim(20_000, 'ann'), false);
    assert.equal(refuse(gate, first()).code, 'too-large');
    assert.equal(gate.check(first(), bob).ok, true);
    gate.release(1);
    assert.equal(gate.claim(20_000, 'ann'), true);
    for (let client = 4_097; client <= 16_384; client++) assert.ok(gate.claim(client, `p${client % 4}`));
    assert.equal(gate.claim(30_000, 'bob'), false);
    assert.equal(refuse(gate, first(), bob).code, 'too-large');
  });

  it('lets nobody write what the server writes', () => {
    const doc = docOf(1);
    doc.getMap('decisions').set('1', true);
    for (const kind of ['official', 'services']) {
      assert.equal(
        refuse(new RoomGate(), Y.encodeStateAsUpdate(doc), { person: 'ann', shape: shapeOf(hawaiiClassic, kind) }).code,
        'read-only',
      );
    }
  });
});

describe('the gate, gaps', () => {
  it('refuses clocks that leave some out', () => {
    const gate = new RoomGate();
    const doc = docOf(1);
    sent(doc, () => edits(hawaiiClassic, doc, 'plan').set('presentLevels', 'a'));
    const second = sent(doc, () => edits(hawaiiClassic, doc, 'plan').set('presentLevels', 'ab'));
    assert.equal(refuse(gate, second).code, 'gap');
  });

  it('refuses a left out part told as such', () => {
    assert.equal(
      refuse(new RoomGate(), new Bytes().uint(1, 2, 1, 0, 10, 5).text(null, 'presentLevels', 'a').uint(0).done()).code,
      'gap',
    );
  });

  for (const flag of [0x80, 0x40]) {
    it(`refuses an unknown neighbour (${flag === 0x80 ? 'left' : 'right'})`, () => {
      const update = new Bytes()
        .uint(1, 1, 1, 0)
        .byte(4 | flag)
        .uint(77, 3)
        .string('a')
        .uint(0)
        .done();
      assert.equal(refuse(new RoomGate(), update).code, 'gap');
    });
  }

  it('refuses a delete beyond what the room has', () => {
    const { gate } = written();
    assert.equal(refuse(gate, new Bytes().uint(0, 1, 1, 1, 0, 5000).done()).code, 'gap');
    assert.equal(refuse(gate, new Bytes().uint(0, 1, 99, 1, 0, 1).done()).code, 'gap');
  });

  it('refuses known structs whose neighbours are invented: Yjs would keep them pending', () => {
    const { gate } = written();
    const update = new Bytes()
      .uint(1, 1, 1, 0)
      .byte(4 | 0x80)
      .uint(77, 3)
      .string('a')
      .uint(0)
      .done();
    assert.equal(refuse(gate, update, bob).code, 'gap');
  });

  it('refuses structs that wait for each other or for themselves', () => {
    const circle = new Bytes();
    circle
      .uint(2, 1, 5, 0)
      .byte(4 | 0x80)
      .uint(6, 0)
      .string('a');
    circle
      .uint(1, 6, 0)
      .byte(4 | 0x80)
      .uint(5, 0)
      .string('b')
      .uint(0);
    assert.equal(refuse(new RoomGate(), circle.done()).code, 'bad-update');
    const own = new Bytes()
      .uint(1, 1, 5, 0)
      .byte(4 | 0x80)
      .uint(5, 3)
      .string('abcd')
      .uint(0);
    assert.equal(refuse(new RoomGate(), own.done()).code, 'bad-update');
  });

  it('takes structs of two own clientIDs that need each other in turns', () => {
    const update = new Bytes();
    update
      .uint(2, 2, 5, 0)
      .text(null, 'presentLevels', 'a')
      .byte(4 | 0x80)
      .uint(6, 0)
      .string('c');
    update
      .uint(2, 6, 0)
      .byte(4 | 0x80)
      .uint(5, 0)
      .string('b')
      .byte(4 | 0x80)
      .uint(5, 1)
      .string('d')
      .uint(0);
    take(new RoomGate(), update.done());
    const doc = docOf(1, update.done());
    assert.equal(doc.getText('presentLevels').toString(), 'abcd');
    assert.equal(doc.store.pendingStructs, null);
  });
});

describe('the gate, names and types', () => {
  const one = (write: (doc: Y.Doc) => void): Uint8Array => {
    const doc = docOf(1);
    write(doc);
    return Y.encodeStateAsUpdate(doc);
  };
  const row = newRowId();
  const cases: [string, Uint8Array, string][] = [
    ['a root that the document does not have', one((doc) => doc.getText('secret').insert(0, 'a')), 'unknown-root'],
    ['a text of a row without a UUID', one((doc) => doc.getText('goals/1/behavior').insert(0, 'a')), 'unknown-root'],
    ['a text where a value is due', one((doc) => doc.getText('startDate').insert(0, 'a')), 'unknown-root'],
    [
      'a key that the document does not have',
      one((doc) => doc.getMap(fieldsRoot).set('isAdmin', true)),
      'unknown-root',
    ],
    ['the key __proto__', one((doc) => doc.getMap(fieldsRoot).set('__proto__', 'x')), 'unknown-root'],
    [
      'the key of a row named __proto__',
      one((doc) => doc.getMap(fieldsRoot).set(`__proto__/${row}/order`, 'a0')),
      'unknown-root',
    ],
    ['a key that is a text', one((doc) => doc.getMap(fieldsRoot).set('presentLevels', 'a')), 'unknown-root'],
    ['a list in fields', one((doc) => doc.getArray(fieldsRoot).push([1])), 'wrong-type'],
    ['a value in a text', one((doc) => doc.getArray('presentLevels').push([1])), 'wrong-type'],
    ['a key in a text', one((doc) => doc.getMap('presentLevels').set('a', 'b')), 'wrong-type'],
    ['a nested type', one((doc) => doc.getMap(fieldsRoot).set('startDate', new Y.Map())), 'wrong-type'],
    ['a document in a document', one((doc) => doc.getMap(fieldsRoot).set('startDate', new Y.Doc())), 'wrong-type'],
    ['bytes', one((doc) => doc.getMap(fieldsRoot).set('startDate', new Uint8Array(3))), 'wrong-type'],
    ['an object', one((doc) => doc.getMap(fieldsRoot).set('startDate', { a: 1 })), 'wrong-type'],
    ['an embed', one((doc) => doc.getText('presentLevels').insertEmbed(0, { a: 1 })), 'wrong-type'],
    ['a format', one((doc) => doc.getText('presentLevels').insert(0, 'a', { bold: true })), 'wrong-type'],
    ['a number where a day is due', one((doc) => doc.getMap(fieldsRoot).set('startDate', 3)), 'wrong-type'],
    ['no day', one((doc) => doc.getMap(fieldsRoot).set('startDate', 'soon')), 'wrong-type'],
    [
      'a number that is none',
      one((doc) => doc.getMap(fieldsRoot).set(`goals/${row}/baseline`, Number.NaN)),
      'wrong-type',
    ],
    [
      'an order that no key can follow',
      one((doc) => doc.getMap(fieldsRoot).set(`goals/${row}/order`, 'a00')),
      'wrong-type',
    ],
    ['a long string', one((doc) => doc.getMap(fieldsRoot).set(`services/${row}/name`, 'x'.repeat(2001))), 'wrong-type'],
    ['collected structs', new Bytes().uint(1, 1, 1, 0).byte(0).uint(5, 0).done(), 'wrong-type'],
    [
      'a parent inside the document',
      new Bytes().uint(1, 1, 1, 0).byte(4).uint(0, 1, 0).string('a').uint(0).done(),
      'wrong-type',
    ],
  ];
  for (const [says, update, code] of cases) {
    it(`refuses ${says}`, () => {
      assert.equal(refuse(new RoomGate(), update).code, code);
    });
  }

  it('refuses arrays of arrays without following them down', () => {
    const update = new Bytes().uint(1, 1, 1, 0).byte(0x28).uint(1).string(fieldsRoot).string('startDate').uint(1);
    for (let i = 0; i < 5500; i++) update.byte(0x75).byte(1);
    assert.equal(refuse(new RoomGate(), update.uint(0).done()).code, 'wrong-type');
  });

  it('refuses an object with the key __proto__', () => {
    const update = new Bytes().uint(1, 1, 1, 0).byte(0x28).uint(1).string(fieldsRoot).string('startDate').uint(1);
    update.byte(118).uint(1).string('__proto__').byte(118).uint(0);
    assert.equal(refuse(new RoomGate(), update.uint(0).done()).code, 'wrong-type');
  });

  it('refuses words put into a field by its neighbour, and a value put into a text', () => {
    const { gate, ann: doc } = written();
    const field = gateEnd(gate, 1) - 1;
    const words = new Bytes()
      .uint(1, 1, 2, 0)
      .byte(4 | 0x80)
      .uint(1, field)
      .string('a')
      .uint(0)
      .done();
    const value = new Bytes()
      .uint(1, 1, 2, 0)
      .byte(8 | 0x80)
      .uint(1, 3, 1)
      .byte(120)
      .uint(0)
      .done();
    assert.equal(refuse(gate, words, bob).code, 'wrong-type');
    assert.equal(refuse(gate, value, bob).code, 'wrong-type');
    assert.equal(doc.getText('presentLevels').toString(), 'Reads 😀 well');
  });

  it('refuses neighbours in two places', () => {
    const { gate } = written();
    const update = new Bytes()
      .uint(1, 1, 2, 0)
      .byte(4 | 0xc0)
      .uint(1, 3, 1, gateEnd(gate, 1) - 1)
      .string('a')
      .uint(0)
      .done();
    assert.equal(refuse(gate, update, bob).code, 'bad-update');
  });

  it('refuses halves of characters and edits between the halves', () => {
    const { gate } = written();
    const high = 6;
    const half = new Bytes()
      .uint(1, 1, 2, 0)
      .byte(4)
      .uint(1)
      .string('presentLevels')
      .uint(3)
      .byte(0xed)
      .byte(0xa0)
      .byte(0xbd)
      .uint(0)
      .done();
    const between = new Bytes()
      .uint(1, 1, 2, 0)
      .byte(4 | 0x80)
      .uint(1, high)
      .string('a')
      .uint(0)
      .done();
    const before = new Bytes()
      .uint(1, 1, 2, 0)
      .byte(4 | 0x40)
      .uint(1, high + 1)
      .string('a')
      .uint(0)
      .done();
    const cut = new Bytes().uint(0, 1, 1, 1, high, 1).done();
    for (const update of [half, between, before, cut]) assert.equal(refuse(gate, update, bob).code, 'bad-update');
    take(gate, new Bytes().uint(0, 1, 1, 1, high, 2).done(), bob);
  });
});

describe('the gate, bytes that lie', () => {
  it('refuses a count bomb before anything is allocated', () => {
    const before = process.memoryUsage().rss;
    for (const bomb of [
      new Bytes().uint(1, 2 ** 25 - 1, 7, 0),
      new Bytes().uint(2 ** 40),
      new Bytes().uint(0, 1, 7, 2 ** 40),
      new Bytes()
        .uint(1, 1, 7, 0)
        .byte(0x28)
        .uint(1)
        .string(fieldsRoot)
        .string('startDate')
        .uint(2 ** 40),
      new Bytes()
        .uint(1, 1, 7, 0)
        .byte(4)
        .uint(1)
        .string('presentLevels')
        .uint(2 ** 40),
    ]) {
      assert.equal(refuse(new RoomGate(), bomb.done()).code, 'bad-update');
    }
    assert.ok(process.memoryUsage().rss - before < 32e6);
  });

  it('refuses empty structs', () => {
    const update = new Bytes().uint(1, 1000, 1, 0);
    for (let i = 0; i < 1000; i++) update.byte(0).uint(0);
    assert.equal(refuse(new RoomGate(), update.uint(0).done()).code, 'bad-update');
    assert.equal(
      refuse(new RoomGate(), new Bytes().uint(1, 1, 1, 0).text(null, 'presentLevels', '').uint(0).done()).code,
      'bad-update',
    );
  });

  it('refuses clocks that grow beyond the bytes', () => {
    const brick = new Bytes().uint(1, 200, 1, 0);
    for (let i = 0; i < 200; i++) brick.byte(0).uint(2 ** 53 - 1);
    assert.equal(refuse(new RoomGate(), brick.uint(0).done()).code, 'bad-update');
    const deleted = (length: number): Uint8Array =>
      new Bytes().uint(1, 1, 1, 0).byte(1).uint(1).string('presentLevels').uint(length, 0).done();
    assert.equal(refuse(new RoomGate(), deleted(2 ** 53 - 1)).code, 'bad-update');
    assert.equal(refuse(new RoomGate(), deleted(2 ** 30)).code, 'too-large');
    take(new RoomGate(), deleted(2 ** 20));
  });

  it('refuses what is half valid, whole', () => {
    const doc = docOf(1);
    edits(hawaiiClassic, doc, 'plan').set('presentLevels', 'words');
    const whole = Y.encodeStateAsUpdate(doc);
    const gate = new RoomGate();
    for (let end = 0; end < whole.length; end++) assert.equal(refuse(gate, whole.slice(0, end)).code, 'bad-update');
    for (const tail of [[0], [3, 5], [255, 255, 255, 255, 255, 255, 255, 255, 255]]) {
      assert.equal(refuse(gate, new Uint8Array([...whole, ...tail])).code, 'bad-update');
    }
    const halfDeletes = new Uint8Array([...whole.slice(0, -1), 3, 5]);
    assert.equal(refuse(gate, halfDeletes).code, 'bad-update');
    take(gate, whole);
  });

  it('reads not one byte of memory beside the update', () => {
    const pool = Buffer.from(new Bytes().uint(1, 1, 1, 0).byte(4).uint(1).string('presentLevels').uint(9).done());
    const around = Buffer.concat([pool, Buffer.from('password!\0')]);
    assert.equal(refuse(new RoomGate(), around.subarray(0, pool.length)).code, 'bad-update');
  });

  it('refuses the same client twice, of which Yjs would take the last', () => {
    const update = new Bytes()
      .uint(2, 1, 1, 0)
      .text(null, 'presentLevels', 'a')
      .uint(1, 1, 0)
      .text(null, 'secret', 'b')
      .uint(0);
    assert.equal(refuse(new RoomGate(), update.done()).code, 'bad-update');
  });

  it('refuses what is too large', () => {
    assert.equal(refuse(new RoomGate(), new Uint8Array(5_000_001)).code, 'too-large');
    const answer = new RoomGate().check(new Uint8Array(300), ann, 256);
    assert.equal(answer.ok ? '' : answer.code, 'too-large');
  });

  it('answers any bytes by a value, and what it takes loads in a fresh document with nothing pending', {
    timeout: 60_000,
  }, () => {
    const { gate, ann: doc, state } = written();
    const valid = sent(doc, () => {
      edits(hawaiiClassic, doc, 'plan').addRow('goals', { values: { behavior: 'Reads aloud', baseline: 3 } });
      edits(hawaiiClassic, doc, 'plan').changeText('presentLevels', { index: 0, remove: 5, insert: 'Writes' });
    });
    let taken = 0;
    const judge = (bytes: Uint8Array): void => {
      const answer = RoomGate.fromBytes(gate.toBytes()).check(bytes, ann);
      if (!answer.ok) return;
      taken++;
      for (const update of [bytes, answer.update]) {
        const fresh = docOf(99, state, update);
        assert.equal(fresh.store.pendingStructs, null);
        assert.equal(fresh.store.pendingDs, null);
        assert.ok(canonicalJson(project(hawaiiClassic, 'plan', fresh)));
        for (const name of fresh.share.keys())
          assert.ok(name === fieldsRoot || fresh.getText(name).toString() !== undefined);
      }
    };
    for (let at = 0; at < valid.length; at++) {
      for (const byte of [0x00, 0x01, 0x7f, 0x80, 0xff]) {
        const bytes = valid.slice();
        bytes[at] = byte;
        judge(bytes);
      }
    }
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 4 }),
        fc.nat(3),
        (changes, cut) => {
          const bytes = valid.slice(0, valid.length - cut);
          for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
          judge(bytes);
        },
      ),
      { numRuns: 4000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), judge), { numRuns: 4000 });
    assert.ok(taken > 20);
  });

  it('judges a keystroke in microseconds', () => {
    const gate = new RoomGate();
    const doc = docOf(1);
    const edit = edits(hawaiiClassic, doc, 'plan', origins.edit);
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let i = 0; i < 3000; i++) edit.changeText('presentLevels', { index: i, remove: 0, insert: 'x' });
    const times = updates.map((update) => {
      const start = process.hrtime.bigint();
      const answer = gate.check(update, ann);
      if (answer.ok) answer.commit();
      return Number(process.hrtime.bigint() - start) / 1000;
    });
    const median = times.sort((a, b) => a - b)[times.length / 2] as number;
    assert.ok(median < 100, `${median} µs`);
  });
});

function gateEnd(gate: RoomGate, client: number): number {
  return Y.decodeStateVector(gate.encodeStateVector()).get(client) ?? 0;
}
