import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { describe, it } from 'node:test';
import { UnusableInput } from '../items.js';
import { readAll, withFolder } from '../testing.js';
import { readEdfi } from './read.js';

const interchange = (name: string, body: string) =>
  `\uFEFF<?xml version="1.0" encoding="UTF-8"?>\r\n<Interchange${name} xmlns="http://ed-fi.org/5.2.0">\r\n${body}\r\n</Interchange${name}>`;
const student = (id: string, given: string, family: string, birth = '2016-05-04') =>
  `<Student><StudentUniqueId>${id}</StudentUniqueId><Name><FirstName>${given}</FirstName><LastSurname>${family}</LastSurname></Name><BirthData><BirthDate>${birth}</BirthDate></BirthData></Student>`;
const contact = (xmlId: string, id: string) =>
  `<Contact id="${xmlId}"><ContactUniqueId>${id}</ContactUniqueId><Name><FirstName>A &amp; B</FirstName><LastSurname><![CDATA[O'Neil]]></LastSurname></Name></Contact>`;
const tie = (of: string, ref: string) =>
  `<StudentContactAssociation><StudentReference><StudentIdentity><StudentUniqueId>${of}</StudentUniqueId></StudentIdentity></StudentReference><ContactReference ref="${ref}"/><Relation>uri://ed-fi.org/RelationDescriptor#Mother</Relation><PrimaryContactStatus>true</PrimaryContactStatus></StudentContactAssociation>`;

const read = (files: Record<string, string>) => withFolder(tmpdir(), files, (folder) => readAll(readEdfi(folder)));

describe('readEdfi', () => {
  it('reads a student with the names as they are written', async () => {
    const { rows, problems } = await read({
      'a.xml': interchange('Student', student('7', 'Kū', 'Ah Sing')),
    });
    assert.deepEqual(problems, []);
    assert.deepEqual(rows, [
      {
        ...{ is: 'person', kind: 'student', id: '7', stateId: '7', givenName: 'Kū', familyName: 'Ah Sing' },
        ...{ preferredName: null, email: null, username: null, birthDate: '2016-05-04', grade: null, active: true },
      },
    ]);
  });

  it('follows a reference by XML id, and gives a contact no education rights', async () => {
    const { rows } = await read({ 'c.xml': interchange('Contact', contact('P_1', '55') + tie('7', 'P_1')) });
    assert.equal(rows[0]?.is === 'person' && `${rows[0].givenName} ${rows[0].familyName}`, "A & B O'Neil");
    assert.deepEqual(rows[1], {
      ...{ is: 'guardian', student: '7', contact: '55', relation: 'Mother', educationRights: null },
      ...{ language: null, interpreter: null, order: 1, active: true },
    });
  });

  it('tells each row that it cannot use, with its file, line and id, and goes on', async () => {
    const body = [
      student('1', 'Ann', ''),
      '<Student><Name><FirstName>X</FirstName><LastSurname>Y</LastSurname></Name></Student>',
      student('3', 'Cy', 'Lee', '2016-02-30'),
      student('4', 'Di', 'Lee'),
    ].join('\r\n');
    const { rows, problems, items } = await read({
      's.xml': interchange('Student', body),
      'c.xml': interchange('Contact', tie('4', 'P_9')),
    });
    assert.deepEqual(problems, [
      's.xml:3 (1): The name has no LastSurname.',
      's.xml:4 (Student): The Student has no StudentUniqueId.',
      's.xml:5 (3): The BirthDate "2016-02-30" is no date; it was left out.',
      'c.xml:3 (4 → ?): It has ContactReference "P_9", which nothing before it in the file defines.',
    ]);
    assert.deepEqual(
      rows.map((row) => row.is === 'person' && [row.id, row.birthDate]),
      [
        ['3', null],
        ['4', '2016-05-04'],
      ],
    );
    const kept = items.flatMap((item) => (item.is === 'issue' && item.keeps ? [item.keeps] : []));
    assert.deepEqual(kept, [{ kind: 'student', id: '1' }]);
  });

  it('yields what came before a break, and does not call the file complete', async () => {
    const text = interchange('Student', student('1', 'Ann', 'Lee') + student('2', 'Bo', 'Lee'));
    const { rows, items } = await read({ 's.xml': text.slice(0, text.lastIndexOf('<BirthData>')) });
    assert.equal(rows.length, 1);
    assert.deepEqual(
      items.map((item) => item.is),
      ['row', 'broken'],
    );
  });

  it('expands no entities of a document type', async () => {
    const text = interchange('Student', student('1', '&bomb;', 'Lee')).replace(
      '\r\n<Inter',
      '\r\n<!DOCTYPE x [<!ENTITY bomb SYSTEM "file:///etc/hostname">]>\r\n<Inter',
    );
    const { rows, problems } = await read({ 's.xml': text });
    assert.deepEqual(rows, []);
    assert.match(problems.join(), /s\.xml:\d+ \(\): .*entity/i);
  });

  it('knows files by their root element and says which it does not need', async () => {
    const { items } = await read({
      'b.xml': interchange('Student', student('1', 'Ann', 'Lee')),
      'a.xml': interchange('StudentHealth', ''),
    });
    assert.deepEqual(items[0], { is: 'unused', file: 'a.xml' });
    assert.deepEqual(items.at(-1), { is: 'complete', file: 'b.xml', covers: ['student'] });
  });

  it('reads enrolments with their grade', async () => {
    const body =
      '<StudentSchoolAssociation><StudentReference><StudentIdentity><StudentUniqueId>1</StudentUniqueId></StudentIdentity></StudentReference><SchoolReference><SchoolIdentity><SchoolId>9</SchoolId></SchoolIdentity></SchoolReference><EntryDate>2026-08-03</EntryDate><EntryGradeLevel>uri://ed-fi.org/GradeLevelDescriptor#Third grade</EntryGradeLevel></StudentSchoolAssociation>';
    const { rows } = await read({ 'e.xml': interchange('StudentEnrollment', body) });
    assert.deepEqual(rows, [
      { is: 'enrolment', student: '1', school: '9', grade: '03', begin: '2026-08-03', end: null, active: true },
    ]);
  });

  it('throws when a folder has no roster', async () => {
    await assert.rejects(read({ 'x.txt': 'no' }), UnusableInput);
    await assert.rejects(readAll(readEdfi('/nowhere')), UnusableInput);
  });
});
