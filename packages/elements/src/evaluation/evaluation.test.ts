import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { WalkedCase } from '../shared/walk.fixtures.js';
import { evaluationDecided, evaluationToDecide, reevaluationBegun } from './evaluation.fixtures.js';
import type { SspEvaluation } from './evaluation.js';
import './define.js';

describe('<ssp-evaluation>', () => {
  const show = ({ session, caseId }: WalkedCase, audience: 'staff' | 'family' = 'staff'): Promise<SspEvaluation> =>
    mount(html`<ssp-evaluation .session=${session} case-id=${caseId} audience=${audience}></ssp-evaluation>`);

  describe('what follows', () => {
    it('asks for consent first where an assessment is needed, and tells when the 60 days start', async () => {
      const says = textOf(find(await show(evaluationToDecide()), '.follows'));

      expect(says).to.contain('form 102a').and.to.contain('receives the signed consent');
      expect(says).to.contain('Evaluation with assessment');
    });

    it('counts from the conference where no assessment is needed, as soon as that is answered', async () => {
      const given = evaluationToDecide();
      const element = await show(given);

      given.case.document('evaluation').set('assessmentNeeded', false);
      await settled(element);

      expect(textOf(find(element, '.follows')))
        .to.contain('No consent is needed')
        .and.to.contain('The 60 days count from the conference on the student’s needs, on Aug 27, 2026');
    });

    it('calls for a notice that refuses where the school does not evaluate', async () => {
      const given = evaluationToDecide();
      given.case.document('evaluation').set('willEvaluate', false);

      expect(textOf(find(await show(given), '.follows')))
        .to.contain('No evaluation')
        .and.not.to.contain('102a');
    });

    it('tells afterwards how far consent and notice have come', async () => {
      const says = textOf(find(await show(evaluationDecided()), '.follows'));

      expect(says).to.contain('Form 102a: given to the family on Aug 31, 2026, no answer yet.');
      expect(says).to.contain('Notice “Evaluation decision”: given to the family on Aug 28, 2026.');
    });
  });

  describe('keyboard', () => {
    it('leads from what is missing to its field, and answers there', async () => {
      const given = evaluationToDecide({ empty: ['evaluation'] });
      const element = await show(given);

      find<HTMLButtonElement>(element, '.next button').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      await sendKeys({ press: 'Space' });
      await settled(element);

      expect(given.case.document('evaluation').view.get().data['regulation']).to.equal('idea');
      expect(textOf(find(element, '.next'))).to.contain('Date of the decision');
    });

    it('opens a section that only sometimes applies to whom it leads there', async () => {
      const given = evaluationToDecide();
      const page = given.case.document('evaluation');
      const [area] = page.view.get().data['areas'] as readonly { readonly id: string }[];
      page.set('assessmentNeeded', false);
      page.removeRow('areas', area?.id ?? '');
      const element = await show(given);
      expect(find<HTMLDetailsElement>(element, 'details.folded').open).to.equal(false);

      element.goTo({ document: 'evaluation', field: 'areas' });
      await settled(element);
      await settled(element);

      expect(find<HTMLDetailsElement>(element, 'details.folded').open).to.equal(true);
    });
  });

  describe('deciding', () => {
    it('records the decision', async () => {
      const given = evaluationToDecide();
      const element = await show(given);

      setTimeout(() => button(element, 'Record the evaluation decision').click());
      await oneEvent(element, 'ssp-decision-made');

      expect(given.case.view.get().case?.state).to.equal('define-needs.consent');
    });
  });

  describe('several', () => {
    it('asks in a reevaluation alone whether it is needed, and folds the first evaluation', async () => {
      const element = await show(reevaluationBegun());
      expect(textOf(element)).to.contain('Reevaluation status').and.to.contain('Triennial agreement');
      expect(textOf(element)).not.to.contain('Daily help did not close the gap.');

      find<HTMLElement>(element, 'details.older summary').click();
      await settled(element);
      await settled(element);

      expect(textOf(element)).to.contain('Daily help did not close the gap.');
      expect(findAll(element, 'ssp-evaluation')).to.have.length(2);
    });
  });

  describe('family', () => {
    it('reads plain words, and only what was answered', async () => {
      const says = textOf(await show(evaluationDecided({ as: 'parent' }), 'family'));

      expect(says).to.contain('Will your child be evaluated?').and.to.contain('We ask for your consent');
      expect(says).not.to.contain('102a');
    });
  });

  describe('accessibility', () => {
    it('has no violation: empty, decided', async function () {
      this.timeout(60_000);
      await expect(await show(evaluationToDecide({ empty: ['evaluation'] }))).to.be.accessible();
      await expect(await show(evaluationDecided())).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      const given = evaluationToDecide();
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-evaluation'), { session: given.session, caseId: given.caseId }),
      );
    });
  });
});
