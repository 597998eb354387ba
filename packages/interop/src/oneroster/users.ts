import { issue, type Place, type RosterItem, row } from '../items.js';
import type { Lookup } from '../lookup.js';
import type { PersonKind } from '../rows.js';
import { isDay, yesNo } from '../values.js';
import { column, isActive, listColumn, type Fields } from './columns.js';
import { noteGuardian } from './guardians.js';
import { meaning } from './roles.js';

/** Demographics come before the users they belong to. */
export function* noteDemographics(fields: Fields, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const id = column(fields, 'sourcedId');
  const birthDate = column(fields, 'birthDate');
  if (!id) return yield issue(at, 'It has no sourcedId.');
  if (!birthDate || !isActive(fields)) return;
  if (isDay(birthDate)) lookup.set('birthDate', id, birthDate);
  else yield issue(at, `The birthDate "${birthDate}" is no date; it was left out.`);
}

/** A person; in 1.1 the row itself has the role, in 1.2 the roles' file was read before. */
export function* readUser(fields: Fields, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const id = column(fields, 'sourcedId');
  if (!id) return yield issue(at, 'It has no sourcedId.');
  const role = column(fields, 'role');
  const kind = (lookup.get('kind', id) as PersonKind | undefined) ?? (role && meaning(role).kind);
  const givenName = column(fields, 'givenName');
  const familyName = column(fields, 'familyName');
  if (!givenName || !familyName) {
    const why = `It has no ${givenName ? 'familyName' : 'givenName'}.`;
    return yield issue(at, why, { kind: kind || null, id });
  }
  if (kind) lookup.set('kind', id, kind);
  noteGuardian(id, fields, lookup);
  const grade = listColumn(fields, 'grades')[0] ?? null;
  if (grade) lookup.set('grade', id, grade);
  yield row(at, {
    is: 'person',
    kind: kind || null,
    id,
    stateId: stateIdOf(fields),
    givenName,
    familyName,
    preferredName: preferredOf(fields, givenName, familyName),
    email: column(fields, 'email'),
    username: column(fields, 'username'),
    birthDate: kind === 'student' ? (lookup.get('birthDate', id) ?? null) : null,
    grade: kind === 'student' ? grade : null,
    active: isActive(fields) && yesNo(column(fields, 'enabledUser')) !== false,
  });
  if (role) yield* rolesOf11(fields, at, id, role, grade);
}

/** The state's id: `metadata.stateId`, else `{state:…}` of userIds, else the identifier. */
function stateIdOf(fields: Fields): string | null {
  const userId = /\{\s*state\s*:\s*([^}]+)\}/i.exec(fields.userIds ?? '')?.[1]?.trim();
  return column(fields, 'metadata.stateId') ?? userId ?? column(fields, 'identifier');
}

function preferredOf(fields: Fields, givenName: string, familyName: string): string | null {
  const first = column(fields, 'preferredGivenName') ?? column(fields, 'preferredFirstName');
  const last = column(fields, 'preferredFamilyName') ?? column(fields, 'preferredLastName');
  return first || last ? `${first ?? givenName} ${last ?? familyName}` : null;
}

/** OneRoster 1.1 has one role for all organizations of a user. */
function* rolesOf11(
  fields: Fields,
  at: Place,
  person: string,
  role: string,
  grade: string | null,
): Iterable<RosterItem> {
  const means = meaning(role);
  const ends = { begin: null, end: null, active: isActive(fields) };
  for (const school of listColumn(fields, 'orgSourcedIds')) {
    if (means.kind === 'staff') {
      yield row(at, { is: 'staff-role', person, school, role: means.role, title: means.title, ...ends });
    } else if (means.kind === 'student') {
      yield row(at, { is: 'enrolment', student: person, school, grade, ...ends });
    }
  }
}
