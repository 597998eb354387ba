import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { samplePeople } from '@ssp-kit/process/testing';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { WalkedCase } from '../shared/walk.fixtures.js';
import { eligibilityDecided, eligibilityToDecide } from './eligibility.fixtures.js';
import type { SspEligibility } from './eligibility.js';
import './define.js';

describe('<ssp-eligibility>', () => {
  const show = ({ session, caseId }: WalkedCase, audience: 'staff' | 'family' = 'staff'): Promise<SspEligibility> =>
    mount(html`<ssp-eligibility .session=${session} case-id=${caseId} audience=${audience}></ssp-eligibility>`);
  const one = ({ session, caseId }: WalkedCase, id: string): Promise<SspEligibility> =>
    mount(html`<ssp-eligibility .session=${session} case-id=${caseId} document-id=${id}></ssp-eligibility>`);

  describe('rendering', () => {
    it('keeps the two rules apart, each with its own questions and its own filing', async () => {
      const element = await show(eligibilityToDecide());
      const [idea, s504] = findAll(element, 'ssp-eligibility');
      if (idea === undefined || s504 === undefined) throw new Error('two determinations');

      expect(textOf(idea)).to.contain('Eligibility under IDEA').and.to.contain('Category');
      expect(textOf(s504)).to.contain('Section 504').and.not.to.contain('Category');
      expect(button(idea, 'File the eligibility determination')).to.not.equal(
        button(s504, 'File the eligibility determination'),
      );
    });

    it('says a contradiction before anyone files it', async () => {
      const given = eligibilityToDecide();
      const element = await one(given, 'eligibility-1');
      expect(textOf(find(element, '.verdict'))).to.contain('Nothing above stands against eligibility.');

      given.case.document('eligibility-1').set('exclusionLanguage', true);
      await settled(element);

      expect(textOf(find(element, '.verdict.wrong'))).to.contain('Limited English is the determinant factor');
    });

    it('tells the eligibility status with its reasons once it is filed', async () => {
      const element = await show(eligibilityDecided());
      const [idea, s504] = findAll(element, '.rule').map(textOf);

      expect(idea).to.contain('Eligible , receives services').and.to.contain('Consent to services was given.');
      expect(s504).to.contain('Not eligible').and.to.contain('of Sep 25, 2026, says not eligible');
    });
  });

  describe('answering', () => {
    it('asks each member of the team, and for a statement of who does not agree', async () => {
      const given = eligibilityToDecide();
      const element = await one(given, 'eligibility-1');

      button(element, 'Add the members of the team').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      const rows = given.case.document('eligibility-1').view.get().data['dissent'] as readonly {
        readonly id: string;
      }[];
      given.case.document('eligibility-1').set(`dissent/${rows[0]?.id}/agrees`, false);
      await settled(element);

      expect(rows).to.have.length(given.state.team.length);
      expect(textOf(element)).to.contain('Separate statement');
    });
  });

  describe('deciding', () => {
    it('files one and leaves the other open', async () => {
      const given = eligibilityToDecide();
      const element = await show(given);
      const [idea] = findAll(element, 'ssp-eligibility');

      setTimeout(() => button(idea as Element, 'File the eligibility determination').click());
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      const { documents, state } = given.case.view.get().case ?? {};
      expect(state).to.equal('define-needs.eligibility');
      expect(documents?.['eligibility-1']?.state).to.equal('sealed');
      expect(documents?.['eligibility-2']?.state).to.equal('open');
      expect(textOf(find(element, '.status'))).to.contain('Not filed yet');
    });
  });

  describe('correcting', () => {
    it('shows the corrected version first, which only an administrator files', async () => {
      const given = eligibilityDecided();
      const correction = { document: 'eligibility-1', note: 'A word was misspelled.' };
      given.session.decideAs(samplePeople.coordinator, given.caseId, 'document.correct', correction);
      const element = await show(given);
      expect(textOf(element)).to.contain('A corrected version, for corrections only.');
      expect(findAll(element, 'ssp-decision button')).to.have.length(0);

      given.session.patch({ person: { id: 'head', name: 'Keoni Mahoe', roles: ['administrator'] } });
      given.session.look(given.caseId);
      await settled(element);
      await settled(element);

      expect(button(element, 'File the corrected version')).to.be.instanceOf(HTMLButtonElement);
      expect(textOf(find(element, 'details.older'))).to.contain('Eligibility under IDEA');
    });
  });

  describe('family', () => {
    it('reads plain words and no reasons of the record', async () => {
      const says = textOf(await show(eligibilityDecided({ as: 'parent' }), 'family'));

      expect(says).to.contain('Special education: is your child eligible?').and.to.contain('Is your child eligible?');
      expect(says).not.to.contain('determinant factor');
    });
  });

  describe('accessibility', () => {
    it('has no violation: both open, both filed', async function () {
      this.timeout(60_000);
      await expect(await show(eligibilityToDecide())).to.be.accessible();
      await expect(await show(eligibilityDecided())).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      const given = eligibilityToDecide();
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-eligibility'), { session: given.session, caseId: given.caseId }),
      );
    });
  });
});
