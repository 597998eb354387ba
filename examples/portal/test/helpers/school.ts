import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OneRosterPlan, writeOneRoster } from '@ssp-kit/server/testing/oneroster-folder';
import { contacts, school, staff, students } from './people.js';
import { repository } from './repository.js';
import { freePort, ServerProcess, ssp } from './server-process.js';
import { writeSmallEdfi } from './small-edfi.js';

const org = 'org-1';

/** Where the students of the Ed-Fi roster go to school, and who works there. No contact has rights by it. */
export const oneRosterPlan: OneRosterPlan = {
  schools: [{ id: org, ...school }],
  staff: Object.values(staff).map((one) => ({ ...one, school: org })),
  students: Object.values(students).map((one) => ({ ...one, school: org })),
  guardians: Object.values(contacts).map(({ of, ...one }) => ({ ...one, students: [of], educationRights: false })),
  classes: [
    {
      id: 'cls-1',
      title: 'Homeroom',
      school: org,
      teachers: [staff.teacher.stateId, staff.secondTeacher.stateId],
      students: Object.values(students).map(({ stateId }) => stateId),
    },
  ],
};

export interface School {
  readonly server: ServerProcess;
  /** Everything of the test lies in it; the server's data in `data`. */
  readonly folder: string;
  /** What the imports said. */
  readonly imports: { readonly edfi: string; readonly oneroster: string };
  /** Runs a command of the server on the same data. */
  ssp(...args: string[]): ReturnType<typeof ssp>;
  close(): Promise<void>;
}

/** A server process on a data folder with the imported roster: Ed-Fi for the people, OneRoster for their places. */
export async function openSchool(env: Readonly<Record<string, string>> = {}): Promise<School> {
  const folder = await mkdtemp(join(tmpdir(), 'ssp-e2e-'));
  const server = new ServerProcess(await freePort(), { SSP_DATA_DIR: join(folder, 'data'), SSP_DEMO: '1', ...env });
  const run = (...args: string[]) => ssp(args, server.env);
  const edfi = await run('import', 'edfi', await edfiFolder(folder));
  assert.equal(edfi.code, 0, edfi.out + edfi.err);
  const enrolments = join(folder, 'oneroster');
  await writeOneRoster(enrolments, oneRosterPlan);
  const oneroster = await run('import', 'oneroster', enrolments);
  assert.equal(oneroster.code, 0, oneroster.out + oneroster.err);
  await server.start();
  return {
    server,
    folder,
    imports: { edfi: edfi.out, oneroster: oneroster.out },
    ssp: run,
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The published sample beside the repository (`SSP_TEST_EDFI` names another place), else a small one made here. */
async function edfiFolder(folder: string): Promise<string> {
  const sample = process.env['SSP_TEST_EDFI'] ?? join(repository, '..', 'shared', 'data', 'edfi-5.2');
  if (existsSync(join(sample, 'Student.xml'))) return sample;
  const own = join(folder, 'edfi');
  await writeSmallEdfi(own);
  return own;
}
