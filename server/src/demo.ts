/** Demo sign-in: only while the data folder was made as a demo and nobody else can reach the server, or where it is said. */
import { roles as allRoles } from '@ssp-kit/process';
import type { DemoPerson } from '@ssp-kit/protocol';
import type { Demo } from './demo-port.js';
import type { Roster } from './roster-port.js';
import { isLoopback, type Settings } from './settings.js';
import type { Tables } from './storage/tables.js';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'contact' | 'student';
  readonly roles: string | null;
  readonly schoolName: string | null;
}

const made = 'demo';

/** Marks the data folder as made as a demo. */
export async function markDemo(tables: Tables): Promise<void> {
  await tables.write([{ sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, '1')", args: [made] }]);
}

/** The demo's sign-in, or null where there is none. */
export async function openDemo(settings: Settings, tables: Tables, _roster: Roster): Promise<Demo | null> {
  if (settings.demo === 'off' || 'jwks' in settings.keys) return null;
  const [marked] = await tables.all('SELECT 1 FROM meta WHERE key = ?', [made]);
  if (settings.demo === 'auto' && !(marked && isLoopback(settings.host))) return null;

  const find = (where: string, args: readonly (string | number)[]) =>
    tables.all<Listed>(
      `SELECT p.id, p.given_name || ' ' || p.family_name AS name, p.kind AS kind,
         (SELECT group_concat(DISTINCT r.role) FROM roster_staff_roles r WHERE r.person = p.id AND r.active = 1) AS roles,
         (SELECT s.name FROM roster_staff_roles r JOIN roster_schools s ON s.id = r.school
            WHERE r.person = p.id AND r.active = 1 LIMIT 1) AS schoolName
       FROM roster_people p WHERE p.active = 1 AND ${where}
       ORDER BY p.kind DESC, p.family_name, p.given_name LIMIT 50`,
      args,
    );

  return {
    async people(query) {
      const text = query.trim();
      const found = text
        ? await find("p.kind <> 'student' AND instr(lower(p.given_name || ' ' || p.family_name), lower(?)) > 0", [text])
        : await find("p.kind = 'staff'", []);
      return found.map(described);
    },
    async signIn(person) {
      const [found] = await find('p.id = ?', [person]);
      if (!found || found.kind === 'student') return null;
      const { id, name, roles } = described(found);
      return { sub: id, person: id, name, roles };
    },
  };
}

function described({ id, name, kind, roles, schoolName }: Listed): DemoPerson {
  const known = (roles ?? '').split(',').filter((role) => allRoles.some((row) => row.id === role));
  const all = kind === 'contact' ? ['parent'] : known;
  const label = allRoles.find((row) => row.id === all[0])?.label ?? 'Staff';
  return { id, name, roles: all, schoolName, says: schoolName ? `${label}, ${schoolName}` : label };
}
