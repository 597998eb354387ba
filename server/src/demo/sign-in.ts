import type { Process, Role, RoleRow } from '@ssp-kit/process';
import type { DemoPerson } from '@ssp-kit/protocol';
import type { Demo } from '../demo-port.js';
import type { Tables } from '../storage/tables.js';
import { demoPeople } from './people.js';

interface Found {
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'contact';
  /** Comma-separated role codes. */
  readonly roles: string | null;
  readonly schoolName: string | null;
  readonly title: string | null;
  readonly username: string | null;
}

/** At most so many people of the roster answer a search. */
const SHOWN = 20;

const people = `
  SELECT p.id, p.given_name || ' ' || p.family_name AS name, p.kind, p.username,
    (SELECT group_concat(DISTINCT r.role) FROM roster_staff_roles r
     WHERE r.person = p.id AND r.active = 1 AND r.role <> '') AS roles,
    (SELECT s.name FROM roster_staff_roles r JOIN roster_schools s ON s.id = r.school
     WHERE r.person = p.id AND r.active = 1 LIMIT 1) AS schoolName,
    (SELECT group_concat(DISTINCT r.title) FROM roster_staff_roles r
     WHERE r.person = p.id AND r.active = 1 AND r.title <> '') AS title
  FROM roster_people p WHERE p.active = 1 AND p.kind IN ('staff', 'contact')`;

/** Signing in as one of the demo's people, or as anybody of the roster, imported ones too. */
export function demoOn(tables: Tables, { roles }: Pick<Process, 'roles'>): Demo {
  return {
    async people(query) {
      const name = query.trim().toLowerCase();
      const listed = await there(tables);
      const own = listed.filter((person) => person.name.toLowerCase().includes(name));
      if (name === '' && own.length > 0) return own;
      const found = await tables.all<Found>(
        `SELECT * FROM (${people})
         WHERE instr(lower(name), ?) > 0 AND (roles IS NOT NULL OR kind = 'contact')
         ORDER BY kind DESC, name LIMIT ${SHOWN}`,
        [name],
      );
      const others = found.filter(({ username }) => !own.some(({ id }) => id === username));
      return [...own, ...others.map((person) => asDemoPerson(roles, person))];
    },

    async signIn(person) {
      const known = demoPeople.find(({ id }) => id === person);
      const [found] = await tables.all<Found>(`${people} AND (p.id = ? OR p.username = ?)`, [person, person]);
      if (!found) return null;
      return { sub: person, name: found.name, person: found.id, roles: known?.roles ?? rolesOf(roles, found) };
    },
  };
}

/** The demo's own people, where the data folder was made with them. */
async function there(tables: Tables): Promise<readonly DemoPerson[]> {
  const names = JSON.stringify(demoPeople.map(({ id }) => id));
  const known = await tables.all<{ username: string }>(
    `SELECT username FROM roster_people WHERE active = 1 AND username IN (SELECT value FROM json_each(?))`,
    [names],
  );
  return demoPeople.filter(({ id }) => known.some(({ username }) => username === id));
}

function asDemoPerson(roles: readonly RoleRow[], found: Found): DemoPerson {
  const own = rolesOf(roles, found);
  const labels = own.map((code) => roles.find(({ id }) => id === code)?.label ?? code);
  return {
    id: found.id,
    name: found.name,
    roles: own,
    schoolName: found.schoolName,
    says: found.kind === 'contact' ? 'A contact of the roster.' : `${found.title ?? (labels.join(', ') || 'Staff')}.`,
  };
}

/** A contact signs in as a parent; whether that opens anything is up to the roster's education-rights flag and the cases. */
function rolesOf(roles: readonly RoleRow[], found: Found): readonly Role[] {
  if (found.kind === 'contact') return ['parent'];
  return (found.roles ?? '').split(',').filter((role): role is Role => roles.some(({ id }) => id === role));
}
