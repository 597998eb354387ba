import { expect, html, nextFrame, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type CaseFixture, caseId, makeCase } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspPlanBuilder } from './plan-builder.js';
import type { WalkedCase } from '../shared/walk.fixtures.js';
import {
  activePlan,
  emptyPlan,
  planInWriting,
  planPresented,
  planToActivate,
  planToPresent,
  planToRevise,
} from './plan-builder.fixtures.js';
import './define.js';

/** Waits until an element that was made narrow has been laid out for it. */
async function narrowed(element: Element): Promise<void> {
  await new Promise<void>((observed) => {
    new ResizeObserver((_, observer) => {
      observer.disconnect();
      observed();
    }).observe(element);
  });
  await nextFrame();
  await settled(element);
}

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
        'Dates Complete Needs Complete Goals One thing left Services One thing left Decide',
      );
    });

    it('says that nothing is begun', async () => {
      given = emptyPlan();
      plan().removeRow('needs', 'n1');
      plan().removeRow('needs', 'n2');
      expect(outline(await builder())).to.contain('Dates Not started');
    });

    it('follows as others write', async () => {
      const element = await builder();
      plan().set('reviewDate', null);
      await settled(element);

      expect(outline(element)).to.contain('Dates One thing left');
    });

    it('has the parts of an IEP on that track only', async () => {
      const element = await builder();
      expect(findAll(element, '#section-lre')).to.have.length(0);
      const state = given.case.view.get().case;
      given.case.patch({ case: state && { ...state, track: 'idea' } });
      await settled(element);

      expect(outline(element)).to.contain('Least restrictive environment');
      expect(textOf(element)).to.contain('Individualized Education Program');
      plan().set('regularClassMinutes', 1200);
      plan().set('schoolMinutes', 1500);
      await settled(element);
      expect(textOf(find(element, '.share'))).to.contain('80% of the school day with the class.');
    });

    it('leads to a part by keyboard', async () => {
      const element = await builder();
      find(element, '.spot').focus();
      await sendKeys({ press: 'Enter' });

      expect(element.shadowRoot?.activeElement?.id).to.equal('section-dates');
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

  describe('an IEP', () => {
    const show = ({ session, caseId: id }: WalkedCase): Promise<SspPlanBuilder> =>
      mount(html`<ssp-plan-builder .session=${session} case-id=${id}></ssp-plan-builder>`);
    const values = (one: WalkedCase, document = 'plan-1') => one.case.document(document).view.get().data;

    it('has every section of its track, with its state', async () => {
      const element = await show(planToActivate());
      const names = findAll(element, '.spot-name').map((one) => textOf(one));

      expect(names).to.include.members(['Present levels', 'Special factors', 'Transition', 'Progress reports']);
      expect(names).to.include('Accommodations').and.not.to.include('What changes');
      expect(textOf(find(element, '.next'))).to.contain('All answered');
    });

    it('works out how the time with the class is reported, as the minutes are written', async () => {
      const given = planToActivate();
      const element = await show(given);
      expect(textOf(find(element, '.share')))
        .to.contain('94.4% of the school day')
        .and.to.contain('Reported as');
      const before = textOf(find(element, '.share'));
      given.case.document('plan-1').set('regularClassMinutes', 600);
      await settled(element);

      expect(textOf(find(element, '.share')))
        .to.contain('33.3%')
        .and.not.to.equal(before);
    });

    it('asks for the plan of a special factor once it applies, and says that it is missing', async () => {
      const given = planToActivate();
      const element = await show(given);
      const factor = find(element, 'ssp-field[data-path="factorBehavior"]');
      find<HTMLInputElement>(factor, 'input').focus();
      await sendKeys({ press: 'Space' });
      await settled(element);
      await settled(element);

      expect(values(given)['factorBehavior']).to.equal(true);
      expect(findAll(element, 'ssp-field[data-path="factorBehaviorPlan"]')).to.have.length(1);
      expect(textOf(find(element, '.next'))).to.contain('Positive supports and strategies');
    });

    it('lists what is met and what is not before it is activated, and leads there', async () => {
      const given = planToActivate();
      given.case.document('plan-1').set('parentCopyDate', null);
      const element = await show(given);
      expect(textOf(find(element, '.checks'))).to.contain('Every service is linked to a goal');

      find<HTMLButtonElement>(element, '.check .link').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);

      expect(element.shadowRoot?.activeElement?.getAttribute('data-path')).to.equal('parentCopyDate');
    });

    it('leads to the notice that the family has not got yet', async () => {
      const given = planPresented();
      const element = await show(given);
      setTimeout(() => button(element, 'Give the family the notice of the plan.').click());
      const { detail } = await oneEvent(element, 'ssp-field-request');

      expect(detail.document).to.match(/^notice-/u);
      expect(textOf(element)).to.contain('the team and the family read the draft');
    });

    it('presents the draft', async () => {
      const given = planToPresent();
      const element = await show(given);
      setTimeout(() => button(element, 'Present the draft').click());
      const { detail } = await oneEvent(element, 'ssp-decision-made');

      expect(detail).to.deep.equal({ action: 'plan.present', result: 'done' });
    });

    it('shows what differs from the plan before only to whom asks for it, and that the family gets a notice', async () => {
      const given = planToRevise();
      given.case.document('plan-2').set('regularClassMinutes', 900);
      const element = await show(given);
      expect(textOf(element)).to.contain('The family gets a prior written notice of what changes');
      expect(findAll(element, '.change')).to.have.length(0);

      const folded = findAll<HTMLDetailsElement>(element, 'details.folded').find(({ id }) => id === 'section-revision');
      if (folded !== undefined) folded.open = true;
      find<HTMLDetailsElement>(element, '.compare').querySelector('summary')?.click();
      await settled(element);
      await settled(element);

      expect(textOf(find(element, '.compare'))).to.contain('Minutes a week in the regular class');
      expect(textOf(find(element, '.changes'))).to.contain('900');
    });

    it('opens one section at a time on a phone, and the one that is missing something when it is led there', async () => {
      const given = planToActivate();
      given.case.document('plan-1').set('parentCopyDate', null);
      const element = await show(given);
      element.style.width = '360px';
      await narrowed(element);
      await settled(element);
      await settled(element);
      const open = () => findAll(element, '.fold-head[aria-expanded="true"]').map((one) => textOf(one));
      expect(open()).to.have.length(1);
      expect(open()[0]).to.contain('With the family');

      find<HTMLButtonElement>(element, '#section-tests .fold-head').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      expect(open()[0]).to.contain('State and district tests');
      find<HTMLButtonElement>(element, '.next button').click();
      await settled(element);
      await settled(element);

      expect(open()[0]).to.contain('With the family');
      expect(element.shadowRoot?.activeElement?.getAttribute('data-path')).to.equal('parentCopyDate');
      expect(element.scrollWidth).to.equal(360);
    });

    it('has no violation, in full and on a phone', async function () {
      this.timeout(60_000);
      const element = await show(planToActivate());
      await expect(element).to.be.accessible();
      element.style.width = '360px';
      await narrowed(element);
      await expect(element).to.be.accessible();
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
