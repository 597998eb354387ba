import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type CaseFixture, caseId, makeCase } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspPlanBuilder } from './plan-builder.js';
import { activePlan, emptyPlan, planInWriting } from './plan-builder.fixtures.js';
import './define.js';

describe('<ssp-plan-builder>', () => {
  let given: CaseFixture;

  const plan = () => given.case.document('plan-1');
  const builder = (audience: 'staff' | 'family' = 'staff'): Promise<SspPlanBuilder> =>
    mount(html`<ssp-plan-builder .session=${given.session} case-id=${caseId} audience=${audience}></ssp-plan-builder>`);
  const outline = (element: SspPlanBuilder) => textOf(find(element, 'nav'));

  beforeEach(() => {
    given = planInWriting();
  });

  describe('outline', () => {
    it('tells how far each part is by the requirements of activating', async () => {
      expect(outline(await builder())).to.equal(
        'Dates complete Needs complete Goals in progress Services in progress Activate',
      );
    });

    it('says that nothing is begun', async () => {
      given = emptyPlan();
      plan().removeRow('needs', 'n1');
      plan().removeRow('needs', 'n2');
      expect(outline(await builder())).to.contain('Dates not started');
    });

    it('follows as others write', async () => {
      const element = await builder();
      plan().set('reviewDate', null);
      await settled(element);

      expect(outline(element)).to.contain('Dates in progress');
    });

    it('has the parts of an IEP on that track only', async () => {
      const element = await builder();
      expect(findAll(element, '#setting')).to.have.length(0);
      const state = given.case.view.get().case;
      given.case.patch({ case: state && { ...state, track: 'idea' } });
      await settled(element);

      expect(outline(element)).to.contain('Time with the class');
      expect(textOf(element)).to.contain('Individualized Education Program');
      plan().set('regularClassMinutes', 1200);
      plan().set('schoolMinutes', 1500);
      await settled(element);
      expect(textOf(find(element, '.share'))).to.equal('80% of the school week with the class.');
    });

    it('leads to a part by keyboard', async () => {
      const element = await builder();
      find(element, '.spot').focus();
      await sendKeys({ press: 'Enter' });

      expect(element.shadowRoot?.activeElement?.id).to.equal('dates');
    });
  });

  describe('activating', () => {
    it('lists what is missing, and leads from there to the field', async () => {
      const element = await builder();
      button(element, 'Every goal says what the student will do, its baseline, target, measure and date.').click();
      await settled(element);
      await settled(element);

      const active = find(element, 'ssp-plan-cards').shadowRoot?.activeElement;
      expect(active?.getAttribute('data-path')).to.equal('goals/g2/target');
    });

    it('says at the card what an attempt misses', async () => {
      const element = await builder();
      button(element, 'Activate the plan').click();
      await settled(element);

      expect(textOf(find(element, '[data-row="g2"] .error'))).to.contain('Every goal says what the student will do');
    });

    it('seals the plan when nothing is missing', async () => {
      given = makeCase('develop-plan');
      const element = await builder();
      setTimeout(() => button(element, 'Activate the plan').click());
      const { detail } = await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(detail).to.deep.equal({ action: 'plan.activate', result: 'done' });
      expect(given.case.view.get().case?.state).to.equal('implement-plan');
      expect(findAll(element, 'input, textarea, select')).to.have.length(0);
    });
  });

  describe('reading', () => {
    it('is a document once it is sealed', async () => {
      given = activePlan();
      const element = await builder();

      expect(textOf(element)).to.contain('Part of the record since');
      expect(textOf(element)).to.contain('From Nov 9, 2026 to Jun 4, 2027.');
      expect(findAll(element, 'input, textarea, select')).to.have.length(0);
    });

    it('speaks to the family in plain words, and cannot be changed by it', async () => {
      given = planInWriting('leilani');
      plan().patch({ may: 'read' });
      const element = await builder('family');

      expect(textOf(element)).to.contain('The plan for Kai');
      expect(textOf(element)).to.contain('Today 41, goal 80 words a minute');
      expect(findAll(element, 'input, textarea, select')).to.have.length(0);
      expect(textOf(element)).not.to.contain('Activate');
    });
  });

  describe('accessibility', () => {
    it('has no violation while it is written and when it is sealed', async function () {
      this.timeout(30_000);
      await expect(await builder()).to.be.accessible();
      given = activePlan();
      await expect(await builder()).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-plan-builder'), { session: given.session, caseId }),
      );
    });
  });
});
