import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type CaseFixture, caseId } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import { conferenceAhead, conferences, noConference } from './conference.fixtures.js';
import type { SspConference } from './conference.js';
import './define.js';

describe('<ssp-conference>', () => {
  let given: CaseFixture;

  const conference = (): Promise<SspConference> =>
    mount(html`<ssp-conference .session=${given.session} case-id=${caseId}></ssp-conference>`);
  const data = (id: string) => given.case.document(id).view.get().data;
  const rows = (id: string, list: string) => {
    const value = data(id)[list];
    return (Array.isArray(value) ? value : []) as readonly { readonly id: string; readonly [name: string]: unknown }[];
  };
  const attend = (element: SspConference, at: number, status: string) =>
    find<HTMLInputElement>(findAll(element, '.attendee')[at] ?? element, `input[value="${status}"]`);

  beforeEach(() => {
    given = conferences();
  });

  describe('rendering', () => {
    it('lists conferences with purpose and day, and shows the page of the one ahead', async () => {
      const element = await conference();

      expect(findAll(element, '.conference').map(textOf)).to.deep.equal([
        'Student needs held Oct 30, 2026',
        'Action Plan development planned for Dec 1, 2026',
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

      expect(rows('conference-2', 'attendance')).to.have.length(1);
      expect(rows('conference-2', 'attendance')[0]).to.include({ person: 'ana', status: 'video' });
    });

    it('is answered by keyboard', async () => {
      const element = await conference();
      attend(element, 4, 'in-person').focus();
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'ArrowRight' });
      await settled(element);

      expect(rows('conference-2', 'attendance')[0]).to.include({ person: 'leilani', status: 'video' });
    });

    it('takes the purpose from the schedule with the first answer, never by itself', async () => {
      const element = await conference();
      expect(data('conference-2')).not.to.have.property('purpose');
      button(element, 'It was held today').click();
      await settled(element);

      expect(data('conference-2')).to.include({ purpose: 'action-plan', actualDate: '2026-11-24' });
    });

    it('takes it with a date that is typed, too', async () => {
      const element = await conference();
      const date = find<HTMLInputElement>(find(element, 'article'), 'input[type="date"]');
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

  describe('closing', () => {
    it('leads to who came when nobody was recorded', async () => {
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
        Object.assign(document.createElement('ssp-conference'), { session: given.session, caseId }),
      );
    });
  });
});
