/** `ssp backup` and `ssp restore`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readAnchors } from '../audit/anchor.js';
import { type AuditHead, formatHead } from '../audit/chain.js';
import { operator } from '../audit/operator.js';
import { openRecords } from '../records/records.js';
import { standardProcess } from '../process.js';
import { rosterMigrations } from '../roster/schema.js';
import type { Places } from '../settings.js';
import { StartError } from '../start-error.js';
import { keysName, openSqlite } from '../storage/sqlite/sqlite.js';
import { drill } from './drill.js';
import { copyBackup, copyDatabase, moveDatabase, requireAlone, requireWhole } from './files.js';

export interface BackupEnvironment {
  readonly places: Places;
  /** The database file in the data folder. */
  readonly file: string;
  readonly print: (line: string) => void;
}

const tables = { roster: rosterMigrations };

/** `ssp backup <file>`: a whole copy of the database, beside a running server. */
export async function backupCommand(args: readonly string[], environment: BackupEnvironment): Promise<number> {
  const { file, places, print } = environment;
  const [given, ...more] = args;
  if (!given || more.length > 0) throw new StartError('backup needs the name of a file that is not there yet.');
  const to = resolve(given);
  const { storage } = await openSqlite({ file, keyFile: places.keyFile, tables });
  try {
    await storage.audit({
      ...{ at: new Date().toISOString(), person: operator(), action: 'server.backup' },
      ...{ caseId: null, document: null, detail: null },
    });
    copyDatabase(file, to);
  } finally {
    await storage.close();
  }
  print(`Everything is in ${to}. The data keys are not: "ssp keys backup <file>".`);
  return 0;
}

/** `ssp restore <file>`, and with `--drill` only a try in a folder of its own. */
export async function restoreCommand(args: readonly string[], environment: BackupEnvironment): Promise<number> {
  const isDrill = args.includes('--drill');
  const [given, ...more] = args.filter((arg) => arg !== '--drill');
  if (!given || more.length > 0) throw new StartError('restore needs the file of a backup.');
  const backup = resolve(given);
  requireWhole(backup);
  return isDrill ? tryOut(backup, environment) : restore(backup, environment);
}

async function restore(backup: string, { file, places, print }: BackupEnvironment): Promise<number> {
  requireAlone(file);
  const incoming = `${file}.restoring`;
  copyBackup(backup, incoming);
  const { storage } = await openSqlite({ file: incoming, keyFile: places.keyFile, tables });
  const from = await storage.auditHead();
  const at = new Date().toISOString();
  const detail = { from: formatHead(from) };
  await storage
    .raiseEpochs({ at, person: operator(), action: 'server.restore', caseId: null, document: null, detail })
    .finally(() => storage.close());
  const before = `${file}.before-${at.replaceAll(/[:.]/g, '-')}`;
  moveDatabase(file, before);
  moveDatabase(incoming, file);
  print(`The database is as it was at row ${from.seq} of its audit log. What was there is in ${before}.`);
  if (places.auditAnchor)
    print(`Begin a new file for SSP_AUDIT_ANCHOR: ${places.auditAnchor} has heads of what is gone.`);
  print('Browsers that kept words offline are asked for the documents again, and keep their words to offer them.');
  return 0;
}

/** Restores into a folder of its own, reads everything, and leaves nothing. Answers 1 where something cannot be used. */
async function tryOut(backup: string, { places, print }: BackupEnvironment): Promise<number> {
  const started = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'ssp-drill-'));
  const records = openRecords(standardProcess);
  try {
    const file = join(folder, 'ssp.db');
    copyBackup(backup, file);
    copyDatabase(join(places.dataDir, keysName), join(folder, keysName));
    const { storage } = await openSqlite({ file, keyFile: places.keyFile, tables });
    try {
      const anchors = await anchorsUntil(places.auditAnchor, await storage.auditHead());
      const { head, cases, decisions, copies, rooms, faults } = await drill(storage, records, anchors);
      for (const fault of faults) print(fault);
      print(
        `${head.seq} rows of the audit log, ${anchors.length} anchored heads, ${cases} cases, ${decisions} decisions, ` +
          `${copies} kept documents, ${rooms} rooms in ${((Date.now() - started) / 1_000).toFixed(1)} s: ` +
          (faults.length === 0 ? 'everything can be used.' : `${faults.length} faults.`),
      );
      return faults.length === 0 ? 0 : 1;
    } finally {
      await storage.close();
    }
  } finally {
    await records.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Heads that were anchored before the backup was made; later ones it cannot have. */
async function anchorsUntil(file: string | null, head: AuditHead): Promise<AuditHead[]> {
  return file ? readAnchors(file).filter(({ seq }) => seq <= head.seq) : [];
}
