import { expect } from '@open-wc/testing';
import { mapIndex, rebase, textChange } from './text-change.js';

describe('textChange', () => {
  it('finds a letter among its like where the caret says', () => {
    expect(textChange('aaa', 'aaaa', 2)).to.deep.equal({ index: 1, remove: 0, insert: 'a' });
  });

  it('finds a replaced selection', () => {
    expect(textChange('one two three', 'one 2 three', 5)).to.deep.equal({
      index: 4,
      remove: 3,
      insert: '2',
    });
  });

  it('is null when nothing changed', () => {
    expect(textChange('same', 'same')).to.equal(null);
  });

  it('replaces a character of several parts whole', () => {
    const change = textChange('a👩‍👧b', 'a👩‍👦b', 6);
    expect(change).to.deep.equal({ index: 1, remove: 5, insert: '👩‍👦' });
  });

  it('never cuts a combining letter from its mark', () => {
    const change = textChange('e\u0301', 'e\u0300', 2);
    expect(change).to.deep.equal({ index: 0, remove: 2, insert: 'e\u0300' });
  });

  it('leads from any text to any other', () => {
    const letters = ['a', 'b', 'é', '👍🏽', '\n'];
    const pick = (seed: number) => letters[seed % letters.length] ?? '';
    for (let seed = 0; seed < 400; seed += 1) {
      const before = Array.from({ length: seed % 7 }, (_, at) => pick(seed * 3 + at)).join('');
      const after = Array.from({ length: (seed * 5) % 9 }, (_, at) => pick(seed + at * 2)).join('');
      const change = textChange(before, after, (seed * 7) % (after.length + 1));
      const made = change
        ? before.slice(0, change.index) + change.insert + before.slice(change.index + change.remove)
        : before;
      expect(made).to.equal(after);
    }
  });
});

describe('rebase', () => {
  it('moves a change over what others wrote before it', () => {
    const others = [{ index: 0, remove: 0, insert: 'Hi ' }];
    expect(rebase({ index: 4, remove: 2, insert: 'x' }, others)).to.deep.equal({
      index: 7,
      remove: 2,
      insert: 'x',
    });
  });

  it('keeps a place inside what was removed at its start', () => {
    expect(mapIndex(5, { index: 2, remove: 6, insert: 'zz' })).to.equal(2);
  });
});
