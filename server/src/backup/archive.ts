/**
 * What `ssp backup --follow` writes. A folder for each time it was started, named by that time: `base.db`, the database file as it was
 * then; `log`, a record for each moment at which something new was committed; `seen`, the last moment at which it had looked.
 */
import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { StartError } from '../start-error.js';
import { copyBackup } from './files.js';
import type { Committed } from './wal-reader.js';

/** time, pages of the database, pages in the record, length of what follows, its check sum; what follows is deflated. */
const headLength = 24;

interface RecordHead {
  readonly time: number;
  readonly count: number;
  readonly pages: number;
  readonly length: number;
  readonly sum: number;
}

/** The writing end, from one start to its stop. */
export class Archive {
  readonly base: string;
  readonly #log: number;
  readonly #seen: number;

  constructor(folder: string, startedAt: number) {
    const own = join(folder, new Date(startedAt).toISOString().replaceAll(/[:.]/g, '-'));
    mkdirSync(own, { recursive: true, mode: 0o700 });
    this.base = join(own, 'base.db');
    this.#log = openSync(join(own, 'log'), 'ax', 0o600);
    this.#seen = openSync(join(own, 'seen'), 'wx', 0o600);
  }

  /** Adds what was committed up to `time` (milliseconds since 1970). It is on disk when it returns. */
  add(time: number, { pages, count }: Committed): void {
    const parts = [...pages].flatMap(([page, bytes]) => {
      const number = Buffer.alloc(4);
      number.writeUInt32BE(page);
      return [number, bytes];
    });
    const content = deflateRawSync(Buffer.concat(parts), { level: 1 });
    const head = Buffer.alloc(headLength);
    head.writeBigUInt64BE(BigInt(time), 0);
    head.writeUInt32BE(count, 8);
    head.writeUInt32BE(pages.size, 12);
    head.writeUInt32BE(content.length, 16);
    head.writeUInt32BE(crc32(content), 20);
    writeSync(this.#log, Buffer.concat([head, content]));
    fdatasyncSync(this.#log);
  }

  /** Everything that was committed up to `time` is in it. */
  saw(time: number): void {
    writeSync(this.#seen, String(time).padStart(16, '0'), 0);
  }

  close(): void {
    for (const file of [this.#log, this.#seen]) {
      fsyncSync(file);
      closeSync(file);
    }
  }
}

/** One start of it, whole for every instant from `from` to `until` (milliseconds since 1970). */
export interface Followed {
  readonly folder: string;
  readonly from: number;
  readonly until: number;
}

/** What an archive covers, the oldest first. One that was broken off before it had its base is none. */
export function followed(folder: string): readonly Followed[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .filter((own) => existsSync(join(own, 'seen')) && statSync(join(own, 'seen')).size > 0)
    .flatMap((own) => {
      const [first] = recordsOf(own);
      const until = Number(readFileSync(join(own, 'seen'), 'utf8'));
      return first ? [{ folder: own, from: first.head.time, until: Math.max(until, first.head.time) }] : [];
    });
}

/**
 * Makes the database file as it was at an instant. Nothing that was committed after it is in it; of what was committed in the tenth of
 * a second before, something may be missing. Throws a StartError for an instant that was not followed.
 */
export function replay(folder: string, at: number, to: string): void {
  const all = followed(folder);
  const one = all.findLast(({ from, until }) => from <= at && at <= until);
  if (!one) {
    const say = (time: number) => new Date(time).toISOString();
    const spans = all.map(({ from, until }) => `${say(from)} to ${say(until)}`).join(', ') || 'nothing';
    throw new StartError(`${say(at)} was not followed. ${folder} has ${spans}.`);
  }
  copyBackup(join(one.folder, 'base.db'), to);
  const file = openSync(to, 'r+');
  try {
    for (const { head, content } of recordsOf(one.folder)) {
      if (head.time > at) break;
      if (head.pages > 0) apply(file, head, inflateRawSync(content));
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function apply(file: number, { pages, count }: RecordHead, content: Buffer): void {
  const size = content.length / pages - 4;
  for (let at = 0; at < content.length; at += 4 + size) {
    const page = content.readUInt32BE(at);
    writeSync(file, content, at + 4, size, (page - 1) * size);
  }
  ftruncateSync(file, count * size);
}

/** Records up to the first that is not whole: it was being written when the program ended. */
function* recordsOf(own: string): Generator<{ readonly head: RecordHead; readonly content: Buffer }> {
  const log = openSync(join(own, 'log'), 'r');
  try {
    for (let at = 0; ; ) {
      const bytes = bytesAt(log, at, headLength);
      if (!bytes) return;
      const head: RecordHead = {
        time: Number(bytes.readBigUInt64BE(0)),
        count: bytes.readUInt32BE(8),
        pages: bytes.readUInt32BE(12),
        length: bytes.readUInt32BE(16),
        sum: bytes.readUInt32BE(20),
      };
      const content = bytesAt(log, at + headLength, head.length);
      if (!content || crc32(content) !== head.sum) return;
      yield { head, content };
      at += headLength + head.length;
    }
  } finally {
    closeSync(log);
  }
}

function bytesAt(file: number, at: number, length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  return readSync(file, bytes, 0, length, at) === length ? bytes : null;
}
