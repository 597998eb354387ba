import type { Story } from '../story.js';
import { logSessions } from './sessions.js';

/** An active Action Plan on the abbreviated path, with its signed sessions. */
export async function actionPlan(story: Story): Promise<void> {
  story.on(-62, '14:30');
  await story.begin('rsilva', 'ikaika-lopes');
  await story.write('rsilva', 'concern', (edit) => {
    edit.set('raisedBy', 'Ruth Silva');
    edit.set('raisedByRole', 'teacher');
    edit.set('raisedVia', 'in-person');
    edit.set('receivedDate', story.day(-62));
    edit.set('areas', ['academic', 'communication']);
    edit.set(
      'description',
      'Ikaika knows his letters and their sounds. He reads a line at 11 words a minute and loses his place, so that he does not know at the end what it said. The s sound is new for him since he lost his front teeth. He likes books about the sea and asks for them.',
    );
    edit.set('priorSupports', 'A reading ruler and books he has heard before.');
    edit.set('suspicion', 'no');
    edit.set('parentNotifiedDate', story.day(-62));
    edit.set('parentNotifiedMethod', 'phone');
    edit.set('parentNotifiedLanguage', 'en');
    edit.set('homeLanguage', 'en');
    edit.set('interpreterNeeded', false);
  });
  await story.decide('rsilva', 'concern.submit');
  story.on(-60, '08:20');
  await story.decide('lkealoha', 'referral.file');
  await story.team('lkealoha', 'rsilva', 'mfonoti');
  await story.decide('lkealoha', 'family.admit', {
    person: await story.person('ikaika-lopes-contact-1'),
    relation: 'Mother',
  });
  story.on(-58, '09:00');
  await story.decide('lkealoha', 'process.abbreviate', {
    reason: 'One clear need, and the teacher, the family and the speech therapist agree on what to try.',
  });

  story.on(-56, '15:00');
  const plan = await story.open('plan');
  const [teacher, therapist] = [await story.person('rsilva'), await story.person('mfonoti')];
  let reading = '';
  let speech = '';
  await story.write('rsilva', plan, (edit) => {
    edit.set('startDate', story.day(-52));
    edit.set('endDate', story.day(75));
    edit.set('reviewDate', story.day(12));
    const need = edit.addRow('needs', {
      values: { area: 'academic', statement: 'Ikaika needs to read smoothly enough to follow the meaning.' },
    });
    const goal = edit.addRow('goals', {
      values: {
        need,
        condition: 'Given a first grade passage he has not seen',
        behavior: 'Ikaika will read aloud',
        criterion: 'at 40 words a minute with at most two mistakes',
        baseline: 11,
        target: 40,
        unit: 'words a minute',
        direction: 'up',
        dueDate: story.day(70),
        measure: 'One minute of reading every second Friday, by his teacher.',
      },
    });
    reading = edit.addRow('services', {
      values: {
        goal,
        type: 'support',
        name: 'Reading the same page three times with an adult',
        minutes: 15,
        count: 3,
        interval: 'week',
        location: 'regular-class',
        provider: teacher,
        startDate: story.day(-52),
        endDate: story.day(70),
      },
    });
  });
  story.on(-55, '12:10');
  await story.write('mfonoti', plan, (edit) => {
    const need = edit.addRow('needs', {
      values: { area: 'communication', statement: 'Ikaika needs a clear s sound in words he reads and says.' },
    });
    const goal = edit.addRow('goals', {
      values: {
        need,
        condition: 'Given twenty picture cards with s at the beginning',
        behavior: 'Ikaika will say the s sound clearly',
        criterion: 'in 18 of 20 words',
        baseline: 6,
        target: 18,
        unit: 'words of 20',
        direction: 'up',
        dueDate: story.day(70),
        measure: 'Twenty cards at the end of every second week.',
      },
    });
    speech = edit.addRow('services', {
      values: {
        goal,
        type: 'support',
        name: 'Speech sound group',
        minutes: 20,
        count: 1,
        interval: 'week',
        location: 'separate-room',
        provider: therapist,
        startDate: story.day(-50),
        endDate: story.day(70),
      },
    });
  });
  story.on(-52, '08:30');
  await story.decide('lkealoha', 'plan.activate');

  await logSessions(
    story,
    'mfonoti',
    [
      {
        ...{ service: speech, offset: -44, startTime: '09:10', minutes: 20, groupSize: 3, location: 'separate-room' },
        note: 'Found the place of the tongue with a mirror. 7 of 20 cards. He laughed a lot and kept trying.',
      },
      {
        ...{ service: speech, offset: -37, startTime: '09:10', minutes: 20, groupSize: 3, location: 'separate-room' },
        note: 'S at the beginning of single words: 9 of 20. Sea animals as cards helped.',
      },
      {
        ...{
          service: speech,
          offset: -30,
          startTime: '09:10',
          minutes: 0,
          status: 'student-absent',
          location: 'separate-room',
        },
        note: 'At home with a cold.',
      },
      {
        ...{ service: speech, offset: -23, startTime: '09:10', minutes: 20, groupSize: 3, location: 'separate-room' },
        note: '12 of 20. He corrects himself without a sign from me.',
      },
      {
        ...{ service: speech, offset: -16, startTime: '09:10', minutes: 25, groupSize: 2, location: 'separate-room' },
        note: '13 of 20 in words, first short sentences. His grandfather practices with him on the way to school.',
      },
      {
        ...{ service: speech, offset: -2, startTime: '09:10', minutes: 20, groupSize: 3, location: 'separate-room' },
        note: 'Short sentences with two s words; ',
      },
    ],
    { drafts: 1 },
  );
  await logSessions(story, 'rsilva', [
    {
      ...{ service: reading, offset: -40, startTime: '08:20', minutes: 15, location: 'regular-class' },
      note: 'Third reading of the page at 19 words a minute. He told me what the turtle did without looking back.',
    },
    {
      ...{ service: reading, offset: -26, startTime: '08:20', minutes: 15, location: 'regular-class' },
      note: 'New passage at 17 words a minute, third reading at 27. He no longer needs the ruler.',
    },
    {
      ...{ service: reading, offset: -12, startTime: '08:20', minutes: 15, location: 'regular-class' },
      note: 'New passage at 24 words a minute. He chose to read to a kindergarten child.',
    },
  ]);
}
