import { type DocumentView, type FieldRow, type Plain, vocabularies } from '@ssp-kit/process';
import { pathsOf } from './paths.js';

/** Something of one's own that the other version does not have. */
export interface LostWords {
  readonly path: string;
  readonly label: string;
  /** For a person to read and copy: codes as their labels. */
  readonly words: string;
}

/** What stands in `mine` and not in `theirs`: each text that differs as a whole, each plain field its value. */
export function wordsLost(kind: string, mine: DocumentView, theirs: DocumentView): LostWords[] {
  const other = new Map(pathsOf(kind, theirs).map((place) => [place.path, place.value]));
  const lost: LostWords[] = [];
  for (const { path, field, index, value } of pathsOf(kind, mine)) {
    const words = readable(field, value);
    if (words === '' || words === readable(field, other.get(path))) continue;
    lost.push({ path, label: index === null ? field.label : `${field.label} (${index + 1})`, words });
  }
  return lost;
}

function readable(field: FieldRow, value: Plain | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') return value.map((code) => term(field, code)).join(', ');
  return term(field, String(value));
}

function term(field: FieldRow, code: string): string {
  const terms: readonly { readonly code: string; readonly label: string }[] = field.vocabulary
    ? vocabularies[field.vocabulary]
    : [];
  return terms.find((entry) => entry.code === code)?.label ?? code;
}
