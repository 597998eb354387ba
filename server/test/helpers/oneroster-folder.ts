import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PersonRow, readEdfi } from '@ssp-kit/interop';

/**
 * A OneRoster 1.2 folder that enrols the people of another roster. A user is the same person as one of the other roster
 * when its `identifier` is that person's state id and its role is of the same kind: for an Ed-Fi roster StudentUniqueId,
 * StaffUniqueId or ContactUniqueId. The `sourcedId` is this folder's own (`stu-…`, `stf-…`, `grd-…`) and is known as well
 * from then on. Names play no part.
 */
export interface OneRosterPlan {
  readonly schools: readonly { readonly id: string; readonly stateId: string; readonly name: string }[];
  readonly staff: readonly (PlannedPerson & { readonly role: string })[];
  readonly students: readonly (PlannedPerson & { readonly grade: string; readonly birthDate?: string | null })[];
  readonly guardians?: readonly PlannedGuardian[];
  readonly classes: readonly {
    readonly id: string;
    readonly title: string;
    readonly school: string;
    /** State ids. */
    readonly teachers: readonly string[];
    readonly students: readonly string[];
  }[];
}

export interface PlannedPerson {
  readonly stateId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly username?: string | null;
  /** An id of `schools`. */
  readonly school: string;
}

export interface PlannedGuardian {
  readonly stateId: string;
  readonly givenName: string;
  readonly familyName: string;
  /** State ids. */
  readonly students: readonly string[];
  readonly relation: string;
  readonly educationRights: boolean;
  readonly homeLanguage?: string;
}

const userColumns = [
  ...['sourcedId', 'status', 'dateLastModified', 'enabledUser', 'username', 'givenName', 'familyName', 'identifier'],
  ...['agentSourcedIds', 'grades', 'metadata.relation', 'metadata.educationRights', 'metadata.homeLanguage'],
];

/** Writes the folder: manifest (bulk), orgs, users, roles, classes, enrollments, demographics. */
export async function writeOneRoster(folder: string, plan: OneRosterPlan): Promise<void> {
  const guardians = plan.guardians ?? [];
  const agents = (student: string) =>
    guardians.filter(({ students }) => students.includes(student)).map(({ stateId }) => `grd-${stateId}`);
  const role = (user: string, name: string, school: string) => [
    `${user}-${name}`,
    '',
    '',
    user,
    'primary',
    name,
    school,
  ];
  const ofStudents = (student: string) => plan.students.find(({ stateId }) => stateId === student)?.school ?? '';

  await mkdir(folder, { recursive: true });
  await write(
    folder,
    'manifest',
    ['propertyName', 'value'],
    [
      ['manifest.version', '1.0'],
      ['oneroster.version', '1.2'],
      ...['orgs', 'users', 'roles', 'classes', 'enrollments', 'demographics'].map((name) => [`file.${name}`, 'bulk']),
      ['file.academicSessions', 'absent'],
    ],
  );
  await write(
    folder,
    'orgs',
    ['sourcedId', 'status', 'dateLastModified', 'name', 'type', 'identifier', 'parentSourcedId'],
    plan.schools.map(({ id, name, stateId }) => [id, '', '', name, 'school', stateId, '']),
  );
  await write(folder, 'users', userColumns, [
    ...plan.staff.map((person) => user(`stf-${person.stateId}`, person)),
    ...plan.students.map((person) =>
      user(`stu-${person.stateId}`, person, { agents: agents(person.stateId), grade: person.grade }),
    ),
    ...guardians.map((person) => user(`grd-${person.stateId}`, person, person)),
  ]);
  await write(
    folder,
    'roles',
    ['sourcedId', 'status', 'dateLastModified', 'userSourcedId', 'roleType', 'role', 'orgSourcedId'],
    [
      ...plan.staff.map((person) => role(`stf-${person.stateId}`, person.role, person.school)),
      ...plan.students.map((person) => role(`stu-${person.stateId}`, 'student', person.school)),
      ...guardians.map(({ stateId, students }) =>
        role(`grd-${stateId}`, 'guardian', ofStudents(students[0] ?? '') || (plan.schools[0]?.id ?? '')),
      ),
    ],
  );
  await write(
    folder,
    'classes',
    ['sourcedId', 'status', 'dateLastModified', 'title', 'classType', 'schoolSourcedId', 'termSourcedIds'],
    plan.classes.map(({ id, title, school }) => [id, '', '', title, 'scheduled', school, '']),
  );
  const seat = (of: string, school: string, who: string, name: string) => [
    `${of}-${who}`,
    '',
    '',
    of,
    school,
    who,
    name,
  ];
  await write(
    folder,
    'enrollments',
    ['sourcedId', 'status', 'dateLastModified', 'classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role'],
    plan.classes.flatMap(({ id, school, teachers, students }) => [
      ...teachers.map((teacher) => seat(id, school, `stf-${teacher}`, 'teacher')),
      ...students.map((student) => seat(id, school, `stu-${student}`, 'student')),
    ]),
  );
  await write(
    folder,
    'demographics',
    ['sourcedId', 'status', 'dateLastModified', 'birthDate'],
    plan.students.map(({ stateId, birthDate }) => [`stu-${stateId}`, '', '', birthDate ?? '']),
  );
}

export interface EdfiEnrolment {
  readonly plan: OneRosterPlan;
  readonly students: readonly PersonRow[];
  readonly staff: readonly PersonRow[];
  /** The contacts of the students, by the student's state id. */
  readonly contacts: ReadonlyMap<string, readonly PersonRow[]>;
}

/**
 * A plan that puts the first `count` students of an Ed-Fi folder into one of its schools (the one of the first teacher),
 * in one class with the first two teachers there. Every contact of theirs is a guardian; `educationRights` says with or
 * without the flag.
 */
export async function planFromEdfi(
  edfi: string,
  { count = 12, educationRights = false }: { count?: number; educationRights?: boolean } = {},
): Promise<EdfiEnrolment> {
  const students: PersonRow[] = [];
  const staff: PersonRow[] = [];
  const contacts = new Map<string, PersonRow>();
  const ties = new Map<string, { student: string; contact: string; relation: string }[]>();
  const positions = new Map<string, { school: string; role: string | null }>();
  const schools = new Map<string, string>();
  for await (const item of readEdfi(edfi)) {
    if (item.is !== 'row') continue;
    const { row } = item;
    if (row.is === 'school' && row.type === 'school') schools.set(row.id, row.name);
    if (row.is === 'person' && row.kind === 'student' && students.length < count) students.push(row);
    if (row.is === 'person' && row.kind === 'staff') staff.push(row);
    if (row.is === 'person' && row.kind === 'contact') contacts.set(row.id, row);
    if (row.is === 'staff-role' && !positions.has(row.person)) positions.set(row.person, row);
    if (row.is === 'guardian') {
      const { student, contact, relation } = row;
      ties.set(student, [...(ties.get(student) ?? []), { student, contact, relation: relation ?? '' }]);
    }
  }
  const school =
    staff.map(({ id }) => positions.get(id)).find((position) => position?.role === 'teacher')?.school ?? '';
  const atSchool = staff.filter(({ id }) => positions.get(id)?.school === school);
  const guardians = students.flatMap(({ id }) => ties.get(id) ?? []);
  const plan: OneRosterPlan = {
    schools: [{ id: `org-${school}`, stateId: school, name: schools.get(school) ?? school }],
    staff: atSchool.map((person) => ({
      ...person,
      stateId: person.id,
      school: `org-${school}`,
      role: oneRosterRole[positions.get(person.id)?.role ?? ''] ?? 'aide',
    })),
    students: students.map((person) => ({ ...person, stateId: person.id, school: `org-${school}`, grade: '04' })),
    guardians: [...new Set(guardians.map(({ contact }) => contact))].map((contact) => {
      const own = guardians.filter((tie) => tie.contact === contact);
      const person = contacts.get(contact) as PersonRow;
      return {
        stateId: contact,
        givenName: person.givenName,
        familyName: person.familyName,
        students: own.map(({ student }) => student),
        relation: own[0]?.relation ?? '',
        educationRights,
      };
    }),
    classes: [
      {
        id: 'cls-1',
        title: 'Homeroom',
        school: `org-${school}`,
        teachers: atSchool
          .filter(({ id }) => positions.get(id)?.role === 'teacher')
          .slice(0, 2)
          .map(({ id }) => id),
        students: students.map(({ id }) => id),
      },
    ],
  };
  const theirs = (id: string) => (ties.get(id) ?? []).map(({ contact }) => contacts.get(contact) as PersonRow);
  return { plan, students, staff: atSchool, contacts: new Map(students.map(({ id }) => [id, theirs(id)])) };
}

const oneRosterRole: Readonly<Record<string, string>> = {
  teacher: 'teacher',
  administrator: 'principal',
  coordinator: 'counselor',
  district: 'districtAdministrator',
};

interface UserExtra {
  readonly agents?: readonly string[];
  readonly grade?: string;
  readonly relation?: string;
  readonly educationRights?: boolean;
  readonly homeLanguage?: string;
}

function user(id: string, person: Omit<PlannedPerson, 'school'>, extra: UserExtra = {}): string[] {
  return [
    ...[id, '', '', 'true', person.username ?? id, person.givenName, person.familyName, person.stateId],
    ...[(extra.agents ?? []).join(','), extra.grade ?? '', extra.relation ?? ''],
    ...[extra.educationRights === undefined ? '' : String(extra.educationRights), extra.homeLanguage ?? ''],
  ];
}

async function write(
  folder: string,
  name: string,
  header: readonly string[],
  rows: readonly string[][],
): Promise<void> {
  const lines = [header, ...rows].map((cells) => cells.map(quote).join(','));
  await writeFile(join(folder, `${name}.csv`), `${lines.join('\r\n')}\r\n`);
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
