import { documentKind, fieldsOf, type Process } from '@ssp-kit/process';
import type { CaseView, DocumentHandle, DocumentStatus, KeptWords, Session } from '@ssp-kit/session/contract';
import { rowsOf } from '../shared/fields.js';
import { wordDifference } from '../shared/word-difference.js';

/** Milliseconds until a document that does not come counts as one that cannot be written. */
const patienceMs = 10_000;

/** What came of it: the document that has the words now, or why none has. */
export type PutBack = { readonly document: string } | { readonly why: 'sealed' | 'not-now' };

/** Whether kept words are of a text: what else a form asks is answered anew in its field. */
export function isText(process: Process, { document, field }: KeptWords): boolean {
  const [list, , name] = field.split('/');
  const row = fieldsOf(process, documentKind(document), name === undefined ? undefined : list).find(
    (one) => one.name === (name ?? list),
  );
  return row?.type === 'text';
}

/**
 * Puts kept words at the end of the text they were written for, or of the same text in the correction of it that is being written. Where
 * the text has words already, only what it lacks.
 */
export async function putBack(session: Session, kept: KeptWords): Promise<PutBack> {
  const handle = session.case(kept.caseId);
  try {
    const view = await reached(handle.view, ({ state }) => state !== 'loading');
    const place = view && placeOf(view, kept);
    if (!place) return { why: 'not-now' };
    if (!place.writable) return { why: 'sealed' };
    const document = handle.document(place.document);
    try {
      const status = await reached(document.view, ({ state }) => state !== 'loading');
      const written = status?.state === 'ready' && status.may === 'write' && write(document, status, kept);
      return written ? { document: place.document } : { why: 'not-now' };
    } finally {
      document.release();
    }
  } finally {
    handle.release();
  }
}

/** The document itself while it is written in, else the correction of it that is. */
function placeOf({ access, case: state }: CaseView, { document }: KeptWords) {
  const corrections = Object.values(state?.documents ?? {}).filter(({ corrects }) => corrects === document);
  const open = access.filter(({ may, state: stands }) => may === 'write' && stands === 'open');
  const place = [document, ...corrections.map(({ id }) => id)].find((id) => open.some((one) => one.document === id));
  if (place !== undefined) return { document: place, writable: true };
  return access.some((one) => one.document === document) ? { document, writable: false } : null;
}

function write(document: DocumentHandle, { data }: DocumentStatus, { field, words }: KeptWords): boolean {
  const [list = '', rowId, name] = field.split('/');
  if (name !== undefined && !rowsOf(data, list).some(({ id }) => id === rowId)) return false;
  const text = document.text(field);
  try {
    const there = text.get();
    const insert = there.trim() === '' ? words : `\n${lacking(there, words)}`;
    return insert.trim() === '' || text.apply({ index: there.length, remove: 0, insert });
  } finally {
    text.release();
  }
}

/** What stands between the beginning and the end that both have: whole sentences rather than every word that is new. */
function lacking(there: string, words: string): string {
  const parts = wordDifference(there, words);
  const first = parts.findIndex(({ kind }) => kind !== 'same');
  const last = parts.findLastIndex(({ kind }) => kind !== 'same');
  const between = first < 0 ? [] : parts.slice(first, last + 1);
  return between
    .map((part) => (part.kind === 'removed' ? '' : part.words))
    .join('')
    .trim();
}

/** The first value for which `test` holds; null when none comes in time. */
function reached<T>(
  readable: { get(): T; subscribe(listener: () => void): () => void },
  test: (value: T) => boolean,
): Promise<T | null> {
  return new Promise((resolve) => {
    const end = (value: T | null): void => {
      clearTimeout(timer);
      stop();
      resolve(value);
    };
    const look = (): void => {
      if (test(readable.get())) end(readable.get());
    };
    const timer = setTimeout(() => end(null), patienceMs);
    const stop = readable.subscribe(look);
    look();
  });
}
