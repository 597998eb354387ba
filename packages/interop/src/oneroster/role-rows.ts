import { issue, type Place, type RosterItem, row } from '../items.js';
import type { Lookup } from '../lookup.js';
import type { PersonKind } from '../rows.js';
import { column, isActive, period, type Fields } from './columns.js';
import { meaning } from './roles.js';

/** Somebody with several kinds of roles is staff first (a teacher can be a parent too), then a student. */
const rank: Readonly<Record<PersonKind, number>> = { staff: 0, student: 1, contact: 2 };

/** Notes what kind of person a user is, before the users are read. */
export function noteRole(fields: Fields, _at: Place, lookup: Lookup): Iterable<RosterItem> {
  const user = column(fields, 'userSourcedId');
  const role = column(fields, 'role');
  if (user && role && isActive(fields)) {
    const { kind } = meaning(role);
    const before = lookup.get('kind', user) as PersonKind | undefined;
    if (!before || rank[kind] < rank[before]) lookup.set('kind', user, kind);
    if (kind === 'contact') lookup.set('guardian role', user, role.toLowerCase());
  }
  return [];
}

/** A role at a school: a position of staff, an enrolment of a student. Of guardians it says no more than their kind. */
export function* readRole(fields: Fields, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const user = column(fields, 'userSourcedId');
  const role = column(fields, 'role');
  const school = column(fields, 'orgSourcedId');
  const place = { ...at, row: at.row || `${user ?? '?'}, ${role ?? '?'}` };
  if (!user) return yield issue(place, 'It has no userSourcedId.');
  if (!role) return yield issue(place, 'It has no role.');
  if (!school) return yield issue(place, 'It has no orgSourcedId.');
  const days = period(fields, 'beginDate', 'endDate');
  if ('bad' in days) return yield issue(place, `"${days.bad}" is no date.`);
  const means = meaning(role);
  const rest = { ...days, active: isActive(fields) };
  if (means.kind === 'staff') {
    yield row(place, {
      is: 'staff-role',
      person: user,
      school,
      role: means.role,
      title: means.title,
      ...rest,
    });
  } else if (means.kind === 'student') {
    const grade = lookup.get('grade', user) ?? null;
    yield row(place, { is: 'enrolment', student: user, school, grade, ...rest });
  }
}
