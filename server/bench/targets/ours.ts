/** Our server as it is run, with everything on, in a data folder of the bench's; it makes cases and people when it is asked to. */
import { readFileSync } from 'node:fs';
import { formatRoom } from '@ssp-kit/protocol';
import { startTestServer } from '../../src/index.js';
import { startCase } from '../../test/helpers/client.js';
import type { RoomAddress } from '../dialect.js';
import { answerBench } from './probe.js';

const [dataDir = '', port = '0'] = process.argv.slice(2);
const server = await startTestServer({ dataDir, env: { PORT: port } });
const { storage, tables } = server.app.store;

answerBench(server.port, {
  /** Opens a case for each room, with so many coordinators of a school each. */
  async rooms(argument): Promise<RoomAddress[]> {
    const { rooms, people, named } = argument as { rooms: number; people: number; named: string };
    const cases = Array.from({ length: rooms }, (_, room) => ({
      student: `student-${named}-${room}`,
      people: Array.from({ length: people }, (_, person) => `p-${named}-${room}-${person}`),
    }));
    await fillRoster(named, cases);
    const addresses: RoomAddress[] = [];
    for (const { student, people } of cases) {
      const tokens = await Promise.all(people.map((sub) => server.token({ sub, roles: ['coordinator'] })));
      const { id } = await startCase(server.url, tokens[0] as string, student);
      addresses.push({ room: formatRoom({ caseId: id, document: 'concern', epoch: 1 }), tokens });
    }
    return addresses;
  },

  /** Puts updates behind what a server-written document has: what decisions and signatures do one by one. `file` is JSON of base64. */
  async fill(argument): Promise<void> {
    const { caseId, document, file } = argument as { caseId: string; document: string; file: string };
    const room = await storage.room({ caseId, document });
    if (!room) throw new Error('no such room');
    const updates = (JSON.parse(readFileSync(file, 'utf8')) as string[]).map((update) => Buffer.from(update, 'base64'));
    const at = Date.now();
    await Promise.all(
      updates.map((bytes, index) =>
        storage.append({ room: room.id, author: 'server', at, n: room.head + index + 1, bytes, claims: [] }),
      ),
    );
  },
});
process.on('SIGTERM', () => {
  void server.stop().then(() => process.exit());
});

interface BenchCase {
  readonly student: string;
  readonly people: readonly string[];
}

async function fillRoster(school: string, cases: readonly BenchCase[]): Promise<void> {
  const students = cases.map(({ student }) => student);
  const staff = cases.flatMap(({ people }) => people);
  const person = 'INSERT INTO roster_people (id, kind, given_name, family_name, active) VALUES (?, ?, ?, ?, 1)';
  await tables.write([
    { sql: "INSERT INTO roster_schools VALUES (?, 'Bench School', 'school', NULL, 1)", args: [school] },
    {
      sql: `INSERT INTO roster_ids (source, kind, source_id, id, state_id, detail, active) VALUES ('bench', ?, ?, ?, NULL, '{}', 1)`,
      many: [
        ['school', school, school],
        ...students.map((id) => ['student', id, id]),
        ...staff.map((id) => ['staff', id, id]),
      ],
    },
    { sql: person, many: students.map((id) => [id, 'student', 'Kai', 'Tester']) },
    { sql: person, many: staff.map((id) => [id, 'staff', 'Cora', 'Tester']) },
    {
      sql: `INSERT INTO roster_staff_roles (source, person, school, role, title, begin_day, active) VALUES ('bench', ?, ?, 'coordinator', '', '', 1)`,
      many: staff.map((id) => [id, school]),
    },
    {
      sql: `INSERT INTO roster_enrolments (source, student, school, grade, begin_day, active) VALUES ('bench', ?, ?, '04', '', 1)`,
      many: students.map((id) => [id, school]),
    },
    {
      sql: `INSERT INTO roster_imports (source, format, started, changes) VALUES ('bench', 'test', '2026-01-01', 1)`,
    },
  ]);
}
