import { announce } from '../steps.js';
import type { Story } from '../story.js';

/** A team that gathers what it knows, with a conference ahead. */
export async function gatheringData(story: Story): Promise<void> {
  story.on(-12, '14:50');
  await story.begin('pnakoa', 'rosie-tarkon');
  await story.write('pnakoa', 'concern', (edit) => {
    edit.set('raisedBy', 'Peter Nakoa');
    edit.set('raisedByRole', 'teacher');
    edit.set('raisedVia', 'in-person');
    edit.set('receivedDate', story.day(-12));
    edit.set('areas', ['academic']);
    edit.set(
      'description',
      'Rosie computes quickly and correctly. In word problems with more than one step she finds the first number and stops, or adds everything up. She works carefully, asks good questions and wants to know why an answer is wrong.',
    );
    edit.set(
      'priorSupports',
      'Drawing the problem before computing; working with a partner on Tuesdays and Thursdays.',
    );
    edit.set('suspicion', 'no');
    edit.set('parentNotifiedDate', story.day(-11));
    edit.set('parentNotifiedMethod', 'phone');
    edit.set('parentNotifiedLanguage', 'chk');
    edit.set('homeLanguage', 'chk');
    edit.set('interpreterNeeded', true);
  });
  await story.decide('pnakoa', 'concern.submit');

  story.on(-10, '08:15');
  await story.decide('lkealoha', 'referral.file');
  await story.team('lkealoha', 'pnakoa', 'hyoshida');
  await story.decide('lkealoha', 'family.admit', {
    person: await story.person('rosie-tarkon-contact-1'),
    relation: 'Mother',
  });

  story.on(-8, '15:10');
  await story.write('pnakoa', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'strength',
        area: 'academic',
        dataSource: 'classwork',
        observedDate: story.day(-9),
        statement: 'Multiplication and division facts: 38 of 40 correct in three minutes, among the best of the class.',
      },
    });
    edit.addRow('items', {
      values: {
        kind: 'challenge',
        area: 'academic',
        dataSource: 'assessment',
        observedDate: story.day(-8),
        statement:
          'Ten two-step word problems from the unit test: 3 correct. In six of the others the first step was right and the second was missing.',
      },
    });
    edit.addRow('interventions', {
      values: { what: 'Draw the problem first', from: story.day(-40), until: story.day(-12), result: 'some' },
    });
  });
  story.on(-6, '13:30');
  await story.write('hyoshida', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'strength',
        area: 'communication',
        dataSource: 'observation',
        observedDate: story.day(-6),
        statement:
          'In the group of four she explained a drawing to a classmate in Chuukese and then to me in English, and noticed a mistake of her own while doing so.',
      },
    });
  });
  story.on(-5, '09:00');
  await story.write('lkealoha', 'evidence', (edit) => edit.set('parentAskedDate', story.day(-5)));
  await announce(story, 'lkealoha', {
    purpose: 'student-needs',
    date: story.day(6),
    place: 'Library; an interpreter joins by phone',
    language: 'chk',
  });
}
