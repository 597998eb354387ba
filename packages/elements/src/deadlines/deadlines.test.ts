import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { WalkedCase } from '../shared/walk.fixtures.js';
import { correctedDates, lateDates, noDates, runningDates } from './deadlines.fixtures.js';
import type { SspDeadlines } from './deadlines.js';
import './define.js';

describe('<ssp-deadlines>', () => {
  let given: WalkedCase;

  const deadlines = (audience: 'staff' | 'family' = 'staff'): Promise<SspDeadlines> =>
    mount(html`<ssp-deadlines .session=${given.session} case-id=${given.caseId} audience=${audience}></ssp-deadlines>`);
  const clock = (element: SspDeadlines, id: string) => find(element, `[data-clock="${id}"]`);
  const unfold = async (element: SspDeadlines, inside: Element) => {
    find(inside, 'summary').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);
    await settled(element);
  };
  const state = () => given.case.view.get().case;

  beforeEach(() => {
    given = runningDates();
  });

  describe('rendering', () => {
    it('says first what is due next', async () => {
      given = correctedDates();
      const element = await deadlines();

      expect(textOf(find(element, '.next'))).to.match(
        /^Next due Answer to the request for evaluation due Aug 29, 2026/,
      );
    });

    it('groups what runs, what may not happen yet and what is done', async () => {
      const element = await deadlines();

      expect(findAll(element, 'h4').map(textOf)).to.deep.equal(['Not before these days', 'Done']);
      expect(textOf(clock(element, 'eval_60'))).to.contain('done Sep 25, 2026');
      expect(textOf(clock(element, 'reeval_min_gap'))).to.contain('not before Sep 25, 2027');
    });

    it('says in words that something is late', async () => {
      given = lateDates();
      const element = await deadlines();

      expect(textOf(find(element, '.next.late'))).to.contain('7 days late');
    });

    it('says that nothing runs', async () => {
      given = noDates();
      expect(textOf(await deadlines())).to.contain('No legal deadline is running.');
    });

    it('speaks to the family in their words, and lets them decide nothing', async () => {
      given = runningDates('parent');
      const element = await deadlines('family');

      expect(textOf(element)).to.contain('Important days');
      expect(textOf(element)).to.contain('The evaluation is finished');
      expect(findAll(element, 'ssp-decision')).to.have.length(0);
    });
  });

  describe('reasons', () => {
    it('says what a day counts from and what ended it, with the law', async () => {
      const element = await deadlines();
      await unfold(element, clock(element, 'eval_60'));

      const says = textOf(clock(element, 'eval_60'));
      expect(says).to.contain('60 days from Sep 1, 2026: consent to assess received');
      expect(says).to.contain('Ended by: eligible under IDEA, Sep 25, 2026');
      expect(says).to.contain('34 CFR 300.301(c)');
    });

    it('leads to the document that a day comes from', async () => {
      const element = await deadlines();
      await unfold(element, clock(element, 'eval_60'));
      setTimeout(() => button(clock(element, 'eval_60'), 'Eligibility determination: IDEA').click());
      const { detail } = await oneEvent(element, 'ssp-field-request');

      expect(detail).to.deep.equal({ document: 'eligibility-1', field: '' });
    });

    it('leads to the decision that a day comes from', async () => {
      const element = await deadlines();
      await unfold(element, clock(element, 'eval_60'));
      const links = findAll(clock(element, 'eval_60'), '.reason .link');
      setTimeout(() => links.find((one) => textOf(one).startsWith('Entry'))?.click());
      const { detail } = await oneEvent(element, 'ssp-history-request');

      expect(state()?.decisions.find(({ seq }) => seq === detail.seq)?.action).to.equal('consent.record');
    });

    it('says who set a date by hand, and why', async () => {
      given = correctedDates();
      const element = await deadlines();
      await unfold(element, find(element, '.next'));

      expect(textOf(find(element, '.corrected'))).to.contain(
        'Set by hand by Leilani Kahale: “The letter came on Friday.”',
      );
    });
  });

  describe('deciding', () => {
    it('corrects a date with its reason', async () => {
      given = lateDates();
      const element = await deadlines();
      await unfold(element, find(element, '.next'));
      button(element, 'Correct this date').click();
      await settled(element);
      find<HTMLInputElement>(find(element, 'dialog[open]'), 'input[type="date"]').focus();
      await sendKeys({ type: '08312026' });
      const line = findAll<HTMLInputElement>(find(element, 'dialog[open]'), 'input').at(-1);
      line?.focus();
      await sendKeys({ type: 'The family wrote again.' });
      find(element, 'dialog[open] [type="submit"]').focus();
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      const { detail } = await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(detail.action).to.equal('clock.correct');
      expect(state()?.corrections['ref_decision']).to.include({ start: '2026-08-31' });
      expect(textOf(find(element, '.corrected'))).to.contain('The family wrote again.');
    });

    it('records an event', async () => {
      const element = await deadlines();
      button(element, 'Record an event').click();
      await settled(element);
      const dialog = find(element, 'dialog[open]');
      find<HTMLSelectElement>(dialog, 'select').focus();
      for (let times = 0; times < 4; times++) await sendKeys({ press: 'ArrowDown' });
      find<HTMLInputElement>(dialog, 'input[type="date"]').focus();
      await sendKeys({ type: '10052026' });
      find(element, 'dialog[open] [type="submit"]').focus();
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(textOf(clock(element, 'records_access'))).to.contain('Parents see the records they asked for');
    });

    it('shows somebody who may not decide only the reasons', async () => {
      given = runningDates('teacher');
      const element = await deadlines();
      await unfold(element, clock(element, 'eval_60'));

      expect(findAll<HTMLButtonElement>(element, 'ssp-decision button')).to.have.length(0);
    });
  });

  describe('accessibility', () => {
    it('has no violation with a reason unfolded', async function () {
      this.timeout(30_000);
      given = correctedDates();
      const element = await deadlines();
      await unfold(element, find(element, '.next'));
      await expect(element).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-deadlines'), { session: given.session, caseId: given.caseId }),
      );
    });
  });
});
