import { expect } from '@open-wc/testing';
import { loaders } from './loaders.js';
import './index.js';

describe('@ssp-kit/embed', () => {
  it('registers every element that the bundle can load', () => {
    for (const tag of ['ssp-session', ...Object.keys(loaders)]) {
      expect(customElements.get(tag), tag).not.to.equal(undefined);
    }
  });
});
