import { holdConference } from '../steps.js';
import type { Story } from '../story.js';

/** A team that has met and is putting the needs into words. */
export async function definingNeeds(story: Story): Promise<void> {
  story.on(-27, '14:40');
  await story.begin('gdomingo', 'emma-sakai');
  await story.write('gdomingo', 'concern', (edit) => {
    edit.set('raisedBy', 'Joyce Sakai');
    edit.set('raisedByRole', 'parent');
    edit.set('raisedVia', 'phone');
    edit.set('receivedDate', story.day(-27));
    edit.set('areas', ['attendance', 'social-emotional']);
    edit.set(
      'description',
      'Mrs. Sakai called: on school mornings Emma has stomach aches and cries at the door, and on Mondays she often stays at home. The doctor found nothing. In class Emma is settled from about nine o’clock on and says that school is “nice once I am here”.',
    );
    edit.set('priorSupports', 'Her mother walks her to the room. A friend meets her at the gate when she can.');
    edit.set('suspicion', 'no');
    edit.set('parentNotifiedDate', story.day(-27));
    edit.set('parentNotifiedMethod', 'phone');
    edit.set('parentNotifiedLanguage', 'en');
    edit.set('homeLanguage', 'en');
    edit.set('interpreterNeeded', false);
  });
  await story.decide('gdomingo', 'concern.submit');
  story.on(-26, '08:05');
  await story.decide('lkealoha', 'referral.file');
  await story.team('lkealoha', 'gdomingo', 'ablake');
  await story.decide('lkealoha', 'family.admit', {
    person: await story.person('emma-sakai-contact-1'),
    relation: 'Mother',
  });

  story.on(-20, '15:00');
  await story.write('gdomingo', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'challenge',
        area: 'attendance',
        dataSource: 'attendance',
        observedDate: story.day(-20),
        statement: 'Of 42 school days she was absent on 9, seven of them Mondays, and late on 11.',
      },
    });
    edit.addRow('items', {
      values: {
        kind: 'strength',
        area: 'social-emotional',
        dataSource: 'observation',
        observedDate: story.day(-21),
        statement: 'She looks after new classmates without being asked and has two close friends in the room.',
      },
    });
    edit.set('teacherInput', 'On days on which she knows the first activity beforehand, she comes in without tears.');
  });
  story.on(-17, '11:20');
  await story.write('ablake', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'need',
        area: 'social-emotional',
        dataSource: 'student',
        observedDate: story.day(-17),
        statement:
          'Emma told me that the hardest part is the walk from the car to the room, because she does not know who will be there.',
      },
    });
    edit.set('parentAskedDate', story.day(-22));
    edit.set('studentInput', 'She would like to have a job in the morning, “so that they need me”.');
  });
  story.on(-13, '08:30');
  await story.decide('lkealoha', 'evidence.complete');
  await holdConference(story, 'lkealoha', {
    purpose: 'student-needs',
    offset: -3,
    came: ['lkealoha', 'gdomingo', 'ablake', 'emma-sakai-contact-1'],
    minutes:
      'Mrs. Sakai described the mornings. Everyone agreed that Emma likes school and that the way into it is what is hard. Mr. Blake suggests to begin with the first fifteen minutes of the day.',
    decisions: [
      'Grace sends the first activity of the next day home each evening.',
      'The needs are written together this week.',
    ],
  });
  story.on(-2, '15:30');
  await story.write('gdomingo', 'needs', (edit) => {
    edit.addRow('needs', {
      values: {
        area: 'social-emotional',
        statement: 'Emma needs to know who meets her in the morning and what she does first.',
        evidence: 'On days on which she knows the first activity, she comes in without tears.',
      },
    });
    edit.set('strengths', 'She cares for others, has close friends, and is settled once the day has begun.');
  });
  story.on(-1, '10:45');
  await story.write('ablake', 'needs', (edit) => {
    edit.addRow('needs', {
      values: { area: 'attendance', statement: 'Emma needs to come on Mondays as on other days, ' },
    });
  });
}
