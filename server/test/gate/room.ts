import assert from 'node:assert/strict';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { canonicalJson, edits, fieldsRoot, origins, project, shapeOf } from '@ssp-kit/record';
import * as Y from 'yjs';
import { RoomGate } from '../../src/gate.js';

const kind = 'plan';
const shape = shapeOf(hawaiiClassic, kind);
const words = ['a', 'the ', 'reads ', '😀', '👩‍👩‍👧‍👦', 'é', '\n', 'ok', '🇺🇸', ' slowly and with care'];

interface Person {
  readonly name: string;
  doc: Y.Doc;
  undo: Y.UndoManager;
  online: boolean;
  /** Frames on their way to the server, and to the person. */
  outbox: Uint8Array[];
  inbox: Uint8Array[];
}

/** A room with five honest people, whose frames arrive late, are lost with their connection, and are made good by the next handshake. */
export class Room {
  readonly #gate = new RoomGate();
  readonly #log: Uint8Array[] = [];
  readonly #server = new Y.Doc();
  readonly #people: Person[];
  #clientID = 1;
  #updates = 0;

  constructor() {
    this.#people = ['ann', 'bob', 'cho', 'dan', 'eve'].map((name) => {
      const doc = new Y.Doc();
      return { name, doc, undo: new Y.UndoManager(doc.getMap(fieldsRoot)), online: false, outbox: [], inbox: [] };
    });
    for (const person of this.#people) {
      this.#load(person);
      this.#connect(person);
    }
  }

  step(number: number, action: number, choice: number): void {
    const person = this.#people[number] as Person;
    if (action < 40) this.#type(person, choice);
    else if (action < 50) this.#set(person, choice);
    else if (action < 56) this.#rows(person, choice);
    else if (action < 62) person.undo.undo();
    else if (action < 65) person.undo.redo();
    else if (action < 80) this.#deliver(person, 1 + (choice % 6));
    else if (action < 94) this.#receive(person, 1 + (choice % 5));
    else if (action < 96) this.#disconnect(person);
    else if (action < 99) this.#connect(person);
    else this.#reload(person);
  }

  /** Brings all together and compares. Answers how many frames were judged. */
  settle(): number {
    for (const person of this.#people) {
      this.#disconnect(person);
      this.#connect(person);
    }
    for (const person of this.#people) this.#deliver(person, Number.POSITIVE_INFINITY);
    for (const person of this.#people) this.#receive(person, Number.POSITIVE_INFINITY);
    const server = new Y.Doc();
    for (const update of this.#log) {
      Y.applyUpdate(server, update);
      assert.equal(server.store.pendingStructs, null);
      assert.equal(server.store.pendingDs, null);
    }
    assert.deepEqual(
      Y.decodeStateVector(this.#gate.encodeStateVector()),
      Y.decodeStateVector(Y.encodeStateVector(server)),
    );
    const content = canonicalJson(project(hawaiiClassic, kind, server));
    for (const { doc } of this.#people) assert.equal(canonicalJson(project(hawaiiClassic, kind, doc)), content);
    const rebuilt = RoomGate.fromState(Y.encodeStateAsUpdate(server), new Map());
    assert.deepEqual(
      Y.decodeStateVector(rebuilt.encodeStateVector()),
      Y.decodeStateVector(this.#gate.encodeStateVector()),
    );
    const replayed = new RoomGate();
    const half = Math.floor(this.#log.length / 2);
    replayed.takeStored(this.#log.slice(0, half), new Map());
    const resumed = RoomGate.fromBytes(replayed.toBytes());
    for (const gate of [replayed, resumed]) gate.takeStored(this.#log.slice(half), new Map());
    for (const gate of [this.#gate, rebuilt, replayed, resumed, RoomGate.fromBytes(this.#gate.toBytes())]) {
      for (const { doc } of this.#people) {
        const again = gate.check(Y.encodeStateAsUpdate(doc), { person: 'a reader', shape });
        assert.ok(again.ok && !again.fresh, 'something old was taken for new');
      }
    }
    assert.deepEqual(RoomGate.fromBytes(this.#gate.toBytes()).toBytes(), this.#gate.toBytes());
    return this.#updates;
  }

  #content(): unknown {
    return [
      Y.encodeStateVector(this.#server),
      canonicalJson(project(hawaiiClassic, kind, this.#server)),
      this.#server.getMap(fieldsRoot).size,
    ];
  }

  /** A page load: a new clientID over what this person's device has. */
  #load(person: Person): void {
    const doc = new Y.Doc();
    doc.clientID = this.#clientID++;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(person.doc), origins.storage);
    person.undo.destroy();
    person.doc = doc;
    const scope: (Y.Text | Y.Map<unknown>)[] = [doc.getMap(fieldsRoot)];
    for (const field of shapeOf(hawaiiClassic, kind).fields)
      if (field.type === 'text') scope.push(doc.getText(field.name));
    person.undo = new Y.UndoManager(scope, { trackedOrigins: new Set([origins.edit]), captureTimeout: 0 });
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (person.online && origin !== this) person.outbox.push(update);
    });
  }

  #reload(person: Person): void {
    this.#disconnect(person);
    this.#load(person);
  }

  #connect(person: Person): void {
    if (person.online) return;
    person.online = true;
    person.outbox.push(Y.encodeStateAsUpdate(person.doc, this.#gate.encodeStateVector()));
    if (this.#log.length > 0)
      person.inbox.push(Y.diffUpdate(Y.mergeUpdates(this.#log), Y.encodeStateVector(person.doc)));
  }

  #disconnect(person: Person): void {
    person.online = false;
    person.outbox = [];
    person.inbox = [];
  }

  #deliver(person: Person, count: number): void {
    for (let i = 0; i < count && person.outbox.length > 0; i++) {
      const update = person.outbox.shift() as Uint8Array;
      this.#updates++;
      const answer = this.#gate.check(update, { person: person.name, shape });
      assert.ok(answer.ok, answer.ok ? '' : `${person.name}: ${answer.code}, ${answer.detail}`);
      answer.commit();
      const before = this.#content();
      Y.applyUpdate(this.#server, update);
      if (!answer.fresh) {
        assert.deepEqual(this.#content(), before, 'something new was taken for old');
        continue;
      }
      this.#log.push(answer.update);
      for (const other of this.#people) if (other !== person && other.online) other.inbox.push(answer.update);
    }
  }

  #receive(person: Person, count: number): void {
    for (let i = 0; i < count && person.inbox.length > 0; i++)
      Y.applyUpdate(person.doc, person.inbox.shift() as Uint8Array, this);
  }

  #type(person: Person, choice: number): void {
    const goals = project(hawaiiClassic, kind, person.doc)['goals'] as readonly { id: string }[];
    const goal = goals[choice % (goals.length + 1)];
    const path =
      choice % 3 === 0 && goal ? `goals/${goal.id}/behavior` : choice % 2 === 0 ? 'presentLevels' : 'lreReason';
    const length = person.doc.getText(path).length;
    const index = (choice * 7) % (length + 1);
    const remove = choice % 5 === 0 ? choice % 9 : 0;
    edits(hawaiiClassic, person.doc, kind).changeText(path, {
      index,
      remove,
      insert: remove ? '' : (words[choice % words.length] as string),
    });
  }

  #set(person: Person, choice: number): void {
    const edit = edits(hawaiiClassic, person.doc, kind);
    const path = choice % 2 === 0 ? 'startDate' : 'reviewDate';
    edit.set(path, choice % 7 === 0 ? null : `2026-0${1 + (choice % 9)}-1${choice % 10}`);
    edit.set('schoolMinutes', choice);
  }

  #rows(person: Person, choice: number): void {
    const edit = edits(hawaiiClassic, person.doc, kind);
    const goals = project(hawaiiClassic, kind, person.doc)['goals'] as readonly { id: string }[];
    const one = goals[choice % Math.max(1, goals.length)];
    const other = goals[(choice * 3) % Math.max(1, goals.length)];
    if (!one || !other || choice % 4 < 2)
      edit.addRow('goals', { after: one?.id, values: { baseline: choice, unit: 'words' } });
    else if (choice % 4 === 2) edit.moveRow('goals', one.id, other.id);
    else edit.removeRow('goals', one.id);
  }
}
