import { sampleRows } from '@ssp-kit/process/testing';
import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { button, expectNoLeak, find, findAll, inside, mount, settled, textOf } from '../shared/testing.fixtures.js';
import { rowsOf } from '../shared/fields.js';
import { walkedCase, type WalkedCase } from '../shared/walk.fixtures.js';
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
      .to.contain('Next')
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

  describe('a progress report', () => {
    const sentence = /Goal Given a grade 3 passage, Keola will .+\./;
    const report = ({ session, caseId }: WalkedCase, audience: 'staff' | 'family' = 'staff') =>
      mount<SspDocumentForm>(
        html`<ssp-document-form
          .session=${session}
          case-id=${caseId}
          document-id="progress-1"
          document-kind="progress"
          audience=${audience}
          ?readonly=${audience === 'family'}
          .actions=${audience === 'family' ? [] : ['progress.publish']}
        ></ssp-document-form>`,
      );
    const goalOf = (element: Element) =>
      textOf(find(element, `ssp-field-list[data-path="goals"]`).shadowRoot?.querySelector('ssp-field') as Element);
    const goals = `goals/${sampleRows.progress}`;

    it('says each goal of the plan in its sentence, and is sent by keyboard', async () => {
      const given = walkedCase('idea', { before: 'progress.publish' });
      given.case.document('progress-1').set(`${goals}/code`, null);
      const element = await report(given);
      expect(goalOf(element)).to.match(sentence);
      expect(textOf(element)).not.to.contain(sampleRows.goal);
      await expect(element).to.be.accessible();

      find<HTMLButtonElement>(element, '.next button').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      await sendKeys({ type: 'Met' });
      await settled(element);
      expect(rowsOf(given.case.document('progress-1').view.get().data, 'goals')[0]?.['code']).to.equal('4');
      button(element, 'Send the progress report').focus();
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(given.case.view.get().case?.documents['progress-1']?.sealed?.action).to.equal('progress.publish');
      expect(goalOf(element)).to.match(sentence);
      expect(textOf(element)).to.contain('Progress Met');
    });

    it('offers the goals where a row has none, and lets the person who chose change it', async () => {
      const given = walkedCase('idea', { before: 'progress.publish' });
      const element = await report(given);
      const list = () => find(element, 'ssp-field-list[data-path="goals"]');
      button(list(), 'Add a goal').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      const choose = () =>
        findAll<HTMLSelectElement>(list(), 'select').filter((one) => one.textContent?.includes('Keola'));
      expect(choose()).to.have.length(1);

      choose()[0]?.focus();
      await sendKeys({ press: 'ArrowDown' });
      await settled(element);

      expect(rowsOf(given.case.document('progress-1').view.get().data, 'goals')[1]?.['goal']).to.equal(sampleRows.goal);
      expect(choose()).to.have.length(1);
    });

    it('numbers the goals for a person to whom the plan is not open, and never says an id', async () => {
      const given = walkedCase('idea', { before: 'progress.publish' });
      given.case.grant('plan-1', null);
      const element = await report(given);
      expect(goalOf(element)).to.equal('Goal Goal 1');

      given.case.document('progress-1').set(`${goals}/goal`, 'gone');
      await settled(element);
      expect(goalOf(element)).to.equal('Goal Of an earlier plan');
    });

    it('says the same to the family', async () => {
      const element = await report(walkedCase('idea', { until: 'evaluate-plan', as: 'parent' }), 'family');

      expect(goalOf(element)).to.match(sentence);
      expect(textOf(element)).to.contain('How it goes');
      await expect(element).to.be.accessible();
    });
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
