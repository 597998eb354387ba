import { issue, type Place, type RosterItem, row } from '../items.js';
import type { Lookup } from '../lookup.js';
import { find, type XmlNode } from '../xml-records.js';
import { dayAt, describeReference, referenced } from './node.js';
import { sectionKey } from './section-key.js';

const people = {
  teacher: { of: 'StaffReference', key: 'StaffUniqueId' },
  student: { of: 'StudentReference', key: 'StudentUniqueId' },
} as const;

/** A teacher or a student of a section. */
export function* sectionMember(
  node: XmlNode,
  at: Place,
  lookup: Lookup,
  role: 'teacher' | 'student',
): Iterable<RosterItem> {
  const { of, key } = people[role];
  const person = referenced(node, of, key, at.file, lookup);
  if (!person) return yield issue(at, `It has ${describeReference(node, of)}.`);
  const reference = find(node, 'SectionReference');
  const section = reference?.ref
    ? (lookup.get(`id ${at.file}`, reference.ref) ?? null)
    : reference && sectionKey(reference);
  const place = { ...at, row: `${person} in ${section ?? '?'}` };
  if (!section) return yield issue(place, `It has ${describeReference(node, 'SectionReference')}.`);
  const begin = dayAt(node, 'BeginDate');
  const end = dayAt(node, 'EndDate');
  const bad = begin.bad ?? end.bad;
  if (bad) return yield issue(place, `"${bad}" is no date.`);
  yield row(place, {
    is: 'class-member',
    class: section,
    person,
    role,
    begin: begin.day,
    end: end.day,
    active: true,
  });
}
