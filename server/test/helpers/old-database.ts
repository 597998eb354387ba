/** A data folder as the first version of this program left it: five cases of the demo district by the process `hawaii-classic/1`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { type Database, openDatabase } from '../../src/storage/sqlite/database.js';

const packed = fileURLToPath(new URL('../../../test/fixtures/hawaii-classic-1.db.br', import.meta.url));

/** Puts the old database into a folder. `change` is called with it before anything newer has opened it. */
export function putOldDatabase(dataDir: string, change: (db: Database) => void = () => undefined): void {
  const file = join(dataDir, 'ssp.db');
  writeFileSync(file, brotliDecompressSync(readFileSync(packed)));
  const db = openDatabase(file);
  change(db);
  db.close();
}
