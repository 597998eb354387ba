import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { FileFault } from './file-fault.js';

/** An element with its children; `text` is its own, trimmed. Names are without prefix. */
export interface XmlNode {
  readonly name: string;
  readonly id: string | null;
  readonly ref: string | null;
  readonly children: XmlNode[];
  text: string;
}

export interface XmlRecord {
  /** Name of the document's root element. */
  readonly root: string;
  readonly node: XmlNode;
  /** Line of its start, from 1. */
  readonly line: number;
}

/** More elements, or characters of text, than one entry of a roster ever has. */
const RECORD_LIMIT = 200_000;

/**
 * The children of the root element one after the other, each as a small tree; only one chunk's worth is in memory.
 * Entities of a document type are never expanded. Throws `FileFault`, after the records before it were yielded.
 */
export async function* xmlRecords(stream: Readable): AsyncGenerator<XmlRecord> {
  const parser = new SaxesParser();
  const ready: XmlRecord[] = [];
  const path: XmlNode[] = [];
  let fault: FileFault | null = null;
  let root = '';
  let depth = 0;
  let line = 0;
  let size = 0;

  parser.on('error', (error) => {
    fault ??= new FileFault(error.message.replace(/^\d+:\d+: /, ''), parser.line);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    const name = tag.name.slice(tag.name.indexOf(':') + 1);
    if (depth === 1) {
      root = name;
      return;
    }
    if (depth === 2) {
      line = parser.line;
      size = 0;
    }
    grow(1);
    const { id, ref } = tag.attributes as Record<string, string | undefined>;
    const node: XmlNode = { name, id: id ?? null, ref: ref ?? null, children: [], text: '' };
    path.at(-1)?.children.push(node);
    path.push(node);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    const node = path.pop();
    if (!node) return;
    node.text = node.text.trim();
    if (depth === 1 && !fault) ready.push({ root, node, line });
  });

  function addText(text: string): void {
    const node = path.at(-1);
    if (!node) return;
    grow(text.length);
    node.text += text;
  }
  function grow(by: number): void {
    size += by;
    if (size > RECORD_LIMIT) fault ??= new FileFault('An entry is larger than any roster’s.', line);
  }

  stream.setEncoding('utf8');
  for await (const chunk of stream) {
    parser.write(chunk as string);
    yield* ready.splice(0);
    if (fault) throw fault as FileFault;
  }
  parser.close();
  yield* ready.splice(0);
  if (fault) throw fault as FileFault;
}

/** The first element at a path below a node, or null. */
export function find(node: XmlNode, ...path: string[]): XmlNode | null {
  let at: XmlNode | undefined = node;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at ?? null;
}

/** The text at a path below a node, or null when it is absent or empty. */
export function textAt(node: XmlNode, ...path: string[]): string | null {
  return find(node, ...path)?.text || null;
}

/** The first text under an element of that name anywhere below a node, or null. */
export function textWithin(node: XmlNode | null, name: string): string | null {
  for (const child of node?.children ?? []) {
    const text = child.name === name ? child.text : textWithin(child, name);
    if (text) return text;
  }
  return null;
}
