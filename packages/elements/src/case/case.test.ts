import { expect, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { type CaseFixture, caseId, makeCase } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import { caseGathering, caseInService, caseInWriting, caseOfUnknownVersion } from './case.fixtures.js';
import type { SspCase } from './case.js';
import './define.js';

describe('<ssp-case>', () => {
  let given: CaseFixture;

  const page = async (): Promise<SspCase> => {
    const element = await mount<SspCase>(html`<ssp-case .session=${given.session} case-id=${caseId}></ssp-case>`);
    await settled(element);
    return element;
  };
  const panel = (element: SspCase, name: string) => find(element, `[data-panel="${name}"]`);

  before(() => setViewport({ width: 1280, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));

  beforeEach(() => {
    given = caseInWriting();
  });

  describe('rendering', () => {
    it('says whose case it is and where it stands', async () => {
      const says = textOf(await page());

      expect(says).to.contain('Kai Kahale Grade 3 Hale Elementary School Care coordinator: Ana Kealoha');
      expect(says).to.contain('The team writes the plan.');
    });

    it('puts the person’s next step first, and says whose the others are', async () => {
      const next = textOf(find(await page(), '.next'));

      expect(next).to.contain('Next step · This is yours to do Write the plan together');
      expect(next).to.contain('Read the plan and add your words By parent or guardian');
    });

    it('keeps what is on record folded by stage, and the decisions behind a fold', async () => {
      const element = await page();
      const stages = findAll(panel(element, 'record'), '.record-stage > summary').map(textOf);
      expect(stages).to.deep.equal([
        'Define Needs 3 documents',
        'Gather Data One document',
        'Express Concern One document',
      ]);
      expect(findAll(element, 'ssp-history')).to.have.length(0);

      find(element, '.whole-record > summary').click();
      await waitUntil(() => findAll(element, 'ssp-history').length === 1);
      await settled(element);
      expect(textOf(find(element, 'ssp-history'))).to.contain('Ana Kealoha recorded the needs');
    });

    it('says until when the next step is due, and what the day counts from', async () => {
      const [step] = given.case.view.get().nextSteps;
      if (step === undefined) throw new Error('fixture: no step');
      given.case.patch({
        nextSteps: [{ ...step, due: '2026-11-27', status: 'soon' }],
        deadlines: [
          {
            clock: 'ref_decision',
            label: 'Answer to the request for evaluation',
            familyLabel: 'The school’s answer to your request',
            kind: 'due',
            unit: 'days',
            count: 15,
            start: '2026-11-12',
            due: '2026-11-27',
            stopped: null,
            status: 'soon',
            daysLeft: 3,
            because: [
              {
                date: 'receivedDate',
                label: 'Request received',
                familyLabel: 'The day the school got the request',
                day: '2026-11-12',
                seq: 3,
              },
            ],
            stoppedBecause: [],
            source: 'HAR 8-60-10(d)(2)',
          },
        ],
      });
      const element = await page();

      expect(textOf(find(element, '.next'))).to.contain('by Nov 27, 2026 , in 3 days');
      expect(textOf(find(element, '.next'))).to.contain('Counts from: Request received, Nov 12, 2026.');
      expect(textOf(panel(element, 'dates'))).to.contain('Answer to the request for evaluation');
    });

    it('shows the log while the plan is at work, and the plan when it is asked for', async () => {
      given = caseInService();
      const element = await page();
      expect(find(element, 'ssp-service-log')).to.be.instanceOf(HTMLElement);
      expect(findAll(element, 'ssp-plan-builder')).to.have.length(0);
      find(element, '[data-place="plan-1"]').click();
      await settled(element);

      expect(textOf(find(element, 'ssp-plan-builder'))).to.contain('Part of the record since');
    });

    it('waits, and says when the case cannot be shown', async () => {
      given.case.patch({ state: 'failed', problem: 'This case is not for you.' });
      expect(textOf(await page())).to.contain('This case cannot be shown: This case is not for you.');
    });
  });

  describe('going to places', () => {
    it('leads from the next step to its document', async () => {
      const element = await page();
      button(element, 'Go to: Plan').focus();
      await sendKeys({ press: 'Enter' });

      expect(element.shadowRoot?.activeElement?.querySelector('ssp-plan-builder')).to.be.instanceOf(HTMLElement);
    });

    it('goes to a field of a document', async () => {
      const element = await page();
      expect(element.goTo({ document: 'plan-1', field: 'reviewDate' })).to.equal(true);
      await settled(element);

      expect(find(element, 'input:focus')).to.be.instanceOf(HTMLElement);
      expect(element.goTo({ document: 'plan-9', field: 'x' })).to.equal(false);
    });

    it('opens a document on record in its place by the keyboard, and closes it', async () => {
      const element = await page();
      const focused = () => element.shadowRoot?.activeElement as HTMLElement | null;
      findAll(element, '.record-stage > summary').at(-1)?.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => findAll(element, '[data-earlier]').length > 0);
      await sendKeys({ press: 'Tab' });
      expect(focused()?.dataset['earlier']).to.equal('concern');
      await sendKeys({ press: 'Enter' });
      await settled(element);
      await settled(element);
      expect(focused()?.dataset['opened']).to.equal('concern');
      expect(textOf(find(element, 'ssp-referral-form'))).to.contain('Kai reads about 40 words a minute');
      find(element, '[data-earlier="concern"]').click();
      await settled(element);

      expect(findAll(element, 'ssp-referral-form')).to.have.length(0);
      expect(focused()?.dataset['earlier']).to.equal('concern');
    });

    it('unfolds what is on record for a field that is asked for there', async () => {
      const element = await page();
      expect(element.goTo({ document: 'needs', field: '' })).to.equal(true);
      await settled(element);
      await settled(element);

      expect(find(element, '[data-opened="needs"]').contains(element.shadowRoot?.activeElement ?? null)).to.equal(true);
    });
  });

  describe('another case', () => {
    const other = '0192f0a0-0000-7000-8000-00000000beef';

    it('starts anew: nothing of the one before is shown or goes on in it', async () => {
      given = makeCase('implement-plan');
      given.session.perform({ type: 'case.start', student: 'lani', caseId: other });
      const element = await page();
      element.goTo({ document: 'concern', field: '' });
      find(element, '.more summary').click();
      await waitUntil(() => findAll(find(element, 'details.more'), 'button').length > 0);
      await settled(element);
      button(element, 'Assign a provider').click();
      await settled(element);
      expect(findAll(element, 'dialog[open], [data-opened="concern"]')).to.have.length(2);

      element.caseId = other;
      await settled(element);
      await settled(element);

      expect(textOf(find(element, '[part="header"]'))).to.contain('lani');
      expect(textOf(element)).not.to.contain('Kai Kahale');
      expect(findAll(element, 'dialog[open], [data-earlier], details.more[open]')).to.have.length(0);
      expect(findAll(element, '[data-opened]').map((one) => one.dataset['opened'])).to.deep.equal(['concern']);
      expect(textOf(find(element, 'ssp-referral-form'))).not.to.contain('Kai reads');
    });

    it('keeps a half-written answer with the document it was written in', async () => {
      given = makeCase('express-concern.draft');
      given.session.perform({ type: 'case.start', student: 'lani', caseId: other });
      const element = await page();
      element.goTo({ document: 'concern', field: 'raisedBy' });
      await settled(element);
      await sendKeys({ type: ' Jr.' });
      element.caseId = other;
      await settled(element);
      await settled(element);

      const raisedBy = (id: string) => given.session.caseOf(id).document('concern').view.get().data['raisedBy'];
      expect([raisedBy(caseId), raisedBy(other)]).to.deep.equal(['Ben Okafor Jr.', undefined]);
    });
  });

  describe('deciding', () => {
    it('keeps rare decisions behind a fold, and takes them', async () => {
      given = makeCase('implement-plan');
      const element = await page();
      expect(find<HTMLDetailsElement>(element, 'details.more').open).to.equal(false);
      find(element, '.more summary').click();
      await waitUntil(() => findAll(find(element, 'details.more'), 'button').length > 0);
      await settled(element);

      const labels = findAll(find(element, 'details.more'), 'button').map((one) => one.textContent?.trim());
      expect(labels).to.include('Assign a provider');
      expect(textOf(find(element, 'details.more'))).to.contain('Evaluation and plan');
    });

    it('takes a decision that a step asks for, and shows what it opened', async () => {
      given = makeCase('implement-plan');
      const element = await page();
      button(element, 'Start the review at the plan’s end, or sooner if warranted').click();
      await settled(element);
      await settled(element);
      const dialog = find(element, 'dialog[open]');
      find(dialog, 'input[value="team-request"]').click();
      await settled(element);
      setTimeout(() => find(element, 'dialog[open] button[type="submit"]').click());
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);
      await settled(element);

      expect(find(element, 'ssp-plan-review')).to.be.instanceOf(HTMLElement);
    });

    it('leads from a step that waits to its decision, filled in for that step', async () => {
      const steps = given.case.view.get().nextSteps;
      given.case.patch({
        nextSteps: [
          ...steps,
          {
            id: 'notice/draft/eligibility',
            says: 'Draft the notice: Eligibility decision',
            action: 'notice.draft',
            write: null,
            document: null,
            who: ['coordinator'],
            mine: true,
            due: null,
            status: null,
          },
        ],
      });
      const element = await page();
      button(element, 'Draft the notice: Eligibility decision').click();
      await settled(element);
      await settled(element);
      const field = find(find(element, 'dialog[open]'), 'ssp-field');

      expect(Reflect.get(field, 'value')).to.equal('eligibility');
    });

    it('shows a decision that was refused, with the way on', async () => {
      given = makeCase('implement-plan');
      given.session.pend({
        key: 'k',
        caseId,
        action: 'provider.assign',
        payload: {},
        since: '2026-11-24T10:00:00Z',
        state: 'refused',
        refusal: { ok: false, code: 'stale', unmet: [] },
      });
      const element = await page();

      expect(find<HTMLDetailsElement>(element, 'details.more').open).to.equal(true);
      expect(findAll(find(element, 'details.more'), '[role="alert"]')).to.have.length(1);
    });

    it('decides nothing in a case of an unknown version', async () => {
      given = caseOfUnknownVersion();
      const element = await page();

      expect(textOf(element)).to.contain('a version of the process that this page does not know');
      expect(findAll(element, 'input, textarea, select').map((one) => one.outerHTML)).to.deep.equal([]);
      expect(findAll(element, 'details.more')).to.have.length(0);
    });
  });

  describe('family', () => {
    it('reads in its own words and writes in its own section', async () => {
      given = caseInWriting('leilani');
      for (const { id, kind } of given.case.documents.values()) {
        if (kind !== 'family') given.case.document(id).patch({ may: 'read' });
      }
      const element = await page();

      expect(textOf(element)).to.contain('The plan for Kai');
      expect(textOf(element)).to.contain('A plan is written');
      expect(findAll(find(element, 'ssp-plan-builder'), 'textarea, input')).to.have.length(0);
      expect(findAll(find(element, '.main ssp-family'), 'textarea')).to.have.length(3);
      expect(findAll(find(element, 'ssp-team'), 'button')).to.have.length(0);
    });
  });

  describe('on a phone', () => {
    it('has tabs, and keeps what was open', async () => {
      await setViewport({ width: 360, height: 700 });
      const element = await page();
      const shown = () => findAll(element, '.panel').filter((one) => one.checkVisibility());
      expect(shown().map((one) => one.dataset['panel'])).to.deep.equal(['now']);
      button(element, 'Team').focus();
      await sendKeys({ press: 'Enter' });
      await settled(element);

      expect(shown().map((one) => one.dataset['panel'])).to.deep.equal(['people']);
      expect(document.documentElement.scrollWidth).to.be.at.most(360);
      const track = find(element, 'ssp-stage-track');
      expect(track.checkVisibility()).to.equal(false);
      button(element, 'Stage 4 of 6: Develop Plan').click();
      await settled(element);
      expect(track.checkVisibility()).to.equal(true);
      await setViewport({ width: 1280, height: 800 });
    });
  });

  describe('accessibility', () => {
    it('has no violation', async function () {
      this.timeout(60_000);
      given = caseGathering();
      await expect(await page()).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async function () {
      this.timeout(60_000);
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-case'), { session: given.session, caseId }),
      );
    });
  });
});
