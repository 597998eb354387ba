import { FileFault } from '../file-fault.js';
import type { Files } from '../files.js';
import { type Coverage, type Place, type RosterItem, UnusableInput } from '../items.js';
import { type Lookup, memoryLookup } from '../lookup.js';
import { openFiles } from '../open-files.js';
import { xmlRecords } from '../xml-records.js';
import { mapClassRecord } from './map-class.js';
import { mapOrganization } from './map-organization.js';
import { mapPerson } from './map-person.js';
import { mapProgram } from './map-program.js';
import type { EdfiMap } from './node.js';

/** The interchanges of a roster, in the order in which their rows build on each other. */
const interchanges: readonly {
  readonly root: string;
  readonly covers: readonly Coverage[];
  readonly map: EdfiMap;
}[] = [
  { root: 'InterchangeEducationOrganization', covers: ['school'], map: mapOrganization },
  { root: 'InterchangeStudent', covers: ['student'], map: mapPerson },
  { root: 'InterchangeContact', covers: ['contact', 'guardian'], map: mapPerson },
  { root: 'InterchangeMasterSchedule', covers: ['class'], map: mapClassRecord },
  {
    root: 'InterchangeStaffAssociation',
    covers: ['staff', 'staff-role', 'class-teacher'],
    map: mapPerson,
  },
  {
    root: 'InterchangeStudentEnrollment',
    covers: ['enrolment', 'class-student'],
    map: mapClassRecord,
  },
  { root: 'InterchangeStudentProgram', covers: ['program'], map: mapProgram },
];

/**
 * The roster in a folder (or zip) of Ed-Fi 5.2 XML interchange files: schools, students, contacts and their students,
 * staff and their assignments, sections, enrolments, programs. Files are told by their root element, not by their name.
 * Throws `UnusableInput` when none of them is there.
 */
export async function* readEdfi(path: string, lookup: Lookup = memoryLookup()): AsyncGenerator<RosterItem> {
  const files = await openFiles(path);
  try {
    const roots = await rootsOf(files);
    const known = interchanges.filter(({ root }) => [...roots.values()].includes(root));
    if (known.length === 0) {
      const wanted = interchanges.map(({ root }) => root).join(', ');
      throw new UnusableInput(`"${path}" has no Ed-Fi interchange of a roster (${wanted}).`);
    }
    for (const [name, root] of roots) {
      if (!known.some((interchange) => interchange.root === root)) yield { is: 'unused', file: name };
    }
    for (const { root, covers, map } of known) {
      const names = [...roots].filter(([, of]) => of === root).map(([name]) => name);
      for (const name of names) yield* readFile(files, name, map, lookup, covers);
    }
  } finally {
    files.close();
  }
}

async function* readFile(
  files: Files,
  file: string,
  map: EdfiMap,
  lookup: Lookup,
  covers: readonly Coverage[],
): AsyncGenerator<RosterItem> {
  try {
    for await (const { node, line } of xmlRecords(await files.open(file))) {
      yield* map(node, { file, line, row: node.name }, lookup);
    }
  } catch (error) {
    yield broken(file, error);
    return;
  }
  yield { is: 'complete', file, covers };
}

function broken(file: string, error: unknown): RosterItem {
  const line = error instanceof FileFault ? error.line : 1;
  const at: Place = { file, line, row: '' };
  return { is: 'broken', at, why: (error as Error).message };
}

/** The name of each XML file's root element; '' for a file that has none. */
async function rootsOf(files: Files): Promise<Map<string, string>> {
  const roots = new Map<string, string>();
  for (const name of files.names) {
    if (!name.toLowerCase().endsWith('.xml')) continue;
    const stream = await files.open(name);
    stream.setEncoding('utf8');
    let head = '';
    for await (const chunk of stream) {
      head += chunk as string;
      if (/<[A-Za-z]/.test(head) || head.length > 65_536) break;
    }
    stream.destroy();
    roots.set(name, /<(?:[\w-]+:)?([A-Za-z]\w*)/.exec(head)?.[1] ?? '');
  }
  return roots;
}
