/** How a profile differs from another one: rows replaced, left out or said in other words, each by its name. */
import type { Process } from '../process.js';

type Change<Row> = Partial<Row> | ((row: Row) => Row);

/** The name of a row in its table: `plan/goals/behavior` of a field, `plan/goals` of a section, else its key, id, kind or code. */
export function nameOf(row: object): string {
  const { of, list, name, key, id, kind, code } = row as Readonly<Record<string, string | undefined>>;
  if (of !== undefined) return [of, list, name ?? id].filter((part) => part !== undefined).join('/');
  return key ?? id ?? kind ?? code ?? '';
}

/** The rows with some of them changed. Throws for a name that no row has: the row it meant is gone. */
export function replace<Row extends object>(
  rows: readonly Row[],
  changes: Readonly<Record<string, Change<Row>>>,
): readonly Row[] {
  mustBeThere(rows, Object.keys(changes));
  return rows.map((row) => {
    const change = changes[nameOf(row)];
    if (change === undefined) return row;
    return typeof change === 'function' ? change(row) : { ...row, ...change };
  });
}

/** The rows without some of them. Throws for a name that no row has. */
export function without<Row extends object>(rows: readonly Row[], names: readonly string[]): readonly Row[] {
  mustBeThere(rows, names);
  return rows.filter((row) => !names.includes(nameOf(row)));
}

/** The rows with other labels. Throws for a name that no row has. */
export function relabel<Row extends { readonly label: string }>(
  rows: readonly Row[],
  labels: Readonly<Record<string, string>>,
): readonly Row[] {
  const changes = Object.entries(labels).map(([name, label]) => [name, (row: Row) => ({ ...row, label })] as const);
  return replace(rows, Object.fromEntries(changes));
}

/** A row without some of its properties. */
export function drop<Row extends object>(...names: readonly (keyof Row & string)[]): (row: Row) => Row {
  return (row) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !names.some((dropped) => dropped === name))) as Row;
}

const spoken = ['label', 'familyLabel', 'help', 'does', 'says', 'familySays', 'yields'];

/** The whole process in other words: every text that people read goes through `change`. */
export function reword(process: Process, change: (text: string) => string): Process {
  return mapTexts(process, spoken, change) as Process;
}

/** The whole process with other sources. */
export function resource(process: Process, change: (source: string) => string): Process {
  return mapTexts(process, ['source'], change) as Process;
}

function mapTexts(value: unknown, keys: readonly string[], change: (text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, keys, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      keys.includes(key) && typeof item === 'string' ? change(item) : mapTexts(item, keys, change),
    ]),
  );
}

function mustBeThere(rows: readonly object[], names: readonly string[]): void {
  const known = new Set(rows.map(nameOf));
  const missing = names.filter((name) => !known.has(name));
  if (missing.length > 0) throw new Error(`no row is named ${missing.join(', ')}`);
}
