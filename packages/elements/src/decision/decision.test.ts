import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RequirementResult } from '@ssp-kit/process';
import { type CaseFixture, caseId, type FixtureStage, makeCase } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspDecision } from './decision.js';
import './define.js';

describe('<ssp-decision>', () => {
  let given: CaseFixture;

  async function decision(action: string, payload: Record<string, string> = {}): Promise<SspDecision> {
    return mount(html`<ssp-decision
      .session=${given.session}
      case-id=${caseId}
      action=${action}
      .payload=${payload}
    ></ssp-decision>`);
  }

  function at(stage: FixtureStage, filled = true): void {
    given = makeCase(stage, { filled });
  }

  const state = () => given.case.view.get().case?.state;

  describe('what is missing', () => {
    beforeEach(() => at('express-concern.draft', false));

    it('is listed before anyone presses the button', async () => {
      const element = await decision('referral.file');

      expect(textOf(element)).to.contain('9 things are still missing');
      expect(button(element, 'File the referral').getAttribute('aria-disabled')).to.equal('true');
    });

    it('asks to be shown at its field', async () => {
      const element = await decision('referral.file');
      const asked: unknown[] = [];
      element.addEventListener('ssp-field-request', (event) => asked.push((event as CustomEvent).detail));

      button(element, 'Answer whether a disability is suspected.').click();

      expect(asked).to.deep.equal([{ document: 'concern', field: 'suspicion' }]);
    });

    it('is told once the person tried, and again when it changes', async () => {
      const element = await decision('referral.file');
      const told: number[] = [];
      element.addEventListener('ssp-decision-attempted', (event) => {
        const { requirements } = (event as CustomEvent<{ requirements: RequirementResult[] }>).detail;
        told.push(requirements.length);
      });
      button(element, 'File the referral').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      given.case.document('concern').set('suspicion', 'no');
      await settled(element);

      expect(told).to.deep.equal([9, 8]);
      expect(state()).to.equal('express-concern.draft');
    });

    it('goes away as others fill it in', async () => {
      const element = await decision('concern.submit');
      given.case.document('concern').type('description', 'Reads slowly.');
      await settled(element);

      expect(findAll(element, '.missing')).to.have.length(0);
    });
  });

  describe('deciding', () => {
    it('decides at once where there is nothing to ask', async () => {
      at('express-concern.draft');
      const element = await decision('referral.file');
      const made: unknown[] = [];
      element.addEventListener('ssp-decision-made', (event) => made.push((event as CustomEvent).detail));

      button(element, 'File the referral').click();
      await settled(element);

      expect(made).to.deep.equal([{ action: 'referral.file', result: 'done' }]);
      expect(state()).to.equal('gather-data');
      expect(textOf(element)).to.equal('');
    });

    it('asks its questions in a dialog, and says at the field what is not answered', async () => {
      at('gather-data');
      const element = await decision('conference.schedule');
      button(element, 'Schedule a conference').focus();
      await sendKeys({ press: 'Enter' });
      const dialog = find<HTMLDialogElement>(element, 'dialog');
      expect(dialog.open).to.equal(true);

      find<HTMLButtonElement>(element, 'button[type="submit"]').click();
      await settled(element);

      expect(findAll(element, '.error').map((one) => one.textContent?.trim())).to.deep.equal([
        'This needs an answer.',
        'Choose a date.',
      ]);
      expect(given.session.intents).to.have.length(0);
    });

    it('sends what was answered, with what the place has fixed', async () => {
      at('gather-data');
      const element = await decision('conference.schedule', { purpose: 'student-needs' });
      element.open();
      const day = find<HTMLInputElement>(element, 'input[type="date"]');
      day.value = '2026-12-01';
      day.dispatchEvent(new Event('change'));

      find<HTMLButtonElement>(element, 'button[type="submit"]').click();
      await settled(element);

      expect(given.session.intents).to.deep.equal([
        {
          type: 'decide',
          caseId,
          action: 'conference.schedule',
          payload: { purpose: 'student-needs', date: '2026-12-01' },
        },
      ]);
      expect(find<HTMLDialogElement>(element, 'dialog').open).to.equal(false);
    });

    it('asks what matters by the answers so far, and sends no other answer', async () => {
      at('gather-data');
      given.session.setMissing(caseId, 'consent.record', []);
      const element = await decision('consent.record');
      element.open();
      find<HTMLInputElement>(element, 'input[value="given"]').click();
      await settled(element);
      expect(textOf(element)).to.contain('Date the school received it');

      find<HTMLInputElement>(element, 'input[value="no-response"]').click();
      await settled(element);

      expect(textOf(element)).not.to.contain('Date the school received it');
    });
  });

  describe('what became of it', () => {
    it('waits without a connection, and can be taken back', async () => {
      at('express-concern.draft');
      given.session.setConnection('offline');
      const element = await decision('referral.file');
      button(element, 'File the referral').click();
      await settled(element);
      expect(textOf(element)).to.contain('This waits for the connection');

      button(element, 'Take it back').click();
      await settled(element);

      expect(button(element, 'File the referral')).to.be.instanceOf(HTMLButtonElement);
    });

    it('says why the server refused it', async () => {
      at('express-concern.draft');
      given.session.answerWith(() => ({
        result: 'refused',
        refusal: { ok: false, code: 'stale', unmet: [] },
      }));
      const element = await decision('referral.file');

      button(element, 'File the referral').click();
      await settled(element);

      expect(find(element, '[role="alert"]').textContent).to.contain('Someone else decided');
    });

    it('shows what others changed meanwhile, leads to it, and is sent anew', async () => {
      at('express-concern.draft');
      given.session.answerWith(() => {
        given.case.document('concern').set('raisedBy', 'Mia Akana');
        return {
          result: 'refused',
          refusal: { ok: false, code: 'changed-since-seen', unmet: [], detail: { documents: ['concern'] } },
        };
      });
      const element = await decision('referral.file');
      button(element, 'File the referral').click();
      await customElements.whenDefined('ssp-look-again');
      await settled(element);
      const changed = find(element, 'ssp-look-again');
      expect(textOf(changed)).to.match(/Ben Okafor.*Mia Akana/);
      setTimeout(() => button(element, 'Read it again: Concern and referral').click());
      const { detail } = await oneEvent(element, 'ssp-field-request');
      expect(detail).to.deep.equal({ document: 'concern', field: '' });

      given.session.answerWith(null);
      button(element, 'File the referral').click();
      await settled(element);

      expect(state()).to.equal('gather-data');
    });

    it('shows nothing to whom it does not concern', async () => {
      given = makeCase('gather-data', { as: 'leilani' });

      expect(textOf(await decision('evidence.complete'))).to.equal('');
    });
  });

  describe('accessibility', () => {
    it('passes axe: missing, attempted, form', async () => {
      at('express-concern.draft', false);
      const element = await decision('referral.file');
      button(element, 'File the referral').click();
      await settled(element);
      await expect(element).to.be.accessible();

      at('gather-data');
      const form = await decision('conference.schedule');
      form.open();
      await settled(form);
      await expect(form).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives everything back', async () => {
      at('gather-data');
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-decision'), {
          session: given.session,
          caseId,
          action: 'evidence.complete',
        }),
      );
    });
  });
});
