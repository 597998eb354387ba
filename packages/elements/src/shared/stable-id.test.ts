import { expect } from '@open-wc/testing';
import { stableId } from './stable-id.js';

describe('stableId', () => {
  it('is the same for the same words, and has the shape of a UUID', () => {
    expect(stableId('conference-1', 'ana')).to.equal(stableId('conference-1', 'ana'));
    expect(stableId('conference-1', 'ana')).to.match(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('differs for all others', () => {
    const ids = new Set(Array.from({ length: 2000 }, (_, at) => stableId('conference-1', `person-${at}`)));
    expect(ids.size).to.equal(2000);
    expect(stableId('a', 'bc')).not.to.equal(stableId('ab', 'c'));
  });
});
