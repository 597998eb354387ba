import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { UnusableInput } from '../items.js';
import { readAll, withFolder, zipOf } from '../testing.js';
import { readOneRoster } from './read.js';

const lines = (...rows: string[]) => `\uFEFF${rows.join('\r\n')}\r\n`;
const read = (files: Record<string, string>) => withFolder(tmpdir(), files, (folder) => readAll(readOneRoster(folder)));

const small = {
  'manifest.csv': lines('propertyName,value', 'oneroster.version,1.2', 'file.users,bulk', 'file.roles,bulk'),
  'orgs.csv': lines(
    'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId',
    'd,,,"District, North",district,1,',
    's,,,North School,school,101,d',
  ),
  'users.csv': lines(
    'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,identifier,agentSourcedIds,grades,metadata.relation,metadata.educationRights,metadata.homeLanguage,metadata.interpreter',
    'k,,,true,kid,"{LDAP:a},{state:S1}",Kai,"Ho""o",loc-1,"g,h",03,,,,',
    'g,,,true,gma,,Gia,Ito,,,,Grandmother,true,haw,false',
    'h,,,true,hal,,Hal,Ito,,,,,,,',
    't,,,true,tea,,Ty,Lee,T1,,,,,,',
  ),
  'roles.csv': lines(
    'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId',
    'r1,,,k,primary,student,2026-08-03,,s',
    'r2,,,g,primary,guardian,,,s',
    'r3,,,h,primary,relative,,,s',
    'r4,,,t,primary,teacher,,,s',
    'r5,,,t,secondary,speechTherapist,,,s',
    'r6,,,t,secondary,ext:gardener,,,s',
  ),
  'demographics.csv': lines('sourcedId,status,dateLastModified,birthDate', 'k,,,2018-01-02'),
};

describe('readOneRoster', () => {
  it('joins users, roles and demographics, whatever stands in which file', async () => {
    const { rows, problems } = await read(small);
    assert.deepEqual(problems, []);
    const people = rows.flatMap((row) => (row.is === 'person' ? [[row.id, row.kind, row.stateId, row.birthDate]] : []));
    assert.deepEqual(people, [
      ['k', 'student', 'S1', '2018-01-02'],
      ['g', 'contact', null, null],
      ['h', 'contact', null, null],
      ['t', 'staff', 'T1', null],
    ]);
    assert.equal(rows.find((row) => row.is === 'school')?.name, 'District, North');
    const kid = rows.find((row) => row.is === 'person' && row.id === 'k');
    assert.equal(kid?.is === 'person' && kid.familyName, 'Ho"o');
    assert.deepEqual(
      rows.filter((row) => row.is === 'enrolment'),
      [{ is: 'enrolment', student: 'k', school: 's', grade: '03', begin: '2026-08-03', end: null, active: true }],
    );
    const roles = rows.flatMap((row) => (row.is === 'staff-role' ? [[row.role, row.title]] : []));
    assert.deepEqual(roles, [
      ['teacher', ''],
      ['provider', ''],
      [null, 'ext:gardener'],
    ]);
  });

  it('gives education rights only where the extension column says so', async () => {
    const { rows } = await read(small);
    const ties = rows.flatMap((row) => (row.is === 'guardian' ? [row] : []));
    assert.deepEqual(ties, [
      {
        ...{ is: 'guardian', student: 'k', contact: 'g', relation: 'Grandmother', educationRights: true },
        ...{ language: 'haw', interpreter: false, order: 1, active: true },
      },
      {
        ...{ is: 'guardian', student: 'k', contact: 'h', relation: 'relative', educationRights: null },
        ...{ language: null, interpreter: null, order: 2, active: true },
      },
    ]);
  });

  it('reads the same from a zip archive, in a folder of it too', async () => {
    const inFolder = Object.fromEntries(Object.entries(small).map(([name, text]) => [`export/${name}`, text]));
    const { rows } = await read(small);
    await withFolder(tmpdir(), { 'all.zip': zipOf(inFolder) }, async (folder) => {
      assert.deepEqual((await readAll(readOneRoster(join(folder, 'all.zip')))).rows, rows);
    });
  });

  it('takes a delta for what it is: nothing is complete, and what is to be deleted is inactive', async () => {
    const { rows, items } = await read({
      'manifest.csv': lines('propertyName,value', 'oneroster.version,1.2', 'file.users,delta', 'file.roles,absent'),
      'users.csv': lines(
        'sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName',
        't,tobedeleted,2026-11-01T00:00:00Z,true,tea,Ty,Lee',
      ),
    });
    const [row] = rows;
    assert.deepEqual(row?.is === 'person' && [row.kind, row.active], [null, false]);
    assert.equal(
      items.some((item) => item.is === 'complete'),
      false,
    );
  });

  it('tells each row that it cannot use, and goes on', async () => {
    const { problems, rows } = await read({
      ...small,
      'users.csv':
        small['users.csv'] + lines('x,,,true,x,,,Nameless,,,,,,,', 'short,row', ',,,true,n,,No,Id,,,,,,,').slice(1),
      'roles.csv': `${small['roles.csv']}r7,,,t,primary,teacher,2026-13-01,,s\r\nr8,,,t,primary,teacher,,,\r\n`,
      'classes.csv': lines('sourcedId,title,schoolSourcedId', 'c,Class,'),
      'enrollments.csv': lines('sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role', 'e,c,s,k,friend'),
    });
    assert.deepEqual(problems, [
      'users.csv:6 (x): It has no givenName.',
      'users.csv:7 (): It has 2 columns, the header has 15.',
      'users.csv:8 (): It has no sourcedId.',
      'roles.csv:8 (r7): "2026-13-01" is no date.',
      'roles.csv:9 (r8): It has no orgSourcedId.',
      'classes.csv:2 (c): It has no schoolSourcedId.',
      'enrollments.csv:2 (e): The role "friend" is none of a class.',
    ]);
    assert.equal(rows.filter((row) => row.is === 'person').length, 4);
  });

  it('reads 1.1, where the users say their roles', async () => {
    const { rows } = await read({
      'manifest.csv': lines('propertyName,value', 'oneroster.version,1.1'),
      'users.csv': lines(
        'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName',
        'a,active,,true,"s,z",administrator,a,Al,Bo',
      ),
    });
    const roles = rows.flatMap((row) => (row.is === 'staff-role' ? [[row.school, row.role]] : []));
    assert.deepEqual(roles, [
      ['s', 'administrator'],
      ['z', 'administrator'],
    ]);
  });

  it('throws for another version, for no roster and for no archive', async () => {
    await assert.rejects(read({ ...small, 'manifest.csv': lines('propertyName,value', 'oneroster.version,2.0') }), {
      name: UnusableInput.name,
      message: /"2\.0"/,
    });
    await assert.rejects(read({ 'readme.txt': '' }), UnusableInput);
    await withFolder(tmpdir(), { 'x.zip': 'PK no' }, (folder) =>
      assert.rejects(readAll(readOneRoster(join(folder, 'x.zip'))), UnusableInput),
    );
  });
});
