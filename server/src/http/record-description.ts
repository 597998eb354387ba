import { type FieldRow, fieldsOf, listsOf, type Process } from '@ssp-kit/process';
import { decisionsRoot, entriesRoot, fieldsRoot, shapeVersion } from '@ssp-kit/record';

/** The shared names and types of each document, for who reads or writes a room without this library. */
export function recordDescription(process: Process): object {
  return {
    schema: shapeVersion,
    rules: {
      values: `Plain values stand in the root map "${fieldsRoot}" under <field> or <list>/<row uuid>/<field>.`,
      texts: 'A text is a root Y.Text named <field> or <list>/<row uuid>/<field>.',
      rows: `A row is there once "${fieldsRoot}" has <list>/<row uuid>/order, a fractional index; <list>/<row uuid>/removed = true takes it away.`,
      server: `The official record has the root map "${decisionsRoot}" (number -> decision), services "${entriesRoot}" (session id -> entry); only the server writes them.`,
    },
    documents: Object.fromEntries(
      process.documents.map(({ kind, label, stage, numbering, writer }) => [
        kind,
        {
          ...{ label, stage, numbering, writer },
          fields: fieldsOf(process, kind).map(describe),
          lists: Object.fromEntries(
            listsOf(process, kind).map((list) => [list, fieldsOf(process, kind, list).map(describe)]),
          ),
        },
      ]),
    ),
  };
}

function describe({ name, type, vocabulary, refersTo, label }: FieldRow): object {
  return {
    name,
    type,
    shared: type === 'text' ? 'Y.Text' : 'value',
    ...(vocabulary ? { vocabulary } : {}),
    ...(refersTo ? { refersTo } : {}),
    label,
  };
}
