import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { sampleRows } from '@ssp-kit/process/testing';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { WalkedCase } from '../shared/walk.fixtures.js';
import './define.js';
import { correctedConcern, correctedPlan, correctedReview, revisedPlan, wholeRecord } from './history.fixtures.js';
import type { SspHistory } from './history.js';

describe('<ssp-history>', () => {
  let given: WalkedCase;

  const history = (audience: 'staff' | 'family' = 'staff'): Promise<SspHistory> =>
    mount(html`<ssp-history .session=${given.session} case-id=${given.caseId} audience=${audience}></ssp-history>`);
  const entry = (element: SspHistory, action: string) => {
    const seq = given.case.view.get().case?.decisions.find((one) => one.action === action)?.seq;
    return find(element, `[data-seq="${seq}"]`);
  };
  const all = async (element: SspHistory) => {
    for (const one of findAll(element, 'button')) if (textOf(one).startsWith('Show all')) one.click();
    await settled(element);
    await settled(element);
  };
  const documents = (element: SspHistory) => findAll(element, '.document');
  const named = (element: SspHistory, name: string) => {
    const found = documents(element).find((one) => textOf(one).startsWith(name));
    if (found === undefined) throw new Error(`no document is called ${name}`);
    return found;
  };
  const state = () => given.case.view.get().case;

  beforeEach(() => {
    given = wholeRecord();
  });

  describe('rendering', () => {
    it('tells the newest decisions first, and all of them when asked', async () => {
      const element = await history();
      expect(findAll(element, '.entry')).to.have.length(12);
      await all(element);

      expect(findAll(element, '.entry')).to.have.length(state()?.decisions.length ?? 0);
      expect(textOf(entry(element, 'case.start'))).to.contain('Mia Akana began the case');
    });

    it('tells a decision with its answers, the documents it sealed and what it made owed', async () => {
      const element = await history();
      await all(element);

      expect(textOf(entry(element, 'consent.record'))).to.contain('Answer Given');
      expect(textOf(entry(element, 'consent.record'))).to.contain('Signed by Noelani Palakiko');
      const evaluation = textOf(entry(element, 'evaluation.decide'));
      expect(evaluation).to.contain('Made part of the record : Evaluation status');
      expect(evaluation).to.contain('Owed to the family : Evaluation');
    });

    it('names who has left the team since', async () => {
      const left = state()?.team.find(({ coordinator }) => !coordinator);
      given.session.perform({
        type: 'decide',
        caseId: given.caseId,
        action: 'team.remove',
        payload: { person: left?.person ?? '' },
      });
      const element = await history();
      await all(element);

      expect(textOf(entry(element, 'team.remove'))).to.contain(`took ${left?.name} off the team`);
    });

    it('lists the notices that were given', async () => {
      const element = await history();

      expect(findAll(element, '.notice').map(textOf).at(0)).to.contain('given');
      expect(textOf(find(element, '.notices'))).to.contain('because of entry');
    });

    it('says first which notice the family still has to get', async () => {
      given = wholeRecord();
      given.session.perform({
        type: 'decide',
        caseId: given.caseId,
        action: 'event.record',
        payload: { event: 'parent-request-refused', day: '2026-10-20' },
      });
      const element = await history();

      expect(textOf(find(element, '.notice'))).to.contain('owed to the family, not given yet');
    });

    it('speaks to the family in their words and offers no correction', async () => {
      given = wholeRecord('parent');
      const element = await history('family');

      expect(textOf(element)).to.contain('What was decided');
      expect(findAll(element, 'ssp-decision')).to.have.length(0);
      expect(textOf(element)).not.to.contain('Correct this document');
    });
  });

  describe('filter', () => {
    it('shows decisions of one kind', async () => {
      const element = await history();
      find<HTMLSelectElement>(element, 'select').focus();
      await sendKeys({ press: 'n' });
      await settled(element);

      const said = findAll(element, '.entry .what').map(textOf);
      expect(said.length).to.be.greaterThan(4);
      expect(said.every((one) => /notice|consent/.test(one))).to.equal(true);
    });
  });

  describe('going', () => {
    it('asks for a document', async () => {
      const element = await history();
      await all(element);
      setTimeout(() => button(element, 'Needs').click());
      const { detail } = await oneEvent(element, 'ssp-field-request');

      expect(detail).to.deep.equal({ document: 'needs', field: '' });
    });

    it('puts the person at a decision', async () => {
      const element = await history();

      expect(element.goTo(3)).to.equal(true);
      await settled(element);
      expect(element.shadowRoot?.activeElement).to.equal(find(element, '[data-seq="3"]'));
      expect(element.goTo(999)).to.equal(false);
    });
  });

  describe('versions', () => {
    it('begins a correction with what is corrected', async () => {
      const element = await history();
      await all(element);
      button(element, 'Correct this document: Concern and referral').click();
      await settled(element);
      find<HTMLInputElement>(named(element, 'Concern'), 'input').focus();
      await sendKeys({ type: 'A name was misspelled.' });
      find(element, '[type="submit"]').focus();
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(state()?.documents['concern-2']?.corrects).to.equal('concern');
      expect(textOf(named(element, 'Concern'))).to.contain('A correction is being written');
      expect(textOf(named(element, 'Concern'))).to.contain('Nothing differs so far.');
    });

    it('shows word by word what a correction changes, and files it', async () => {
      given = correctedConcern('administrator');
      const element = await history();
      const concern = named(element, 'Concern');

      expect(textOf(concern)).to.contain('This is a correction');
      expect(textOf(find(concern, 'del'))).to.equal('Akana,');
      expect(textOf(find(concern, 'ins'))).to.equal('Akina,');
      setTimeout(() => button(element, 'File the corrected version').click());
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(state()?.documents['concern']?.stands).to.equal('superseded');
      expect(textOf(named(element, 'Concern'))).to.contain('replaced, kept on record');
    });

    it('says a goal’s sentence where a corrected review speaks of another one', async () => {
      given = correctedReview();
      const element = await history();
      const review = find(named(element, 'Plan review'), '.changes');

      expect(textOf(review)).to.contain('Given a grade 3 passage');
      expect(textOf(review)).not.to.contain(sampleRows.goal);
    });

    it('warns that a correction would change what was decided, and does not file it', async () => {
      given = correctedPlan();
      const element = await history();
      const plan = named(element, 'Plan');

      expect(textOf(plan)).to.contain('This is a revision');
      expect(textOf(plan)).to.contain('A correction must not do that');
      expect(textOf(find(plan, '.change'))).to.contain('changes what was decided');
      expect(button(element, 'File the corrected version').getAttribute('aria-disabled')).to.equal('true');
    });

    it('compares a plan with the one before it when asked', async () => {
      given = revisedPlan();
      const element = await history();
      const plan = named(element, 'Plan');
      find(plan, '[aria-expanded="false"].unfold').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      await settled(element);

      expect(textOf(plan)).to.contain('This is a revision');
      expect(textOf(plan)).not.to.contain('A correction must not do that');
    });
  });

  describe('accessibility', () => {
    it('has no violation while a correction is compared', async function () {
      this.timeout(60_000);
      given = correctedPlan();
      await expect(await history()).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      given = correctedConcern();
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-history'), { session: given.session, caseId: given.caseId }),
      );
    });
  });
});
