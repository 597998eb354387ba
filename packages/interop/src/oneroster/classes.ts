import { issue, type Place, type RosterItem, row } from '../items.js';
import type { Lookup } from '../lookup.js';
import { column, isActive, listColumn, period, type Fields } from './columns.js';

/** Academic sessions say when a class runs. */
export function* readSession(fields: Fields, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const id = column(fields, 'sourcedId');
  if (!id) return yield issue(at, 'It has no sourcedId.');
  const days = period(fields, 'startDate', 'endDate');
  if ('bad' in days) return yield issue(at, `"${days.bad}" is no date.`);
  if (days.begin) lookup.set('session begin', id, days.begin);
  if (days.end) lookup.set('session end', id, days.end);
}

export function* readClass(fields: Fields, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const id = column(fields, 'sourcedId');
  if (!id) return yield issue(at, 'It has no sourcedId.');
  const school = column(fields, 'schoolSourcedId');
  if (!school) return yield issue(at, 'It has no schoolSourcedId.', { kind: 'class', id });
  const terms = listColumn(fields, 'termSourcedIds');
  const begins = terms.map((term) => lookup.get('session begin', term));
  const ends = terms.map((term) => lookup.get('session end', term));
  yield row(at, {
    is: 'class',
    id,
    school,
    title: column(fields, 'title') ?? column(fields, 'classCode') ?? id,
    begin: begins.includes(undefined) ? null : ((begins.sort()[0] as string | undefined) ?? null),
    end: ends.includes(undefined) ? null : ((ends.sort().at(-1) as string | undefined) ?? null),
    active: isActive(fields),
  });
}

export function* readEnrollment(fields: Fields, at: Place): Iterable<RosterItem> {
  const user = column(fields, 'userSourcedId');
  const of = column(fields, 'classSourcedId');
  const role = column(fields, 'role')?.toLowerCase();
  const place = { ...at, row: at.row || `${user ?? '?'} in ${of ?? '?'}` };
  if (!user) return yield issue(place, 'It has no userSourcedId.');
  if (!of) return yield issue(place, 'It has no classSourcedId.');
  if (role === 'administrator' || role === 'proctor') return;
  if (role !== 'teacher' && role !== 'student') {
    return yield issue(place, `The role "${role ?? ''}" is none of a class.`);
  }
  const days = period(fields, 'beginDate', 'endDate');
  if ('bad' in days) return yield issue(place, `"${days.bad}" is no date.`);
  yield row(place, {
    is: 'class-member',
    class: of,
    person: user,
    role,
    ...days,
    active: isActive(fields),
  });
}
