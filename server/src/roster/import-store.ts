import { randomUUID } from 'node:crypto';
import type { Coverage, Named, RosterRow } from '@ssp-kit/interop';
import { operator } from '../audit/operator.js';
import { writeAudit } from '../storage/sqlite/audit.js';
import type { Database } from '../storage/sqlite/database.js';
import type { SqlValue } from '../storage/tables.js';
import { mergePerson, mergeSchool } from './merge.js';

export type Outcome = 'added' | 'changed' | 'unchanged';

/** Rows of one transaction at most: an import takes the write lock only for so long at a time. */
export const SLICE = 500;

/** A row that names something the roster does not know, or that would merge two people. The message says which. */
export class UnusableRow extends Error {
  override readonly name = 'UnusableRow';
}

interface IdRow {
  readonly rowid: number;
  readonly id: string;
  readonly detail: string;
  readonly active: number;
}

type Kind = 'school' | 'class' | 'staff' | 'contact' | 'student';

/**
 * Writes one source's rows into the roster's tables, on a connection of its own beside a running server. What a row says
 * already is not written again. Which rows were seen is noted in temporary tables, so that the rest can be taken for gone.
 */
export class ImportStore {
  readonly #db: Database;
  readonly #source: string;

  constructor(db: Database, source: string) {
    this.#db = db;
    this.#source = source;
    db.exec(`
      DROP TABLE IF EXISTS temp.seen;
      DROP TABLE IF EXISTS temp.lookup;
      CREATE TEMP TABLE seen (tbl TEXT, row INTEGER, PRIMARY KEY (tbl, row)) WITHOUT ROWID;
      CREATE TEMP TABLE lookup (topic TEXT, key TEXT, value TEXT, PRIMARY KEY (topic, key)) WITHOUT ROWID;
    `);
  }

  /** Notes of a reader, kept on disk. */
  readonly lookup = {
    get: (topic: string, key: string): string | undefined =>
      this.#db.all<{ value: string }>('SELECT value FROM temp.lookup WHERE topic = ? AND key = ?', [topic, key])[0]
        ?.value,
    set: (topic: string, key: string, value: string): void => {
      this.#db.run('INSERT OR REPLACE INTO temp.lookup (topic, key, value) VALUES (?, ?, ?)', [topic, key, value]);
    },
  };

  begin(format: string, at: string): number {
    return this.#db.transaction(() => {
      const [row] = this.#db.all<{ id: number }>(
        'INSERT INTO roster_imports (source, format, started) VALUES (?, ?, ?) RETURNING id',
        [this.#source, format, at],
      );
      const { id } = row as { id: number };
      this.#audit(at, 'roster.import', { import: id, source: this.#source, format });
      return id;
    });
  }

  finish(id: number, at: string, issues: number, counts: unknown): void {
    this.#db.transaction(() => {
      this.#db.run('UPDATE roster_imports SET finished = ?, issues = ?, counts = ? WHERE id = ?', [
        at,
        issues,
        JSON.stringify(counts),
        id,
      ]);
      this.#audit(at, 'roster.imported', { import: id, issues });
    });
  }

  #audit(at: string, action: string, detail: unknown): void {
    writeAudit(this.#db, [{ at, person: operator(), action, caseId: null, document: null, detail }]);
  }

  /** Applies at most `SLICE` rows in one transaction; the answers stand in the order of the rows. */
  applySlice(importId: number, rows: readonly RosterRow[]): (Outcome | UnusableRow)[] {
    return this.#db.transaction(() => {
      const outcomes = rows.map((row) => {
        try {
          return this.#apply(row);
        } catch (error) {
          if (error instanceof UnusableRow) return error;
          throw error;
        }
      });
      this.#count(importId, outcomes.filter((outcome) => outcome === 'added' || outcome === 'changed').length);
      return outcomes;
    });
  }

  /** Keeps a thing from being taken for gone although its row could not be used. */
  keep(named: Named): void {
    const kinds: readonly Kind[] = named.kind ? [named.kind] : ['staff', 'contact', 'student'];
    for (const kind of kinds) {
      const known = this.#find(kind, named.id);
      if (known) this.#see('roster_ids', known.rowid);
    }
  }

  /** How many rows of this source are active, and how many of them no row of this import named. */
  missing(covers: Coverage): { readonly active: number; readonly gone: number } {
    const { table, where } = covered[covers];
    const [row] = this.#db.all<{ active: number; gone: number }>(
      `SELECT count(*) AS active, coalesce(sum(NOT EXISTS (
         SELECT 1 FROM temp.seen WHERE tbl = '${table}' AND row = t.rowid)), 0) AS gone
       FROM ${table} t WHERE source = ? AND active = 1 AND ${where}`,
      [this.#source],
    );
    return row as { active: number; gone: number };
  }

  /** Deactivates what no row of this import named, in short slices. Answers how many. */
  deactivateMissing(importId: number, covers: Coverage): number {
    const { table, where } = covered[covers];
    let total = 0;
    for (;;) {
      const done = this.#db.transaction(() => {
        const gone = this.#db.all<{ row: number; id?: string }>(
          `SELECT rowid AS row ${table === 'roster_ids' ? ', id' : ''} FROM ${table} t
           WHERE source = ? AND active = 1 AND ${where}
             AND NOT EXISTS (SELECT 1 FROM temp.seen WHERE tbl = '${table}' AND row = t.rowid)
           LIMIT ${SLICE}`,
          [this.#source],
        );
        for (const { row, id } of gone) {
          this.#db.run(`UPDATE ${table} SET active = 0 WHERE rowid = ?`, [row]);
          if (id) this.#refresh(covers as Kind, id);
        }
        this.#count(importId, gone.length);
        return gone.length;
      });
      total += done;
      if (done < SLICE) return total;
    }
  }

  /** Ties schools to the organizations above them, once all of them are known. */
  tieSchools(): void {
    this.#db.transaction(() => {
      const rows = this.#db.all<{ id: string; parent: string }>(
        `SELECT c.id, p.id AS parent FROM roster_ids c
         JOIN roster_ids p ON p.source = c.source AND p.kind = 'school' AND p.source_id = c.detail ->> '$.parent'
         JOIN roster_schools s ON s.id = c.id
         WHERE c.source = ? AND c.kind = 'school' AND c.active = 1 AND s.parent IS NOT p.id AND c.id <> p.id`,
        [this.#source],
      );
      for (const { id, parent } of rows) {
        this.#db.run('UPDATE roster_schools SET parent = ? WHERE id = ?', [parent, id]);
      }
    });
  }

  #apply(row: RosterRow): Outcome {
    switch (row.is) {
      case 'school': {
        const { is: _is, id, stateId, active, ...detail } = row;
        return this.#thing('school', id, stateId, detail, active);
      }
      case 'person': {
        const { is: _is, id, kind, stateId, active, ...detail } = row;
        return this.#thing(kind ?? this.#kindOf(id), id, stateId, detail, active);
      }
      case 'class': {
        const { is: _is, id, active, ...detail } = row;
        const school = this.#id('school', row.school);
        return this.#thing('class', id, null, { ...detail, school }, active);
      }
      case 'staff-role':
        return this.#tie(
          'roster_staff_roles',
          {
            person: this.#id('staff', row.person),
            school: this.#id('school', row.school),
            role: row.role ?? '',
            title: row.title,
            begin_day: row.begin ?? '',
          },
          { end_day: row.end },
          row.active,
        );
      case 'guardian':
        return this.#tie(
          'roster_contacts',
          { student: this.#id('student', row.student), contact: this.#contact(row.contact) },
          {
            relation: row.relation,
            education_rights: bit(row.educationRights),
            language: row.language,
            interpreter: bit(row.interpreter),
            contact_order: row.order,
          },
          row.active,
        );
      case 'class-member':
        return this.#tie(
          'roster_class_members',
          {
            class: this.#id('class', row.class),
            person: this.#id(row.role === 'teacher' ? 'staff' : 'student', row.person),
            role: row.role,
            begin_day: row.begin ?? '',
          },
          { end_day: row.end },
          row.active,
        );
      case 'enrolment':
        return this.#tie(
          'roster_enrolments',
          {
            student: this.#id('student', row.student),
            school: this.#id('school', row.school),
            begin_day: row.begin ?? '',
          },
          { grade: row.grade, end_day: row.end },
          row.active,
        );
      case 'program':
        return this.#tie(
          'roster_programs',
          {
            student: this.#id('student', row.student),
            kind: row.kind,
            name: row.name,
            begin_day: row.begin ?? '',
          },
          { end_day: row.end, detail: JSON.stringify(row.detail) },
          row.active,
        );
    }
  }

  /** A person, school or class: known by (source, id), else by the state's id, else new. Never by name. */
  #thing(kind: Kind, sourceId: string, stateId: string | null, detail: object, active: boolean): Outcome {
    const text = JSON.stringify({ ...detail, stateId });
    const known = this.#find(kind, sourceId);
    if (known) {
      const before = this.#see('roster_ids', known.rowid);
      if (known.detail === text && known.active === Number(active)) return 'unchanged';
      if (before) throw new UnusableRow('The same id stands in an earlier row of this import; that one was kept.');
      this.#db.run('UPDATE roster_ids SET state_id = ?, detail = ?, active = ? WHERE rowid = ?', [
        stateId,
        text,
        Number(active),
        known.rowid,
      ]);
      this.#refresh(kind, known.id);
      return 'changed';
    }
    const same = stateId ? this.#sameByStateId(kind, stateId, detail) : null;
    const id = same ?? randomUUID();
    const [row] = this.#db.all<{ rowid: number }>(
      `INSERT INTO roster_ids (source, kind, source_id, id, state_id, detail, active)
       VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING rowid`,
      [this.#source, kind, sourceId, id, stateId, text, Number(active)],
    );
    this.#see('roster_ids', (row as { rowid: number }).rowid);
    this.#refresh(kind, id);
    return 'added';
  }

  /** Who has this state's id already. Refuses what only a person can decide. */
  #sameByStateId(kind: Kind, stateId: string, detail: { readonly birthDate?: string | null }): string | null {
    const others = this.#db.all<IdRow & { source: string; source_id: string }>(
      'SELECT rowid, id, detail, active, source, source_id FROM roster_ids WHERE kind = ? AND state_id = ?',
      [kind, stateId],
    );
    const ids = new Set(others.map(({ id }) => id));
    if (ids.size > 1) throw new UnusableRow(`The state's id "${stateId}" belongs to several records already.`);
    for (const other of others) {
      if (other.source === this.#source && this.#seen('roster_ids', other.rowid)) {
        throw new UnusableRow(`The state's id "${stateId}" is also that of "${other.source_id}".`);
      }
      const birthDate = (JSON.parse(other.detail) as { birthDate?: string | null }).birthDate;
      if (birthDate && detail.birthDate && birthDate !== detail.birthDate) {
        throw new UnusableRow(
          `The state's id "${stateId}" belongs to somebody with another birth date (${other.source}); the two were not merged.`,
        );
      }
    }
    return others[0]?.id ?? null;
  }

  /** Writes a thing anew from what all its sources say. */
  #refresh(kind: Kind, id: string): void {
    const says = this.#db
      .all<{ detail: string; active: number }>('SELECT detail, active FROM roster_ids WHERE id = ? ORDER BY rowid', [
        id,
      ])
      .map(({ detail, active }) => ({ detail: JSON.parse(detail) as Record<string, SqlValue>, active: active === 1 }));
    const active = Number(says.some((source) => source.active));
    if (kind === 'school') {
      this.#put('roster_schools', id, { ...mergeSchool(says), active });
    } else if (kind === 'class') {
      const { school, title, begin, end } = says[0]?.detail ?? {};
      const days = { begin_day: begin ?? '', end_day: end ?? null };
      this.#put('roster_classes', id, { school: school ?? '', title: title ?? '', ...days, active });
    } else {
      this.#put('roster_people', id, { kind, ...mergePerson(says), active });
    }
  }

  #put(table: string, id: string, columns: Readonly<Record<string, SqlValue>>): void {
    const names = Object.keys(columns);
    this.#db.run(
      `INSERT INTO ${table} (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)})
       ON CONFLICT (id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      [id, ...Object.values(columns)],
    );
  }

  /** A row that ties things together: `key` says which, `values` what of it. */
  #tie(
    table: string,
    key: Readonly<Record<string, SqlValue>>,
    values: Readonly<Record<string, SqlValue>>,
    active: boolean,
  ): Outcome {
    const columns = { ...values, active: Number(active) };
    const names = Object.keys(columns);
    const [known] = this.#db.all<Record<string, SqlValue> & { row: number }>(
      `SELECT rowid AS row, ${names.join(', ')} FROM ${table}
       WHERE source = ? ${Object.keys(key)
         .map((name) => `AND ${name} = ?`)
         .join(' ')}`,
      [this.#source, ...Object.values(key)],
    );
    if (known) {
      const before = this.#see(table, known.row);
      if (Object.entries(columns).every(([name, value]) => known[name] === value)) return 'unchanged';
      if (before) throw new UnusableRow('An earlier row of this import says otherwise; that one was kept.');
      this.#db.run(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE rowid = ?`, [
        ...Object.values(columns),
        known.row,
      ]);
      return 'changed';
    }
    if (!active) return 'unchanged';
    const all = { source: this.#source, ...key, ...columns };
    const [row] = this.#db.all<{ row: number }>(
      `INSERT INTO ${table} (${Object.keys(all).join(', ')}) VALUES (${Object.keys(all)
        .map(() => '?')
        .join(', ')}) RETURNING rowid AS row`,
      Object.values(all),
    );
    this.#see(table, (row as { row: number }).row);
    return 'added';
  }

  #find(kind: Kind, sourceId: string): IdRow | undefined {
    return this.#db.all<IdRow>(
      'SELECT rowid, id, detail, active FROM roster_ids WHERE source = ? AND kind = ? AND source_id = ?',
      [this.#source, kind, sourceId],
    )[0];
  }

  #id(kind: Kind, sourceId: string): string {
    const known = this.#find(kind, sourceId);
    if (!known) throw new UnusableRow(`It names the ${words[kind]} "${sourceId}", which this source does not have.`);
    return known.id;
  }

  /** A guardian may be staff as well. */
  #contact(sourceId: string): string {
    return this.#find('contact', sourceId)?.id ?? this.#find('staff', sourceId)?.id ?? this.#id('contact', sourceId);
  }

  #kindOf(sourceId: string): Kind {
    const kinds: readonly Kind[] = ['staff', 'student', 'contact'];
    const known = kinds.find((kind) => this.#find(kind, sourceId));
    if (!known) throw new UnusableRow('No role says whether this is staff, a student or a guardian.');
    return known;
  }

  /** Notes a row as named by this import. Answers whether it was before. */
  #see(table: string, row: number): boolean {
    return this.#db.run('INSERT OR IGNORE INTO temp.seen (tbl, row) VALUES (?, ?)', [table, row]) === 0;
  }

  #seen(table: string, row: number): boolean {
    return this.#db.all('SELECT 1 FROM temp.seen WHERE tbl = ? AND row = ?', [table, row]).length > 0;
  }

  #count(importId: number, changes: number): void {
    if (changes === 0) return;
    this.#db.run('UPDATE roster_imports SET changes = changes + ? WHERE id = ?', [changes, importId]);
  }
}

const words: Readonly<Record<Kind, string>> = {
  school: 'school',
  class: 'class',
  staff: 'staff member',
  contact: 'contact',
  student: 'student',
};

const covered: Readonly<Record<Coverage, { readonly table: string; readonly where: string }>> = {
  school: { table: 'roster_ids', where: "kind = 'school'" },
  class: { table: 'roster_ids', where: "kind = 'class'" },
  staff: { table: 'roster_ids', where: "kind = 'staff'" },
  contact: { table: 'roster_ids', where: "kind = 'contact'" },
  student: { table: 'roster_ids', where: "kind = 'student'" },
  'class-teacher': { table: 'roster_class_members', where: "role = 'teacher'" },
  'class-student': { table: 'roster_class_members', where: "role = 'student'" },
  'staff-role': { table: 'roster_staff_roles', where: '1 = 1' },
  guardian: { table: 'roster_contacts', where: '1 = 1' },
  enrolment: { table: 'roster_enrolments', where: '1 = 1' },
  program: { table: 'roster_programs', where: '1 = 1' },
};

function bit(value: boolean | null): number | null {
  return value === null ? null : Number(value);
}
