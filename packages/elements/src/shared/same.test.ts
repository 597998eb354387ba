import { expect } from '@open-wc/testing';
import { isSame } from './same.js';

describe('isSame', () => {
  it('compares what plain data says, not which object it is', () => {
    expect(isSame({ a: [1, { b: null }] }, { a: [1, { b: null }] })).to.equal(true);
    expect(isSame({ a: [1, { b: null }] }, { a: [1, { b: '' }] })).to.equal(false);
    expect(isSame({ a: undefined }, { b: undefined })).to.equal(false);
    expect(isSame([1], [1, 2])).to.equal(false);
    expect(isSame([], {})).to.equal(false);
  });

  it('takes what is no plain data by identity', () => {
    const map = new Map();
    expect(isSame({ map }, { map })).to.equal(true);
    expect(isSame(new Map(), new Map())).to.equal(false);
    expect(isSame(null, {})).to.equal(false);
  });
});
