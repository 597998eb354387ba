import { csvRecords } from '../csv-records.js';
import { FileFault } from '../file-fault.js';
import type { Files } from '../files.js';
import { issue, type RosterItem, UnusableInput } from '../items.js';

export type Mode = 'bulk' | 'delta' | 'absent';

export interface Manifest {
  /** Mode of each file by its name without `.csv`. A file that is not named counts as bulk. */
  readonly modes: ReadonlyMap<string, Mode>;
  readonly items: readonly RosterItem[];
}

/** Reads `manifest.csv`. Throws `UnusableInput` for a version other than 1.1 and 1.2. */
export async function readManifest(files: Files): Promise<Manifest> {
  const file = 'manifest.csv';
  const modes = new Map<string, Mode>();
  if (!files.names.includes(file)) {
    const why = 'There is no manifest; every file is taken as complete (bulk).';
    return { modes, items: [issue({ file, line: 1, row: '' }, why)] };
  }
  const items: RosterItem[] = [];
  try {
    for await (const record of csvRecords(await files.open(file))) {
      const at = { file, line: record.line, row: '' };
      if ('problem' in record) {
        items.push(issue(at, record.problem));
        continue;
      }
      const name = record.fields.propertyName?.trim() ?? '';
      const value = record.fields.value?.trim() ?? '';
      if (name === 'oneroster.version' && !/^1\.[12](\.|$)/.test(value)) {
        throw new UnusableInput(`This is OneRoster "${value}"; 1.2 and 1.1 can be read.`);
      }
      if (!name.startsWith('file.')) continue;
      const mode = value.toLowerCase();
      const of = name.slice('file.'.length);
      if (mode === 'bulk' || mode === 'delta' || mode === 'absent') modes.set(of, mode);
      else items.push(issue({ ...at, row: name }, `"${value}" is none of bulk, delta, absent.`));
      if ((mode === 'bulk' || mode === 'delta') && !files.names.includes(`${of}.csv`)) {
        items.push(issue({ ...at, row: name }, `The manifest names ${of}.csv, which is not there.`));
      }
    }
  } catch (error) {
    if (error instanceof FileFault) throw new UnusableInput(`manifest.csv: ${error.message}`);
    throw error;
  }
  return { modes, items };
}
