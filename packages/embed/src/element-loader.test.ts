import { expect } from '@open-wc/testing';
import { loadElements } from './element-loader.js';
import './ssp.js';

describe('loading elements', () => {
  it('registers an element when its tag comes into the page, and no other', async () => {
    expect(customElements.get('ssp-presence')).to.equal(undefined);
    const fragment = document.createElement('div');
    fragment.append(document.createElement('ssp-presence'));
    document.body.append(fragment);
    await customElements.whenDefined('ssp-presence');
    expect(customElements.get('ssp-plan-review')).to.equal(undefined);
    fragment.remove();
  });

  it('sees into the shadow tree its session stands in', async () => {
    expect(customElements.get('ssp-service-log')).to.equal(undefined);
    const outer = document.createElement('div');
    const session = document.createElement('ssp-session');
    session.setAttribute('token-url', '/no-such-address');
    outer.attachShadow({ mode: 'open' }).append(session);
    document.body.append(outer);
    session.append(document.createElement('ssp-service-log'));
    await customElements.whenDefined('ssp-service-log');
    outer.remove();
  });

  it('loads by name, and says what is none', async () => {
    await loadElements(['ssp-plan-builder']);
    expect(customElements.get('ssp-plan-builder')).not.to.equal(undefined);
    const error: unknown = await loadElements(['ssp-nothing']).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
  });
});
