/**
 * The newest updates of all rooms, as they came: one row a commit. Put into their places at once, the updates of twenty rooms would
 * be written as twenty pages; so they stand together first, and are settled into `updates` many at a time. What is here is as much
 * on disk as what is there.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Database } from './database.js';

export interface UpdateRow {
  readonly room: number;
  readonly n: number;
  readonly author: string;
  readonly at: number;
  readonly bytes: Uint8Array;
}

export const insertUpdate = 'INSERT INTO updates (room, n, author, at, bytes) VALUES (?, ?, ?, ?, ?)';

export class Journal {
  readonly #db: Database;
  /** What the table holds, by room. */
  readonly #rows = new Map<number, UpdateRow[]>();
  #size = 0;
  /** The last number of each room that updates came for, or null where nothing more is taken. */
  readonly #heads = new Map<number, number | null>();
  #version: unknown;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Updates that are not settled yet. */
  get size(): number {
    return this.#size;
  }

  /** Of a room, what is not settled yet. */
  rowsOf(room: number): readonly UpdateRow[] {
    return this.#rows.get(room) ?? [];
  }

  /** Number of a room's last update; null for a room that takes none: sealed, or unknown. */
  headOf(room: number): number | null {
    let head = this.#heads.get(room);
    if (head === undefined) {
      const [row] = this.#db.all<{ head: number; sealed: number }>('SELECT head, sealed FROM rooms WHERE id = ?', [
        room,
      ]);
      head = row && row.sealed === 0 ? (this.rowsOf(room).at(-1)?.n ?? row.head) : null;
      this.#heads.set(room, head);
    }
    return head;
  }

  /** Adds updates, each with its room's next number. The caller holds the write lock. */
  append(rows: readonly UpdateRow[]): void {
    if (rows.length === 0) return;
    this.#db.run('INSERT INTO journal (rows) VALUES (?)', [write(rows)]);
    for (const row of rows) {
      this.#keep(row);
      this.#heads.set(row.room, row.n);
    }
  }

  /** Puts everything into its place. The caller holds the write lock. */
  settle(): void {
    if (this.#size === 0) return;
    for (const [room, rows] of this.#rows) {
      for (const { n, author, at, bytes } of rows) {
        this.#db.run(insertUpdate, [room, n, author, at, bytes]);
      }
      this.#db.run('UPDATE rooms SET head = ? WHERE id = ?', [rows.at(-1)?.n ?? 0, room]);
    }
    this.#db.exec('DELETE FROM journal');
    this.#rows.clear();
    this.#size = 0;
  }

  /** Looks whether another process, a command beside the server, has written to the file. To be called before the others. */
  refresh(): void {
    const [version] = Object.values(this.#db.all('PRAGMA data_version')[0] ?? {});
    if (version === this.#version) return;
    this.forget();
    this.#version = version;
    for (const batch of this.#db.all<{ rows: Uint8Array }>('SELECT rows FROM journal ORDER BY seq')) {
      for (const row of read(batch.rows)) this.#keep(row);
    }
  }

  /** What is known of the tables may be wrong: something was not committed, or a decision has changed rooms. */
  forget(): void {
    this.#version = undefined;
    this.#rows.clear();
    this.#size = 0;
    this.#heads.clear();
  }

  #keep(row: UpdateRow): void {
    const ofRoom = this.#rows.get(row.room);
    if (ofRoom) ofRoom.push(row);
    else this.#rows.set(row.room, [row]);
    this.#size++;
  }
}

function write(rows: readonly UpdateRow[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, rows.length);
  for (const { room, n, author, at, bytes } of rows) {
    encoding.writeVarUint(encoder, room);
    encoding.writeVarUint(encoder, n);
    encoding.writeVarString(encoder, author);
    encoding.writeVarUint(encoder, at);
    encoding.writeVarUint8Array(encoder, bytes);
  }
  return encoding.toUint8Array(encoder);
}

function read(batch: Uint8Array): UpdateRow[] {
  const decoder = decoding.createDecoder(batch);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    room: decoding.readVarUint(decoder),
    n: decoding.readVarUint(decoder),
    author: decoding.readVarString(decoder),
    at: decoding.readVarUint(decoder),
    bytes: decoding.readVarUint8Array(decoder),
  }));
}
