/** Reads what is committed in SQLite's write-ahead log as it grows (format: sqlite.org/fileformat2.html, section 4). */
import { readSync } from 'node:fs';

/** Pages as some commits left them, the newest of each, and how many the database has after them. */
export interface Committed {
  readonly pages: ReadonlyMap<number, Uint8Array>;
  readonly count: number;
}

const headLength = 32;
const frameHeadLength = 24;
const magic = 0x377f0682;

interface Sum {
  readonly a: number;
  readonly b: number;
}

interface Head {
  readonly salt: bigint;
  readonly pageSize: number;
  readonly littleEndian: boolean;
  readonly sum: Sum;
}

/**
 * Who reads must hold a read transaction on the database from before the first `read`: without one the log may begin anew before its
 * last commits were read.
 */
export class WalReader {
  readonly #file: number;
  #head: Head | null = null;
  /** Where the next frame after the last commit stands, and the sum up to there. */
  #at = headLength;
  #sum: Sum = { a: 0, b: 0 };

  /** `file` is the open log. */
  constructor(file: number) {
    this.#file = file;
  }

  /** Bytes of the log that were read since it began anew. */
  get size(): number {
    return this.#at;
  }

  /** What was committed since the last call; null when nothing was. */
  read(): Committed | null {
    const head = this.#readHead();
    if (!head) return null;
    if (head.salt !== this.#head?.salt) {
      this.#head = head;
      this.#at = headLength;
      this.#sum = head.sum;
    }
    const pages = new Map<number, Uint8Array>();
    const open = new Map<number, Uint8Array>();
    let count = 0;
    let { a, b } = this.#sum;
    const length = frameHeadLength + head.pageSize;
    for (let at = this.#at; ; ) {
      const frame = this.#bytes(at, length);
      if (frame?.readBigUInt64BE(8) !== head.salt) break;
      ({ a, b } = summed(frame.subarray(0, 8), { a, b }, head.littleEndian));
      ({ a, b } = summed(frame.subarray(frameHeadLength), { a, b }, head.littleEndian));
      if (frame.readUInt32BE(16) !== a || frame.readUInt32BE(20) !== b) break;
      at += length;
      open.set(frame.readUInt32BE(0), frame.subarray(frameHeadLength));
      const pagesAfter = frame.readUInt32BE(4);
      if (pagesAfter === 0) continue;
      for (const [page, bytes] of open) pages.set(page, bytes);
      open.clear();
      count = pagesAfter;
      this.#at = at;
      this.#sum = { a, b };
    }
    return pages.size > 0 ? { pages, count } : null;
  }

  /** Null while there is none, or one that is being written. */
  #readHead(): Head | null {
    const bytes = this.#bytes(0, headLength);
    if (!bytes || (bytes.readUInt32BE(0) & ~1) >>> 0 !== magic) return null;
    const littleEndian = (bytes.readUInt32BE(0) & 1) === 0;
    const sum = summed(bytes.subarray(0, 24), { a: 0, b: 0 }, littleEndian);
    if (bytes.readUInt32BE(24) !== sum.a || bytes.readUInt32BE(28) !== sum.b) return null;
    return { salt: bytes.readBigUInt64BE(16), pageSize: bytes.readUInt32BE(8), littleEndian, sum };
  }

  #bytes(at: number, length: number): Buffer | null {
    const bytes = Buffer.allocUnsafe(length);
    return readSync(this.#file, bytes, 0, length, at) === length ? bytes : null;
  }
}

/** SQLite's checksum of pairs of 32-bit words, carried on. */
function summed(bytes: Buffer, { a, b }: Sum, littleEndian: boolean): Sum {
  for (let at = 0; at < bytes.length; at += 8) {
    const [x, y] = littleEndian
      ? [bytes.readUInt32LE(at), bytes.readUInt32LE(at + 4)]
      : [bytes.readUInt32BE(at), bytes.readUInt32BE(at + 4)];
    a = (a + x + b) >>> 0;
    b = (b + y + a) >>> 0;
  }
  return { a, b };
}
