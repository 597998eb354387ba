import { expect } from '@open-wc/testing';
import { wordDifference } from './word-difference.js';

describe('wordDifference', () => {
  const said = (before: string, after: string) => wordDifference(before, after).map(({ kind, words }) => [kind, words]);

  it('marks the word that was put in the place of another', () => {
    expect(said('Ms. Akana, room 4', 'Ms. Akina, room 4')).to.deep.equal([
      ['same', 'Ms.'],
      ['removed', ' Akana,'],
      ['added', ' Akina,'],
      ['same', ' room 4'],
    ]);
  });

  it('marks what came at the end', () => {
    expect(said('Reads aloud', 'Reads aloud without help')).to.deep.equal([
      ['same', 'Reads aloud'],
      ['added', ' without help'],
    ]);
  });

  it('keeps what stands between two changes', () => {
    expect(said('one two three four', 'one 2 three 4').map(([kind]) => kind)).to.deep.equal([
      'same',
      'removed',
      'added',
      'same',
      'removed',
      'added',
    ]);
  });

  it('says nothing of two empty texts', () => {
    expect(said('', '')).to.deep.equal([]);
  });
});
