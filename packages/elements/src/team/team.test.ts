import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type CaseFixture, caseId } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import { grownCase, teamCase } from './team.fixtures.js';
import type { SspTeam } from './team.js';
import './define.js';

describe('<ssp-team>', () => {
  let given: CaseFixture;

  const team = (): Promise<SspTeam> => mount(html`<ssp-team .session=${given.session} case-id=${caseId}></ssp-team>`);
  const state = () => given.case.view.get().case;
  const press = async (element: SspTeam, label: string) => {
    button(element, label).click();
    await settled(element);
    await settled(element);
  };

  beforeEach(() => {
    given = teamCase();
  });

  describe('rendering', () => {
    it('names everyone, the care coordinator and the family', async () => {
      const says = textOf(await team());

      expect(says).to.contain('Ana Kealoha ( you ) Care coordinator');
      expect(says).to.contain('Cyra Lindholm Special education teacher');
      expect(says).to.contain('Leilani Kahale Mother');
    });

    it('is only read by those who may not change it', async () => {
      given = teamCase('ben');
      expect(findAll(await team(), 'button')).to.have.length(0);
    });
  });

  describe('changing', () => {
    it('finds a person by name and adds them with the roster’s role', async () => {
      const element = await team();
      await press(element, 'Add a person');
      await sendKeys({ type: 'mel' });
      await settled(element);
      expect(findAll(element, '.result').map((one) => textOf(one))).to.deep.equal(['Mele Fonoti School psychologist']);
      find(element, '.result').click();
      await settled(element);
      await settled(element);
      await press(element, 'Add Mele Fonoti');

      expect(state()?.team.find(({ person }) => person === 'mele')).to.include({ role: 'School psychologist' });
      expect(textOf(element)).to.contain('School psychologist since Nov 24, 2026');
    });

    it('offers nobody who is on the team already', async () => {
      const element = await team();
      await press(element, 'Add a person');
      await sendKeys({ type: 'kealoha' });
      await settled(element);

      expect(textOf(element)).to.contain('Nobody of that name');
    });

    it('names another care coordinator', async () => {
      const element = await team();
      await press(element, 'Change: Cyra Lindholm');
      await press(element, 'Name as care coordinator');

      expect(state()?.team.find(({ coordinator }) => coordinator)?.person).to.equal('cyra');
    });

    it('asks before it removes somebody', async () => {
      const element = await team();
      await press(element, 'Change: Dev Patel');
      await press(element, 'Remove Dev Patel');
      expect(state()?.team.some(({ person }) => person === 'dev')).to.equal(true);
      expect(textOf(element)).to.contain('Their rights to this case end at once.');
      await press(element, 'Remove Dev Patel');

      expect(state()?.team.some(({ person }) => person === 'dev')).to.equal(false);
    });

    it('admits a contact of the student as family, with the relation', async () => {
      const element = await team();
      await press(element, 'Admit a family member');
      expect(textOf(element)).not.to.contain('Add a person Leilani');
      find(element, '.result').click();
      await settled(element);
      await settled(element);
      await press(element, 'Admit Pua Kahale');

      expect(state()?.family.at(-1)).to.include({ person: 'tutu', relation: 'Grandmother' });
    });
  });

  describe('standing', () => {
    const grown = async (rights: 'parents' | 'student') => {
      const made = grownCase(rights);
      const element = await mount<SspTeam>(html`<ssp-team .session=${made.session} case-id=${made.caseId}></ssp-team>`);
      return { made, element };
    };

    it('says that the student has the rights', async () => {
      const { element } = await grown('student');

      expect(textOf(find(element, '.rights'))).to.equal(
        'Since Sep 1, 2026 Keola Palakiko has the parents’ rights. Both get every notice.',
      );
    });

    it('records that the rights went over, once the student is of age', async () => {
      const { made, element } = await grown('parents');
      button(element, 'Transfer the rights to the student').click();
      await settled(element);
      const dialog = find(element, 'dialog[open]');
      find<HTMLInputElement>(dialog, 'input:not([type="date"])').focus();
      await sendKeys({ type: 'Leilani Kahale' });
      find(dialog, '[type="submit"]').focus();
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      await oneEvent(element, 'ssp-decision-made');

      expect(made.case.view.get().case?.rightsTransferred?.day).to.equal('2026-09-01');
    });

    it('says nothing of rights while the student is a child', async () => {
      expect(findAll(await team(), '.rights')).to.have.length(0);
    });

    it('keeps those apart who are invited to help the family', async () => {
      const { element } = await grown('student');

      expect(textOf(element)).to.match(/Invited for the family: .* IL Ines Lopes Interpreter/);
    });

    it('shows everybody who read the case in an emergency, and why', async () => {
      const { element } = await grown('student');

      const says = textOf(find(element, '.emergency'));
      expect(says).to.contain('Tani Okada opened this case');
      expect(says).to.contain('“A complaint is examined.”');
      expect(says).to.contain('On behalf of the complaints office.');
      expect(says).to.match(/Ended .* 9:00 AM/);
    });

    it('lets the school review it, and shows what it found', async () => {
      const { element, made } = await grown('student');
      expect(textOf(find(element, '.emergency'))).to.contain('Nobody of the school has looked at it yet.');
      const access = String(made.case.view.get().case?.breaks[0]?.seq);
      const decision = find(element, '.emergency ssp-decision') as unknown as { readonly payload: object };
      expect(decision.payload).to.deep.equal({ access });

      const reviewer = { person: 'administrator', name: 'Keoni Mahoe', roles: ['administrator'] };
      const words = 'There was no complaint.';
      made.session.decideAs(reviewer, made.caseId, 'access.review', { access, outcome: 'not-justified', words });
      await settled(element);
      expect(textOf(find(element, '.emergency'))).to.match(/Keoni Mahoe looked at it on .*: No\./);
      expect(findAll(element, '.emergency ssp-decision')).to.have.length(0);
    });
  });

  describe('accessibility', () => {
    it('has no violation while somebody is added', async function () {
      this.timeout(30_000);
      const element = await team();
      await press(element, 'Add a person');
      await expect(element).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-team'), { session: given.session, caseId }),
      );
    });
  });
});
