import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { CaseFixture } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import {
  conferenceAhead,
  conferences,
  eligibilityInvited,
  eligibilityPlanned,
  eligibilityReady,
  noConference,
} from './conference.fixtures.js';
import type { SspConference } from './conference.js';
import './define.js';

describe('<ssp-conference>', () => {
  let given: CaseFixture;

  const conference = (): Promise<SspConference> =>
    mount(html`<ssp-conference .session=${given.session} case-id=${given.caseId}></ssp-conference>`);
  const data = (id: string) => given.case.document(id).view.get().data;
  const rows = (id: string, list: string) => {
    const value = data(id)[list];
    return (Array.isArray(value) ? value : []) as readonly { readonly id: string; readonly [name: string]: unknown }[];
  };
  const attend = (element: SspConference, at: number, status: string) =>
    find<HTMLInputElement>(findAll(element, '.attendee')[at] ?? element, `input[value="${status}"]`);

  /** The checklist of the page itself, not the one of the invitation. */
  const called = (element: SspConference) => {
    const own = element.shadowRoot?.querySelector('.called');
    if (!own) throw new Error('nobody is called');
    return own;
  };

  beforeEach(() => {
    given = conferences();
  });

  describe('rendering', () => {
    it('lists conferences with purpose and day, and shows the page of the one ahead', async () => {
      const element = await conference();

      expect(findAll(element, '.conference').map(textOf)).to.deep.equal([
        'Student needs held Oct 30, 2026',
        'Action Plan development planned for Dec 1, 2026, invitation not sent yet',
      ]);
      expect(textOf(find(element, 'article'))).to.contain('Planned for Dec 1, 2026, 3:00 PM, Room 12');
    });

    it('shows one that was held when it is asked for', async () => {
      const element = await conference();
      find(element, '.conference').click();
      await settled(element);

      expect(textOf(find(element, 'article'))).to.contain('Part of the record since');
      expect(findAll(find(element, 'article'), 'input')).to.have.length(0);
    });

    it('offers to schedule one where none is planned', async () => {
      given = noConference();
      const element = await conference();

      expect(textOf(element)).to.contain('No conference is planned yet.');
      expect(button(element, 'Schedule a conference')).to.be.instanceOf(HTMLElement);
    });

    it('suggests the purpose of the stage', async () => {
      given = noConference();
      const element = await conference();
      button(element, 'Schedule a conference').click();
      await settled(element);

      expect(find<HTMLSelectElement>(element, 'select').value).to.equal('student-needs');
    });
  });

  describe('writing', () => {
    it('records who came with one press a person, and changes it with the next', async () => {
      const element = await conference();
      attend(element, 0, 'in-person').click();
      await settled(element);
      attend(element, 0, 'video').click();
      await settled(element);

      expect(rows('conference-2', 'attendance')).to.have.length(5);
      expect(rows('conference-2', 'attendance')[0]).to.include({ person: 'ana', status: 'video' });
    });

    it('is answered by keyboard', async () => {
      const element = await conference();
      attend(element, 4, 'in-person').focus();
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'ArrowRight' });
      await settled(element);

      expect(rows('conference-2', 'attendance').at(-1)).to.include({ person: 'leilani', status: 'video' });
    });

    it('takes the purpose from the schedule with the first answer, never by itself', async () => {
      // As conferences were begun before their first content came with them.
      given.case.addDocument({ id: 'conference-2' });
      const element = await conference();
      expect(data('conference-2')).not.to.have.property('purpose');
      button(element, 'It was held today').click();
      await settled(element);

      expect(data('conference-2')).to.include({ purpose: 'action-plan', actualDate: '2026-11-24' });
    });

    it('takes it with a date that is typed, too', async () => {
      const element = await conference();
      const date = find<HTMLInputElement>(find(element, '[data-path="actualDate"]'), 'input');
      date.focus();
      await sendKeys({ type: '11232026' });
      date.blur();
      await settled(element);

      expect(data('conference-2')).to.include({ purpose: 'action-plan', actualDate: '2026-11-23' });
    });

    it('writes down somebody else who came', async () => {
      const element = await conference();
      button(element, 'Somebody else came').click();
      await settled(element);
      await settled(element);
      await sendKeys({ type: 'Dr. Kimura' });
      find<HTMLInputElement>(element, 'input:focus').blur();
      await settled(element);

      expect(rows('conference-2', 'attendance').at(-1)).to.include({ name: 'Dr. Kimura', status: 'in-person' });
    });
  });

  describe('going to a field', () => {
    it('puts the person into the purpose, and writes nothing', async () => {
      given.case.addDocument({ id: 'conference-2' });
      const element = await conference();
      expect(element.focusField('purpose')).to.equal(true);
      await settled(element);

      expect(find(element, 'select:focus')).to.be.instanceOf(HTMLElement);
      expect(given.session.intents.filter(({ type }) => type === 'field.set')).to.deep.equal([]);
    });
  });

  describe('a corrected version', () => {
    it('is the conference that it corrects, and is filed once it is right', async () => {
      given.session.patch({ person: { id: 'ana', name: 'Ana Kealoha', roles: ['coordinator', 'administrator'] } });
      given.session.perform({
        type: 'decide',
        caseId: given.caseId,
        action: 'document.correct',
        payload: { document: 'conference-1', note: 'A name was misspelled.' },
      });
      const element = await conference();
      const copy =
        Object.values(given.case.view.get().case?.documents ?? {}).find(({ corrects }) => corrects)?.id ?? '';
      element.goTo({ document: copy, field: 'endTime' });
      await settled(element);
      await settled(element);
      expect(textOf(find(element, '[part="heading"]'))).to.equal('Conference: Student needs');
      expect(findAll(element, 'button').map(textOf)).to.not.include('Close the conference');
      given.case.document(copy).type('minutes', 'Ms. Lindholm wrote the minutes.');
      await settled(element);
      setTimeout(() => button(element, 'File the corrected version').click());
      await oneEvent(element, 'ssp-decision-made');

      expect(given.case.view.get().case?.documents['conference-1']?.stands).to.equal('superseded');
    });
  });

  describe('closing', () => {
    it('leads to who came when nobody was recorded', async () => {
      given.case.addDocument({ id: 'conference-2' });
      const element = await conference();
      button(element, 'Record who came.').click();
      await settled(element);

      expect(element.shadowRoot?.activeElement).to.equal(find(element, '.attendee input'));
    });

    it('closes the one that is shown', async () => {
      const element = await conference();
      button(element, 'It was held today').click();
      attend(element, 0, 'in-person').click();
      await settled(element);
      setTimeout(() => button(element, 'Close the conference').click());
      await oneEvent(element, 'ssp-decision-made');

      expect(given.case.view.get().case?.conferences[1]?.held).to.equal('2026-11-24');
    });
  });

  describe('invitation', () => {
    it('says whom the law calls, and who is invited for each', async () => {
      given = eligibilityReady();
      const element = await conference();
      const called = find(find(element, 'ssp-invitation'), '.called');

      expect(textOf(called)).to.contain('Special education teacher or provider : Ben Ito');
      expect(textOf(called)).to.contain('Explains the evaluation results : Dana Lum');
    });

    it('says who is called and not invited yet', async () => {
      given = eligibilityPlanned();
      const element = await conference();

      expect(textOf(find(find(element, 'ssp-invitation'), '.called'))).to.contain('nobody yet');
      expect(textOf(find(element, '.prepare summary'))).to.contain('The invitation is not sent yet');
    });

    it('is sent, and then folded with the day it went out', async () => {
      given = eligibilityReady();
      const element = await conference();
      setTimeout(() => button(element, 'Send the invitation').click());
      const { detail } = await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(detail.action).to.equal('invitation.send');
      expect(given.case.view.get().case?.conferences.at(-1)?.invited).to.equal('2026-09-14');
      expect(find<HTMLDetailsElement>(element, '.prepare').open).to.equal(false);
      expect(textOf(find(element, '.prepare summary'))).to.contain('Invitation sent Sep 14, 2026');
    });

    it('tells how the family was reached, and records one more attempt', async () => {
      given = eligibilityInvited();
      const element = await conference();
      find(element, '.prepare summary').focus();
      await sendKeys({ press: 'Enter' });
      expect(textOf(find(element, '.contact-list'))).to.contain('She comes, and brings her sister.');
      button(element, 'Record a contact').click();
      await settled(element);
      const dialog = find(element, 'dialog[open]');
      find<HTMLSelectElement>(dialog, 'select').focus();
      await sendKeys({ press: 'ArrowDown' });
      for (const words of ['Noelani Palakiko', 'Mother', 'Left a message.']) {
        const empty = findAll<HTMLInputElement>(dialog, 'input').find(
          ({ type, value }) => type === 'text' && value === '',
        );
        empty?.focus();
        await sendKeys({ type: words });
        empty?.blur();
      }
      find(dialog, '[type="submit"]').focus();
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(textOf(find(element, '.prepare summary'))).to.contain('2 attempts to reach the family');
    });
  });

  describe('members', () => {
    it('takes the roles of the invitation over, and says who covers whom', async () => {
      given = eligibilityInvited();
      const element = await conference();
      expect(textOf(called(element))).to.contain('nobody yet');
      button(element, 'Use the roles of the invitation').click();
      await settled(element);

      expect(textOf(called(element))).to.contain('Explains the evaluation results : Dana Lum');
      expect(textOf(called(element))).not.to.contain('nobody yet');
    });

    it('asks of somebody excused when the family agreed and what they wrote', async () => {
      given = eligibilityInvited();
      const element = await conference();
      button(element, 'Use the roles of the invitation').click();
      attend(element, 2, 'excused-input').click();
      await settled(element);
      find<HTMLInputElement>(find(element, '.excusal'), 'input[value="consented-with-input"]').focus();
      await sendKeys({ press: 'Space' });
      await settled(element);

      const excusal = textOf(find(element, '.excusal'));
      expect(excusal).to.contain('Date the family agreed in writing');
      expect(excusal).to.contain('Written input sent before the conference');
      expect(textOf(called(element))).to.contain('Ben Ito (excused)');
    });
  });

  describe('accessibility', () => {
    it('has no violation', async function () {
      this.timeout(30_000);
      given = conferenceAhead();
      await expect(await conference()).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-conference'), { session: given.session, caseId: given.caseId }),
      );
    });
  });
});
