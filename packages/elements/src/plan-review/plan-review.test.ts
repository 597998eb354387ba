import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type CaseFixture, caseId } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, mount, settled, textOf } from '../shared/testing.fixtures.js';
import { reviewBegun } from './plan-review.fixtures.js';
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
      expect(says).to.contain('60 of 132 min promised so far.');
    });

    it('writes nothing by being looked at', async () => {
      await review();
      expect(outcomes()).to.have.length(0);
      expect(given.session.intents).to.have.length(0);
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
