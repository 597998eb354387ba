import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type CaseFixture, caseId } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { WalkedCase } from '../shared/walk.fixtures.js';
import { reviewBegun, reviewOnRecord, reviewToDecide } from './plan-review.fixtures.js';
import type { SspPlanReview } from './plan-review.js';
import './define.js';

describe('<ssp-plan-review>', () => {
  let given: CaseFixture;

  const review = (): Promise<SspPlanReview> =>
    mount(html`<ssp-plan-review .session=${given.session} case-id=${caseId}></ssp-plan-review>`);
  const page = () => given.case.document('review-1');
  const outcomes = () => {
    const value = page().view.get().data['outcomes'];
    return (Array.isArray(value) ? value : []) as readonly { readonly id: string; readonly [name: string]: unknown }[];
  };

  beforeEach(() => {
    given = reviewBegun();
  });

  describe('rendering', () => {
    it('shows each goal of the active plan and what was delivered', async () => {
      const says = textOf(await review());

      expect(says).to.contain('Kai reads aloud with at least 95 % of the words right');
      expect(says).to.contain('60 of 132 min given so far.');
    });

    it('writes nothing by being looked at', async () => {
      await review();
      expect(outcomes().every(({ outcome }) => outcome === undefined || outcome === null)).to.equal(true);
      expect(given.session.intents).to.have.length(0);
    });
  });

  describe('on record', () => {
    it('keeps to the plan that was reviewed and to the minutes of then', async () => {
      given = reviewOnRecord();
      const says = textOf(await review());

      expect(says).to.contain('Kai reads aloud with at least 95 % of the words right');
      expect(says).not.to.contain('Kai writes');
      expect(says).to.contain('60 of 132 min given so far.');
    });
  });

  describe('answering', () => {
    it('makes a goal’s row with the first answer, and asks on from there', async () => {
      const element = await review();
      find<HTMLInputElement>(element, 'input[value="enough-progress"]').focus();
      await sendKeys({ press: 'Space' });
      await settled(element);
      await settled(element);
      expect(outcomes()).to.have.length(1);
      expect(outcomes()[0]).to.include({ goal: 'g1', outcome: 'enough-progress' });
      find(find(element, '.goal'), 'textarea').focus();
      await sendKeys({ type: 'Five words more.' });

      expect(outcomes()[0]).to.include({ comment: 'Five words more.' });
    });

    it('leads from the decision to the goal that has no outcome', async () => {
      const element = await review();
      button(element, 'Give the outcome of every goal.').click();
      await settled(element);

      expect(find(element, 'input:focus').getAttribute('value')).to.equal('met');
    });
  });

  describe('deciding', () => {
    it('continues the plan', async () => {
      const element = await review();
      page().set('reviewDate', '2026-11-24');
      page().set('fidelity', 'full');
      page().set('effectiveness', 'positive');
      page().set('parentInformedDate', '2026-11-24');
      page().type('conclusion', 'It works.');
      page().addRow('outcomes', { id: 'o1', values: { goal: 'g1', outcome: 'enough-progress' } });
      await settled(element);
      button(element, 'Record the review decision').click();
      await settled(element);
      find(find(element, 'dialog[open]'), 'input[value="continue"]').click();
      await settled(element);
      setTimeout(() => find(element, 'dialog[open] button[type="submit"]').click());
      await oneEvent(element, 'ssp-decision-made');

      expect(given.case.view.get().case?.state).to.equal('implement-plan');
    });
  });

  describe('an IEP', () => {
    const show = ({ session, caseId: id }: WalkedCase): Promise<SspPlanReview> =>
      mount(html`<ssp-plan-review .session=${session} case-id=${id}></ssp-plan-review>`);

    it('asks for the exit only when the team proposes it, and for the summary of whoever leaves school', async () => {
      const given = reviewToDecide();
      const element = await show(given);
      const shown = () => findAll(element, 'ssp-field').map((one) => one.dataset['path']);
      given.case.document('review-1').set('proposal', 'continue');
      await settled(element);
      expect(shown()).not.to.include('exitReason');

      given.case.document('review-1').set('proposal', 'exit');
      await settled(element);
      expect(shown()).to.include('exitReason').and.not.to.include('summaryOfPerformance');
      given.case.document('review-1').set('exitReason', 'graduated-diploma');
      await settled(element);

      expect(shown()).to.include('summaryOfPerformance');
    });

    it('offers the notice that comes before an exit, and leads to it', async () => {
      const given = reviewToDecide({ until: 'evaluate-plan' });
      given.case.document('review-1').set('proposal', 'exit');
      const element = await show(given);
      expect(textOf(find(element, '.follows'))).to.contain('the case is closed');
      setTimeout(() => button(element, 'Draft the notice of the exit').click());
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      setTimeout(() => button(element, 'Open the notice').click());
      const { detail } = await oneEvent(element, 'ssp-field-request');
      expect(given.case.view.get().case?.documents[detail.document]?.about).to.equal('exit');
    });

    it('decides what the team proposes by the keyboard', async () => {
      const given = reviewToDecide();
      given.case.document('review-1').set('proposal', 'revise');
      const element = await show(given);
      button(element, 'Record the review decision').focus();
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      await oneEvent(element, 'ssp-decision-made');

      expect(given.case.view.get().case?.state).to.equal('develop-plan');
    });
  });

  describe('accessibility', () => {
    it('has no violation', async function () {
      this.timeout(30_000);
      await expect(await review()).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-plan-review'), { session: given.session, caseId }),
      );
    });
  });
});
