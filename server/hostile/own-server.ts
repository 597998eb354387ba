/** This project's server in a process of its own, with a small district in it. Started by own-target.ts, which it tells its address. */
import { addStudent, fillDistrict, mother, people, school } from '../test/helpers/district.js';
import { startTestServer } from '../src/index.js';

type Question =
  | { readonly id: number; readonly statements: readonly { sql: string; args?: readonly (string | number | null)[] }[] }
  | { readonly id: number; readonly student: true };

const server = await startTestServer({ env: { SSP_JWT_SECRET: process.env['SSP_JWT_SECRET'] ?? '' } });
await fillDistrict(server);
const { tables } = server.app.store;
// A second coordinator, whose right comes from the roster alone.
await tables.write([
  {
    sql: "INSERT INTO roster_staff_roles (source, person, school, role, title, begin_day, active) VALUES ('second', ?, ?, 'coordinator', '', '', 1)",
    args: [people.special.id, school],
  },
]);

async function answer(question: Question): Promise<{ id: number; student?: string }> {
  const { id } = question;
  if ('statements' in question) {
    await tables.write(question.statements);
    return { id };
  }
  const student = await addStudent(server);
  await tables.write([
    {
      sql: "INSERT INTO roster_contacts (source, student, contact, relation, education_rights, active) VALUES ('test', ?, ?, 'Mother', 1, 1)",
      args: [student, mother.id],
    },
  ]);
  return { id, student };
}

process.on('message', (question: Question) => {
  void answer(question).then((answered) => process.send?.(answered));
});
// Whoever started it is gone.
process.once('disconnect', () => process.exit());
process.once('SIGTERM', () => {
  void server.stop().then(() => process.disconnect());
});
process.send?.({ url: server.url });
