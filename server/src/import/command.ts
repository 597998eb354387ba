import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEdfi, readOneRoster, UnusableInput } from '@ssp-kit/interop';
import { rosterMigrations } from '../roster/schema.js';
import { openFile } from '../storage/sqlite/open.js';
import { importRoster } from './import-roster.js';
import { summarize } from './summary.js';

const formats = { edfi: readEdfi, oneroster: readOneRoster } as const;

const usage = `Usage: ssp import edfi <folder> | oneroster <folder or zip>  [--source <name>] [--force]
  --source  whose records these are, the same on every run (default: the format)
  --force   deactivate what is gone even where more than half of a kind would go`;

export interface ImportEnvironment {
  /** The data folder. */
  readonly dataDir: string;
  /** The database file in it. */
  readonly file: string;
  readonly print: (line: string) => void;
  readonly now?: () => Date;
}

/**
 * `ssp import …`: works beside a running server. Answers the exit code: 0 also where single rows could not be used,
 * 1 where the input as a whole, or a file of it, is unusable.
 */
export async function importCommand(args: readonly string[], environment: ImportEnvironment): Promise<number> {
  const { print } = environment;
  const asked = parse(args);
  if (!asked) {
    print(usage);
    return 1;
  }
  const now = environment.now ?? (() => new Date());
  const report = reportIn(environment.dataDir, `${asked.format}-${now().toISOString().replaceAll(/[:.]/g, '-')}`);
  const db = openFile(environment.file, { roster: rosterMigrations });
  try {
    const summary = await importRoster({
      db,
      source: asked.source,
      format: asked.format,
      read: (lookup) => formats[asked.format](asked.path, lookup),
      onIssue: (at, why) => {
        const line = `${at.file}:${at.line}${at.row ? ` (${at.row})` : ''}: ${why}`;
        print(line);
        report.write(line);
      },
      now,
      force: asked.force,
    });
    for (const line of summarize(summary, asked)) {
      print(line);
      report.write(line);
    }
    print(`Report: ${report.file}`);
    return summary.broken.length > 0 || summary.held.length > 0 ? 1 : 0;
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: unknown };
    const isStore = typeof code === 'string' && code.startsWith('SQLITE_');
    if (!(error instanceof UnusableInput || isStore)) throw error;
    print(isStore ? storeSentence(code) : message);
    return 1;
  } finally {
    db.close();
  }
}

/** What came before is kept: each slice was one transaction, and the import can be run again. */
function storeSentence(code: string): string {
  if (code.startsWith('SQLITE_FULL')) return 'The disk is full: make room and run the import again.';
  if (code.startsWith('SQLITE_BUSY')) return 'The database is in use for too long: run the import again.';
  return `The database could not be written (${code}): run the import again.`;
}

interface Asked {
  readonly format: keyof typeof formats;
  readonly path: string;
  readonly source: string;
  readonly force: boolean;
}

function parse(args: readonly string[]): Asked | null {
  const [format, path, ...options] = args;
  if ((format !== 'edfi' && format !== 'oneroster') || !path) return null;
  let source: string = format;
  let force = false;
  for (let index = 0; index < options.length; index += 1) {
    const option = options[index];
    const value = options[index + 1];
    if (option === '--force') force = true;
    else if (option === '--source' && value) {
      source = value;
      index += 1;
    } else return null;
  }
  return { format, path, source, force };
}

/** A file that only its owner reads: it names students. */
function reportIn(dataDir: string, name: string): { readonly file: string; write(line: string): void } {
  const folder = join(dataDir, 'imports');
  const file = join(folder, `${name}.txt`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(file, '', { mode: 0o600 });
  return { file, write: (line) => appendFileSync(file, `${line}\n`) };
}
