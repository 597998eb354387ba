import { issue, type Place, type RosterItem, row } from '../items.js';
import type { Lookup } from '../lookup.js';
import type { PersonKind, PersonRow } from '../rows.js';
import { yesNo } from '../values.js';
import { find, textAt, type XmlNode } from '../xml-records.js';
import { dayAt, describeReference, descriptor, type EdfiMap, referenced, remember } from './node.js';
import { sectionMember } from './section-member.js';
import { staffRole, titleFor } from './staff-roles.js';

/** Students, contacts, staff, and what ties them: whose contact somebody is, where somebody works. */
export const mapPerson: EdfiMap = function* (node, at, lookup): Iterable<RosterItem> {
  switch (node.name) {
    case 'Student':
      return yield* person(node, at, lookup, 'student', 'StudentUniqueId');
    case 'Contact':
      return yield* person(node, at, lookup, 'contact', 'ContactUniqueId');
    case 'Staff':
      return yield* person(node, at, lookup, 'staff', 'StaffUniqueId');
    case 'StudentContactAssociation':
      return yield* guardian(node, at, lookup);
    case 'StaffEducationOrganizationAssignmentAssociation':
      return yield* assignment(node, at, lookup);
    case 'StaffSchoolAssociation':
      return yield* school(node, at, lookup);
    case 'StaffSectionAssociation':
      return yield* sectionMember(node, at, lookup, 'teacher');
  }
};

function* person(node: XmlNode, at: Place, lookup: Lookup, kind: PersonKind, key: string): Iterable<RosterItem> {
  const id = textAt(node, key);
  if (!id) return yield issue(at, `The ${node.name} has no ${key}.`);
  const place = { ...at, row: id };
  remember(node, id, at.file, lookup);
  const givenName = textAt(node, 'Name', 'FirstName');
  const familyName = textAt(node, 'Name', 'LastSurname');
  if (!givenName || !familyName) {
    const missing = givenName ? 'LastSurname' : 'FirstName';
    return yield issue(place, `The name has no ${missing}.`, { kind, id });
  }
  const birth = dayAt(node, 'BirthData', 'BirthDate');
  if (birth.bad) yield issue(place, `The BirthDate "${birth.bad}" is no date; it was left out.`);
  yield row(place, {
    is: 'person',
    kind,
    id,
    stateId: id,
    givenName,
    familyName,
    preferredName: preferred(node, givenName, familyName),
    email: textAt(node, 'ElectronicMail', 'ElectronicMailAddress'),
    username: textAt(node, 'LoginId'),
    birthDate: kind === 'student' ? birth.day : null,
    grade: null,
    active: true,
  } satisfies PersonRow);
}

function preferred(node: XmlNode, givenName: string, familyName: string): string | null {
  const first = textAt(node, 'Name', 'PreferredFirstName');
  const last = textAt(node, 'Name', 'PreferredLastSurname');
  return first || last ? `${first ?? givenName} ${last ?? familyName}` : null;
}

function* guardian(node: XmlNode, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const student = referenced(node, 'StudentReference', 'StudentUniqueId', at.file, lookup);
  const contact = referenced(node, 'ContactReference', 'ContactUniqueId', at.file, lookup);
  const place = { ...at, row: `${student ?? '?'} → ${contact ?? '?'}` };
  if (!student) return yield issue(place, `It has ${describeReference(node, 'StudentReference')}.`);
  if (!contact) return yield issue(place, `It has ${describeReference(node, 'ContactReference')}.`);
  const priority = Number(textAt(node, 'ContactPriority') ?? Number.NaN);
  const primary = yesNo(textAt(node, 'PrimaryContactStatus'));
  yield row(place, {
    is: 'guardian',
    student,
    contact,
    relation: descriptor(textAt(node, 'Relation')),
    // LegalGuardian says who lives with whom in law, not who decides on education: Ed-Fi 5.2 has no field for that.
    educationRights: null,
    language: null,
    interpreter: null,
    order: Number.isInteger(priority) ? priority : primary === null ? null : primary ? 1 : 2,
    active: true,
  });
}

function* assignment(node: XmlNode, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const found = staffAndSchool(node, at, lookup, 'EducationOrganizationReference', 'EducationOrganizationId');
  if ('issue' in found) return yield found.issue;
  const classification = descriptor(textAt(node, 'StaffClassification'));
  if (!classification) return yield issue(found.place, 'It has no StaffClassification.');
  const begin = dayAt(node, 'BeginDate');
  const end = dayAt(node, 'EndDate');
  const bad = begin.bad ?? end.bad;
  if (bad) return yield issue(found.place, `The date "${bad}" of the assignment is no date.`);
  yield row(found.place, {
    is: 'staff-role',
    person: found.person,
    school: found.school,
    role: staffRole(classification),
    title: textAt(node, 'PositionTitle') ?? classification,
    begin: begin.day,
    end: end.day,
    active: true,
  });
}

function* school(node: XmlNode, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const found = staffAndSchool(node, at, lookup, 'SchoolReference', 'SchoolId');
  if ('issue' in found) return yield found.issue;
  const program = descriptor(textAt(node, 'ProgramAssignment'));
  yield row(found.place, {
    is: 'staff-role',
    person: found.person,
    school: found.school,
    role: /special education/i.test(program ?? '') ? 'special-educator' : 'teacher',
    title: titleFor(program),
    begin: null,
    end: null,
    active: true,
  });
}

function staffAndSchool(
  node: XmlNode,
  at: Place,
  lookup: Lookup,
  reference: string,
  key: string,
): { person: string; school: string; place: Place } | { issue: RosterItem } {
  const staff = referenced(node, 'StaffReference', 'StaffUniqueId', at.file, lookup);
  const place = { ...at, row: `${staff ?? '?'} at ${find(node, reference)?.ref ?? '?'}` };
  if (!staff) return { issue: issue(place, `It has ${describeReference(node, 'StaffReference')}.`) };
  const where = referenced(node, reference, key, at.file, lookup);
  if (!where) return { issue: issue(place, `It has ${describeReference(node, reference)}.`) };
  return { person: staff, school: where, place: { ...at, row: `${staff} at ${where}` } };
}
