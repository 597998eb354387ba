import type { Story } from '../story.js';

/** A concern that waits to be filed: one question is still open, and the filing says which. */
export async function concernSent(story: Story): Promise<void> {
  story.on(-4, '15:05');
  await story.begin('pnakoa', 'micah-tavares');
  await story.write('pnakoa', 'concern', (edit) => {
    edit.set('raisedBy', 'Peter Nakoa');
    edit.set('raisedByRole', 'teacher');
    edit.set('raisedVia', 'in-person');
    edit.set('receivedDate', story.day(-4));
    edit.set('areas', ['behavior', 'social-emotional']);
    edit.set(
      'description',
      'Micah is a kind and funny classmate, and mornings go well. After lunch recess he comes in upset on most days: he puts his head down or walks out to the hallway, about three or four times a week, and it takes him twenty minutes or more to begin working. He has told me that the basketball court is too loud and that he never gets the ball.',
    );
    edit.set(
      'priorSupports',
      'A quiet start after recess with drawing. A job as equipment helper, so that he has a reason to come in first. Both help on some days.',
    );
    edit.set('parentNotifiedDate', story.day(-4));
    edit.set('parentNotifiedMethod', 'phone');
    edit.set('parentNotifiedLanguage', 'en');
    edit.set('homeLanguage', 'en');
    edit.set('interpreterNeeded', false);
  });
  story.on(-3, '07:40');
  await story.decide('pnakoa', 'concern.submit');
}
