import type { Role } from '@ssp-kit/process';

export interface DemoStaff {
  readonly username: string;
  readonly name: readonly [given: string, family: string];
  readonly schools: readonly string[];
  readonly role: Role;
  readonly title: string;
}

function staff(
  username: string,
  given: string,
  family: string,
  role: Role,
  title: string,
  ...schools: readonly string[]
): DemoStaff {
  return { username, name: [given, family], role, title, schools };
}

export const demoSchools = [
  { id: 'district', name: 'Kaiao District', type: 'district', parent: null },
  { id: 'laukahi', name: 'Laukahi Elementary School', type: 'school', parent: 'district' },
  { id: 'nalu', name: 'Nalu Intermediate School', type: 'school', parent: 'district' },
] as const;

export const demoStaff: readonly DemoStaff[] = [
  staff('lkealoha', 'Leilani', 'Kealoha', 'coordinator', 'Student services coordinator', 'laukahi'),
  staff('mtanabe', 'Mark', 'Tanabe', 'administrator', 'Principal', 'laukahi'),
  staff('rsilva', 'Ruth', 'Silva', 'teacher', 'First grade teacher', 'laukahi'),
  staff('jcardoza', 'Jill', 'Cardoza', 'teacher', 'Second grade teacher', 'laukahi'),
  staff('gdomingo', 'Grace', 'Domingo', 'teacher', 'Third grade teacher', 'laukahi'),
  staff('pnakoa', 'Peter', 'Nakoa', 'teacher', 'Fourth and fifth grade teacher', 'laukahi'),
  staff('hyoshida', 'Hana', 'Yoshida', 'special-educator', 'Special education teacher', 'laukahi'),
  staff('mfonoti', 'Malia', 'Fonoti', 'provider', 'Speech-language pathologist', 'laukahi', 'nalu'),
  staff('jcastillo', 'Joy', 'Castillo', 'provider', 'Occupational therapist', 'laukahi'),
  staff('ablake', 'Aaron', 'Blake', 'evaluator', 'School psychologist', 'laukahi', 'nalu'),
  staff('kamaral', 'Keith', 'Amaral', 'coordinator', 'Student services coordinator', 'nalu'),
  staff('slum', 'Susan', 'Lum', 'administrator', 'Vice principal', 'nalu'),
  staff('ereyes', 'Elena', 'Reyes', 'teacher', 'English teacher', 'nalu'),
  staff('dhookano', 'Daniel', 'Hookano', 'teacher', 'Science teacher', 'nalu'),
  staff('npereira', 'Noa', 'Pereira', 'special-educator', 'Special education teacher', 'nalu'),
  staff('cwhitman', 'Carol', 'Whitman', 'supervisor', 'Supervisor of speech services', 'district'),
  staff('dokamura', 'Denise', 'Okamura', 'district', 'District educational specialist', 'district'),
];

/** Classes by their key, with the school year's grade and who teaches them. */
export const demoClasses = [
  { id: 'grade-1', title: 'Grade 1, room 4', grade: '01', school: 'laukahi', teachers: ['rsilva'] },
  { id: 'grade-2', title: 'Grade 2, room 7', grade: '02', school: 'laukahi', teachers: ['jcardoza'] },
  { id: 'grade-3', title: 'Grade 3, room 11', grade: '03', school: 'laukahi', teachers: ['gdomingo'] },
  { id: 'grade-4', title: 'Grade 4, room 15', grade: '04', school: 'laukahi', teachers: ['pnakoa'] },
  { id: 'grade-5', title: 'Grade 5, room 15', grade: '05', school: 'laukahi', teachers: ['pnakoa'] },
  { id: 'grade-6', title: 'Team Uli, grade 6', grade: '06', school: 'nalu', teachers: ['ereyes', 'dhookano'] },
  { id: 'grade-7', title: 'Team Nami, grade 7', grade: '07', school: 'nalu', teachers: ['ereyes', 'dhookano'] },
] as const;
