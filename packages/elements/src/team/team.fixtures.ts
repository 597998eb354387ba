import { makeCase } from '../shared/case.fixtures.js';
import { walkedCase, type WalkedCase } from '../shared/walk.fixtures.js';

/** A case with a team, and people of the roster who are not on it. */
export function teamCase(as: 'ana' | 'ben' = 'ana') {
  const made = makeCase('gather-data', { as });
  made.session.people = async () => [
    { id: 'ana', name: 'Ana Kealoha', kind: 'staff', role: 'Care coordinator', relation: null },
    { id: 'mele', name: 'Mele Fonoti', kind: 'staff', role: 'School psychologist', relation: null },
    { id: 'noa', name: 'Noa Kamakau', kind: 'staff', role: 'Teacher', relation: null },
    { id: 'leilani', name: 'Leilani Kahale', kind: 'contact', role: 'Contact', relation: 'Mother' },
    { id: 'tutu', name: 'Pua Kahale', kind: 'contact', role: 'Contact', relation: 'Grandmother' },
  ];
  return made;
}

const coordinator = { person: 'coordinator', name: 'Leilani Kahale', roles: ['coordinator'] };

/** A student who is of age and has the rights of the parents; an interpreter helps the family, and the district looked in once. */
export function grownCase(rights: 'parents' | 'student' = 'student'): WalkedCase {
  const student = {
    id: 'student',
    name: 'Keola Palakiko',
    grade: '12',
    school: 'school',
    schoolName: 'Waimea High School',
    birthDate: '2008-09-01',
  };
  const made = walkedCase('idea', { before: 'plan.activate', student });
  const { session, caseId } = made;
  session.decideAs(coordinator, caseId, 'family.admit', {
    person: 'ines',
    name: 'Ines Lopes',
    relation: 'Interpreter',
  });
  if (rights === 'student') {
    session.decideAs(coordinator, caseId, 'rights.transfer', { day: '2026-09-01', informedBy: 'Leilani Kahale' });
  }
  session.decideAs({ person: 'district', name: 'Tani Okada', roles: ['district'] }, caseId, 'access.break', {
    reason: 'A complaint is examined.',
    party: 'the complaints office',
  });
  return made;
}
