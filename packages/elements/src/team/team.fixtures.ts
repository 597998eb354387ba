import { makeCase } from '../shared/case.fixtures.js';

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
