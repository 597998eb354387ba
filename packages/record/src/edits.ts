import type { Plain, Process } from '@ssp-kit/process';
import type * as Y from 'yjs';
import { place } from './order.js';
import { type Origin, origins } from './origins.js';
import { rowsOf } from './project.js';
import { RecordError } from './record-error.js';
import { newRowId } from './row-id.js';
import { fieldsRoot, isRowId, rowPath, type Shape, shapeOf } from './shape.js';
import { diffText, onBorders, type TextChange } from './text.js';

/** The writes of a document. Each is one transaction. A path or a value the shape does not know throws `unknown-path` or `wrong-value`. */
export interface Edits {
  /** Sets a field; null and '' clear it. A text is changed to the given words by the smallest change. */
  set(path: string, value: Plain): void;
  /**
   * Adds a row behind `after` (null: first; absent: last), with its first values. Answers its id. The id of a row that was
   * taken away brings it back, with its words.
   */
  addRow(list: string, options?: AddRow): string;
  /** Puts a row behind another; null puts it first. */
  moveRow(list: string, id: string, after: string | null): void;
  /** Takes a row away. Its words stay in the document's history. */
  removeRow(list: string, id: string): void;
  /** Changes a text without cutting a character. Answers the change that was made. */
  changeText(path: string, change: TextChange): TextChange;
}

export interface AddRow {
  readonly id?: string | undefined;
  readonly after?: string | null | undefined;
  readonly values?: Readonly<Record<string, Plain>> | undefined;
}

export function edits(process: Process, doc: Y.Doc, kind: string, origin: Origin = origins.edit): Edits {
  const shape = shapeOf(process, kind);
  const transact = <T>(write: () => T): T => doc.transact(write, origin);
  const set = (path: string, value: Plain): void => setField(doc, shape, path, value);

  return {
    set: (path, value) => transact(() => set(path, value)),
    addRow(list, { id = newRowId(), after, values = {} } = {}) {
      knownList(shape, list);
      if (!isRowId(id)) throw new RecordError('wrong-value', 'a row id is a UUID');
      for (const [name, value] of Object.entries(values)) fitting(shape, rowPath(list, id, name), value);
      return transact(() => {
        putBehind(doc, shape, list, id, after);
        const map = doc.getMap(fieldsRoot);
        if (map.get(rowPath(list, id, 'removed')) === true) map.set(rowPath(list, id, 'removed'), false);
        for (const [name, value] of Object.entries(values)) set(rowPath(list, id, name), value);
        return id;
      });
    },
    moveRow(list, id, after) {
      knownList(shape, list);
      if (after === id || !rowsOf(doc, shape, list).some((row) => row.id === id)) return;
      transact(() => putBehind(doc, shape, list, id, after));
    },
    removeRow(list, id) {
      knownList(shape, list);
      if (!rowsOf(doc, shape, list).some((row) => row.id === id)) return;
      transact(() => doc.getMap(fieldsRoot).set(rowPath(list, id, 'removed'), true));
    },
    changeText(path, change) {
      if (knownPath(shape, path).type !== 'text') throw new RecordError('unknown-path', `${path} is no text`);
      return transact(() => writeText(doc.getText(path), change));
    },
  };
}

function setField(doc: Y.Doc, shape: Shape, path: string, given: Plain): void {
  const value = fitting(shape, path, given);
  if (shape.isText(path)) {
    const text = doc.getText(path);
    writeText(text, diffText(text.toString(), String(value ?? '')));
    return;
  }
  const map = doc.getMap(fieldsRoot);
  const before = map.get(path) ?? null;
  if (JSON.stringify(before) !== JSON.stringify(value)) map.set(path, Array.isArray(value) ? [...value] : value);
}

/** The value as it is written. Throws before anything is. */
function fitting(shape: Shape, path: string, given: Plain): Plain {
  const isText = knownPath(shape, path).type === 'text';
  const value = given === '' ? null : given;
  if (isText ? value === null || typeof value === 'string' : shape.checkValue(path, value)) return value;
  throw new RecordError('wrong-value', `${path} cannot hold ${JSON.stringify(value)?.slice(0, 80)}`);
}

function writeText(text: Y.Text, wanted: TextChange): TextChange {
  const change = onBorders(text.toString(), wanted);
  if (change.remove > 0) text.delete(change.index, change.remove);
  if (change.insert !== '') text.insert(change.index, change.insert);
  return change;
}

function putBehind(doc: Y.Doc, shape: Shape, list: string, id: string, after: string | null | undefined): void {
  const map = doc.getMap(fieldsRoot);
  const { order, moved } = place(
    rowsOf(doc, shape, list).filter((row) => row.id !== id),
    after,
  );
  map.set(rowPath(list, id, 'order'), order);
  for (const row of moved) map.set(rowPath(list, row.id, 'order'), row.order);
}

function knownPath(shape: Shape, path: string): { readonly type: string } {
  const field = shape.fieldAt(path);
  if (!field) throw new RecordError('unknown-path', `${shape.kind} has no field ${JSON.stringify(path.slice(0, 80))}`);
  return field;
}

function knownList(shape: Shape, list: string): void {
  if (!shape.lists.has(list))
    throw new RecordError('unknown-path', `${shape.kind} has no list ${JSON.stringify(list.slice(0, 40))}`);
}
