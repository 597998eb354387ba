import type { DocumentView, Plain, Process } from '@ssp-kit/process';
import type * as Y from 'yjs';
import { wellFormed } from './characters.js';
import { isOrderKey, place, type Placed } from './order.js';
import { type Origin, origins } from './origins.js';
import { rowsIn } from './paths.js';
import { RecordError } from './record-error.js';
import { fieldsRoot, isRowId, rowPath, shapeOf } from './shape.js';

/**
 * Writes a view into an empty document, once: the server's copy when a document opens with content. Rows keep their ids and their order;
 * what the shape does not know is left out. Throws `not-empty` when anything was ever written: a document is never rebuilt from plain data.
 */
export function fill(
  process: Process,
  doc: Y.Doc,
  kind: string,
  view: DocumentView,
  origin: Origin = origins.server,
): void {
  if (doc.store.clients.size > 0)
    throw new RecordError('not-empty', 'only a document in which nothing was written can be filled');
  const shape = shapeOf(process, kind);
  const put = (path: string, value: Plain | undefined): void => {
    if (shape.isText(path)) {
      if (typeof value === 'string' && value !== '') doc.getText(path).insert(0, wellFormed(value));
    } else if (value !== undefined && value !== null && shape.checkValue(path, value)) {
      doc.getMap(fieldsRoot).set(path, Array.isArray(value) ? [...value] : value);
    }
  };
  doc.transact(() => {
    for (const field of shape.fields) put(field.name, view[field.name] as Plain | undefined);
    for (const [list, fields] of shape.lists) {
      const placed: Placed[] = [];
      for (const row of rowsIn(view, list)) {
        if (!isRowId(row.id) || placed.some(({ id }) => id === row.id)) continue;
        const last = placed.at(-1)?.order ?? '';
        const order = isOrderKey(row.order) && row.order > last ? row.order : place(placed, undefined).order;
        placed.push({ id: row.id, order });
        doc.getMap(fieldsRoot).set(rowPath(list, row.id, 'order'), order);
        for (const field of fields) put(rowPath(list, row.id, field.name), row[field.name]);
      }
    }
  }, origin);
}
