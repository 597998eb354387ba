import type { RosterItem, RosterRow } from '@ssp-kit/interop';
import { demoStudents } from './families.js';
import { demoClasses, demoSchools, demoStaff } from './staff.js';

/** The roster of the made-up district, as an import would read it. Birth dates go by `today`. */
export function* demoRoster(today: string): Generator<RosterItem> {
  let line = 0;
  for (const row of rows(today)) {
    line += 1;
    yield { is: 'row', at: { file: 'demo', line, row: '' }, row };
  }
}

const open = { begin: null, end: null, active: true } as const;

function* rows(today: string): Generator<RosterRow> {
  for (const school of demoSchools) yield { is: 'school', ...school, stateId: null, active: true };
  for (const { username, name, schools, role, title } of demoStaff) {
    yield person('staff', username, name, { username, email: `${username}@kaiao.example` });
    for (const school of schools) yield { is: 'staff-role', person: username, school, role, title, ...open };
  }
  for (const { id, title, school, teachers } of demoClasses) {
    yield { is: 'class', id, title, school, ...open };
    for (const teacher of teachers) yield { is: 'class-member', class: id, person: teacher, role: 'teacher', ...open };
  }
  for (const [index, student] of demoStudents.entries()) {
    const of = demoClasses.find(({ id }) => id === student.class) as (typeof demoClasses)[number];
    const birthDate = birthday(today, Number(of.grade), index);
    const stateId = String(9_000_100 + index * 7);
    yield person('student', student.key, student.name, { stateId, birthDate, grade: of.grade });
    yield { is: 'enrolment', student: student.key, school: of.school, grade: of.grade, ...open };
    yield { is: 'class-member', class: of.id, person: student.key, role: 'student', ...open };
    for (const [place, contact] of student.contacts.entries()) {
      const id = `${student.key}-contact-${place + 1}`;
      yield person('contact', id, contact.name, { username: contact.username });
      yield {
        is: 'guardian',
        student: student.key,
        contact: id,
        relation: contact.relation,
        educationRights: contact.educationRights,
        language: contact.language,
        interpreter: contact.interpreter,
        order: place + 1,
        active: true,
      };
    }
  }
}

type PersonRow = Extract<RosterRow, { is: 'person' }>;

function person(
  kind: 'staff' | 'contact' | 'student',
  id: string,
  [givenName, familyName]: readonly [string, string],
  more: Partial<PersonRow>,
): PersonRow {
  return {
    is: 'person',
    kind,
    id,
    stateId: null,
    givenName,
    familyName,
    preferredName: null,
    email: null,
    username: null,
    birthDate: null,
    grade: null,
    active: true,
    ...more,
  };
}

/** A day that makes a student of that grade five to six years older than the grade's number. */
function birthday(today: string, grade: number, index: number): string {
  const year = Number(today.slice(0, 4)) - grade - 6;
  const month = String(((index * 5) % 12) + 1).padStart(2, '0');
  const day = String(((index * 11) % 28) + 1).padStart(2, '0');
  return `${year}-${month}-${day}`;
}
