import { sampleRows } from '@ssp-kit/process/testing';
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { expectNoLeak, find, findAll, inside, mount, settled, textOf } from '../shared/testing.fixtures.js';
import { walkedCase } from '../shared/walk.fixtures.js';
import type { SspDocumentForm } from './document-form.js';
import './define.js';

describe('<ssp-document-form>', () => {
  it('shows the fields and lists of a kind, those of other tracks left out', async () => {
    const { session, caseId } = walkedCase('action', { until: 'develop-plan' });
    const element = await mount<SspDocumentForm>(
      html`<ssp-document-form .session=${session} case-id=${caseId} document-kind="plan"></ssp-document-form>`,
    );
    await settled(element);

    expect(findAll(element, 'ssp-field-list').length).to.be.at.least(3);
    expect(textOf(element)).to.contain('Plan starts').and.not.to.contain('State and district tests');
    expect(element.focusField(`goals/${sampleRows.goal}/measure`)).to.equal(true);
    expect(element.focusField('unknown')).to.equal(false);
  });

  it('says what happened when a document cannot be opened', async () => {
    const { session, caseId, case: one } = walkedCase('action', { until: 'develop-plan' });
    const element = await mount<SspDocumentForm>(
      html`<ssp-document-form .session=${session} case-id=${caseId} document-kind="plan"></ssp-document-form>`,
    );

    one.document('plan-1').patch({ state: 'failed', problem: 'the server does not answer' });
    await settled(element);

    expect(textOf(find(element, '[role="alert"]'))).to.contain('the server does not answer');
  });

  it('leads to what is missing, and says when nothing is', async () => {
    const given = walkedCase('idea', { before: 'evaluation.decide' });
    const page = given.case.document('evaluation');
    page.set('regulation', null);
    const element = await mount<SspDocumentForm>(
      html`<ssp-document-form
        .session=${given.session}
        case-id=${given.caseId}
        document-kind="evaluation"
        .actions=${['evaluation.decide']}
      ></ssp-document-form>`,
    );
    await settled(element);
    expect(textOf(find(element, '.next')))
      .to.contain('One thing left')
      .and.to.contain('Under which rule');

    find<HTMLButtonElement>(element, '.next button').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    expect(inside(element).find((one) => one.matches('select:focus, input:focus'))).to.not.equal(undefined);
    page.set('regulation', 'both');
    await settled(element);

    expect(textOf(find(element, '.next'))).to.contain('All answered');
    expect(textOf(element)).not.to.contain('Triennial agreement');
  });

  it('lets nobody tab into a field that the bar hides', async () => {
    const given = walkedCase('idea', { before: 'evaluation.decide', empty: ['evaluation'] });
    const element = await mount<SspDocumentForm>(
      html`<ssp-document-form
        .session=${given.session}
        case-id=${given.caseId}
        document-kind="evaluation"
        .actions=${['evaluation.decide']}
      ></ssp-document-form>`,
    );
    await settled(element);
    find<HTMLButtonElement>(element, '.next button').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);

    for (let step = 0; step < 8; step += 1) {
      await sendKeys({ press: 'Tab' });
      const bar = find(element, '.next').getBoundingClientRect();
      const here = inside(element).find((one) => one.matches('input:focus, textarea:focus, summary:focus'));
      if (here === undefined) continue;
      const { top, bottom } = here.getBoundingClientRect();
      expect(top < bar.top - 20 || top >= bar.bottom || bottom <= bar.top, `step ${step}`).to.equal(true);
    }
  });

  it('keeps to what was answered while it is read', async () => {
    const { session, caseId, case: one } = walkedCase('idea', { before: 'evaluation.decide' });
    one.document('evaluation').set('withoutMeeting', null);
    const element = await mount<SspDocumentForm>(
      html`<ssp-document-form
        .session=${session}
        case-id=${caseId}
        document-kind="evaluation"
        audience="family"
        readonly
      ></ssp-document-form>`,
    );
    await settled(element);

    expect(textOf(element)).to.contain('Will your child be evaluated?').and.not.to.contain('without a meeting');
    expect(findAll(element, '.next')).to.have.length(0);
  });

  it('passes axe', async () => {
    const { session, caseId } = walkedCase('action', { until: 'develop-plan' });
    const element = await mount(
      html`<ssp-document-form .session=${session} case-id=${caseId} document-kind="plan"></ssp-document-form>`,
    );
    await settled(element);

    await expect(element).to.be.accessible();
  });

  it('gives everything back', async () => {
    const given = walkedCase('action', { until: 'develop-plan' });
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-document-form'), {
        session: given.session,
        caseId: given.caseId,
        documentKind: 'plan' as const,
      }),
    );
  });
});
