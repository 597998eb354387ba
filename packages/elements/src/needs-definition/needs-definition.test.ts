import { expect, html } from '@open-wc/testing';
import { caseId, makeCase } from '../shared/case.fixtures.js';
import { button, expectNoLeak, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspNeedsDefinition } from './needs-definition.js';
import './define.js';

describe('<ssp-needs-definition>', () => {
  async function needs(options: { filled?: boolean } = {}) {
    const given = makeCase('define-needs.defining', options);
    const element = await mount<SspNeedsDefinition>(
      html`<ssp-needs-definition .session=${given.session} case-id=${caseId}></ssp-needs-definition>`,
    );
    await settled(element);
    return { given, element };
  }

  it('refuses to record needs before the conference, and says so', async () => {
    const { given, element } = await needs();

    button(element, 'Record the needs').click();
    await settled(element);

    expect(textOf(element)).to.contain('Hold a conference on the student’s needs and close it.');
    expect(given.case.view.get().case?.state).to.equal('define-needs.defining');
  });

  it('adds a need that others see', async () => {
    const { given, element } = await needs({ filled: false });

    button(element, 'Add a need').click();
    await settled(element);

    expect(given.case.document('needs').view.get().data['needs']).to.have.length(1);
    expect(findAll(element, '[data-row]')).to.have.length(1);
  });

  it('passes axe', async () => {
    const { element } = await needs();

    await expect(element).to.be.accessible();
  });

  it('gives everything back', async () => {
    const given = makeCase('define-needs.defining');
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-needs-definition'), { session: given.session, caseId }),
    );
  });
});
