/**
 * The people of the tests. Students, contacts and all staff but four are people of the Ed-Fi sample (StudentUniqueId,
 * ContactUniqueId, StaffUniqueId); the OneRoster folder gives them their places, and adds those who travel between schools and the principal.
 */
export const school = { stateId: '255901107', name: 'Grand Bend Elementary School' };

export const staff = {
  coordinator: { stateId: '207249', givenName: 'Tamika', familyName: 'Mcpherson', role: 'counselor' },
  teacher: { stateId: '207225', givenName: 'Marsha', familyName: 'McLean', role: 'teacher' },
  secondTeacher: { stateId: '207220', givenName: 'Gene', familyName: 'Macias', role: 'teacher' },
  specialEducator: {
    stateId: '990001',
    givenName: 'Noelani',
    familyName: 'Akana',
    role: 'ext:specialEducationTeacher',
  },
  provider: { stateId: '990002', givenName: 'Kimo', familyName: 'Reyes', role: 'ext:speechTherapist' },
  evaluator: { stateId: '990003', givenName: 'Aaron', familyName: 'Blake', role: 'ext:psychologist' },
  administrator: { stateId: '990004', givenName: 'Malia', familyName: 'Kekoa', role: 'principal' },
} as const;

export const students = {
  tyrone: { stateId: '604821', givenName: 'Tyrone', familyName: 'Dyer', birthDate: '2014-11-13', grade: '04' },
  lisa: { stateId: '604822', givenName: 'Lisa', familyName: 'Woods', birthDate: '2008-09-13', grade: '04' },
  julie: { stateId: '604823', givenName: 'Julie', familyName: 'Randolph', birthDate: '2007-07-22', grade: '04' },
} as const;

export const contacts = {
  carmen: { stateId: '778393', givenName: 'Carmen', familyName: 'Dyer', of: '604821', relation: 'Mother' },
  madelyn: { stateId: '778167', givenName: 'Madelyn', familyName: 'Woods', of: '604822', relation: 'Mother' },
  selma: { stateId: '778286', givenName: 'Selma', familyName: 'Randolph', of: '604823', relation: 'Mother' },
} as const;

export const nameOf = ({ givenName, familyName }: { readonly givenName: string; readonly familyName: string }) =>
  `${givenName} ${familyName}`;
