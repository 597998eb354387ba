import type { DocumentView, FieldRow, Plain, Process, RowView } from '@ssp-kit/process';
import { rowPath, shapeOf } from './shape.js';

/** One field of a document as it stands: where, which, and what is in it. */
export interface FieldPlace {
  /** `<field>` or `<list>/<row id>/<field>`. */
  readonly path: string;
  readonly field: FieldRow;
  /** Place of the row in its list, from 0; null for a field of the document itself. */
  readonly index: number | null;
  readonly value: Plain | undefined;
}

/** Every field of a view, texts and values, in the order of the tables. */
export function pathsOf(process: Process, kind: string, view: DocumentView): FieldPlace[] {
  const shape = shapeOf(process, kind);
  const places: FieldPlace[] = [];
  for (const field of shape.fields)
    places.push({ path: field.name, field, index: null, value: view[field.name] as Plain | undefined });
  for (const [list, fields] of shape.lists) {
    rowsIn(view, list).forEach((row, index) => {
      for (const field of fields)
        places.push({ path: rowPath(list, row.id, field.name), field, index, value: row[field.name] });
    });
  }
  return places;
}

/** The rows of a list of a view; empty when the view has none. */
export function rowsIn(view: DocumentView, list: string): readonly RowView[] {
  const rows = view[list];
  return Array.isArray(rows) ? (rows as readonly RowView[]) : [];
}
