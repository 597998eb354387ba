import { expect } from '@open-wc/testing';
import { goalProgress } from './goal-progress.js';
import { goalSentence } from './goal-sentence.js';

describe('goalSentence', () => {
  const say = (goal: Readonly<Record<string, string | number>>) =>
    goalSentence({ id: 'g', order: 'a', ...goal }, 'Kai Kahale', 'en-US');

  it('builds one sentence of its parts', () => {
    const says = say({
      condition: 'Given a passage of the second grade.',
      behavior: 'read aloud',
      criterion: '95 % of the words right',
      dueDate: '2027-06-04',
    });
    expect(says).to.equal(
      'Given a passage of the second grade, Kai will read aloud, 95 % of the words right, by Jun 4, 2027.',
    );
  });

  it('does not say twice what people write anyway', () => {
    expect(say({ behavior: 'Will read aloud.' })).to.equal('Kai will read aloud.');
    expect(say({ behavior: 'Kai reads aloud', criterion: 'with few mistakes' })).to.equal(
      'Kai reads aloud with few mistakes.',
    );
  });

  it('keeps names and capitals that mean something', () => {
    expect(say({ behavior: 'USE the tiles' })).to.equal('Kai will USE the tiles.');
  });

  it('says what is missing', () => {
    expect(say({})).to.equal('Kai will do what is not written yet.');
  });
});

describe('goalProgress', () => {
  it('says both ends and the unit, for the family in its words', () => {
    const goal = { id: 'g', order: 'a', baseline: 41, target: 80.5, unit: 'words a minute' };
    expect(goalProgress(goal, 'staff', 'en-US')).to.equal('From 41 to 80.5 words a minute');
    expect(goalProgress(goal, 'family', 'en-US')).to.equal('Today 41, goal 80.5 words a minute');
    expect(goalProgress({ id: 'g', order: 'a', baseline: 41 }, 'staff', 'en-US')).to.equal('');
  });
});
