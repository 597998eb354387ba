import assert from 'node:assert/strict';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { importCommand } from '../src/import/command.js';
import { rosterOn } from '../src/roster/roster.js';
import { rosterMigrations } from '../src/roster/schema.js';
import type { Roster } from '../src/roster-port.js';
import type { Database } from '../src/storage/sqlite/database.js';
import { openFile } from '../src/storage/sqlite/open.js';
import { edfiFolder } from './helpers/edfi-folder.js';
import { type OneRosterPlan, planFromEdfi, writeOneRoster } from './helpers/oneroster-folder.js';

let folder: string;
let dataDir: string;
let file: string;
let day: string;
let open: Database[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ssp-roster-'));
  dataDir = join(folder, 'data');
  file = join(folder, 'ssp.db');
  day = '2026-11-24';
  open = [];
});

afterEach(async () => {
  for (const db of open) db.close();
  await rm(folder, { recursive: true });
});

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const code = await importCommand(args, { dataDir, file, print: (line) => lines.push(line) });
  return { code, text: lines.join('\n') };
}

function database(): Database {
  const db = openFile(file, { roster: rosterMigrations });
  open.push(db);
  return db;
}

function roster(db: Database): Roster {
  const tables = { all: async <T>(...args: Parameters<Database['all']>) => db.all<T>(...args), write: async () => [] };
  return rosterOn(tables, hawaiiClassic, () => day);
}

const count = (db: Database, sql: string) => db.all<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`)[0]?.n;
const nobody = { schools: [], students: [], roles: [] };

const small: OneRosterPlan = {
  schools: [
    { id: 'north', stateId: '101', name: 'North School' },
    { id: 'south', stateId: '102', name: 'South School' },
  ],
  staff: [
    { stateId: 'T1', givenName: 'Ana', familyName: 'Lee', username: 'alee', school: 'north', role: 'teacher' },
    { stateId: 'C1', givenName: 'Bo', familyName: 'Kam', username: 'bkam', school: 'north', role: 'counselor' },
    { stateId: 'C2', givenName: 'Cy', familyName: 'Ota', username: 'cota', school: 'south', role: 'counselor' },
  ],
  students: [
    { stateId: 'S1', givenName: 'Dee', familyName: 'Ito', school: 'north', grade: '03', birthDate: '2018-02-03' },
    { stateId: 'S2', givenName: 'Eli', familyName: 'Fo, "Junior"', school: 'south', grade: '05' },
  ],
  guardians: [
    { stateId: 'G1', givenName: 'Gia', familyName: 'Ito', students: ['S1'], relation: 'Mother', educationRights: true },
    { stateId: 'G2', givenName: 'Hal', familyName: 'Ito', students: ['S1'], relation: 'Uncle', educationRights: false },
  ],
  classes: [{ id: 'c1', title: 'Grade 3', school: 'north', teachers: ['T1'], students: ['S1'] }],
};

describe('import of a OneRoster folder', () => {
  it('gives rights by school, by class and by the education-rights flag, and no others', async () => {
    await writeOneRoster(join(folder, 'csv'), small);
    const { code, text } = await run('oneroster', join(folder, 'csv'));
    assert.equal(code, 0, text);
    const asks = roster(database());
    const dee = await asks.student('stu-S1');
    assert.equal(dee?.name, 'Dee Ito');
    assert.equal(dee?.grade, '03');
    assert.equal(dee?.birthDate, '2018-02-03');
    assert.equal(dee?.schoolName, 'North School');
    const person = async (name: string) => ({ ...nobody, person: (await asks.personOf(name)) ?? name });
    const relations = async (name: string) => asks.relations(dee?.id ?? '', await person(name));
    assert.deepEqual((await relations('alee')).toSorted(), ['class', 'school']);
    assert.deepEqual(await relations('BKAM'), ['school']);
    assert.deepEqual(await relations('cota'), []);
    assert.deepEqual(await relations('grd-G1'), ['child']);
    assert.deepEqual(await relations('grd-G2'), []);
    const people = await asks.people(dee?.id ?? '');
    assert.deepEqual(
      people.map(({ name, kind, role, relation }) => [name, kind, role, relation]),
      [
        ['Bo Kam', 'staff', 'Care coordinator', null],
        ['Ana Lee', 'staff', 'Teacher', null],
        ['Gia Ito', 'contact', 'Parent or guardian', 'Mother'],
        ['Hal Ito', 'contact', 'Contact', 'Uncle'],
      ],
    );
    const seen = await asks.students('', await person('cota'), 50);
    assert.deepEqual(
      seen.map(({ name }) => name),
      ['Eli Fo, "Junior"'],
    );
    assert.match(text, /1 have an education-rights flag/);
  });

  it('means by the schools and students of a token what the host means', async () => {
    await writeOneRoster(join(folder, 'csv'), small);
    await run('oneroster', join(folder, 'csv'));
    const asks = roster(database());
    const dee = (await asks.student('stu-S1'))?.id ?? '';
    const byToken = (asker: Partial<Parameters<Roster['relations']>[1]>) =>
      asks.relations(dee, { ...nobody, person: 'somebody', ...asker });
    assert.deepEqual(await byToken({ schools: ['north'], roles: ['coordinator'] }), ['school']);
    assert.deepEqual(await byToken({ students: ['stu-S1'], roles: ['parent'] }), ['child']);
    assert.deepEqual(await byToken({ students: ['stu-S1'], roles: ['student'] }), ['self']);
    assert.deepEqual(await byToken({ students: ['stu-S2'], roles: ['parent'] }), []);
    const reach = await asks.reach({ ...nobody, person: 'somebody', students: ['stu-S1'], roles: ['parent'] });
    assert.deepEqual(reach, { schools: [], students: [dee] });
  });

  it('ends rights with the roster and gives them back with it', async () => {
    await writeOneRoster(join(folder, 'csv'), small);
    await run('oneroster', join(folder, 'csv'));
    const db = database();
    const asks = roster(db);
    const [before, id] = [await asks.revision(), await asks.personOf('alee')];
    await writeOneRoster(join(folder, 'csv'), { ...small, staff: small.staff.slice(1), classes: [] });
    const { text } = await run('oneroster', join(folder, 'csv'));
    assert.match(text, /2 staff: 0 new, 0 changed, 2 as before, 1 gone/);
    assert.equal(await asks.personOf('alee'), null);
    const dee = (await asks.student('stu-S1'))?.id ?? '';
    assert.deepEqual(await asks.relations(dee, { ...nobody, person: id ?? '' }), []);
    assert.notEqual(await asks.revision(), before);
    await writeOneRoster(join(folder, 'csv'), small);
    await run('oneroster', join(folder, 'csv'));
    assert.equal(await asks.personOf('alee'), id);
    assert.deepEqual((await asks.relations(dee, { ...nobody, person: id ?? '' })).length, 2);
  });

  it('tells rows it cannot use, prints and keeps them, and takes the rest', async () => {
    await writeOneRoster(join(folder, 'csv'), small);
    const enrollments = join(folder, 'csv', 'enrollments.csv');
    await writeFile(enrollments, `${await readFile(enrollments, 'utf8')}x,,,c1,north,stu-nobody,student\r\ny,,,c1\r\n`);
    const { code, text } = await run('oneroster', join(folder, 'csv'));
    assert.equal(code, 0);
    assert.match(text, /enrollments\.csv:4 \(x\): It names the student "stu-nobody"/);
    assert.match(text, /enrollments\.csv:5: It has 4 columns, the header has 7/);
    const [report] = await readdir(join(dataDir, 'imports'));
    assert.match(await readFile(join(dataDir, 'imports', report ?? ''), 'utf8'), /stu-nobody/);
  });

  it('takes nothing for gone when a file breaks off or a quote swallows rows', async () => {
    await writeOneRoster(join(folder, 'csv'), small);
    await run('oneroster', join(folder, 'csv'));
    const users = join(folder, 'csv', 'users.csv');
    const text = await readFile(users, 'utf8');
    await writeFile(users, `${text.split('\r\n').slice(0, 2).join('\r\n')}\r\nstf-C1,"`);
    const broken = await run('oneroster', join(folder, 'csv'));
    assert.equal(broken.code, 1);
    assert.match(broken.text, /UNUSABLE: users\.csv/);
    await writeFile(users, text.replace('stf-C1,,,true,bkam', 'stf-C1,,,true,"bkam'));
    const swallowed = await run('oneroster', join(folder, 'csv'));
    assert.equal(swallowed.code, 0);
    assert.match(swallowed.text, /users\.csv:1: Rows may be lost in a wrong quote/);
    assert.equal(count(database(), 'roster_people WHERE active = 1'), 7);
  });

  it('does not merge two students by a state id when their birth dates differ', async () => {
    await writeOneRoster(join(folder, 'a'), small);
    await run('oneroster', join(folder, 'a'), '--source', 'a');
    const [dee, eli] = small.students;
    const other = { ...small, guardians: [], classes: [], students: [{ ...dee, birthDate: '2011-01-01' }, eli] };
    await writeOneRoster(join(folder, 'b'), other as OneRosterPlan);
    const { code, text } = await run('oneroster', join(folder, 'b'), '--source', 'b');
    assert.equal(code, 0);
    assert.match(text, /users\.csv:\d+ \(stu-S1\): The state's id "S1" belongs to somebody with another birth date/);
    assert.equal(count(database(), "roster_people WHERE kind = 'student'"), 2);
  });

  it('says in one sentence why a folder is none', async () => {
    const { code, text } = await run('oneroster', folder);
    assert.equal(code, 1);
    assert.match(text, /no OneRoster file/);
    assert.equal((await run('edfi', join(folder, 'nowhere'))).code, 1);
    assert.equal((await run('sif', folder)).code, 1);
  });
});

const edfi = edfiFolder();

describe('import of the Ed-Fi sample', { skip: edfi ? false : 'the Ed-Fi sample is not here' }, () => {
  it('takes every row, changes nothing the second time, and says what gives no right', async () => {
    const first = await run('edfi', edfi ?? '');
    assert.equal(first.code, 0, first.text);
    assert.match(first.text, /every row could be used/);
    assert.match(first.text, /names no enrolments: nobody has a right to its students by school/);
    assert.match(first.text, /0 have an education-rights flag/);
    const db = database();
    assert.equal(count(db, "roster_people WHERE kind = 'student' AND active = 1"), 960);
    assert.equal(count(db, "roster_people WHERE kind = 'contact' AND active = 1"), 1873);
    assert.equal(count(db, "roster_people WHERE kind = 'staff' AND active = 1"), 68);
    assert.equal(count(db, "roster_programs WHERE kind = 'special-education'"), 97);
    const second = await run('edfi', edfi ?? '');
    assert.doesNotMatch(second.text, /[1-9]\d* (new|changed|gone)/);
    assert.equal(db.all<{ changes: number }>('SELECT changes FROM roster_imports WHERE id = 2')[0]?.changes, 0);
  });

  it('deactivates a student who is gone', async () => {
    await run('edfi', edfi ?? '');
    await cp(edfi ?? '', join(folder, 'edfi'), { recursive: true });
    const students = join(folder, 'edfi', 'Student.xml');
    const xml = await readFile(students, 'utf8');
    await rm(students);
    await writeFile(students, xml.replace(/\t<Student>\s*<StudentUniqueId>604821<[\s\S]*?<\/Student>/, ''));
    const { text } = await run('edfi', join(folder, 'edfi'));
    assert.match(text, /959 students: 0 new, 0 changed, 959 as before, 1 gone/);
    const asks = roster(database());
    assert.equal(await asks.student('604821'), null);
    assert.equal((await asks.student('604822'))?.name, 'Lisa Woods');
  });

  it('gives nobody a right until a OneRoster folder enrols its people by their state ids', async () => {
    await run('edfi', edfi ?? '');
    const db = database();
    const asks = roster(db);
    const student = (await asks.student('604821'))?.id ?? '';
    const { plan, staff, contacts } = await planFromEdfi(edfi ?? '', { educationRights: true });
    const teacher = plan.classes[0]?.teachers[0] ?? '';
    const username = staff.find(({ id }) => id === teacher)?.username ?? '';
    const asker = async (name: string) => ({ ...nobody, person: (await asks.personOf(name)) ?? '' });
    const mother = contacts.get('604821')?.[0]?.id ?? '';
    assert.deepEqual(await asks.relations(student, await asker(username)), []);
    assert.deepEqual(await asks.relations(student, await asker(mother)), []);
    assert.deepEqual(await asks.students('', await asker(username), 50), []);

    await writeOneRoster(join(folder, 'csv'), plan);
    const { code, text } = await run('oneroster', join(folder, 'csv'));
    assert.equal(code, 0, text);
    assert.match(text, /every row could be used/);
    assert.equal(count(db, 'roster_people'), 960 + 1873 + 68);
    assert.equal(count(db, 'roster_schools'), 4);
    assert.equal((await asks.student('stu-604821'))?.id, student);
    assert.deepEqual((await asks.relations(student, await asker(username))).toSorted(), ['class', 'school']);
    assert.deepEqual(await asks.relations(student, await asker(mother)), ['child']);
    assert.equal((await asks.students('tyr', await asker(username), 50))[0]?.name, 'Tyrone Dyer');

    const again = await run('edfi', edfi ?? '');
    assert.doesNotMatch(again.text, /[1-9]\d* (new|changed|gone)/);
  });
});
