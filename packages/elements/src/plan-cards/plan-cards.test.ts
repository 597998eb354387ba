import { expect, html } from '@open-wc/testing';
import { sampleRows } from '@ssp-kit/process/testing';
import { sendKeys } from '@web/test-runner-commands';
import { planInWriting, planToActivate } from '../plan-builder/plan-builder.fixtures.js';
import { type CaseFixture, caseId, makeCase } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspPlanCards } from './plan-cards.js';
import './define.js';

describe('<ssp-plan-cards>', () => {
  let given: CaseFixture;

  const plan = () => given.case.document('plan-1');
  const rows = (list: string) => {
    const value = plan().view.get().data[list];
    return (Array.isArray(value) ? value : []) as readonly { readonly id: string; readonly [name: string]: unknown }[];
  };

  async function cards(): Promise<SspPlanCards> {
    const handle = given.session.case(caseId);
    return mount(html`<ssp-plan-cards
      .session=${given.session}
      .case=${handle}
      .document=${handle.document('plan-1')}
      .caseId=${caseId}
    ></ssp-plan-cards>`);
  }

  beforeEach(() => {
    given = makeCase('develop-plan');
  });

  describe('rendering', () => {
    it('reads as sentences: a need, its goal, the goal’s service', async () => {
      const says = textOf(await cards()).replace(/ ([,.])/g, '$1');

      expect(says).to.contain('Kai needs to read words by their sounds, without guessing.');
      expect(says).to.contain(
        'Given a second-grade passage he has not seen, Kai reads aloud with at least 95 % of the words right, by Jun 4, 2027',
      );
      expect(says).to.contain('From 41 to 80 words a minute');
      expect(says).to.contain('30 minutes, 2 times a week, in the regular class, from Nov 9, 2026');
    });

    it('opens the cards that are blank when they are first seen', async () => {
      plan().addRow('goals', { id: 'g2', values: { need: 'n1' } });
      const element = await cards();

      expect(findAll(element, 'ssp-field[data-path="goals/g2/behavior"]')).to.have.length(1);
      expect(findAll(element, 'ssp-field[data-path="goals/g1/behavior"]')).to.have.length(0);
    });

    it('has nothing to edit where it can only be read', async () => {
      plan().patch({ may: 'read' });
      expect(findAll(await cards(), 'button')).to.have.length(0);
    });

    it('marks who is in a card', async () => {
      given = planInWriting();
      expect(textOf(await cards())).to.contain('Cyra is here');
    });
  });

  describe('an IEP', () => {
    const show = async ({ session, caseId: id }: CaseFixture): Promise<SspPlanCards> => {
      const handle = session.case(id);
      const element = await mount<SspPlanCards>(html`<ssp-plan-cards
        .session=${session}
        .case=${handle}
        .document=${handle.document('plan-1')}
        .caseId=${id}
      ></ssp-plan-cards>`);
      button(element, 'Edit: read aloud without help').click();
      await settled(element);
      return element;
    };
    const marks = (element: Element) => findAll(element, '.mark-row').map((one) => one.classList.contains('met'));

    it('checks the goal as it is written, and leads to what it lacks', async () => {
      const iep = planToActivate();
      const element = await show(iep);
      expect(marks(element)).to.deep.equal([true, true, true, true, true]);
      expect(textOf(find(element, '.smart'))).to.contain('each week');

      iep.case.document('plan-1').set(`goals/${sampleRows.goal}/schedule`, null);
      await settled(element);
      expect(marks(element)).to.deep.equal([true, false, true, true, true]);
      find<HTMLButtonElement>(element, '.mark-row .link').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      await settled(element);

      expect(element.shadowRoot?.activeElement?.getAttribute('data-path')).to.match(/^goals\/.+\/schedule$/u);
    });

    it('tells a word that cannot be seen or counted while it is typed', async () => {
      const iep = planToActivate();
      const element = await show(iep);
      const field = find(element, `ssp-field[data-path="goals/${sampleRows.goal}/behavior"]`);
      find<HTMLTextAreaElement>(field, 'textarea').select();
      await sendKeys({ type: 'understands stories' });
      await settled(element);

      expect(textOf(find(element, '.smart'))).to.contain('cannot be seen or counted');
    });

    it('adds a step on the way to its goal, and reads it as a line afterwards', async () => {
      const iep = planToActivate();
      const element = await show(iep);
      button(element, 'Add a step').click();
      await settled(element);
      await settled(element);
      await sendKeys({ type: '60 words a minute' });
      await settled(element);

      const steps = iep.case.document('plan-1').view.get().data['objectives'] as readonly Record<string, unknown>[];
      expect(steps[0]).to.include({ goal: sampleRows.goal, text: '60 words a minute' });
      button(element, 'Done: read aloud without help').click();
      await settled(element);
      expect(textOf(find(element, '.steps'))).to.contain('60 words a minute');
    });

    it('leaves a need without a goal for a reason', async () => {
      const iep = planToActivate();
      iep.case.document('plan-1').addRow('needs', { id: 'later', values: { area: 'academic', waived: true } });
      iep.case.document('plan-1').type('needs/later/statement', 'Math facts');
      iep.case.document('plan-1').type('needs/later/waivedReason', 'Reading comes first this year.');

      expect(textOf(await show(iep))).to.contain('Left without a goal: Reading comes first this year.');
    });
  });

  describe('editing', () => {
    it('adds a goal under its need and puts the person into it', async () => {
      const element = await cards();
      find(element, '.add-goals').click();
      await settled(element);
      await settled(element);
      await sendKeys({ type: 'tell a story' });

      expect(rows('goals').at(-1)).to.include({ need: 'n1', behavior: 'tell a story' });
      await settled(element);
      expect(textOf(element)).to.contain('Kai will tell a story');
    });

    it('begins a service with the plan’s dates, for its goal', async () => {
      const element = await cards();
      find(element, '.add-services').click();
      await settled(element);

      expect(rows('services').at(-1)).to.include({ goal: 'g1', startDate: '2026-11-09', endDate: '2027-06-04' });
    });

    it('takes back what was removed, at its place', async () => {
      given = planInWriting();
      const element = await cards();
      button(element, 'Edit: Kai reads aloud').click();
      await settled(element);
      button(element, 'Remove: Kai reads aloud').click();
      await settled(element);
      expect(rows('goals').map(({ id }) => id)).to.deep.equal(['g2']);
      button(element, 'Undo').click();
      await settled(element);

      expect(rows('goals').map(({ id }) => id)).to.deep.equal(['g1', 'g2']);
      expect(rows('goals')[0]).to.include({ need: 'n1', baseline: 41 });
    });

    it('forgets what was removed from one plan in another', async () => {
      given = planInWriting();
      const element = await cards();
      button(element, 'Edit: Kai reads aloud').click();
      await settled(element);
      button(element, 'Remove: Kai reads aloud').click();
      await settled(element);
      expect(findAll(element, '.undo')).to.have.length(1);

      given.case.addDocument({
        id: 'plan-2',
        data: { needs: [{ id: 'm1', order: 'a', area: 'health', statement: 'Leilani needs rest.' }] },
      });
      element.document = given.session.case(caseId).document('plan-2');
      await settled(element);

      expect(textOf(element)).to.contain('Leilani needs rest.');
      expect(findAll(element, '.undo, .fresh')).to.have.length(0);
    });

    it('moves a service among its neighbours and keeps the person at the button', async () => {
      given = planInWriting();
      const element = await cards();
      button(element, 'Edit: Reading support').click();
      await settled(element);
      button(element, 'Move down: Reading support').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);

      expect(rows('services').map(({ id }) => id)).to.deep.equal(['s2', 's1']);
      expect(element.shadowRoot?.activeElement?.closest('[data-row]')?.getAttribute('data-row')).to.equal('s1');
    });
  });

  describe('working together', () => {
    it('keeps the person and their caret while others add, move and link', async () => {
      given = planInWriting();
      const element = await cards();
      element.focusField('goals/g2/behavior');
      await settled(element);
      await settled(element);
      const area = find<HTMLTextAreaElement>(element, 'textarea:focus');
      await sendKeys({ press: 'Home' });
      plan().addRow('needs', { id: 'n0', after: null, values: { area: 'health' } });
      plan().moveRow('needs', 'n2', null);
      plan().set('goals/g2/need', 'n1');
      plan().type('goals/g2/behavior', 'now ', 0);
      await settled(element);

      expect(area.isConnected).to.equal(true);
      expect(find(element, 'textarea:focus') === area).to.equal(true);
      expect(area.value).to.equal('now read a page aloud to a partner of his choice');
    });

    it('settles when the person leaves', async () => {
      given = planInWriting();
      const element = await cards();
      element.focusField('goals/g2/target');
      await settled(element);
      await settled(element);
      plan().set('goals/g2/need', 'n1');
      await settled(element);
      const needOf = () => find(element, '[data-row="g2"]').closest('.thread')?.getAttribute('data-row');
      expect(needOf()).to.equal('n2');
      find<HTMLInputElement>(element, 'input:focus').blur();
      await settled(element);

      expect(needOf()).to.equal('n1');
    });
  });

  describe('finding a field', () => {
    it('opens a goal at its first empty answer', async () => {
      given = planInWriting();
      const element = await cards();
      expect(element.focusField('goals/g2/goals')).to.equal(true);
      await settled(element);
      await settled(element);

      expect(element.shadowRoot?.activeElement?.getAttribute('data-path')).to.equal('goals/g2/target');
    });

    it('leads from a need without a goal to the button that adds one', async () => {
      const element = await cards();
      element.focusField('needs/n1/goals');
      await settled(element);

      expect(element.shadowRoot?.activeElement?.classList.contains('add-goals')).to.equal(true);
    });

    it('knows nothing of other lists', async () => {
      expect((await cards()).focusField('accommodations')).to.equal(false);
    });
  });

  describe('accessibility', () => {
    it('has no violation, closed and open', async function () {
      this.timeout(30_000);
      given = planInWriting();
      const element = await cards();
      button(element, 'Edit: Reading support').click();
      await settled(element);
      await expect(element).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      const handle = given.session.case(caseId);
      const document_ = handle.document('plan-1');
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-plan-cards'), {
          session: given.session,
          case: handle,
          document: document_,
        }),
      );
    });
  });
});
