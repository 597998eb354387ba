import { isDay } from './days.js';
import type { Day, DocumentView, RowView } from './types.js';

/** The rows of a list of a document; none when it has no such list. */
export function rowsOf(view: DocumentView, list: string): readonly RowView[] {
  const rows = view[list];
  return Array.isArray(rows) ? rows.filter((row): row is RowView => typeof row === 'object' && row !== null) : [];
}

/** What is written, without the blanks around it; empty when nothing is. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

/** A value that is written: a code, an id, a day; null for an empty one and for anything else. */
export function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function dayOf(value: unknown): Day | null {
  return isDay(value) ? value : null;
}
