/**
 * The data keys, one a case, in a database of their own: it is backed up apart from the content, so that a key destroyed here can be
 * gone everywhere. Its rows are wrapped by the key file. Several processes may have it open.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync } from 'node:fs';
import { StartError } from '../../start-error.js';
import { type Database, openDatabase } from './database.js';
import { openBytes, sealBytes } from './seal-bytes.js';
import { hasNext, makeWrapKey, nextFile, readWrapKey, takeNext, type WrapKey } from './wrap-key.js';

export interface KeyPlaces {
  /** The database of the data keys. */
  readonly keys: string;
  /** The file of the key that wraps them. */
  readonly wrapKey: string;
}

/** "SSPq". */
const applicationId = 0x53535071;

/** Cases whose keys are kept in memory: those of a busy week. */
const kept = 10_000;

export class Keyring {
  readonly #db: Database;
  readonly #places: KeyPlaces;
  readonly #open = new Map<string, Uint8Array>();
  #wrap: WrapKey;

  /** Opens the keys, and makes both files where there are none yet. Throws a StartError for keys that cannot be used. */
  constructor(places: KeyPlaces) {
    this.#places = places;
    const isNew = !existsSync(places.keys);
    this.#wrap = isNew ? makeWrapKey(places.wrapKey) : readWrapKey(places.wrapKey);
    this.#db = openDatabase(places.keys);
    try {
      chmodSync(places.keys, 0o600);
      this.#db.exec('PRAGMA busy_timeout = 5000');
      // What is overwritten is gone: no journal keeps it, and freed pages are cleared.
      this.#db.all('PRAGMA journal_mode = DELETE');
      this.#db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON');
      this.#db.transaction(() => this.#prepare());
      this.#follow();
    } catch (error) {
      this.#db.close();
      if (error instanceof StartError) throw error;
      throw new StartError(`${places.keys} cannot be used: ${(error as Error).message}.`);
    }
  }

  /** The key of a case; made when there is none and `make` says so. Throws where there is none, or none any more. */
  of(caseId: string, make = false): Uint8Array {
    const known = this.#open.get(caseId);
    if (known) return known;
    const key = this.#db.transaction(() => {
      this.#follow();
      const [row] = this.#db.all<{ wrapped: Uint8Array | null }>('SELECT wrapped FROM keys WHERE case_id = ?', [
        caseId,
      ]);
      if (row?.wrapped) return openBytes(this.#wrap.bytes, placeOf(caseId), row.wrapped);
      if (row) throw new Error(`the key of case ${caseId} was destroyed`);
      if (!make) throw new Error(`there is no key of case ${caseId}`);
      const fresh = randomBytes(32);
      this.#db.run('INSERT INTO keys (case_id, wrapped) VALUES (?, ?)', [
        caseId,
        sealBytes(this.#wrap.bytes, placeOf(caseId), fresh),
      ]);
      return fresh;
    });
    if (this.#open.size >= kept) this.#open.clear();
    this.#open.set(caseId, key);
    return key;
  }

  /** Nothing of the case can be read from now on, here or in any backup. */
  destroy(caseId: string): void {
    this.#open.delete(caseId);
    this.#db.run(
      'INSERT INTO keys (case_id, wrapped) VALUES (?, NULL) ON CONFLICT (case_id) DO UPDATE SET wrapped = NULL',
      [caseId],
    );
  }

  /** Wraps all data keys by a new key, which takes the place of the old one in its file. Answers how many there are. */
  rotate(): number {
    const { wrapKey } = this.#places;
    const next = makeWrapKey(nextFile(wrapKey));
    const count = this.#db.transaction(() => {
      this.#follow();
      const rows = this.#db.all<{ case_id: string; wrapped: Uint8Array }>(
        'SELECT case_id, wrapped FROM keys WHERE wrapped IS NOT NULL',
      );
      for (const { case_id: caseId, wrapped } of rows) {
        const place = placeOf(caseId);
        const again = sealBytes(next.bytes, place, openBytes(this.#wrap.bytes, place, wrapped));
        this.#db.run('UPDATE keys SET wrapped = ? WHERE case_id = ?', [again, caseId]);
      }
      this.#db.run("UPDATE meta SET value = ? WHERE key = 'wrap'", [next.id]);
      return rows.length;
    });
    this.#wrap = takeNext(wrapKey);
    return count;
  }

  /** A copy of the keys as they are now, wrapped as they are, in a file that is not there yet. */
  backup(file: string): void {
    this.#db.run('VACUUM INTO ?', [file]);
    chmodSync(file, 0o600);
  }

  close(): void {
    this.#open.clear();
    this.#db.close();
  }

  #prepare(): void {
    this.#db.exec(`
      PRAGMA application_id = ${applicationId};
      CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS keys (case_id TEXT PRIMARY KEY, wrapped BLOB) STRICT, WITHOUT ROWID;
    `);
    this.#db.run("INSERT OR IGNORE INTO meta (key, value) VALUES ('wrap', ?)", [this.#wrap.id]);
  }

  /** Takes up the key by which the rows are wrapped now: another process may have changed it, or have been broken off doing so. */
  #follow(): void {
    const [row] = this.#db.all<{ value: string }>("SELECT value FROM meta WHERE key = 'wrap'");
    if (row?.value === this.#wrap.id) return;
    const { wrapKey } = this.#places;
    this.#wrap = readWrapKey(wrapKey);
    if (row?.value === this.#wrap.id) return;
    if (hasNext(wrapKey) && readWrapKey(nextFile(wrapKey)).id === row?.value) {
      this.#wrap = takeNext(wrapKey);
      return;
    }
    throw new StartError(`SSP_KEY_FILE: ${wrapKey} is not the key that ${this.#places.keys} is wrapped by.`);
  }
}

function placeOf(caseId: string): string {
  return `key/${caseId}`;
}
