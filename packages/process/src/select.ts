import { type FieldRow, fields } from './tables/fields/index.js';
import { type Term, type VocabularyId, vocabularies } from './tables/vocabularies/index.js';

/** The fields of a document or of a decision's form, in the order of the table; of one list when it is named. */
export function fieldsOf(of: string, list?: string): readonly FieldRow[] {
  return fields.filter((row) => row.of === of && row.list === list);
}

/** The lists of a document kind, in the order of the table. */
export function listsOf(of: string): readonly string[] {
  return [...new Set(fields.filter((row) => row.of === of).flatMap(({ list }) => (list === undefined ? [] : [list])))];
}

/** Whether a vocabulary has this code. */
export function isTerm(vocabulary: VocabularyId, code: unknown): code is string {
  const terms: readonly Term[] = vocabularies[vocabulary];
  return terms.some((term) => term.code === code);
}

/** What a person reads for a code; the code itself when the vocabulary does not know it. */
export function label(vocabulary: VocabularyId, code: string): string {
  const terms: readonly Term[] = vocabularies[vocabulary];
  return terms.find((term) => term.code === code)?.label ?? code;
}
