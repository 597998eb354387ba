import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RosterItem } from './items.js';
import type { RosterRow } from './rows.js';

/** Files in a folder under `parent`, for the time of a test. */
export async function withFolder<T>(
  parent: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(parent, 'ssp-interop-'));
  try {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

export interface Read {
  readonly rows: readonly RosterRow[];
  /** `file:line (row): why` of every issue and broken file. */
  readonly problems: readonly string[];
  readonly items: readonly RosterItem[];
}

/** Everything a reader yields, sorted out. */
export async function readAll(items: AsyncIterable<RosterItem>): Promise<Read> {
  const all: RosterItem[] = [];
  for await (const item of items) all.push(item);
  return {
    items: all,
    rows: all.flatMap((item) => (item.is === 'row' ? [item.row] : [])),
    problems: all.flatMap((item) =>
      item.is === 'issue' || item.is === 'broken'
        ? [`${item.at.file}:${item.at.line} (${item.at.row}): ${item.why}`]
        : [],
    ),
  };
}

/** A zip archive of these files, stored without compression. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [new TextEncoder().encode(name), new TextEncoder().encode(text)];
    const common = [20, 0, 0, 0, crc32(data), data.length, data.length] as const;
    const local = concat([header(0x04034b50, common), shorts(path.length, 0), path, data]);
    const central = [header(0x02014b50, common, [20]), shorts(path.length, 0, 0, 0, 0)];
    directory.push(...central, longs(0, offset), path);
    parts.push(local);
    offset += local.length;
  }
  const central = concat(directory);
  const count = Object.keys(files).length;
  const end = [longs(0x06054b50), shorts(0, 0, count, count), longs(central.length, offset), shorts(0)];
  return concat([...parts, central, ...end]);
}

function header(
  signature: number,
  [version, flags, method, time, crc, packed, size]: readonly [number, number, number, number, number, number, number],
  madeBy: readonly number[] = [],
): Uint8Array {
  const front = [longs(signature), shorts(...madeBy, version, flags, method), longs(time)];
  return concat([...front, longs(crc, packed, size)]);
}

function shorts(...values: readonly number[]): Uint8Array {
  return concat(values.map((value) => Uint8Array.of(value & 255, value >>> 8)));
}

function longs(...values: readonly number[]): Uint8Array {
  return concat(
    values.map((value) => Uint8Array.of(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, value >>> 24)),
  );
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function crc32(data: Uint8Array): number {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
