import { expect, html } from '@open-wc/testing';
import { caseId, makeCase } from '../shared/case.fixtures.js';
import { expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspDocumentForm } from './document-form.js';
import './define.js';

describe('<ssp-document-form>', () => {
  it('shows the fields and lists of a kind, those of other tracks left out', async () => {
    const { session } = makeCase('develop-plan');
    const element = await mount<SspDocumentForm>(
      html`<ssp-document-form .session=${session} case-id=${caseId} document-kind="plan"></ssp-document-form>`,
    );
    await settled(element);

    expect(findAll(element, 'ssp-field-list').length).to.be.at.least(3);
    expect(textOf(element)).to.contain('Plan starts').and.not.to.contain('State and district tests');
    expect(element.focusField('goals/g1/measure')).to.equal(true);
    expect(element.focusField('unknown')).to.equal(false);
  });

  it('says what happened when a document cannot be opened', async () => {
    const { session, case: one } = makeCase('develop-plan');
    const element = await mount<SspDocumentForm>(
      html`<ssp-document-form .session=${session} case-id=${caseId} document-kind="plan"></ssp-document-form>`,
    );

    one.document('plan-1').patch({ state: 'failed', problem: 'the server does not answer' });
    await settled(element);

    expect(textOf(find(element, '[role="alert"]'))).to.contain('the server does not answer');
  });

  it('passes axe', async () => {
    const { session } = makeCase('develop-plan');
    const element = await mount(
      html`<ssp-document-form .session=${session} case-id=${caseId} document-kind="plan"></ssp-document-form>`,
    );
    await settled(element);

    await expect(element).to.be.accessible();
  });

  it('gives everything back', async () => {
    const given = makeCase('develop-plan');
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-document-form'), {
        session: given.session,
        caseId,
        documentKind: 'plan' as const,
      }),
    );
  });
});
