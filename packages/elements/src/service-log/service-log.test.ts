import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type CaseFixture, caseId, makeCase } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import { logInUse } from './service-log.fixtures.js';
import type { SspServiceLog } from './service-log.js';
import './define.js';

describe('<ssp-service-log>', () => {
  let given: CaseFixture;

  const log = (): Promise<SspServiceLog> =>
    mount(html`<ssp-service-log .session=${given.session} case-id=${caseId}></ssp-service-log>`);
  const says = (element: Element) => textOf(element).replace(/ ([,.:])/g, '$1');
  const sessions = () => {
    const value = given.case.document('log-1').view.get().data['sessions'];
    return (Array.isArray(value) ? value : []) as readonly { readonly id: string; readonly [name: string]: unknown }[];
  };
  const begin = async (element: SspServiceLog) => {
    button(element, 'Log a session: Reading support').click();
    await settled(element);
  };

  beforeEach(() => {
    given = logInUse();
  });

  describe('rendering', () => {
    it('says what was promised and given', async () => {
      const text = says(await log());

      expect(text).to.contain('30 minutes, 2 times a week, in the regular class');
      expect(text).to.contain('60 of 132 min given so far. 72 min still owed.');
    });

    it('lists what is signed, the newest first, void ones with the reason', async () => {
      const rows = findAll(await log(), '.signed').map(says);

      expect(rows[0]).to.contain('Nov 20, 2026, 9:10 AM · Reading support · 30 min');
      expect(rows[0]).to.contain('46 words');
      expect(rows[1]).to.contain('Student absent');
      expect(rows[2]).to.contain('Void: Logged on the wrong day');
    });

    it('shows all services to those who give none, without a way to log', async () => {
      given = logInUse('ana');
      const element = await log();

      expect(says(element)).to.contain('by Cyra Lindholm');
      expect(findAll(element, '.log')).to.have.length(0);
    });

    it('says when it begins', async () => {
      given = makeCase('develop-plan', { as: 'cyra' });
      expect(says(await log())).to.contain('There is no active plan yet.');
    });
  });

  describe('logging', () => {
    it('fills a session in from the last time', async () => {
      const element = await log();
      await begin(element);

      expect(sessions().at(-1)).to.include({
        service: 's1',
        date: '2026-11-24',
        startTime: '09:10',
        minutes: 30,
        status: 'provided',
      });
    });

    it('says what is missing, and leads to the note', async () => {
      const element = await log();
      await begin(element);
      button(element, 'Sign the session').click();
      await settled(element);
      expect(textOf(find(element, '.draft'))).to.contain('One thing is still missing');
      button(element, 'Write a short note.').click();
      await settled(element);
      await sendKeys({ type: 'Read two pages.' });

      expect(sessions().at(-1)).to.include({ note: 'Read two pages.' });
    });

    it('signs, hides the draft and says so', async () => {
      const element = await log();
      await begin(element);
      const { id } = sessions().at(-1) ?? { id: '' };
      given.case.document('log-1').type(`sessions/${id}/note`, 'Read two pages.');
      await settled(element);
      setTimeout(() => button(element, 'Sign the session').click());
      await oneEvent(element, 'ssp-decision-made');
      await settled(element);

      expect(given.session.intents.at(-1)).to.deep.include({
        action: 'service.sign',
        payload: { document: 'log-1', session: id },
      });
      expect(findAll(element, '.draft')).to.have.length(0);
      expect(says(element)).to.contain('Signed: Reading support, Nov 24, 2026.');
      expect(says(element)).to.contain('90 of 132 min');
    });

    it('keeps a session that waits for the connection apart from the next one', async () => {
      const element = await log();
      await begin(element);
      const first = sessions().at(-1)?.id ?? '';
      given.case.document('log-1').type(`sessions/${first}/note`, 'Read two pages.');
      given.session.setConnection('offline');
      await settled(element);
      button(element, 'Sign the session').click();
      await settled(element);
      await begin(element);

      expect(says(find(element, `[data-draft="${first}"]`))).to.contain('This waits for the connection');
      expect(findAll(element, 'button').filter((one) => one.textContent?.trim() === 'Sign the session')).to.have.length(
        1,
      );
    });

    it('discards a draft', async () => {
      const element = await log();
      const before = sessions().length;
      await begin(element);
      button(element, 'Discard: Reading support').click();
      await settled(element);

      expect(sessions()).to.have.length(before);
      expect(findAll(element, '.draft')).to.have.length(0);
    });
  });

  describe('voiding', () => {
    it('asks for the reason, and keeps the entry', async () => {
      const element = await log();
      button(element, 'Void the session of Nov 20, 2026: Reading support').click();
      await settled(element);
      await settled(element);
      find<HTMLInputElement>(find(element, 'dialog[open]'), 'input').focus();
      await sendKeys({ type: 'Wrong student' });
      find<HTMLInputElement>(element, 'input:focus').blur();
      await settled(element);
      find(element, 'dialog[open] button[type="submit"]').click();
      await settled(element);

      expect(given.case.view.get().case?.sessions.find(({ date }) => date === '2026-11-20')?.void).to.equal(true);
      expect(findAll(element, '.signed')).to.have.length(4);
      expect(says(element)).to.contain('30 of 132 min');
    });
  });

  describe('closed cases', () => {
    it('can be read, and nothing can be made void', async () => {
      const state = given.case.view.get().case;
      given.case.patch({ case: state && { ...state, state: 'closed', stage: null } });
      given.case.document('log-1').patch({ may: 'read' });
      const element = await log();

      expect(findAll(element, '.signed')).to.have.length(4);
      expect(findAll(element, 'button')).to.have.length(0);
    });
  });

  describe('accessibility', () => {
    it('has no violation with a draft', async function () {
      this.timeout(30_000);
      const element = await log();
      await begin(element);
      await expect(element).to.be.accessible();
    });
  });

  describe('lifecycle', () => {
    it('gives back everything it holds', async () => {
      await expectNoLeak(given, () =>
        Object.assign(document.createElement('ssp-service-log'), { session: given.session, caseId }),
      );
    });
  });
});
