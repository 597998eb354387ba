import { given, isDay } from '../values.js';

/** Columns of one record by their names. */
export type Fields = Readonly<Record<string, string>>;

/** A column's text, trimmed; null when it is empty or not there. */
export function column(fields: Fields, name: string): string | null {
  return given(fields[name]);
}

/** A comma-separated column. */
export function listColumn(fields: Fields, name: string): string[] {
  const texts = (fields[name] ?? '').split(',').map((text) => text.trim());
  return texts.filter((text) => text !== '');
}

/** `tobedeleted` (1.2 and 1.1) and 1.0's `inactive` end a row; every other status, and none, keeps it. */
export function isActive(fields: Fields): boolean {
  const status = column(fields, 'status')?.toLowerCase();
  return status !== 'tobedeleted' && status !== 'inactive';
}

/** Two days of a row, or the text that is no day. */
export function period(
  fields: Fields,
  from: string,
  until: string,
): { begin: string | null; end: string | null } | { bad: string } {
  const begin = column(fields, from);
  const end = column(fields, until);
  const bad = [begin, end].find((day) => day !== null && !isDay(day));
  return bad ? { bad } : { begin, end };
}
