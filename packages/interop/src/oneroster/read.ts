import { csvRecords } from '../csv-records.js';
import { FileFault } from '../file-fault.js';
import type { Files } from '../files.js';
import { issue, type Place, type RosterItem, UnusableInput } from '../items.js';
import { type Lookup, memoryLookup } from '../lookup.js';
import { openFiles } from '../open-files.js';
import { type Manifest, readManifest } from './manifest.js';
import { type Pass, passes } from './passes.js';

/**
 * The roster in a folder or zip of OneRoster 1.2 CSV files (1.1 too: there the users' file says the roles). Some files are
 * read twice, since a user's kind stands in another file than the user. Extension columns:
 * of users `metadata.stateId`; of guardians' users `metadata.relation`, `metadata.educationRights`, `metadata.homeLanguage`,
 * `metadata.interpreter`, `metadata.contactOrder`. Throws `UnusableInput` when there is no roster in it.
 */
export async function* readOneRoster(path: string, lookup: Lookup = memoryLookup()): AsyncGenerator<RosterItem> {
  const files = await openFiles(path);
  try {
    const known = new Set(passes.map(({ file }) => `${file}.csv`));
    if (!files.names.some((name) => known.has(name))) {
      throw new UnusableInput(`"${path}" has no OneRoster file (${[...known].join(', ')}).`);
    }
    for (const name of files.names) {
      if (!known.has(name) && name !== 'manifest.csv') yield { is: 'unused', file: name };
    }
    const manifest = await readManifest(files);
    yield* manifest.items;
    const broken = new Set<string>();
    for (const pass of passes) {
      const file = `${pass.file}.csv`;
      if (!files.names.includes(file) || broken.has(file)) continue;
      if (manifest.modes.get(pass.file) === 'absent') continue;
      for await (const item of runPass(files, file, pass, lookup, manifest)) {
        if (item.is === 'broken') broken.add(file);
        yield item;
      }
    }
  } finally {
    files.close();
  }
}

async function* runPass(
  files: Files,
  file: string,
  pass: Pass,
  lookup: Lookup,
  manifest: Manifest,
): AsyncGenerator<RosterItem> {
  let whole = true;
  try {
    for await (const record of csvRecords(await files.open(file))) {
      const at: Place = { file, line: record.line, row: '' };
      if ('problem' in record) {
        if (record.swallows) whole = false;
        if (pass.tellsProblems) yield issue(at, record.problem);
        continue;
      }
      yield* pass.read(record.fields, { ...at, row: record.fields.sourcedId ?? '' }, lookup);
    }
  } catch (error) {
    const line = error instanceof FileFault ? error.line : 1;
    yield { is: 'broken', at: { file, line, row: '' }, why: (error as Error).message };
    return;
  }
  const bulk = [pass.file, ...pass.needs].every((name) => manifest.modes.get(name) !== 'delta');
  const there = pass.needs.every((name) => files.names.includes(`${name}.csv`));
  if (!whole && pass.tellsProblems) {
    const why = 'Rows may be lost in a wrong quote: nothing is taken for gone by this file.';
    yield issue({ file, line: 1, row: '' }, why);
  }
  if (bulk && there && whole && pass.covers.length > 0) {
    yield { is: 'complete', file, covers: pass.covers };
  }
}
