import { issue, type Place, type RosterItem, row } from '../items.js';
import type { Lookup } from '../lookup.js';
import { textAt, textWithin, type XmlNode } from '../xml-records.js';
import { grade } from './grades.js';
import { dayAt, describeReference, descriptor, type EdfiMap, referenced, remember } from './node.js';
import { sectionKey } from './section-key.js';
import { sectionMember } from './section-member.js';

/** Sections, their students, and enrolments in schools. */
export const mapClassRecord: EdfiMap = function* (node, at, lookup): Iterable<RosterItem> {
  switch (node.name) {
    case 'Section':
      return yield* section(node, at, lookup);
    case 'StudentSchoolAssociation':
      return yield* enrolment(node, at, lookup);
    case 'StudentSectionAssociation':
      return yield* sectionMember(node, at, lookup, 'student');
  }
};

function* section(node: XmlNode, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const identifier = textAt(node, 'SectionIdentifier');
  if (!identifier) return yield issue(at, 'The Section has no SectionIdentifier.');
  const place = { ...at, row: identifier };
  const id = sectionKey(node);
  const school = textWithin(node, 'SchoolId');
  if (!id || !school) {
    return yield issue(place, 'The Section names no school, year, session or course.');
  }
  remember(node, id, at.file, lookup);
  yield row(place, {
    is: 'class',
    id,
    school,
    title: textAt(node, 'SectionName') ?? textWithin(node, 'LocalCourseCode') ?? identifier,
    begin: null,
    end: null,
    active: true,
  });
}

function* enrolment(node: XmlNode, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const student = referenced(node, 'StudentReference', 'StudentUniqueId', at.file, lookup);
  if (!student) return yield issue(at, `It has ${describeReference(node, 'StudentReference')}.`);
  const school = referenced(node, 'SchoolReference', 'SchoolId', at.file, lookup);
  const place = { ...at, row: `${student} at ${school ?? '?'}` };
  if (!school) return yield issue(place, `It has ${describeReference(node, 'SchoolReference')}.`);
  const begin = dayAt(node, 'EntryDate');
  const end = dayAt(node, 'ExitWithdrawDate');
  if (!begin.day) return yield issue(place, `The EntryDate "${begin.bad ?? ''}" is no date.`);
  if (end.bad) return yield issue(place, `The ExitWithdrawDate "${end.bad}" is no date.`);
  yield row(place, {
    is: 'enrolment',
    student,
    school,
    grade: grade(descriptor(textAt(node, 'EntryGradeLevel'))),
    begin: begin.day,
    end: end.day,
    active: true,
  });
}
