import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { FakeSession } from '@ssp-kit/session/fake';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import { caseloadSession } from './caseload.fixtures.js';
import type { SspCaseload } from './caseload.js';
import './define.js';

describe('<ssp-caseload>', () => {
  let session: FakeSession;

  const caseload = (): Promise<SspCaseload> => mount(html`<ssp-caseload .session=${session}></ssp-caseload>`);
  const names = (element: SspCaseload) => findAll(element, '.open').map((one) => one.textContent);

  beforeEach(() => {
    session = caseloadSession();
  });

  describe('rendering', () => {
    it('puts what is due first on top, and says late and soon in words', async () => {
      const element = await caseload();

      expect(names(element).slice(0, 2)).to.deep.equal(['Malia Santos', 'Noa Kamakau']);
      expect(textOf(findAll(element, '.row')[0] ?? element)).to.contain('4 days late');
      expect(textOf(findAll(element, '.row')[1] ?? element)).to.contain('in 3 days');
    });

    it('says what to do where there is no case', async () => {
      session = caseloadSession([]);
      expect(textOf(await caseload())).to.contain('You have no cases yet.');
    });

    it('follows the session', async () => {
      const element = await caseload();
      session.patch({ caseload: { state: 'stale', cases: session.view.get().caseload.cases.slice(0, 1) } });
      await settled(element);

      expect(names(element)).to.have.length(1);
      expect(textOf(element)).to.contain('As it was when there was last a connection.');
    });

    it('says that it failed', async () => {
      session = caseloadSession([]);
      session.patch({ caseload: { state: 'failed', cases: [] } });
      expect(textOf(await caseload())).to.contain('cannot be shown just now');
    });
  });

  describe('choosing', () => {
    it('shows only what needs the person', async () => {
      const element = await caseload();
      find<HTMLInputElement>(element, 'input[type="checkbox"]').focus();
      await sendKeys({ press: 'Space' });
      await settled(element);

      expect(names(element)).not.to.include('Emi Tanaka');
      expect(names(element)).to.include('Malia Santos');
    });

    it('shows one stage, and all again', async () => {
      const element = await caseload();
      element.stage = 'define-needs';
      await settled(element);
      expect(textOf(element)).to.contain('No case matches.');
      button(element, 'Show all').click();
      await settled(element);

      expect(names(element)).to.have.length(5);
    });
  });

  describe('events', () => {
    it('asks to open a case, once, and can be prevented', async () => {
      const element = await caseload();
      const asked: CustomEvent[] = [];
      element.addEventListener('ssp-case-open-request', (event) => {
        asked.push(event as CustomEvent);
        event.preventDefault();
      });
      button(element, 'Malia Santos').click();
      find(element, '.row .step').click();

      expect(asked.map(({ detail }) => detail.student)).to.deep.equal(['student-1', 'student-1']);
      expect(asked[0]?.defaultPrevented).to.equal(true);
    });
  });

  describe('keyboard', () => {
    it('walks the cases with arrows', async () => {
      const element = await caseload();
      find(element, '.open').focus();
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'ArrowDown' });
      await sendKeys({ press: 'ArrowUp' });
      expect(element.shadowRoot?.activeElement?.textContent).to.equal('Noa Kamakau');
      await sendKeys({ press: 'End' });

      expect(element.shadowRoot?.activeElement?.textContent).to.equal(names(element).at(-1));
    });
  });

  describe('accessibility', () => {
    it('has no violation as a table and as a list', async function () {
      this.timeout(30_000);
      await setViewport({ width: 1000, height: 700 });
      const element = await caseload();
      await expect(element).to.be.accessible();
      await setViewport({ width: 360, height: 700 });
      expect(getComputedStyle(find(element, '.row')).display).to.equal('grid');
      await expect(element).to.be.accessible();
      await setViewport({ width: 800, height: 600 });
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      await expectNoLeak({ session }, () => Object.assign(document.createElement('ssp-caseload'), { session }));
    });
  });
});
