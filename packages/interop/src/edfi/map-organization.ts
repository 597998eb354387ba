import { issue, type RosterItem, row } from '../items.js';
import type { SchoolRow } from '../rows.js';
import { textAt } from '../xml-records.js';
import { descriptor, type EdfiMap, referenced, remember } from './node.js';

const organizations: Readonly<
  Record<string, { key: string; type: SchoolRow['type']; parent?: { reference: string; key: string } }>
> = {
  School: {
    key: 'SchoolId',
    type: 'school',
    parent: { reference: 'LocalEducationAgencyReference', key: 'LocalEducationAgencyId' },
  },
  LocalEducationAgency: { key: 'LocalEducationAgencyId', type: 'district' },
};

export const mapOrganization: EdfiMap = function* (node, at, lookup): Iterable<RosterItem> {
  const kind = organizations[node.name];
  if (!kind) return;
  const id = textAt(node, kind.key);
  if (!id) return yield issue(at, `The ${node.name} has no ${kind.key}.`);
  const place = { ...at, row: id };
  remember(node, id, at.file, lookup);
  const name = textAt(node, 'NameOfInstitution');
  if (!name) {
    return yield issue(place, 'It has no NameOfInstitution.', { kind: 'school', id });
  }
  const status = descriptor(textAt(node, 'OperationalStatus'));
  yield row(place, {
    is: 'school',
    id,
    stateId: id,
    name,
    type: kind.type,
    parent: kind.parent ? referenced(node, kind.parent.reference, kind.parent.key, at.file, lookup) : null,
    active: status !== 'Closed' && status !== 'Inactive',
  });
};
