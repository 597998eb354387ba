import type { DocumentView, Plain, Process, RowView } from '@ssp-kit/process';
import { generateNKeysBetween } from 'fractional-indexing';
import { RecordError } from './record-error.js';
import { shapeOf } from './shape.js';

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/**
 * A view as JSON that is the same for the same content, whatever its history: keys sorted, strings in NFC with `\n`, choices sorted,
 * rows in their order without their order keys, nothing that is empty.
 */
export function canonicalJson(view: DocumentView): string {
  return JSON.stringify(clean(view) ?? {});
}

/** SHA-256 of the canonical JSON, in hex: what a signature names. Needs Web Crypto (a secure context in browsers). */
export async function contentHash(view: DocumentView): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalJson(view)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The view that a canonical JSON was made of, with texts and lists filled as when projecting. Throws `broken-json`. */
export function viewOfCanonical(process: Process, kind: string, json: string): DocumentView {
  const shape = shapeOf(process, kind);
  const content: unknown = parse(json);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new RecordError('broken-json', 'a document is an object');
  const read = content as Readonly<Record<string, Plain | readonly RowView[] | undefined>>;
  const view: Record<string, Plain | readonly RowView[]> = {};
  for (const field of shape.fields) {
    const value = read[field.name] ?? (field.type === 'text' ? '' : undefined);
    if (value !== undefined) view[field.name] = value as Plain;
  }
  for (const [list, fields] of shape.lists) {
    const rows = (read[list] ?? []) as readonly RowView[];
    const orders = generateNKeysBetween(null, null, rows.length);
    view[list] = rows.map((row, index) => {
      const copy: { id: string; order: string; [field: string]: Plain } = {
        id: row.id,
        order: orders[index] as string,
      };
      for (const field of fields) {
        const value = row[field.name] ?? (field.type === 'text' ? '' : undefined);
        if (value !== undefined) copy[field.name] = value;
      }
      return copy;
    });
  }
  return view;
}

function clean(value: unknown): Json | undefined {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').normalize('NFC') || undefined;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (Array.isArray(value)) return cleanList(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const object = value as Readonly<Record<string, unknown>>;
  const entries: [string, Json][] = [];
  for (const name of Object.keys(object).sort()) {
    const content = clean(object[name]);
    if (content !== undefined) entries.push([name, content]);
  }
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function cleanList(list: readonly unknown[]): Json | undefined {
  const items = list.map((item) => (isRow(item) ? cleanRow(item) : clean(item))).filter((item) => item !== undefined);
  if (items.length === 0) return undefined;
  if (!items.every((item) => typeof item === 'string')) return items;
  return [...new Set(items)].sort();
}

/** A row without content says nothing and is left out; where a row stands is told by its place in the list. */
function cleanRow(row: RowView): Json | undefined {
  const { order: _order, ...content } = row;
  const cleaned = clean(content);
  return cleaned && Object.keys(cleaned).length > 1 ? cleaned : undefined;
}

function isRow(item: unknown): item is RowView {
  return typeof item === 'object' && item !== null && 'id' in item && 'order' in item;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new RecordError('broken-json', `not JSON: ${String(cause)}`);
  }
}
