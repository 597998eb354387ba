import { rowAbout } from '../steps.js';
import type { Story } from '../story.js';
import { logSessions } from './sessions.js';

/** An Action Plan at its end: the team looks at what it brought. */
export async function planReview(story: Story): Promise<void> {
  story.on(-125, '14:10');
  await story.begin('ereyes', 'oliver-kamaka');
  await story.write('ereyes', 'concern', (edit) => {
    edit.set('raisedBy', 'Elena Reyes');
    edit.set('raisedByRole', 'teacher');
    edit.set('raisedVia', 'in-person');
    edit.set('receivedDate', story.day(-125));
    edit.set('areas', ['academic']);
    edit.set(
      'description',
      'Oliver speaks up in class and understands what we read. Homework comes in on one day of four. He says he does it and cannot find it, and his backpack bears him out. It costs him two grades in every subject.',
    );
    edit.set('priorSupports', 'A homework planner, and a reminder at the end of the lesson.');
    edit.set('suspicion', 'no');
    edit.set('parentNotifiedDate', story.day(-124));
    edit.set('parentNotifiedMethod', 'phone');
    edit.set('parentNotifiedLanguage', 'en');
    edit.set('homeLanguage', 'en');
    edit.set('interpreterNeeded', false);
  });
  await story.decide('ereyes', 'concern.submit');
  story.on(-124, '08:00');
  await story.decide('kamaral', 'referral.file');
  await story.team('kamaral', 'ereyes', 'npereira');
  await story.decide('kamaral', 'family.admit', {
    person: await story.person('oliver-kamaka-contact-1'),
    relation: 'Mother',
  });
  await story.decide('kamaral', 'process.abbreviate', {
    reason: 'The need is clear and small; support can start next week.',
  });

  story.on(-122, '15:20');
  const plan = await story.open('plan');
  const [special, teacher] = [await story.person('npereira'), await story.person('ereyes')];
  let goal = '';
  let service = '';
  await story.write('ereyes', plan, (edit) => {
    edit.set('startDate', story.day(-118));
    edit.set('endDate', story.day(3));
    edit.set('reviewDate', story.day(-4));
    const need = edit.addRow('needs', {
      values: { area: 'academic', statement: 'Oliver needs one place for his work between home and school.' },
    });
    goal = edit.addRow('goals', {
      values: {
        need,
        condition: 'On school days with homework',
        behavior: 'Oliver will hand in his homework',
        criterion: 'on 9 days of 10',
        baseline: 2.5,
        target: 9,
        unit: 'days of 10',
        direction: 'up',
        dueDate: story.day(0),
        measure: 'His English teacher counts ten school days in a row, once a month.',
      },
    });
    service = edit.addRow('services', {
      values: {
        goal,
        type: 'support',
        name: 'Check-in on materials before school',
        minutes: 10,
        count: 1,
        interval: 'week',
        location: 'separate-room',
        provider: special,
        startDate: story.day(-118),
        endDate: story.day(3),
      },
    });
    edit.addRow('services', {
      values: {
        goal,
        type: 'support',
        name: 'One folder for everything, looked through at the end of English',
        minutes: 5,
        count: 1,
        interval: 'day',
        location: 'regular-class',
        provider: teacher,
        startDate: story.day(-118),
        endDate: story.day(3),
      },
    });
  });
  story.on(-118, '08:10');
  await story.decide('kamaral', 'plan.activate');
  const told = { service, startTime: '07:35', minutes: 10, location: 'separate-room' };
  await logSessions(story, 'npereira', [
    { ...told, offset: -110, note: 'Emptied the backpack together. We found eleven finished pages.' },
    { ...told, offset: -82, note: 'The folder is in use. 6 of the last 10 days.' },
    { ...told, offset: -54, note: 'He had everything with him and left after five minutes to help with the flag.' },
    { ...told, offset: -26, note: '8 of the last 10 days. He would like to try without the check-in.' },
  ]);
  story.on(-5, '08:20');
  await story.decide('kamaral', 'review.open', { trigger: 'end-date' });
  story.on(-4, '15:10');
  const review = await story.open('review');
  const outcome = rowAbout(await story.rows(review, 'outcomes'), 'goal', goal);
  await story.write('ereyes', review, (edit) => {
    edit.set('trigger', 'end-date');
    edit.set('reviewDate', story.day(-4));
    const row = `outcomes/${outcome}`;
    edit.set(`${row}/outcome`, 'enough-progress');
    edit.set(`${row}/measured`, 8);
    edit.set(
      `${row}/comment`,
      'Homework on 8 days of 10, up from 2 or 3. On the two others it was done and left at home.',
    );
  });
  story.on(-3, '13:45');
  await story.write('npereira', review, (edit) => {
    edit.set('fidelity', 'full');
    edit.set('conclusion', 'The folder did it. ');
  });
}
