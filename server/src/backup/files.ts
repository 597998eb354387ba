/** A database file as a whole: copied while a server writes to it, looked over, put in the place of another. */
import { chmodSync, closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { StartError } from '../start-error.js';
import { type Database, openDatabase } from '../storage/sqlite/database.js';

/** Copies what is committed now into a file that is not there yet, whole and on disk when it answers. */
export function copyDatabase(from: string, to: string): void {
  if (existsSync(to)) throw new StartError(`${to} is there already.`);
  const making = `${to}.making`;
  rmSync(making, { force: true });
  const db = openDatabase(from);
  try {
    db.exec('PRAGMA busy_timeout = 5000');
    // As a script: a prepared statement would hold the file until it is collected as garbage.
    db.exec(`VACUUM INTO '${making.replaceAll("'", "''")}'`);
  } finally {
    db.close();
  }
  chmodSync(making, 0o600);
  flush(making);
  renameSync(making, to);
}

/** A copy of a backup, which itself stays as it is. */
export function copyBackup(from: string, to: string): void {
  rmSync(to, { force: true });
  copyFileSync(from, to);
  chmodSync(to, 0o600);
  flush(to);
}

/** Throws a StartError for a file that is not whole. */
export function requireWhole(file: string): void {
  if (!existsSync(file)) throw new StartError(`${file} is not there.`);
  let db: Database | null = null;
  try {
    db = openDatabase(file);
    const [row] = db.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (row?.quick_check !== 'ok') throw new Error(row?.quick_check);
  } catch (error) {
    throw new StartError(`${file} is no whole database: ${(error as Error).message}.`);
  } finally {
    db?.close();
  }
}

/** Throws a StartError while another process has the database open. */
export function requireAlone(file: string): void {
  if (!existsSync(file)) return;
  const db = openDatabase(file);
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) throw error;
    throw new StartError(`${file} is in use: stop the server first.`);
  } finally {
    db.close();
  }
}

/** Moves a database with what belongs to it. */
export function moveDatabase(from: string, to: string): void {
  for (const end of ['', '-wal', '-shm']) if (existsSync(from + end)) renameSync(from + end, to + end);
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}
