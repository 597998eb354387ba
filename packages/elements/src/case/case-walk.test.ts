import { expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { button, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import { type WalkedCase, walkedCase, type WalkedOptions } from '../shared/walk.fixtures.js';
import { wholeCase } from './case.fixtures.js';
import type { SspCase } from './case.js';
import './define.js';

type Track = Parameters<typeof walkedCase>[0];

/** A whole case, led by the process along each track, as everybody sees it. */
describe('<ssp-case> along the whole process', () => {
  const page = async ({ session, caseId }: WalkedCase): Promise<SspCase> => {
    const element = await mount<SspCase>(html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`);
    await settled(element);
    return element;
  };
  const open = (element: SspCase) => findAll(element, '[data-opened]').map((one) => one.dataset['opened']);
  /** The element of the page that the keyboard is in. */
  const focused = (element: SspCase) => element.shadowRoot?.activeElement as HTMLElement | null;

  before(() => setViewport({ width: 1280, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));

  describe('what is next', () => {
    const cases: readonly [Track, WalkedOptions, string, string][] = [
      ['idea', { before: 'referral.file' }, 'Read the concern and file the referral', 'ssp-referral-form'],
      ['idea', { before: 'evidence.complete', as: 'teacher' }, 'Add what you have seen', 'ssp-evidence'],
      ['idea', { before: 'needs.define', as: 'specialEducator' }, 'Define the needs together', 'ssp-needs-definition'],
      ['idea', { before: 'evaluation.decide' }, 'Decide whether to evaluate', 'ssp-evaluation'],
      ['idea', { before: 'notice.provide' }, 'Give the family the notice: Evaluation decision', 'ssp-notice'],
      ['idea', { before: 'consent.record' }, 'Record the family’s answer', 'ssp-consent'],
      ['idea', { before: 'assessment.file', as: 'evaluator' }, 'Write and file the assessment', 'ssp-document-form'],
      ['idea', { before: 'eligibility.decide' }, 'Decide on eligibility', 'ssp-eligibility'],
      ['s504', { before: 'plan.activate' }, 'Write the plan together', 'ssp-plan-builder'],
      ['action', { before: 'plan.activate', as: 'teacher' }, 'Write the plan together', 'ssp-plan-builder'],
      ['idea', { before: 'service.sign', as: 'provider' }, 'Log your sessions', 'ssp-service-log'],
      ['idea', { before: 'progress.publish' }, 'Write the progress report and send it', 'ssp-document-form'],
      ['action', { before: 'review.decide' }, 'Write what the evidence shows', 'ssp-plan-review'],
    ];
    for (const [track, options, says, tag] of cases) {
      it(`leads the ${options.as ?? 'coordinator'} before ${options.before} (${track}) to ${tag} by the keyboard`, async () => {
        const element = await page(walkedCase(track, options));
        expect(textOf(find(element, '.next'))).to.contain(says);
        find(element, '.next .button.primary').focus();
        await sendKeys({ press: 'Enter' });
        await settled(element);
        await waitUntil(() => focused(element)?.dataset['opened'] !== undefined);

        expect(findAll(focused(element) as HTMLElement, tag)).to.have.length.above(0);
        await sendKeys({ press: 'Tab' });
        expect(focused(element)?.closest('[data-opened]'), 'the next key is in the document').to.be.instanceOf(
          HTMLElement,
        );
      });
    }
  });

  it('leads from what a decision misses into the field of another document', async () => {
    const element = await page(walkedCase('idea', { before: 'notice.provide' }));
    const gone = element.goTo({ document: 'notice-1', field: 'providedDate' });
    expect(gone).to.equal(true);
    await waitUntil(() => findAll(element, 'input:focus').length === 1);

    expect(findAll(find(element, 'ssp-notice'), 'input:focus')).to.have.length(1);
  });

  it('begins at the document that a link names', async () => {
    const { session, caseId } = walkedCase('idea', { before: 'notice.provide' });
    const element = await mount<SspCase>(
      html`<ssp-case .session=${session} case-id=${caseId} document-id="notice-1"></ssp-case>`,
    );
    await waitUntil(() => focused(element)?.dataset['opened'] === 'notice-1');

    expect(findAll(focused(element) as HTMLElement, 'ssp-notice')).to.have.length(1);
  });

  it('goes on with what is next once a document became part of the record', async () => {
    const element = await page(walkedCase('idea', { before: 'eligibility.decide' }));
    expect(open(element)).to.include('eligibility');
    for (const at of [0, 1]) {
      const decide = findAll(element, 'button').filter(
        (one) => one.textContent?.trim() === 'File the eligibility determination',
      );
      decide[0]?.focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);
      await settled(element);
      expect(decide.length, 'one fewer each time').to.equal(2 - at);
      await settled(element);
    }
    expect(textOf(element)).to.contain('The team writes the plan.');
    expect(open(element)).to.include('plan-1');
    expect(focused(element)?.className).to.contain('next');
  });

  it('stays calm with a whole case on record, and opens each of its documents in place', async () => {
    const given = walkedCase('idea');
    const element = await page(given);
    expect(textOf(find(element, '.next'))).to.contain('This case is closed.');
    expect(findAll(element, '[data-opened]')).to.have.length(0);
    for (const stage of findAll(element, '.record-stage > summary')) stage.click();
    const readable = Object.values(given.state.documents).filter(
      ({ kind }) => !['official', 'family', 'log', 'services'].includes(kind),
    );
    const shown = () => findAll(element, '[data-earlier]');
    await waitUntil(() => shown().length === readable.length, 'every stage is unfolded');
    expect(shown().map((one) => one.dataset['earlier'])).to.have.members(readable.map(({ id }) => id));

    for (const id of ['notice-3', 'assessment-1', 'plan-1']) {
      find(element, `[data-earlier="${id}"]`).click();
      await settled(element);
      await settled(element);
      expect(textOf(find(element, `[data-opened="${id}"]`)), id).to.contain('Part of the record since');
    }
    expect(findAll(element, 'textarea')).to.have.length(0);
  });

  it('keeps a case of forty documents to a list, open only what the case is here for and what is next', async () => {
    const given = wholeCase();
    expect(given.case.view.get().access).to.have.length.above(39);
    const element = await page(given);
    const rows = findAll(element, '[data-place]').map((one) => one.dataset['place']);
    expect(rows).to.include.members([
      'log',
      'progress-2',
      'conference',
      'plan-1',
      'notice-6',
      'consent-3',
      'concern-2',
    ]);
    expect(open(element)).to.deep.equal(['log', 'progress-2', 'notice-6']);

    find(element, '[data-place="concern-2"]').click();
    await settled(element);
    await settled(element);
    expect(textOf(find(element, '[data-opened="concern-2"]'))).to.contain('Close : Concern and referral');
    button(element, 'Close: Concern and referral').click();
    await settled(element);
    expect(focused(element)?.dataset['place']).to.equal('concern-2');
  });

  describe('for the family', () => {
    it('says their step in their words, and shows no document that is not theirs', async () => {
      const given = walkedCase('idea', { before: 'plan.activate', as: 'parent' });
      given.session.look(given.caseId);
      const element = await page(given);

      expect(textOf(find(element, '.next'))).to.contain('Read the plan as it is written and add your words');
      const [words, plan] = [find(element, 'ssp-family'), find(element, 'ssp-plan-builder')];
      expect(words.compareDocumentPosition(plan) & Node.DOCUMENT_POSITION_FOLLOWING).to.be.above(0);
      expect(findAll(plan, 'textarea, input')).to.have.length(0);
      expect(textOf(element)).not.to.contain('Add a person');
      const may = new Set(given.case.view.get().access.map(({ document }) => document));
      expect(may.has('log-1')).to.equal(false);
    });

    it('is not told what others have to do', async () => {
      const element = await page(walkedCase('idea', { before: 'review.open', as: 'parent' }));

      expect(textOf(find(element, '.next'))).to.contain('Nothing waits for you just now. The plan is active.');
      expect(open(element)).to.include('plan-1');
    });
  });

  describe('accessibility', () => {
    for (const [before, as] of [
      ['eligibility.decide', 'coordinator'],
      ['progress.publish', 'coordinator'],
      ['plan.activate', 'parent'],
    ] as const) {
      it(`has no violation before ${before} for the ${as}`, async function () {
        this.timeout(90_000);
        const element = await page(walkedCase('idea', { before, as }));
        if (as === 'coordinator') {
          find(element, '.more > summary').click();
          findAll(element, '.record-stage > summary')[0]?.click();
          await waitUntil(() => findAll(element, '.more-group, [data-earlier]').length > 1);
          await settled(element);
        }
        await expect(element).to.be.accessible();
      });
    }

    it('has a way out of everything by Tab alone', async () => {
      const element = await page(walkedCase('idea', { before: 'notice.provide' }));
      const after = document.createElement('button');
      after.textContent = 'After';
      element.after(after);
      button(element, 'Go to: Prior written notice').focus();
      for (let key = 0; key < 250 && document.activeElement !== after; key += 1) await sendKeys({ press: 'Tab' });

      expect(document.activeElement).to.equal(after);
    });
  });
});
