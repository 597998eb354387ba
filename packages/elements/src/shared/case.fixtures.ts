import type { DocumentView, Plain, StateId } from '@ssp-kit/process';
import { FakeSession } from '@ssp-kit/session/fake';

export const caseId = '0192f0a0-0000-7000-8000-00000000c0de';

export const ana = { person: 'ana', name: 'Ana Kealoha', roles: ['coordinator'] };
export const ben = { person: 'ben', name: 'Ben Okafor', roles: ['teacher'] };
export const cyra = { person: 'cyra', name: 'Cyra Lindholm', roles: ['special-educator'] };
export const dev = { person: 'dev', name: 'Dev Patel', roles: ['provider'] };
export const leilani = { person: 'leilani', name: 'Leilani Kahale', roles: ['parent'] };

const everyone = { ana, ben, cyra, dev, leilani };
export type FixturePerson = keyof typeof everyone;

export const people = [
  { id: 'ana', name: 'Ana Kealoha', kind: 'staff', role: 'Care coordinator', relation: null },
  { id: 'ben', name: 'Ben Okafor', kind: 'staff', role: 'Teacher', relation: null },
  { id: 'cyra', name: 'Cyra Lindholm', kind: 'staff', role: 'Special education teacher', relation: null },
  { id: 'dev', name: 'Dev Patel', kind: 'staff', role: 'Speech therapist', relation: null },
  { id: 'leilani', name: 'Leilani Kahale', kind: 'contact', role: 'Contact', relation: 'Mother' },
] as const;

export const student = {
  id: 'kai',
  name: 'Kai Kahale',
  grade: '3',
  birthDate: '2018-03-04',
  school: 'hale',
  schoolName: 'Hale Elementary School',
  cases: [caseId],
};

export const concern: DocumentView = {
  raisedBy: 'Ben Okafor',
  raisedByRole: 'teacher',
  raisedVia: 'in-person',
  receivedDate: '2026-10-12',
  areas: ['academic', 'communication'],
  description:
    'Kai reads about 40 words a minute, where most of the class reads 90. He guesses words from their first letter, and avoids reading aloud. He follows a story well when it is read to him.',
  priorSupports: 'Reading in pairs twice a week since August; shorter texts; extra time.',
  suspicion: 'no',
  parentNotifiedDate: '2026-10-14',
  parentNotifiedMethod: 'phone',
  parentNotifiedLanguage: 'en',
  homeLanguage: 'en',
  interpreterNeeded: false,
};

export const evidence: DocumentView = {
  parentAskedDate: '2026-10-20',
  teacherInput: 'Works hard, and is proud when he can explain something to others.',
  studentInput: 'I like science. I do not like when everyone looks at me reading.',
  items: [
    {
      id: 'e1',
      order: 'a',
      kind: 'challenge',
      area: 'academic',
      dataSource: 'assessment',
      observedDate: '2026-10-16',
      statement: 'Oral reading: 41 words a minute with 88 % accuracy, grade 2 passage.',
    },
    {
      id: 'e2',
      order: 'b',
      kind: 'strength',
      area: 'academic',
      dataSource: 'observation',
      observedDate: '2026-10-19',
      statement: 'Retells a story that was read to him with all main events in order.',
    },
  ],
  interventions: [
    {
      id: 'i1',
      order: 'a',
      what: 'Paired reading, 10 minutes, twice a week',
      from: '2026-08-24',
      until: '2026-10-09',
      result: 'some',
    },
  ],
};

export const needs: DocumentView = {
  strengths: 'Listens closely, remembers stories, and helps others.',
  summary: 'Reading is slow because decoding is not automatic; understanding is a strength.',
  needs: [
    {
      id: 'n1',
      order: 'a',
      area: 'academic',
      statement: 'Kai needs to read words by their sounds, without guessing.',
      evidence: '41 words a minute, 88 % accuracy.',
    },
    {
      id: 'n2',
      order: 'b',
      area: 'social-emotional',
      statement: 'Kai needs a way to practise aloud without the whole class listening.',
      evidence: 'He avoids reading aloud; he says why.',
    },
  ],
};

export const plan: DocumentView = {
  startDate: '2026-11-09',
  endDate: '2027-06-04',
  reviewDate: '2027-02-01',
  needs: [
    { id: 'n1', order: 'a', area: 'academic', statement: 'Kai needs to read words by their sounds, without guessing.' },
  ],
  goals: [
    {
      id: 'g1',
      order: 'a',
      need: 'n1',
      condition: 'Given a second-grade passage he has not seen',
      behavior: 'Kai reads aloud',
      criterion: 'with at least 95 % of the words right',
      baseline: 41,
      target: 80,
      unit: 'words a minute',
      direction: 'up',
      dueDate: '2027-06-04',
      measure: 'One-minute reading every second Friday, by Ms. Lindholm.',
    },
  ],
  services: [
    {
      id: 's1',
      order: 'a',
      goal: 'g1',
      type: 'support',
      name: 'Reading support',
      minutes: 30,
      count: 2,
      interval: 'week',
      location: 'regular-class',
      provider: 'cyra',
      startDate: '2026-11-09',
      endDate: '2027-06-04',
    },
  ],
};

const family: DocumentView = {
  hopes: 'That he likes going to school again, and reads to his little sister.',
  worries: 'He says he is the slow one.',
  helps: 'Reading together before bed. He loves books about the sea.',
};

export interface CaseFixture {
  readonly session: FakeSession;
  readonly caseId: string;
  /** The case: its documents, and what others do in them. */
  readonly case: ReturnType<FakeSession['caseOf']>;
}

/** How far the case has come before the story begins. */
export type FixtureStage = Extract<
  StateId,
  | 'express-concern.draft'
  | 'gather-data'
  | 'define-needs.defining'
  | 'develop-plan'
  | 'implement-plan'
  | 'evaluate-plan'
>;

/**
 * A case that the process itself has led to a state, with a team, a family member and written documents. `filled: false` leaves the
 * current stage's document empty.
 */
export function makeCase(
  until: FixtureStage,
  options: { readonly as?: FixturePerson; readonly filled?: boolean; readonly today?: string } = {},
): CaseFixture {
  const { as = 'ana', filled = true, today = '2026-11-24' } = options;
  const viewer = everyone[as];
  const session = new FakeSession({
    person: { id: ben.person, name: ben.name, roles: ben.roles },
    today: '2026-10-12',
    students: [student],
    people,
    relations: ['school'],
  });
  session.perform({ type: 'case.start', student: student.id, caseId });
  const one = session.caseOf(caseId);
  const decide = (action: string, payload: Readonly<Record<string, Plain>> = {}) => {
    const outcome = session.decideAs(ana, caseId, action, payload);
    if (outcome.result === 'refused') {
      const unmet = outcome.refusal.unmet.map(({ id }) => id).join(', ');
      throw new Error(`fixture: ${action} was refused (${outcome.refusal.code}) ${unmet}`);
    }
  };
  const goesOn = (stage: FixtureStage, data: DocumentView, document: string, day: string): boolean => {
    const here = stage === until;
    if (!here || filled) one.addDocument({ id: document, data });
    session.patch({ today: day });
    return !here;
  };
  const play = (): void => {
    if (!goesOn('express-concern.draft', concern, 'concern', '2026-10-14')) return;
    decide('referral.file');
    for (const { id, role } of people.filter(({ kind }) => kind === 'staff')) {
      decide('team.add', { person: id, role });
    }
    decide('team.coordinate', { person: 'ana' });
    decide('family.admit', { person: 'leilani', relation: 'Mother' });
    one.addDocument({ id: 'family-1', data: family });
    if (!goesOn('gather-data', evidence, 'evidence', '2026-10-26')) return;
    decide('evidence.complete');
    decide('conference.schedule', { purpose: 'student-needs', date: '2026-10-30', time: '14:30', place: 'Library' });
    if (!goesOn('define-needs.defining', needs, 'needs', '2026-10-30')) return;
    one.addDocument({
      id: 'conference-1',
      data: {
        purpose: 'student-needs',
        meetingDate: '2026-10-30',
        actualDate: '2026-10-30',
        attendance: [{ id: 'p1', order: 'a', person: 'ana', status: 'in-person' }],
      },
    });
    decide('conference.hold', { document: 'conference-1' });
    decide('needs.define');
    if (!goesOn('develop-plan', plan, 'plan-1', '2026-11-06')) return;
    decide('plan.activate');
    if (!goesOn('implement-plan', {}, 'log-1', '2026-11-20')) return;
    decide('review.open', { trigger: 'team-request' });
  };
  play();
  session.patch({ today, person: { id: viewer.person, name: viewer.name, roles: viewer.roles } });
  if (as === 'leilani') session.relations = [];
  session.look(caseId);
  return { session, caseId, case: one };
}

/** Somebody else in a field, for presence. */
export function presenceOf(person: FixturePerson, color: number, field: string | null) {
  const { name, roles } = everyone[person];
  return { key: person, person, name, role: roles[0] ?? '', color, field };
}
