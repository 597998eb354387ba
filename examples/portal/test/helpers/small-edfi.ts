import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { contacts, school, staff, students } from './people.js';

const name = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) =>
  `<Name><FirstName>${givenName}</FirstName><LastSurname>${familyName}</LastSurname></Name>`;

/** Writes an Ed-Fi 5.2 folder with the people of the tests, for where the whole sample is not at hand. */
export async function writeSmallEdfi(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await interchange(folder, 'EducationOrganization', [
    `<School><NameOfInstitution>${school.name}</NameOfInstitution><SchoolId>${school.stateId}</SchoolId></School>`,
  ]);
  await interchange(
    folder,
    'Student',
    Object.values(students).map(
      (one) =>
        `<Student><StudentUniqueId>${one.stateId}</StudentUniqueId>${name(one)}<BirthData><BirthDate>${one.birthDate}</BirthDate></BirthData></Student>`,
    ),
  );
  await interchange(folder, 'Contact', [
    ...Object.values(contacts).map(
      (one) =>
        `<Contact id="PRNT_${one.stateId}"><ContactUniqueId>${one.stateId}</ContactUniqueId>${name(one)}</Contact>`,
    ),
    ...Object.values(contacts).map(
      ({ stateId, of, relation }) =>
        `<StudentContactAssociation><StudentReference><StudentIdentity><StudentUniqueId>${of}</StudentUniqueId></StudentIdentity></StudentReference><ContactReference ref="PRNT_${stateId}"/><Relation>uri://ed-fi.org/RelationDescriptor#${relation}</Relation></StudentContactAssociation>`,
    ),
  ]);
  const { coordinator, teacher, secondTeacher } = staff;
  await interchange(folder, 'StaffAssociation', [
    ...[coordinator, teacher, secondTeacher].map(
      (one) => `<Staff><StaffUniqueId>${one.stateId}</StaffUniqueId>${name(one)}</Staff>`,
    ),
    ...[teacher, secondTeacher].map(
      ({ stateId }) =>
        `<StaffEducationOrganizationAssignmentAssociation><StaffReference><StaffIdentity><StaffUniqueId>${stateId}</StaffUniqueId></StaffIdentity></StaffReference><EducationOrganizationReference><EducationOrganizationIdentity><EducationOrganizationId>${school.stateId}</EducationOrganizationId></EducationOrganizationIdentity></EducationOrganizationReference><StaffClassification>uri://ed-fi.org/StaffClassificationDescriptor#Teacher</StaffClassification><BeginDate>2018-02-09</BeginDate></StaffEducationOrganizationAssignmentAssociation>`,
    ),
  ]);
}

async function interchange(folder: string, kind: string, records: readonly string[]): Promise<void> {
  const body = records.join('\n');
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Interchange${kind} xmlns="http://ed-fi.org/5.2.0">\n${body}\n</Interchange${kind}>\n`;
  await writeFile(join(folder, `${kind}.xml`), text);
}
