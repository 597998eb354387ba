/** Copies every commit of a database, also of other processes, as it comes: `ssp backup --follow`. */
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs';
import { type Database, openDatabase } from '../storage/sqlite/database.js';
import { Archive } from './archive.js';
import { WalReader } from './wal-reader.js';

/** Milliseconds between looks: what is lost with the machine at most, besides the time a write takes. */
const everyMs = 100;
/** Bytes of the log after which it is given back to SQLite, to begin anew: as many as it takes by itself. */
const giveBackAt = 4 * 1024 * 1024;
const nothing = { pages: new Map<number, Uint8Array>(), count: 0 };

export interface Following {
  /** Resolves when it was stopped, with everything that was committed until then; rejects when it cannot go on. */
  readonly ended: Promise<void>;
  stop(): void;
}

/**
 * Begins with a copy of the file. A read transaction is open all the time: SQLite then begins its log anew only where everything in it
 * was read. To be run in a process of its own: closing a file takes the process's locks on it away, so both stay open to the end.
 */
export function follow(file: string, folder: string): Following {
  const base = openSync(file, 'r');
  const reading = openDatabase(file);
  const writing = openDatabase(file);
  for (const db of [reading, writing]) db.exec('PRAGMA busy_timeout = 5000');
  // The log is asked for on purpose, below.
  writing.exec('PRAGMA wal_autocheckpoint = 0');
  reading.exec('PRAGMA wal_autocheckpoint = 0');
  beginReading(reading);
  const log = openSync(`${file}-wal`, 'r');
  const wal = new WalReader(log);
  const archive = new Archive(folder, Date.now());
  copyPages(base, archive.base);

  const look = (isFirst = false) => {
    const committed = wal.read() ?? (isFirst ? nothing : null);
    // After the reading: what was committed later is not in it.
    const time = Date.now();
    if (committed) archive.add(time, committed);
    archive.saw(time);
  };
  const giveBack = () => {
    writing.exec('BEGIN IMMEDIATE');
    try {
      // Nobody commits now, so everything is read before the reading ends and begins again.
      look();
      reading.exec('COMMIT');
      reading.all('PRAGMA wal_checkpoint(PASSIVE)');
      beginReading(reading);
    } finally {
      writing.exec('ROLLBACK');
    }
  };

  look(true);
  let stop = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    const finish = (done: () => void) => {
      clearInterval(timer);
      reading.close();
      writing.close();
      archive.close();
      for (const one of [log, base]) closeSync(one);
      done();
    };
    const timer = setInterval(() => {
      try {
        look();
        if (wal.size > giveBackAt) giveBack();
      } catch (error) {
        // Somebody held the lock too long: the log goes on growing, and is given back later.
        if (!(error as { code?: string }).code?.startsWith('SQLITE_BUSY')) finish(() => reject(error as Error));
      }
    }, everyMs);
    stop = () => {
      look();
      finish(resolve);
    };
  });
  return { ended, stop: () => stop() };
}

function beginReading(db: Database): void {
  db.exec('BEGIN');
  db.all('SELECT count(*) FROM sqlite_master');
}

/** The file as it is; what is written into it meanwhile stands in the log too, and is put over it. */
function copyPages(from: number, name: string): void {
  const to = openSync(name, 'wx', 0o600);
  const bytes = Buffer.alloc(1024 * 1024);
  for (let at = 0; ; ) {
    const read = readSync(from, bytes, 0, bytes.length, at);
    if (read === 0) break;
    writeSync(to, bytes, 0, read, at);
    at += read;
  }
  fsyncSync(to);
  closeSync(to);
}
