import type { DocumentView, FieldRow, Plain, Process } from '@ssp-kit/process';
import { pathsOf } from './paths.js';

/** Something of one's own that the other version does not have. */
export interface LostWords {
  readonly path: string;
  readonly label: string;
  /** For a person to read and copy: codes as their labels. */
  readonly words: string;
  /** What the other version has there, in the same words; '' for nothing. */
  readonly theirs: string;
}

/** What stands in `mine` and not in `theirs`: each text that differs as a whole, each plain field its value. */
export function wordsLost(process: Process, kind: string, mine: DocumentView, theirs: DocumentView): LostWords[] {
  const other = new Map(pathsOf(process, kind, theirs).map((place) => [place.path, place.value]));
  const lost: LostWords[] = [];
  for (const { path, field, index, value } of pathsOf(process, kind, mine)) {
    const words = readable(process, field, value);
    const instead = readable(process, field, other.get(path));
    if (words === '' || words === instead) continue;
    const label = index === null ? field.label : `${field.label} (${index + 1})`;
    lost.push({ path, label, words, theirs: instead });
  }
  return lost;
}

function readable(process: Process, field: FieldRow, value: Plain | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') return value.map((code) => term(process, field, code)).join(', ');
  return term(process, field, String(value));
}

function term({ vocabularies }: Process, { vocabulary = '' }: FieldRow, code: string): string {
  return vocabularies[vocabulary]?.find((entry) => entry.code === code)?.label ?? code;
}
