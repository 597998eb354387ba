import type { Place, RosterItem } from '../items.js';
import type { Lookup } from '../lookup.js';
import { isDay } from '../values.js';
import { find, textAt, textWithin, type XmlNode } from '../xml-records.js';

/** Turns one entry of an interchange file into rows and issues. Entries it does not know yield nothing. */
export type EdfiMap = (node: XmlNode, at: Place, lookup: Lookup) => Iterable<RosterItem>;

/** `Mother` of `uri://ed-fi.org/RelationDescriptor#Mother`. */
export function descriptor(text: string | null): string | null {
  return text ? text.slice(text.lastIndexOf('#') + 1) : null;
}

/** A day below a node; `bad` is what stands there when it is no day. */
export function dayAt(node: XmlNode, ...path: string[]): { day: string | null; bad: string | null } {
  const text = textAt(node, ...path);
  return text && !isDay(text) ? { day: null, bad: text } : { day: text, bad: null };
}

/**
 * The key that a reference names: written out in it, or by the XML id of an entry that came before it in the same file.
 */
export function referenced(node: XmlNode, reference: string, key: string, file: string, lookup: Lookup): string | null {
  const at = find(node, reference);
  if (!at) return null;
  if (at.ref) return lookup.get(`id ${file}`, at.ref) ?? null;
  return textWithin(at, key);
}

/** Remembers the key of an entry that has an XML id. */
export function remember(node: XmlNode, key: string, file: string, lookup: Lookup): void {
  if (node.id) lookup.set(`id ${file}`, node.id, key);
}

/** How a reference is written, for people: `PRNT_1` or the key's name. */
export function describeReference(node: XmlNode, reference: string): string {
  const at = find(node, reference);
  if (!at) return `no ${reference}`;
  return at.ref ? `${reference} "${at.ref}", which nothing before it in the file defines` : `an empty ${reference}`;
}
