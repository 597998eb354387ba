import { expect, html, oneEvent } from '@open-wc/testing';
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { WalkedCase } from '../shared/walk.fixtures.js';
import { noticeDrafted, noticesProvided, noticeToProvide } from './notice.fixtures.js';
import type { SspNotice } from './notice.js';
import './define.js';

describe('<ssp-notice>', () => {
  const show = ({ session, caseId }: WalkedCase, audience: 'staff' | 'family' = 'staff'): Promise<SspNotice> =>
    mount(html`<ssp-notice .session=${session} case-id=${caseId} audience=${audience}></ssp-notice>`);
  const questions = (element: Element) => findAll(element, '.content h3').map(textOf);

  describe('rendering', () => {
    it('is a letter: to whom, what about, and seven questions in their order', async () => {
      const element = await show(noticeToProvide());

      expect(textOf(element)).to.contain(
        'The school proposes to initiate the evaluation of Keola Palakiko, under IDEA.',
      );
      expect(questions(element)).to.deep.equal([
        'What does the school propose?',
        'Why?',
        'What is this based on?',
        'How are you protected?',
        'Who can help you understand this?',
        'What else was considered, and why not?',
        'What else mattered?',
      ]);
    });

    it('asks what the school refuses where it refuses', async () => {
      const given = noticeToProvide();
      given.case.document('notice-1').set('verb', 'refuses');

      expect(questions(await show(given))[0]).to.equal('What does the school refuse?');
    });

    it('tells the notices of two determinations apart, and folds what was given', async () => {
      const folded = findAll(await show(noticesProvided()), 'details.older').map(textOf);

      expect(folded.join(' | '))
        .to.contain('Eligibility decision, IDEA')
        .and.to.contain('Eligibility decision, Section 504')
        .and.to.contain('Given to the family on Aug 28, 2026');
    });
  });

  describe('drafts', () => {
    it('marks what is still to write, until it is written', async () => {
      const given = noticeDrafted();
      const element = await show(given);
      const marked = () => findAll(element, '.prompts').length;
      const before = marked();
      expect(before).to.be.at.least(1);

      find<HTMLButtonElement>(element, '.next button').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      await sendKeys({ press: 'ControlOrMeta+A' });
      await sendKeys({ type: 'Waiting was considered; the gap grows.' });
      await settled(element);

      expect(marked()).to.equal(before - 1);
      expect(textOf(find(element, '.next'))).to.contain('Other factors');
    });

    it('cannot be given to the family with anything left in brackets', async () => {
      const given = noticeDrafted();
      const page = given.case.document('notice-1');
      page.set('providedDate', given.session.view.get().today);
      page.set('method', 'hand');
      const element = await show(given);

      button(element, 'Give to the family').click();
      await settled(element);

      expect(given.case.view.get().case?.notices[0]?.provided).to.equal(null);
      expect(textOf(element)).to.contain('still to be written');
    });

    it('opens the sentence’s fields to whom a requirement leads there', async () => {
      const element = await show(noticeToProvide());

      element.goTo({ document: 'notice-1', field: 'verb' });
      await settled(element);
      await settled(element);

      expect(find<HTMLDetailsElement>(element, 'details.subject').open).to.equal(true);
    });

    it('asks for evidence of what was translated aloud', async () => {
      const given = noticeToProvide();
      const element = await show(given);
      expect(textOf(element)).not.to.contain('Evidence that it was translated aloud');

      given.case.document('notice-1').set('translation', 'oral');
      await settled(element);

      expect(textOf(element)).to.contain('Evidence that it was translated aloud');
    });
  });

  describe('deciding', () => {
    it('gives it to the family: then it is a letter that nobody changes', async () => {
      const given = noticeToProvide();
      const element = await show(given);

      setTimeout(() => button(element, 'Give to the family').click());
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);
      await settled(element);

      expect(given.case.view.get().case?.notices[0]?.provided).to.equal('2026-08-28');
      expect(findAll(element, 'textarea')).to.have.length(0);
      expect(textOf(element)).to.contain('Given to the family on Aug 28, 2026. Handed over.');
    });

    it('is printed as the letter alone', async () => {
      const element = await show(noticeToProvide());
      await emulateMedia({ media: 'print' });
      try {
        const hidden = ['.next', '.decisions', '.give', '.owed'].map((selector) => {
          const [one] = findAll(element, selector);
          return one === undefined || getComputedStyle(one).display === 'none';
        });
        expect(hidden).to.deep.equal([true, true, true, true]);
        expect(getComputedStyle(find(element, '.letter')).display).to.equal('grid');
        const printed = findAll(element, '.content .printed');
        expect(printed.map((one) => getComputedStyle(one).display)).to.deep.equal(Array(7).fill('block'));
        expect(textOf(printed[1] as Element)).to.equal('Daily help did not close the gap.');
      } finally {
        await emulateMedia({ media: 'screen' });
      }
    });
  });

  describe('family', () => {
    it('reads the letter and decides nothing', async () => {
      const element = await show(noticesProvided({ as: 'parent' }), 'family');

      expect(textOf(element)).to.contain('A written notice for you').and.to.contain('You got this on');
      expect(findAll(element, 'button')).to.have.length(0);
    });
  });

  describe('accessibility', () => {
    it('has no violation: draft, provided', async function () {
      this.timeout(60_000);
      await expect(await show(noticeDrafted())).to.be.accessible();
      await expect(await show(noticesProvided())).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      const given = noticeToProvide();
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-notice'), { session: given.session, caseId: given.caseId }),
      );
    });
  });
});
