import type { Process } from './process.js';
import type { ActionRow } from './tables/actions.js';
import type { FieldRow } from './tables/fields/index.js';
import type { Term } from './tables/vocabularies/index.js';

/** The fields of a document or of a decision's form, in the order of the table; of one list when it is named. */
export function fieldsOf({ fields }: Process, of: string, list?: string): readonly FieldRow[] {
  return placesOf(fields).get(placeOf(of, list)) ?? [];
}

/** Fields by where they stand, found once for each table: pages ask for them with every drawing. */
const places = new WeakMap<Process['fields'], ReadonlyMap<string, readonly FieldRow[]>>();

function placesOf(fields: Process['fields']): ReadonlyMap<string, readonly FieldRow[]> {
  const known = places.get(fields);
  if (known) return known;
  const found = new Map<string, FieldRow[]>();
  for (const row of fields) {
    const place = placeOf(row.of, row.list);
    const rows = found.get(place);
    if (rows) rows.push(row);
    else found.set(place, [row]);
  }
  places.set(fields, found);
  return found;
}

function placeOf(of: string, list: string | undefined): string {
  return list === undefined ? of : `${of}/${list}`;
}

/** The lists of a document kind, in the order of the table. */
export function listsOf({ fields }: Process, of: string): readonly string[] {
  return [...new Set(fields.filter((row) => row.of === of).flatMap(({ list }) => (list === undefined ? [] : [list])))];
}

/** Whether a vocabulary has this code. */
export function isTerm({ vocabularies }: Process, vocabulary: string, code: unknown): code is string {
  return vocabularies[vocabulary]?.some((term) => term.code === code) ?? false;
}

/** What a person reads for a code; the code itself when the vocabulary does not know it. */
export function label({ vocabularies }: Process, vocabulary: string, code: string): string {
  return vocabularies[vocabulary]?.find((term) => term.code === code)?.label ?? code;
}

/** Whether a code of a vocabulary counts as this. */
export function means({ vocabularies }: Process, vocabulary: string, code: unknown, what: Term['means']): boolean {
  return vocabularies[vocabulary]?.some((term) => term.code === code && term.means === what) ?? false;
}

export function actionRow({ actions }: Process, action: string): ActionRow | undefined {
  return actions.find(({ id }) => id === action);
}
