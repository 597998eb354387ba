import { expect } from '@open-wc/testing';
import { formatGrade } from './format.js';

describe('formatGrade', () => {
  it('says a roster’s grade in words', () => {
    expect(['02', '11', 'KG', 'Ninth grade', '', null].map(formatGrade)).to.deep.equal([
      'Grade 2',
      'Grade 11',
      'Kindergarten',
      'Ninth grade',
      '',
      '',
    ]);
  });
});
