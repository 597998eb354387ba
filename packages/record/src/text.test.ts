import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isWellFormed } from './characters.js';
import { applyChange, diffText, onBorders } from './text.js';

const family = '👩‍👩‍👧‍👦';
const piece = fc.constantFrom(
  'a',
  'b',
  ' ',
  'é',
  'e\u0301',
  '😀',
  '😁',
  family,
  '👩',
  '🇺🇸',
  '🇺',
  '\r\n',
  '\n',
  '각',
  'नि',
  '\u200d',
  '\u0301',
);
const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));

function borders(text: string): Set<number> {
  const found = new Set([text.length]);
  for (const { index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) found.add(index);
  return found;
}

describe('diffText', () => {
  it('makes the one text of the other, cut between characters of both', () => {
    fc.assert(
      fc.property(words, words, fc.option(fc.nat(40), { nil: undefined }), (before, after, caret) => {
        const change = diffText(before, after, caret);
        assert.equal(applyChange(before, change), after);
        assert.ok(borders(before).has(change.index) && borders(before).has(change.index + change.remove));
        assert.ok(borders(after).has(change.index) && borders(after).has(change.index + change.insert.length));
      }),
      { numRuns: 3000 },
    );
  });

  it('tells by the caret which of several equal letters was typed', () => {
    assert.deepEqual(diffText('aa', 'aaa', 1), { index: 0, remove: 0, insert: 'a' });
    assert.deepEqual(diffText('aa', 'aaa', 2), { index: 1, remove: 0, insert: 'a' });
    assert.deepEqual(diffText('aa', 'aaa', 3), { index: 2, remove: 0, insert: 'a' });
    assert.deepEqual(diffText('aaa', 'aa', 1), { index: 1, remove: 1, insert: '' });
  });

  it('replaces a whole emoji where one half changed', () => {
    assert.deepEqual(diffText('so 😀!', 'so 😁!'), { index: 3, remove: 2, insert: '😁' });
  });

  it('replaces a whole family where one member left', () => {
    assert.deepEqual(diffText(`a${family}b`, 'a👩‍👩‍👧b'), { index: 1, remove: family.length, insert: '👩‍👩‍👧' });
  });

  it('is nothing between equal texts', () => {
    assert.deepEqual(diffText('same', 'same'), { index: 4, remove: 0, insert: '' });
  });
});

describe('onBorders', () => {
  it('gives the same text, cut between characters and without halves', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: -3, max: 60 }),
        fc.integer({ min: -3, max: 60 }),
        words,
        (text, index, remove, insert) => {
          const change = onBorders(text, { index, remove, insert });
          assert.ok(borders(text).has(change.index) && borders(text).has(change.index + change.remove));
          assert.ok(isWellFormed(applyChange(text, change)));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('writes the rest of a cut character anew', () => {
    assert.deepEqual(onBorders('e\u0301', { index: 1, remove: 1, insert: '' }), { index: 0, remove: 2, insert: 'e' });
  });

  it('leaves out halves of surrogate pairs', () => {
    assert.deepEqual(onBorders('😀', { index: 1, remove: 1, insert: '' }), { index: 0, remove: 2, insert: '' });
    assert.deepEqual(onBorders('a', { index: 1, remove: 0, insert: '\ud83d' }), { index: 1, remove: 0, insert: '' });
  });

  it('changes nothing about a change that cuts no character', () => {
    assert.deepEqual(onBorders('abc', { index: 1, remove: 1, insert: 'x' }), { index: 1, remove: 1, insert: 'x' });
  });
});
