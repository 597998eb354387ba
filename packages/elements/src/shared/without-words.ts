import type { DocumentView, Process, RowView } from '@ssp-kit/process';

type Plainly = Readonly<Record<string, unknown>>;

const textNames = new WeakMap<Process, Map<string, ReadonlySet<string>>>();
const known = new WeakMap<DocumentView, Plainly>();

/**
 * A document with each text as whether anything is written in it. It stays the same while people write on: who shows a
 * document draws it anew when this changes, and leaves the letters to the fields.
 */
export function withoutWords(process: Process, kind: string, data: DocumentView): Plainly {
  const made = known.get(data);
  if (made !== undefined) return made;
  const texts = textsOf(process, kind);
  const plain = Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map((row) => (typeof row === 'object' ? rowWithoutWords(texts, name, row) : row))
        : texts.has(name)
          ? isWritten(value)
          : value,
    ]),
  );
  known.set(data, plain);
  return plain;
}

function rowWithoutWords(texts: ReadonlySet<string>, list: string, row: RowView): Plainly {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, texts.has(`${list}/${name}`) ? isWritten(value) : value]),
  );
}

function isWritten(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

/** `<field>` and `<list>/<field>` of the texts of a kind of document. */
function textsOf(process: Process, kind: string): ReadonlySet<string> {
  const kinds = textNames.get(process) ?? new Map<string, ReadonlySet<string>>();
  textNames.set(process, kinds);
  const found =
    kinds.get(kind) ??
    new Set(
      process.fields
        .filter((row) => row.of === kind && row.type === 'text')
        .map(({ list, name }) => (list === undefined ? name : `${list}/${name}`)),
    );
  kinds.set(kind, found);
  return found;
}
