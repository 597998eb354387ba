import { decideEvaluation, determine, giveNotice, holdConference } from '../steps.js';
import type { Story } from '../story.js';
import { logSessions } from './sessions.js';

/** An active Modification Plan under Section 504. */
export async function modificationPlan(story: Story): Promise<void> {
  story.on(-131, '11:00');
  await story.begin('pnakoa', 'lucas-hironaka');
  await story.write('pnakoa', 'concern', (edit) => {
    edit.set('raisedBy', 'Amy Hironaka');
    edit.set('raisedByRole', 'parent');
    edit.set('raisedVia', 'letter');
    edit.set('receivedDate', story.day(-131));
    edit.set('areas', ['health', 'academic']);
    edit.set(
      'description',
      'Mrs. Hironaka brought a letter of Lucas’s pediatrician about attention deficit and asks what the school can do. In class Lucas begins with enthusiasm and many ideas. Work of more than ten minutes stays unfinished on four days of five, his materials go missing, and he knows it: he has said “my brain runs off without me”.',
    );
    edit.set('priorSupports', 'A seat at the front, a checklist on the desk, breaks to carry things to the office.');
    edit.set('suspicion', 'yes');
    edit.set('suspicionReason', 'A physician’s diagnosis, and it limits how he finishes his work every day.');
    edit.set('parentNotifiedDate', story.day(-131));
    edit.set('parentNotifiedMethod', 'phone');
    edit.set('parentNotifiedLanguage', 'en');
    edit.set('homeLanguage', 'en');
    edit.set('interpreterNeeded', false);
  });
  await story.decide('pnakoa', 'concern.submit');
  story.on(-130, '08:15');
  await story.decide('lkealoha', 'referral.file');
  await story.team('lkealoha', 'pnakoa', 'jcastillo', 'ablake', 'hyoshida');
  await story.decide('lkealoha', 'family.admit', {
    person: await story.person('lucas-hironaka-contact-1'),
    relation: 'Mother',
  });
  story.on(-128, '14:00');
  await story.write('pnakoa', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'challenge',
        area: 'academic',
        dataSource: 'classwork',
        observedDate: story.day(-128),
        statement:
          'Of 20 independent assignments he finished 6 in the given time. What he finished was at or above grade level.',
      },
    });
    edit.set('parentAskedDate', story.day(-129));
  });
  await story.write('ablake', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'strength',
        area: 'social-emotional',
        dataSource: 'observation',
        observedDate: story.day(-128),
        statement: 'He notices when somebody is left out and finds a part for them in the game.',
      },
    });
  });
  story.on(-127, '08:20');
  await story.decide('lkealoha', 'evidence.complete');
  await holdConference(story, 'lkealoha', {
    purpose: 'student-needs',
    offset: -122,
    announced: 4,
    came: ['lkealoha', 'pnakoa', 'ablake', 'lucas-hironaka-contact-1'],
    minutes:
      'The physician’s letter and the classwork say the same. The team has what it needs and does not need a further assessment.',
    decisions: ['The team decides under Section 504.'],
  });
  await story.write('pnakoa', 'needs', (edit) => {
    edit.addRow('needs', {
      values: {
        area: 'academic',
        statement: 'Lucas needs to bring longer work to an end in steps that he can see.',
        evidence: '6 of 20 assignments finished in time.',
      },
    });
    edit.set('strengths', 'Ideas, enthusiasm, and an eye for others.');
  });
  story.on(-121, '08:30');
  await story.decide('lkealoha', 'needs.define');
  await decideEvaluation(story, 'lkealoha', {
    regulation: 's504',
    assessmentNeeded: false,
    assessmentRightTold: true,
    reason: 'The physician’s letter and the team’s own data are enough to decide on.',
    existingData: 'The physician’s letter, twenty assignments, observations in class and at recess.',
  });
  await giveNotice(story, 'lkealoha', 'evaluation', {
    method: 'mail',
    safeguardsDate: story.now,
    texts: {
      options: 'An assessment of attention at school; the physician’s is eight weeks old.',
      factors: 'The family asks that no medication be talked about in class.',
    },
  });
  await holdConference(story, 'lkealoha', {
    purpose: 'eligibility',
    offset: -112,
    announced: 7,
    came: ['lkealoha', 'pnakoa', 'hyoshida', 'ablake', 'lucas-hironaka-contact-1'],
    minutes:
      'The team went through the letter and the assignments. Lucas works at grade level; what is limited is finishing.',
    decisions: [
      {
        decision: 'Lucas is eligible under Section 504.',
        about: 'eligibility',
        options: 'An evaluation under IDEA: he learns what the class learns and needs no special instruction.',
      },
    ],
  });
  story.on(-111, '15:20');
  await determine(story, 'lkealoha', 's504', {
    eligible: true,
    impairment: 'Attention deficit disorder, by his pediatrician.',
    majorLifeActivity: 'concentrating',
    substantialLimit: 'Work of more than ten minutes stays unfinished on four days of five.',
    evidenceBasis: 'The physician’s letter, twenty assignments, two observations.',
    reason: 'Attention limits how he finishes his work; he does not need specially designed instruction.',
  });
  story.on(-109, '09:10');
  await giveNotice(story, 'lkealoha', 'eligibility', {
    method: 'mail',
    texts: { factors: 'Lucas himself wishes for a plan that his teachers know.' },
  });
  await holdConference(story, 'lkealoha', {
    purpose: 's504',
    offset: -101,
    announced: 7,
    came: ['lkealoha', 'pnakoa', 'jcastillo', 'lucas-hironaka-contact-1'],
    minutes:
      'Lucas came for the first ten minutes and told what helps him: to know how long something takes, and to move in between.',
    decisions: ['Joy works with Lucas on a plan of steps that he makes himself.'],
  });

  const plan = await story.open('plan');
  const [need] = await story.rows(plan, 'needs');
  const therapist = await story.person('jcastillo');
  let service = '';
  await story.write('jcastillo', plan, (edit) => {
    edit.set('startDate', story.day(-97));
    edit.set('endDate', story.day(240));
    edit.set('reviewDate', story.day(60));
    edit.set('serviceAvailabilityDate', story.day(-95));
    edit.set(
      'presentLevels',
      'Finishes 6 of 20 longer assignments in time; what he finishes is at or above grade level.',
    );
    const goal = edit.addRow('goals', {
      values: {
        need: need?.id ?? null,
        condition: 'Given independent work of twenty minutes and a plan of steps that he has made',
        behavior: 'Lucas will finish the work',
        criterion: 'in 16 of 20 assignments',
        baseline: 6,
        target: 16,
        unit: 'assignments of 20',
        direction: 'up',
        dueDate: story.day(230),
        measure: 'His teacher counts twenty assignments in a row, once a quarter.',
      },
    });
    service = edit.addRow('services', {
      values: {
        goal,
        type: 'related',
        name: 'Planning and self-regulation with the occupational therapist',
        minutes: 30,
        count: 2,
        interval: 'month',
        location: 'regular-class',
        provider: therapist,
        startDate: story.day(-95),
        endDate: story.day(230),
      },
    });
  });
  await story.write('pnakoa', plan, (edit) => {
    edit.addRow('accommodations', {
      values: {
        category: 'presentation',
        what: 'Longer work comes in parts, each with its time; he checks off what is done.',
        where: 'regular-class',
      },
    });
    edit.addRow('accommodations', {
      values: {
        category: 'setting',
        what: 'A break to move after fifteen minutes, without having to ask.',
        where: 'regular-class',
      },
    });
    edit.addRow('accommodations', {
      values: {
        category: 'timing',
        what: 'Time and a half on tests, in a quiet place of his choice.',
        where: 'separate-room',
      },
    });
  });
  story.on(-100, '08:40');
  await story.decide('lkealoha', 'plan.present');
  story.on(-98, '08:40');
  await giveNotice(story, 'lkealoha', 'plan', {
    method: 'mail',
    texts: {
      options: 'Support in class without a plan; it was tried for half a year and depended on who taught.',
      factors: 'None.',
    },
  });
  story.on(-97, '08:30');
  await story.decide('lkealoha', 'plan.activate');

  const told = { service, startTime: '10:20', minutes: 30, location: 'regular-class' };
  await logSessions(story, 'jcastillo', [
    {
      ...told,
      offset: -92,
      note: 'We took one assignment apart. Lucas drew the steps as islands with a ferry between them.',
    },
    {
      ...told,
      offset: -78,
      note: 'He made the steps himself for a science report, and finished it. Forgot the timer, did not need it.',
    },
    {
      ...told,
      offset: -64,
      minutes: 25,
      note: 'Math: five steps were too many, three were right. He asked for the break in time.',
    },
    { ...told, offset: -50, note: 'Worked at his desk with the whole class. Two reminders in thirty minutes.' },
    { ...told, offset: -36, minutes: 0, status: 'school-closed', note: 'School was closed because of heavy rain.' },
    { ...told, offset: -22, note: 'Finished 9 of the last 12 assignments. He showed a classmate how he plans.' },
    {
      ...told,
      offset: -8,
      note: 'A longer project over two weeks: he put the steps on a calendar together with his mother.',
    },
  ]);
}
