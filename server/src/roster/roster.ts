import type { Process, Relation } from '@ssp-kit/process';
import type { PersonRow } from '@ssp-kit/protocol';
import type { Asker, Roster, RosterStudent } from '../roster-port.js';
import type { Tables } from '../storage/tables.js';
import * as sql from './queries.js';

/**
 * The roster out of the imported tables. `today` is the local day, by which rows begin and end.
 * Ids of the token (`schools`, `students`) may be the ids here or the ids of a source.
 */
export function rosterOn(tables: Tables, { roles }: Pick<Process, 'roles'>, today: () => string): Roster {
  async function column(query: string, args: Readonly<Record<string, unknown>>): Promise<string[]> {
    return (await ask<{ id: string }>(query, args)).map(({ id }) => id);
  }
  /** All values of a query in one bound JSON object, since a query names the same value several times. */
  function ask<T>(query: string, args: Readonly<Record<string, unknown>>): Promise<T[]> {
    return tables.all<T>(`WITH ask (j) AS (SELECT ?) ${query}`, [JSON.stringify({ day: today(), ...args })]);
  }

  async function schoolsOf(asker: Asker): Promise<string[]> {
    const own = await column(sql.schoolsOfStaff, { person: asker.person, ids: asker.schools });
    if (!asker.roles.includes('district') || own.length === 0) return own;
    return column(sql.schoolsBelow, { ids: own });
  }

  return {
    async personOf(name) {
      const found = await column(sql.personByName, { name });
      return found.length === 1 ? (found[0] as string) : null;
    },

    async student(id) {
      const found = await ask<RosterStudent>(sql.students(sql.studentIds), { ids: [id], query: '', limit: 2 });
      return found.length === 1 ? (found[0] as RosterStudent) : null;
    },

    async relations(student, asker) {
      const [found] = await ask<Record<'school' | 'class' | 'rights' | 'named' | 'district', number>>(sql.relations, {
        student,
        person: asker.person,
        schools: asker.schools,
        students: asker.students,
      });
      const relations = new Set<Relation>();
      if (found?.school) relations.add('school');
      if (found?.class) relations.add('class');
      if (found?.rights) relations.add('child');
      if (found?.district && asker.roles.includes('district')) relations.add('district');
      if (found?.named) relations.add(namedRelation(asker));
      return [...relations];
    },

    students: (query, asker, limit) =>
      ask<RosterStudent>(sql.students(sql.studentsOfAsker), {
        person: asker.person,
        schools: asker.schools,
        ids: asker.students,
        query: query.trim(),
        limit,
      }),

    async reach(asker) {
      const students = await column(sql.studentsWithoutSchool, { person: asker.person, ids: asker.students });
      return { schools: await schoolsOf(asker), students };
    },

    async people(student) {
      const found = await ask<PersonRow & { title: string }>(sql.people, { student });
      return found.map(({ title, ...person }) => ({ ...person, role: title || roleLabel(roles, person) }));
    },

    async nameOf(person) {
      return (await column(sql.nameOf, { person }))[0] ?? null;
    },

    async revision() {
      const [sum] = await column('SELECT coalesce(sum(changes), 0) AS id FROM roster_imports', {});
      return `${sum ?? 0} ${today()}`;
    },
  };
}

/** What the host means by the students it names in a token depends on whose token it is. */
function namedRelation({ roles }: Asker): Relation {
  if (roles.includes('parent')) return 'child';
  return roles.includes('student') ? 'self' : 'class';
}

/** What a person reads where the source has no title for a position. */
function roleLabel(roles: Process['roles'], { kind, role }: PersonRow): string {
  return roles.find(({ id }) => id === role)?.label ?? (kind === 'contact' ? 'Contact' : '');
}
