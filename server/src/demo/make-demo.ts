import { renameSync, rmSync } from 'node:fs';
import type { Process } from '@ssp-kit/process';
import { markDemo } from '../demo.js';
import type { Limits } from '../limits.js';
import type { Log } from '../log.js';
import { openRecords } from '../records/records.js';
import { rosterMigrations } from '../roster/schema.js';
import { openDatabase } from '../storage/sqlite/database.js';
import { openSqlite } from '../storage/sqlite/sqlite.js';
import { makeDemoDistrict } from './district.js';

export interface NewDemo {
  /** The database file, which is not there yet. */
  readonly file: string;
  readonly keyFile: string;
  readonly process: Process;
  readonly limits: Limits;
  readonly log: Log;
  readonly now: () => Date;
}

/**
 * Makes a database file with the demo district in it, before the server opens it. It is made under another name and then
 * renamed: a start that was broken off leaves no half district.
 */
export async function makeDemo({ file, keyFile, ...services }: NewDemo): Promise<void> {
  const making = `${file}.making`;
  rmSync(making, { force: true });
  removeLog(making);
  const { storage, tables } = await openSqlite({ file: making, keyFile, tables: { roster: rosterMigrations } });
  const records = openRecords(services.process);
  try {
    await makeDemoDistrict({ file: making, storage, tables, records, ...services });
    await markDemo(tables);
  } finally {
    await records.close();
    await storage.close();
  }
  foldLog(making);
  removeLog(making);
  renameSync(making, file);
}

/** Brings everything into the one file, whoever may still have it open. */
function foldLog(file: string): void {
  const db = openDatabase(file);
  try {
    const [row] = db.all<{ busy: number }>('PRAGMA wal_checkpoint(TRUNCATE)');
    if (row?.busy !== 0) throw new Error('the demo was made, but its file is still in use');
  } finally {
    db.close();
  }
}

function removeLog(file: string): void {
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
}
