import { existsSync } from 'node:fs';
import { StartError } from '../../start-error.js';
import { type Database, openDatabase } from './database.js';
import { migrations } from './schema.js';

/** Marks a file as one of this program (`PRAGMA application_id`): "SSPk". */
const applicationId = 0x5353506b;

/**
 * Opens or makes the file, in WAL mode with every commit flushed, and brings its tables up to this version.
 * `others` are further groups of tables, each an ordered list of scripts. Throws a StartError for a file it must not touch.
 */
export function openFile(file: string, others: Readonly<Record<string, readonly string[]>>): Database {
  const isNew = !existsSync(file);
  let db: Database;
  try {
    db = openDatabase(file);
    db.exec('PRAGMA busy_timeout = 5000');
    if (!isNew) refuseForeign(db, file);
    db.all('PRAGMA journal_mode = WAL');
    db.exec('PRAGMA synchronous = FULL');
    db.transaction(() => {
      db.exec(`PRAGMA application_id = ${applicationId}`);
      migrate(db, others);
    });
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(sentence(file, error));
  }
  return db;
}

function refuseForeign(db: Database, file: string): void {
  const version = pragma(db, 'user_version');
  const tables = db.all("SELECT name FROM sqlite_master WHERE type = 'table' LIMIT 1");
  if (tables.length > 0 && pragma(db, 'application_id') !== applicationId) {
    throw new StartError(`${file} is a database of another program: set SSP_DATA_DIR to another folder.`);
  }
  if (version > migrations.length) {
    throw new StartError(
      `${file} was made by a newer version of this program (its format is ${version}, this one knows ${migrations.length}): update the program, or set SSP_DATA_DIR to another folder.`,
    );
  }
}

function migrate(db: Database, others: Readonly<Record<string, readonly string[]>>): void {
  const from = pragma(db, 'user_version');
  for (const step of migrations.slice(from)) {
    if (typeof step === 'string') db.exec(step);
    else step(db);
  }
  db.exec(`PRAGMA user_version = ${migrations.length}`);
  for (const [name, scripts] of Object.entries(others)) {
    const key = `tables.${name}`;
    const done = Number(db.all<{ value: string }>('SELECT value FROM meta WHERE key = ?', [key])[0]?.value ?? 0);
    if (done > scripts.length)
      throw new StartError(`The tables of ${name} were made by a newer version of this program.`);
    for (const script of scripts.slice(done)) db.exec(script);
    db.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', [key, String(scripts.length)]);
  }
}

function pragma(db: Database, name: string): number {
  return Number(Object.values(db.all(`PRAGMA ${name}`)[0] ?? { value: 0 })[0]);
}

function sentence(file: string, error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  switch (code) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return `${file} is not a database: move it away, or set SSP_DATA_DIR to another folder.`;
    case 'SQLITE_FULL':
      return `The disk is full: ${file} cannot be written.`;
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'SQLITE_CANTOPEN':
      return `${file} cannot be written: check the rights of its folder.`;
    case 'SQLITE_BUSY':
      return `${file} is held by another program.`;
    default:
      return message?.includes('unable to open') || message?.includes('Unable to open')
        ? `${file} cannot be opened: check the rights of its folder.`
        : `${file} cannot be opened: ${message ?? String(error)}.`;
  }
}
