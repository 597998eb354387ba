import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { samplePeople } from '@ssp-kit/process/testing';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { WalkedCase } from '../shared/walk.fixtures.js';
import { consentDrafted, consentProvided, consentsAnswered } from './consent.fixtures.js';
import type { SspConsent } from './consent.js';
import './define.js';

describe('<ssp-consent>', () => {
  const show = ({ session, caseId }: WalkedCase, audience: 'staff' | 'family' = 'staff'): Promise<SspConsent> =>
    mount(html`<ssp-consent .session=${session} case-id=${caseId} audience=${audience}></ssp-consent>`);
  const steps = (element: Element) => findAll(element, '.steps li').map((one) => `${textOf(one)} ${one.className}`);

  describe('rendering', () => {
    it('says how far a form is', async () => {
      const drafted = await show(consentDrafted());
      const waiting = await show(consentProvided());

      expect(steps(drafted)[0]).to.contain('Draft').and.to.contain('now');
      expect(steps(waiting)[1]).to.contain('Given to the family').and.to.contain('Aug 31, 2026');
      expect(steps(waiting)[2]).to.contain('Not here yet');
    });

    it('shows every form of the case, the answered ones folded', async () => {
      const element = await show(consentsAnswered());

      expect(textOf(element)).to.contain('Consent for initial services (102b)');
      expect(textOf(find(element, 'details.older')))
        .to.contain('102a')
        .and.to.contain('Consent given, Sep 1, 2026');
    });
  });

  describe('deciding', () => {
    it('gives the form to the family', async () => {
      const given = consentDrafted();
      const element = await show(given);

      setTimeout(() => button(element, 'Give the form to the family').click());
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(given.case.view.get().case?.consents[0]?.provided).to.equal('2026-08-31');
      expect(textOf(element)).to.contain('Contact efforts');
    });

    it('records a contact about this form, which is listed', async () => {
      const given = consentProvided();
      const element = await show(given);
      button(element, 'Record a contact').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      const dialog = find(element, 'dialog[open]');
      const choose = find<HTMLSelectElement>(dialog, 'select');
      choose.value = 'phone';
      choose.dispatchEvent(new Event('change'));
      for (const [index, words] of ['Noelani Palakiko', 'Mother', 'Left a message'].entries()) {
        const lines = findAll<HTMLInputElement>(dialog, 'input').filter(({ type }) => type === 'text');
        lines[index]?.focus();
        await sendKeys({ type: words });
      }
      find<HTMLButtonElement>(dialog, 'button[type="submit"]').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      await settled(element);

      expect(given.case.view.get().case?.contacts).to.have.length(1);
      expect(given.case.view.get().case?.contacts[0]).to.include({ about: 'consent', document: 'consent-1' });
      expect(textOf(find(element, '.contacts')))
        .to.contain('Phone, Noelani Palakiko, Mother')
        .and.to.contain('Left a message');
    });

    it('records the answer, and the way goes on to eligibility', async () => {
      const given = consentProvided();
      const element = await show(given);
      button(element, 'Record the answer').click();
      await settled(element);
      const dialog = find(element, 'dialog[open]');
      find<HTMLInputElement>(dialog, 'input[value="given"]').click();
      await settled(element);
      const day = find<HTMLInputElement>(dialog, 'input[type="date"]');
      day.value = given.session.view.get().today;
      day.dispatchEvent(new Event('change'));
      find<HTMLInputElement>(dialog, 'input[type="text"]').focus();
      await sendKeys({ type: 'Noelani Palakiko' });
      find<HTMLButtonElement>(dialog, 'button[type="submit"]').focus();
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(given.case.view.get().case?.state).to.equal('define-needs.eligibility');
      expect(textOf(element)).to.contain('Consent given');
    });

    it('takes back only a given consent to services', async () => {
      const waiting = await show(consentProvided());
      const answered = await show(consentsAnswered());

      expect(() => button(waiting, 'Record a revocation')).to.throw();
      expect(button(answered, 'Record a revocation')).to.be.instanceOf(HTMLButtonElement);
    });

    it('shows that a consent was taken back', async () => {
      const given = consentsAnswered();
      const day = given.session.view.get().today;
      given.session.decideAs(samplePeople.coordinator, given.caseId, 'consent.revoke', {
        document: 'consent-2',
        receivedDate: day,
        effectiveDate: day,
        signer: 'Noelani Palakiko',
      });
      const element = await show(given);

      expect(steps(element).at(-1)).to.contain('Taken back').and.to.contain('ended');
    });
  });

  describe('family', () => {
    it('reads plain words, and what its consent means', async () => {
      const element = await show(consentProvided({ as: 'parent', contacts: 1 }), 'family');

      expect(textOf(element)).to.contain('May we test your child?').and.to.contain('Your consent is voluntary.');
      expect(textOf(element)).not.to.contain('Contact efforts');
      expect(findAll(element, 'button')).to.have.length(0);
    });
  });

  describe('accessibility', () => {
    it('has no violation: draft, waiting with contacts', async function () {
      this.timeout(60_000);
      await expect(await show(consentDrafted())).to.be.accessible();
      await expect(await show(consentProvided({ contacts: 2 }))).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      const given = consentProvided({ contacts: 1 });
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-consent'), { session: given.session, caseId: given.caseId }),
      );
    });
  });
});
