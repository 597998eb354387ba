import { issue, type Place, type RosterItem, row } from '../items.js';
import type { Lookup } from '../lookup.js';
import { yesNo } from '../values.js';
import { column, isActive, listColumn, type Fields } from './columns.js';

interface Noted {
  readonly relation: string | null;
  readonly educationRights: boolean | null;
  readonly language: string | null;
  readonly interpreter: boolean | null;
  readonly order: number | null;
}

/** Keeps what the extension columns say of a guardian until the students who name them are read. */
export function noteGuardian(id: string, fields: Fields, lookup: Lookup): void {
  const order = Number(column(fields, 'metadata.contactOrder') ?? Number.NaN);
  const noted: Noted = {
    relation: column(fields, 'metadata.relation'),
    educationRights: yesNo(column(fields, 'metadata.educationRights')),
    language: column(fields, 'metadata.homeLanguage'),
    interpreter: yesNo(column(fields, 'metadata.interpreter')),
    order: Number.isInteger(order) ? order : null,
  };
  if (Object.values(noted).some((value) => value !== null)) {
    lookup.set('guardian', id, JSON.stringify(noted));
  }
}

/** The ties between students and guardians, from either side's `agentSourcedIds`. */
export function* readGuardians(fields: Fields, at: Place, lookup: Lookup): Iterable<RosterItem> {
  const id = column(fields, 'sourcedId');
  const kind = id && lookup.get('kind', id);
  if (!id || !kind || !isActive(fields)) return;
  for (const [index, agent] of listColumn(fields, 'agentSourcedIds').entries()) {
    const agentKind = lookup.get('kind', agent);
    const place = { ...at, row: `${id} → ${agent}` };
    if (!agentKind) {
      yield issue(place, `The agent "${agent}" is no user of these files.`);
    } else if (kind === 'student' && isGuardian(agent, lookup)) {
      yield tie(place, id, agent, index + 1, lookup);
    } else if (agentKind === 'student' && isGuardian(id, lookup)) {
      yield tie(place, agent, id, null, lookup);
    } else {
      yield issue(place, 'Neither is a guardian (parent, guardian or relative) of the other.');
    }
  }
}

function isGuardian(id: string, lookup: Lookup): boolean {
  return lookup.get('kind', id) === 'contact' || lookup.get('guardian role', id) !== undefined;
}

function tie(at: Place, student: string, contact: string, place: number | null, lookup: Lookup): RosterItem {
  const text = lookup.get('guardian', contact);
  const noted = text ? (JSON.parse(text) as Noted) : null;
  return row(at, {
    is: 'guardian',
    student,
    contact,
    relation: noted?.relation ?? lookup.get('guardian role', contact) ?? null,
    educationRights: noted?.educationRights ?? null,
    language: noted?.language ?? null,
    interpreter: noted?.interpreter ?? null,
    order: noted?.order ?? place,
    active: true,
  });
}
