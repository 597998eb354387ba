import { expect, html } from '@open-wc/testing';
import { caseId, makeCase, presenceOf } from '../shared/case.fixtures.js';
import { expectNoLeak, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import './define.js';

describe('<ssp-presence>', () => {
  async function presence() {
    const given = makeCase('develop-plan');
    const element = await mount(
      html`<ssp-presence .session=${given.session} case-id=${caseId} document-id="plan-1"></ssp-presence>`,
    );
    await settled(element);
    return { given, element };
  }

  it('says who is here and in which field, each person once', async () => {
    const { given, element } = await presence();
    expect(textOf(element)).to.equal('Nobody else is here');
    const plan = given.case.document('plan-1');

    plan.join(presenceOf('ben', 1, 'goals/g1/measure'));
    plan.join({ ...presenceOf('ben', 1, null), key: 'second-tab' });
    plan.join(presenceOf('leilani', 7, null));
    await settled(element);

    expect(findAll(element, 'li')).to.have.length(2);
    expect(textOf(element)).to.contain('Ben Okafor in How it is measured').and.to.contain('Leilani Kahale reading');
  });

  it('passes axe', async () => {
    const { given, element } = await presence();
    given.case.document('plan-1').join(presenceOf('ben', 1, null));
    await settled(element);

    await expect(element).to.be.accessible();
  });

  it('gives everything back', async () => {
    const given = makeCase('develop-plan');
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-presence'), {
        session: given.session,
        caseId,
        documentId: 'plan-1',
      }),
    );
  });
});
