import type { DocumentView, FieldRow, Plain, Process, RowView } from '@ssp-kit/process';
import type * as Y from 'yjs';
import { byOrder, type Placed } from './order.js';
import { fieldsRoot, parsePath, rowPath, type Shape, shapeOf } from './shape.js';

/**
 * A document as plain data: `{[field]: value, [list]: rows}`. Texts are strings ('' when nobody wrote), lists are arrays by order, then id;
 * fields without a value are absent. Reading never writes, nor makes a shared type.
 */
export function project(process: Process, kind: string, doc: Y.Doc): DocumentView {
  const shape = shapeOf(process, kind);
  const read = reader(shape, doc);
  const view: Record<string, Plain | readonly RowView[]> = {};
  for (const field of shape.fields) put(view, field, read(field.name, field));
  for (const [list, fields] of shape.lists) {
    view[list] = rowsOf(doc, shape, list).map(({ id, order }) => {
      const row: { id: string; order: string; [field: string]: Plain } = { id, order };
      for (const field of fields) put(row, field, read(rowPath(list, id, field.name), field));
      return row;
    });
  }
  return view;
}

/** The rows of a list in their order, without their fields. */
export function rowsOf(doc: Y.Doc, shape: Shape, list: string): Placed[] {
  if (!doc.share.has(fieldsRoot)) return [];
  const map = doc.getMap(fieldsRoot);
  const rows: Placed[] = [];
  for (const [key, order] of map.entries()) {
    const place = parsePath(key);
    if (place?.name !== 'order' || place.list !== list || place.row === null || !shape.checkValue(key, order)) continue;
    if (map.get(rowPath(list, place.row, 'removed')) === true) continue;
    rows.push({ id: place.row, order: order as string });
  }
  return rows.sort(byOrder);
}

/** Reads by the shape: what a shape does not know is not shown, whoever wrote it. */
function reader(shape: Shape, doc: Y.Doc): (path: string, field: FieldRow) => Plain | undefined {
  const map = doc.share.has(fieldsRoot) ? doc.getMap(fieldsRoot) : null;
  return (path, field) => {
    if (field.type === 'text') return doc.share.has(path) ? doc.getText(path).toString() : '';
    const value = map?.get(path);
    return value !== undefined && shape.checkValue(path, value) ? (value as Plain) : undefined;
  };
}

function put(target: Record<string, unknown>, field: FieldRow, value: Plain | undefined): void {
  if (value !== undefined && value !== null) target[field.name] = value;
}
