import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { FakeSession } from '@ssp-kit/session/fake';
import { type CaseFixture, caseId, makeCase, student } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspField } from '../field/field.js';
import type { SspReferralForm } from './referral-form.js';
import './define.js';

describe('<ssp-referral-form>', () => {
  let given: CaseFixture;

  async function form(): Promise<SspReferralForm> {
    const element = await mount<SspReferralForm>(
      html`<ssp-referral-form .session=${given.session} case-id=${caseId}></ssp-referral-form>`,
    );
    await settled(element);
    return element;
  }

  const fieldOf = (element: Element, name: string) =>
    findAll<SspField>(element, 'ssp-field').find(({ row }) => row?.name === name);

  describe('filing', () => {
    it('is refused at the fields that miss something, and goes through once they are answered', async () => {
      given = makeCase('express-concern.draft');
      given.case.document('concern').set('suspicion', null);
      given.case.document('concern').set('receivedDate', null);
      const element = await form();

      button(element, 'File the referral').click();
      await settled(element);
      expect(fieldOf(element, 'suspicion')?.error).to.equal('Answer whether a disability is suspected.');
      expect(fieldOf(element, 'receivedDate')?.error).to.contain('the date the school received');

      given.case.document('concern').set('suspicion', 'no');
      given.case.document('concern').set('receivedDate', '2026-10-12');
      await settled(element);
      expect(fieldOf(element, 'suspicion')?.error).to.equal('');
      button(element, 'File the referral').click();
      await settled(element);

      expect(textOf(element)).to.contain('Part of the record since Nov 24, 2026.');
      expect(findAll(element, 'textarea, input')).to.have.length(0);
    });

    it('leads from what is missing to its field', async () => {
      given = makeCase('express-concern.draft', { filled: false });
      const element = await form();

      button(element, 'Choose at least one area of concern.').click();
      await sendKeys({ press: 'Space' });

      expect(given.case.document('concern').view.get().data['areas']).to.deep.equal(['academic']);
    });

    it('lets a teacher send it to the coordinator, not file it', async () => {
      given = makeCase('express-concern.draft', { as: 'ben' });
      const element = await form();

      button(element, 'Send to the care coordinator').click();
      await settled(element);

      expect(given.case.view.get().case?.state).to.equal('express-concern.submitted');
      expect(textOf(element)).not.to.contain('File the referral');
    });
  });

  it('asks why only when a disability may be suspected', async () => {
    given = makeCase('express-concern.draft');
    const element = await form();
    expect(fieldOf(element, 'suspicionReason')).to.equal(undefined);

    find<HTMLInputElement>(fieldOf(element, 'suspicion') as Element, 'input[value="unsure"]').click();
    await settled(element);

    expect(fieldOf(element, 'suspicionReason')).to.not.equal(undefined);
  });

  describe('starting', () => {
    it('finds a student by name and begins a case', async () => {
      const session = new FakeSession({
        students: [student],
        person: { id: 'ben', name: 'Ben Okafor', roles: ['teacher'] },
      });
      const element = await mount<SspReferralForm>(html`<ssp-referral-form .session=${session}></ssp-referral-form>`);
      find(element, 'input').focus();
      await sendKeys({ type: 'kah' });
      await settled(element);
      const started = oneEvent(element, 'ssp-referral-started');

      find<HTMLButtonElement>(element, '.found button').click();
      const { detail } = (await started) as CustomEvent<{ caseId: string }>;
      await settled(element);

      expect(session.caseOf(detail.caseId).view.get().case?.student.name).to.equal('Kai Kahale');
      expect(textOf(element)).to.contain('Concern about Kai Kahale');
    });
  });

  it('fits a phone', async () => {
    given = makeCase('express-concern.draft');
    const element = await form();
    element.style.width = '336px';
    await settled(element);

    expect(element.scrollWidth).to.equal(336);
    for (const control of findAll(element, '.control, .tile, .button')) {
      expect(control.offsetHeight, control.className).to.be.at.least(36);
    }
  });

  it('passes axe, empty and attempted', async () => {
    given = makeCase('express-concern.draft', { filled: false });
    const element = await form();
    button(element, 'File the referral').click();
    await settled(element);

    await expect(element).to.be.accessible();
  });

  it('gives everything back', async () => {
    given = makeCase('express-concern.draft');
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-referral-form'), { session: given.session, caseId }),
    );
  });
});
