import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { eligibilityPlanned, eligibilityReady } from '../conference/conference.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { WalkedCase } from '../shared/walk.fixtures.js';
import type { SspInvitation } from './invitation.js';
import './define.js';

describe('<ssp-invitation>', () => {
  const show = ({ session, caseId }: WalkedCase): Promise<SspInvitation> =>
    mount(html`<ssp-invitation .session=${session} case-id=${caseId} document-id="invitation-2"></ssp-invitation>`);
  const invitation = ({ case: one }: WalkedCase) => one.view.get().case?.documents['invitation-2'];

  it('says what it invites to, and whom the law calls', async () => {
    const element = await show(eligibilityPlanned());

    expect(textOf(find(element, 'h2'))).to.equal('Invitation: Eligibility');
    expect(findAll(element, '.called li').length).to.be.at.least(3);
    await expect(element).to.be.accessible();
  });

  it('is not sent while something is missing, and says at the fields what', async () => {
    const given = eligibilityPlanned();
    const element = await show(given);

    button(element, 'Send the invitation').focus();
    await sendKeys({ press: 'Enter' });
    await settled(element);

    expect(invitation(given)?.state).to.equal('open');
    const errors = findAll(element, '.error').map(textOf).join(' | ');
    expect(errors)
      .to.contain('Date of the announcement')
      .and.to.contain('Record how the family was told')
      .and.to.contain('Invited as');
    await expect(element).to.be.accessible();
  });

  it('is sent by keyboard, and cannot be changed afterwards', async () => {
    const given = eligibilityReady();
    const element = await show(given);

    button(element, 'Send the invitation').focus();
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    await oneEvent(element, 'ssp-decision-made');
    await settled(element);

    expect(invitation(given)?.sealed?.action).to.equal('invitation.send');
    expect(textOf(element)).to.contain('Part of the record since Sep 14, 2026');
    expect(findAll(element, 'input, select, textarea')).to.have.length(0);
  });

  it('gives back everything it holds', async () => {
    const given = eligibilityReady();
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-invitation'), { session: given.session, caseId: given.caseId }),
    );
  });
});
