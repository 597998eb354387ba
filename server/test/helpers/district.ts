/** A small made-up district in the roster's tables, and tokens for its people. */
import { randomUUID } from 'node:crypto';
import type { TestServer } from '../../src/index.js';
import { type Cast, type Part, parts, WireCase } from './whole-case.js';

export const school = 'school-1';
export const student = 'student-1';
export const otherStudent = 'student-2';

export const people = {
  coordinator: { id: 'p-coordinator', given: 'Cora', role: 'coordinator' },
  teacher: { id: 'p-teacher', given: 'Tess', role: 'teacher' },
  special: { id: 'p-special', given: 'Sue', role: 'special-educator' },
  provider: { id: 'p-provider', given: 'Paul', role: 'provider' },
  evaluator: { id: 'p-evaluator', given: 'Eve', role: 'evaluator' },
  administrator: { id: 'p-administrator', given: 'Adam', role: 'administrator' },
} as const;
export const mother = { id: 'c-mother', given: 'Mona' };

/** Fills the roster: one school, its staff, two students, one mother with education rights. */
export async function fillDistrict({ app }: TestServer): Promise<void> {
  const person = (id: string, kind: string, given: string) => ['test', kind, id, id, given] as const;
  const everyone = [
    ...Object.values(people).map(({ id, given }) => person(id, 'staff', given)),
    person(mother.id, 'contact', mother.given),
    person(student, 'student', 'Kai'),
    person(otherStudent, 'student', 'Noa'),
  ];
  await app.store.tables.write([
    { sql: "INSERT INTO roster_schools VALUES (?, 'Test School', 'school', NULL, 1)", args: [school] },
    {
      sql: `INSERT INTO roster_ids (source, kind, source_id, id, state_id, detail, active) VALUES (?, ?, ?, ?, NULL, '{}', 1)`,
      many: [
        ...everyone.map(([source, kind, sourceId, id]) => [source, kind, sourceId, id]),
        ['test', 'school', school, school],
      ],
    },
    {
      sql: `INSERT INTO roster_people (id, kind, given_name, family_name, active) VALUES (?, ?, ?, 'Tester', 1)`,
      many: everyone.map(([, kind, , id, given]) => [id, kind, given]),
    },
    {
      sql: `INSERT INTO roster_staff_roles (source, person, school, role, title, begin_day, active) VALUES ('test', ?, ?, ?, '', '', 1)`,
      many: Object.values(people).map(({ id, role }) => [id, school, role]),
    },
    {
      sql: `INSERT INTO roster_enrolments (source, student, school, grade, begin_day, active) VALUES ('test', ?, ?, '04', '', 1)`,
      many: [
        [student, school],
        [otherStudent, school],
      ],
    },
    {
      sql: `INSERT INTO roster_contacts (source, student, contact, relation, education_rights, active) VALUES ('test', ?, ?, 'Mother', 1, 1)`,
      args: [student, mother.id],
    },
    {
      sql: `INSERT INTO roster_imports (source, format, started, changes) VALUES ('test', 'test', '2026-01-01', 1)`,
    },
  ]);
}

/** One more student of the school, with nobody of theirs in the roster. Answers their id. */
export async function addStudent({ app }: TestServer): Promise<string> {
  const id = randomUUID();
  await app.store.tables.write([
    {
      sql: `INSERT INTO roster_ids (source, kind, source_id, id, state_id, detail, active) VALUES ('test', 'student', ?, ?, NULL, '{}', 1)`,
      args: [id, id],
    },
    {
      sql: `INSERT INTO roster_people (id, kind, given_name, family_name, birth_date, active) VALUES (?, 'student', 'Lani', 'Tester', '2016-03-05', 1)`,
      args: [id],
    },
    {
      sql: `INSERT INTO roster_enrolments (source, student, school, grade, begin_day, active) VALUES ('test', ?, ?, '04', '', 1)`,
      args: [id, school],
    },
  ]);
  return id;
}

export type Who = keyof typeof people | 'mother';

export function tokenOf(server: TestServer, who: Who, expiresIn = 3600): Promise<string> {
  const person = who === 'mother' ? { ...mother, role: 'parent' } : people[who];
  return server.token({ sub: person.id, name: `${person.given} Tester`, roles: [person.role], expiresIn });
}

/** Everybody of the district, for a case of this student: the mother's without another's id. */
export async function castOf(server: TestServer, of = student): Promise<Cast> {
  const tokens = await Promise.all(parts.map(async (part) => [part, await tokenOf(server, part)] as const));
  const persons = parts.map((part) => [part, part === 'mother' ? mother.id : people[part].id] as const);
  return {
    url: server.url,
    tokens: Object.fromEntries(tokens) as Record<Part, string>,
    persons: Object.fromEntries(persons) as Record<Part, string>,
    student: of,
  };
}

/** Fills the roster, and takes a case of the mother's child as far as its referral is filed. */
export async function referredCase(server: TestServer): Promise<WireCase> {
  await fillDistrict(server);
  const told = await WireCase.begin(await castOf(server));
  await told.refer();
  return told;
}
