import type { FieldRow, Process } from '@ssp-kit/process';
import { isOrderKey } from './order.js';
import { RecordError } from './record-error.js';
import { fits } from './values.js';

/** Name of the root map of every document that people write. */
export const fieldsRoot = 'fields';
/** Name of the root map of the official record: decisions by their number. */
export const decisionsRoot = 'decisions';
/** Name of the root map of the signed services: entries by their session's id. */
export const entriesRoot = 'entries';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isRowId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}

/** A path taken apart: the field's name, and the list and row it stands in. */
export interface Place {
  readonly list: string | null;
  readonly row: string | null;
  /** A field's name, or `order` or `removed` of a row. */
  readonly name: string;
}

/** The names a kind of document has, and what may stand under each. Everything is read from the process' field rows. */
export interface Shape {
  readonly kind: string;
  /** Written by the server alone: no client may write any name. */
  readonly serverOnly: boolean;
  /** Fields of the document itself. */
  readonly fields: readonly FieldRow[];
  /** Lists by name, each with the fields of its rows. */
  readonly lists: ReadonlyMap<string, readonly FieldRow[]>;
  /** The field at `<field>` or `<list>/<uuid>/<field>`, or null. */
  fieldAt(path: string): FieldRow | null;
  /** Whether a root text may have this name. */
  isText(name: string): boolean;
  /** Whether the root map `fields` may have this key. */
  isKey(key: string): boolean;
  /** Whether this value may stand under this key of `fields`. */
  checkValue(key: string, value: unknown): boolean;
}

const shapes = new WeakMap<Process, Map<string, Shape>>();

/** The shape of a kind of document (`plan` of `plan-2`) by a process. Throws `unknown-kind` when the process has none. */
export function shapeOf(process: Process, kind: string): Shape {
  const made = shapes.get(process) ?? new Map<string, Shape>();
  const known = made.get(kind);
  if (known) return known;
  const row = process.documents.find((document) => document.kind === kind);
  if (!row) throw new RecordError('unknown-kind', `no document of the kind ${JSON.stringify(kind.slice(0, 40))}`);
  const shape = build(process.fields, row.kind, row.writer === 'server');
  shapes.set(process, made.set(kind, shape));
  return shape;
}

/** The parts of a path, or null when it is none. */
export function parsePath(path: string): Place | null {
  const parts = path.split('/');
  const [first, row, name] = parts as [string, string?, string?];
  if (parts.length === 1) return first ? { list: null, row: null, name: first } : null;
  return parts.length === 3 && isRowId(row) && name ? { list: first, row, name } : null;
}

export function rowPath(list: string, row: string, name: string): string {
  return `${list}/${row}/${name}`;
}

function build(fields: readonly FieldRow[], kind: string, serverOnly: boolean): Shape {
  const own: FieldRow[] = [];
  const lists = new Map<string, FieldRow[]>();
  for (const field of serverOnly ? [] : fields) {
    if (field.of !== kind) continue;
    if (field.list === undefined) own.push(field);
    else if (lists.has(field.list)) lists.get(field.list)?.push(field);
    else lists.set(field.list, [field]);
  }
  const find = (rows: readonly FieldRow[] | undefined, name: string): FieldRow | null =>
    rows?.find((field) => field.name === name) ?? null;

  function fieldAt(path: string): FieldRow | null {
    const place = parsePath(path);
    if (!place) return null;
    return find(place.list === null ? own : lists.get(place.list), place.name);
  }

  function marker(key: string): 'order' | 'removed' | null {
    const place = parsePath(key);
    if (!place || place.list === null || !lists.has(place.list)) return null;
    return place.name === 'order' || place.name === 'removed' ? place.name : null;
  }

  return {
    kind,
    serverOnly,
    fields: own,
    lists,
    fieldAt,
    isText: (name) => fieldAt(name)?.type === 'text',
    isKey(key) {
      if (marker(key)) return true;
      const field = fieldAt(key);
      return field !== null && field.type !== 'text';
    },
    checkValue(key, value) {
      const mark = marker(key);
      if (mark === 'order') return isOrderKey(value);
      if (mark === 'removed') return typeof value === 'boolean';
      const field = fieldAt(key);
      return field !== null && fits(field.type, value);
    },
  };
}
