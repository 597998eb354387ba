import {
  type CaseState,
  type DocumentView,
  type FieldRow,
  fieldsOf,
  type Plain,
  type Process,
  type RowView,
} from '@ssp-kit/process';
import { formatDay, formatTime, labelOf } from './format.js';
import { defineTerms } from './terms.js';
import { numberFormat } from './formatters.js';

/** Where a field stands: `<field>` or `<list>/<row id>/<field>`. */
export function pathOf(row: FieldRow, rowId?: string): string {
  return row.list === undefined || !rowId ? row.name : `${row.list}/${rowId}/${row.name}`;
}

export function fieldRow(process: Process, of: string, name: string, list?: string): FieldRow | undefined {
  return fieldsOf(process, of, list).find((row) => row.name === name);
}

/** The rows of a list, in their order. */
export function rowsOf(data: DocumentView | null | undefined, list: string): readonly RowView[] {
  const rows = data?.[list];
  return Array.isArray(rows) ? (rows as readonly RowView[]) : [];
}

export function valueAt(data: DocumentView | null | undefined, row: FieldRow, rowId?: string): Plain | undefined {
  if (row.list !== undefined && rowId) {
    return rowsOf(data, row.list).find(({ id }) => id === rowId)?.[row.name];
  }
  const value = data?.[row.name];
  return isRows(value) ? undefined : value;
}

/** Whether a field matters here: its track is taken, the document was opened about it, and the answer it depends on was given. */
export function isAsked(
  row: FieldRow,
  values: Readonly<Record<string, unknown>> | null | undefined,
  track: CaseState['track'] = null,
  about?: string,
): boolean {
  if (!isForThis(row, track, about)) return false;
  if (row.when === undefined) return true;
  const answer = values?.[row.when.field];
  return row.when.is.some((value) => value === answer);
}

/** Whether a field or a section is one of a document's at all: of its track, and of what it was opened about. */
export function isForThis(
  row: Pick<FieldRow, 'tracks' | 'abouts'>,
  track: CaseState['track'],
  about: string | undefined,
): boolean {
  if (row.tracks !== undefined && (track === null || !row.tracks.includes(track))) return false;
  return row.abouts === undefined || (about !== undefined && row.abouts.includes(about));
}

export function labelFor(row: FieldRow, audience: 'staff' | 'family'): string {
  return audience === 'family' ? (row.familyLabel ?? row.label) : row.label;
}

const terms = defineTerms('field-value', { yes: 'Yes', no: 'No', minutes: '{count} min' });

/** An answer as a person reads it; '' when there is none. `options` name what an id stands for. */
export function sayValue(
  process: Process,
  row: FieldRow,
  value: Plain | undefined,
  options: readonly { readonly code: string; readonly label: string }[],
  locale: string,
): string {
  if (value == null || value === '') return '';
  if (typeof value === 'boolean') return terms(value ? 'yes' : 'no');
  if (typeof value === 'number') {
    const count = numberFormat(locale).format(value);
    return row.type === 'minutes' ? terms('minutes', { count }) : count;
  }
  if (typeof value !== 'string') {
    return value.map((code) => nameOf(process, row, code, options)).join(', ');
  }
  if (row.type === 'day') return formatDay(value, locale);
  if (row.type === 'time') return formatTime(value, locale);
  return nameOf(process, row, value, options);
}

function nameOf(
  process: Process,
  row: FieldRow,
  code: string,
  options: readonly { readonly code: string; readonly label: string }[],
): string {
  return options.find((option) => option.code === code)?.label ?? labelOf(process, row.vocabulary, code);
}

function isRows(value: unknown): value is readonly RowView[] {
  return Array.isArray(value) && value.some((item) => typeof item === 'object');
}

/** What a row is called where another one points to it: its name, its sentence, or its place. */
export function nameRow(row: RowView, index: number): string {
  for (const field of ['name', 'statement', 'behavior', 'what', 'decision']) {
    const value = row[field];
    if (typeof value === 'string' && value.trim() !== '') return shorten(value.trim());
  }
  return String(index + 1);
}

function shorten(words: string, most = 60): string {
  return words.length <= most ? words : `${[...words].slice(0, most).join('').trimEnd()}…`;
}

const helpless = new WeakMap<FieldRow, FieldRow>();

/** The row for a place where its help would be said once more: below the first row of a list, or for everyone in a list of people. */
export function withoutHelp(row: FieldRow): FieldRow {
  if (row.help === undefined) return row;
  const known = helpless.get(row);
  if (known !== undefined) return known;
  const { help: _, ...rest } = row;
  helpless.set(row, rest);
  return rest;
}
