import { issue, type Place, type RosterItem, row } from '../items.js';
import { column, isActive, type Fields } from './columns.js';

export function* readOrg(fields: Fields, at: Place): Iterable<RosterItem> {
  const id = column(fields, 'sourcedId');
  if (!id) return yield issue(at, 'It has no sourcedId.');
  const name = column(fields, 'name');
  if (!name) return yield issue(at, 'It has no name.', { kind: 'school', id });
  const type = column(fields, 'type')?.toLowerCase();
  yield row(at, {
    is: 'school',
    id,
    stateId: column(fields, 'identifier'),
    name,
    type: type === 'school' || type === 'district' ? type : 'other',
    parent: column(fields, 'parentSourcedId'),
    active: isActive(fields),
  });
}
