import type { Story } from '../story.js';

/** A concern that its teacher has begun to write. */
export async function concernBegun(story: Story): Promise<void> {
  story.on(-1, '15:20');
  await story.begin('gdomingo', 'kalea-mahoe');
  await story.write('gdomingo', 'concern', (edit) => {
    edit.set('raisedBy', 'Grace Domingo');
    edit.set('raisedByRole', 'teacher');
    edit.set('raisedVia', 'in-person');
    edit.set('areas', ['academic']);
    edit.set(
      'description',
      'When I read to the class, Kalea listens closely and can tell the story back with details others miss. When she reads aloud herself, she stops at almost every word of more than one syllable and guesses from the picture. For about six weeks now she has asked whether she may listen instead of read.',
    );
    edit.set('priorSupports', 'Reading with a partner three mornings a week since the beginning of the quarter.');
  });
}
