/** `ssp backup` and `ssp restore`. */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
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
import { followed, replay } from './archive.js';
import { drill, laterThan } from './drill.js';
import { follow } from './follow.js';
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
  if (args[0] === '--follow') return followCommand(args.slice(1), environment);
  const { file, print } = environment;
  const [given, ...more] = args;
  if (!given || more.length > 0) throw new StartError('backup needs the name of a file that is not there yet.');
  const to = resolve(given);
  await onRecord(environment, 'server.backup', () => copyDatabase(file, to));
  print(`Everything is in ${to}. The data keys are not: "ssp keys backup <file>".`);
  return 0;
}

/** `ssp backup --follow <folder>`: copies every commit as it comes, until it is told to stop. */
async function followCommand(args: readonly string[], environment: BackupEnvironment): Promise<number> {
  const { file, print } = environment;
  const [given, ...more] = args;
  if (!given || more.length > 0) throw new StartError('backup --follow needs a folder, best on another machine.');
  await onRecord(environment, 'server.follow', () => {});
  const following = follow(file, resolve(given));
  const stop = () => following.stop();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  print(`Every commit is copied to ${resolve(given)}. The data keys are not: "ssp keys backup <file>".`);
  await following.ended;
  print('Stopped.');
  return 0;
}

/** Does something with the database file, with a row in the audit log before it. */
async function onRecord({ file, places }: BackupEnvironment, action: string, work: () => void): Promise<void> {
  const { storage } = await openSqlite({ file, keyFile: places.keyFile, tables });
  try {
    await storage.audit({
      ...{ at: new Date().toISOString(), person: operator(), action },
      ...{ caseId: null, document: null, detail: null },
    });
    work();
  } finally {
    await storage.close();
  }
}

/** Where a restore comes from: `make` puts the database file there; nothing in it is of later than `until`. */
interface Source {
  readonly make: (to: string) => void;
  readonly until: string | null;
}

/** `ssp restore <file>` or `--at <instant> <folder>`, and with `--drill` only a try in a folder of its own. */
export async function restoreCommand(args: readonly string[], environment: BackupEnvironment): Promise<number> {
  const isDrill = args.includes('--drill');
  const rest = args.filter((arg) => arg !== '--drill');
  const at = rest[0] === '--at' ? (rest.splice(0, 2)[1] ?? '') : null;
  const [given, ...more] = rest;
  if (!given || more.length > 0) throw new StartError('restore needs the file of a backup, or --at and a folder.');
  const source = sourceOf(resolve(given), at, isDrill);
  return isDrill ? tryOut(source, environment) : restore(source, environment);
}

/** The file of a backup, or the folder of `backup --follow` with an instant; to try it out, any that it covers. */
function sourceOf(given: string, at: string | null, isDrill: boolean): Source {
  if (!existsSync(given) || !statSync(given).isDirectory()) {
    if (at !== null)
      throw new StartError(`--at needs a folder that "ssp backup --follow" has written: ${given} is none.`);
    requireWhole(given);
    return { make: (to) => copyBackup(given, to), until: null };
  }
  if (at === null && !isDrill)
    throw new StartError('A folder needs --at <instant>, for instance 2026-11-24T09:30:00Z.');
  const instant = at === null ? anyInstant(given) : instantOf(at);
  const make = (to: string) => {
    replay(given, instant, to);
    requireWhole(to);
  };
  return { make, until: new Date(instant).toISOString() };
}

/** With a second that has no fraction, its begin is meant. */
function instantOf(at: string): number {
  const isWhole = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(at);
  const instant = isWhole ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(instant))
    throw new StartError(
      `--at needs an instant with its offset, for instance 2026-11-24T09:30:00-10:00; "${at}" is none.`,
    );
  return instant;
}

function anyInstant(folder: string): number {
  const spans = followed(folder);
  const span = spans[Math.floor(Math.random() * spans.length)];
  if (!span) throw new StartError(`${folder} has nothing that "ssp backup --follow" has written.`);
  return span.from + Math.floor(Math.random() * (span.until - span.from + 1));
}

async function restore({ make }: Source, { file, places, print }: BackupEnvironment): Promise<number> {
  requireAlone(file);
  const incoming = `${file}.restoring`;
  make(incoming);
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
async function tryOut({ make, until }: Source, { places, print }: BackupEnvironment): Promise<number> {
  const started = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'ssp-drill-'));
  const records = openRecords(standardProcess);
  try {
    const file = join(folder, 'ssp.db');
    make(file);
    copyDatabase(join(places.dataDir, keysName), join(folder, keysName));
    const { storage } = await openSqlite({ file, keyFile: places.keyFile, tables });
    try {
      const anchors = await anchorsUntil(places.auditAnchor, await storage.auditHead());
      const { head, cases, decisions, copies, rooms, faults } = await drill(storage, records, anchors);
      await storage.close();
      if (until !== null) faults.push(...laterThan(file, until));
      for (const fault of faults) print(fault);
      print(
        `${until === null ? '' : `As it was at ${until}: `}${head.seq} rows of the audit log, ${anchors.length} anchored heads, ${cases} cases, ${decisions} decisions, ` +
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
