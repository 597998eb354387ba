import {
  type Coverage,
  type Lookup,
  type Place,
  type RosterItem,
  type RosterRow,
  UnusableInput,
} from '@ssp-kit/interop';
import { ImportStore, type Outcome, SLICE, UnusableRow } from '../roster/import-store.js';
import type { Database } from '../storage/sqlite/database.js';

export interface ImportOptions {
  readonly db: Database;
  /** Whose records these are; the same name on every run. */
  readonly source: string;
  /** Noted with the import, for instance `edfi`. */
  readonly format: string;
  readonly read: (lookup: Lookup) => AsyncIterable<RosterItem> | Iterable<RosterItem>;
  /** Takes every row that could not be used. */
  readonly onIssue: (at: Place, why: string) => void;
  readonly now: () => Date;
  /** Deactivates also where more than half of a kind would go. */
  readonly force?: boolean;
}

export type Subject =
  | 'schools'
  | 'staff'
  | 'students'
  | 'contacts'
  | 'roles'
  | 'guardians'
  | 'classes'
  | 'members'
  | 'enrolments'
  | 'programs';

export interface ImportSummary {
  readonly id: number;
  readonly counts: Readonly<Record<Subject, Readonly<Record<Outcome | 'deactivated', number>>>>;
  readonly issues: number;
  /** Files that could not be read to their end. */
  readonly broken: readonly string[];
  readonly unused: readonly string[];
  /** Kinds that were left alone because too much of them would have gone. */
  readonly held: readonly { readonly covers: Coverage; readonly active: number; readonly gone: number }[];
  /** Students of this source who have a school now. */
  readonly studentsWithSchool: number;
  readonly contactsWithRights: number;
}

/** What may go at once without being asked: a file that lost its end must not end everybody's rights. */
const HELD_FROM = 20;

/** Brings the roster to what a source says. Throws `UnusableInput` when there is nothing to read. */
export async function importRoster(options: ImportOptions): Promise<ImportSummary> {
  const { db, source, format, now } = options;
  const store = new ImportStore(db, source);
  const counts = emptyCounts();
  const complete = new Set<Coverage>();
  const broken: string[] = [];
  const unused: string[] = [];
  let issues = 0;
  let id = 0;
  let slice: { readonly at: Place; readonly row: RosterRow }[] = [];

  const tell = (at: Place, why: string) => {
    issues += 1;
    options.onIssue(at, why);
  };
  const flush = async () => {
    const rows = slice;
    slice = [];
    if (rows.length === 0) return;
    const outcomes = store.applySlice(
      id,
      rows.map(({ row }) => row),
    );
    for (const [index, outcome] of outcomes.entries()) {
      const { at, row } = rows[index] as (typeof rows)[number];
      if (!(outcome instanceof UnusableRow)) counts[subjectOf(row)][outcome] += 1;
      else if (row.active) {
        tell(at, outcome.message);
        if (row.is === 'person') store.keep({ kind: row.kind, id: row.id });
      }
    }
    // Lets whoever waits for the write lock have it between two slices.
    await new Promise((resolve) => setImmediate(resolve));
  };

  for await (const item of options.read(store.lookup)) {
    if (id === 0) id = store.begin(format, now().toISOString());
    switch (item.is) {
      case 'row':
        slice.push(item);
        if (slice.length >= SLICE) await flush();
        break;
      case 'issue':
        tell(item.at, item.why);
        if (item.keeps) store.keep(item.keeps);
        break;
      case 'broken':
        broken.push(item.at.file);
        tell(item.at, `The file cannot be read further: ${item.why}`);
        break;
      case 'unused':
        unused.push(item.file);
        break;
      case 'complete':
        for (const covers of item.covers) complete.add(covers);
        break;
    }
  }
  await flush();
  if (id === 0) throw new UnusableInput('There is nothing to read.');
  store.tieSchools();

  const held: { covers: Coverage; active: number; gone: number }[] = [];
  for (const covers of broken.length === 0 ? complete : []) {
    const { active, gone } = store.missing(covers);
    if (gone >= HELD_FROM && gone * 2 > active && !options.force) held.push({ covers, active, gone });
    else counts[subjects[covers]].deactivated += store.deactivateMissing(id, covers);
  }
  store.finish(id, now().toISOString(), issues, counts);
  return { id, counts, issues, broken, unused, held, ...rightsOf(db, source) };
}

const subjects: Readonly<Record<Coverage, Subject>> = {
  school: 'schools',
  staff: 'staff',
  student: 'students',
  contact: 'contacts',
  'staff-role': 'roles',
  guardian: 'guardians',
  class: 'classes',
  'class-teacher': 'members',
  'class-student': 'members',
  enrolment: 'enrolments',
  program: 'programs',
};

function subjectOf(row: RosterRow): Subject {
  if (row.is === 'person') return subjects[row.kind ?? 'staff'];
  return row.is === 'class-member' ? 'members' : subjects[row.is];
}

function emptyCounts(): Record<Subject, Record<Outcome | 'deactivated', number>> {
  const none = () => ({ added: 0, changed: 0, unchanged: 0, deactivated: 0 });
  return Object.fromEntries([...new Set(Object.values(subjects))].map((name) => [name, none()])) as ReturnType<
    typeof emptyCounts
  >;
}

function rightsOf(db: Database, source: string): Pick<ImportSummary, 'studentsWithSchool' | 'contactsWithRights'> {
  const [row] = db.all<{ students: number; contacts: number }>(
    `SELECT
       (SELECT count(DISTINCT e.student) FROM roster_student_schools e
        JOIN roster_ids i ON i.id = e.student AND i.source = ?1 AND i.active = 1) AS students,
       (SELECT count(DISTINCT contact) FROM roster_contacts
        WHERE source = ?1 AND active = 1 AND education_rights = 1) AS contacts`,
    [source],
  );
  return { studentsWithSchool: row?.students ?? 0, contactsWithRights: row?.contacts ?? 0 };
}
