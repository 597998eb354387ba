import { expect, html, waitUntil } from '@open-wc/testing';
import { type CaseFixture, makeCase } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspSyncStatus } from './sync-status.js';
import './define.js';

const words = {
  id: 'kept-1',
  caseId: 'c',
  document: 'plan-1',
  field: 'goals/g1/measure',
  label: 'How it is measured',
  words: 'Every second Friday.',
  reason: 'The plan was activated before these words arrived.',
  at: '2026-11-24T18:00:00Z',
};

describe('<ssp-sync-status>', () => {
  let given: CaseFixture;
  let element: SspSyncStatus;

  beforeEach(async () => {
    given = makeCase('develop-plan');
    element = await mount(html`<ssp-sync-status .session=${given.session}></ssp-sync-status>`);
  });

  it('says only what is true about a person’s words', async () => {
    const { session } = given;
    const says: string[] = [textOf(find(element, '[role="status"]'))];
    for (const [saved, connection] of [
      ['saving', 'online'],
      ['on-device', 'offline'],
      ['not-saved', 'offline'],
      ['not-saved', 'signed-out'],
    ] as const) {
      session.patch({ saved, connection });
      await settled(element);
      says.push(textOf(find(element, '[role="status"]')));
    }

    expect(says).to.deep.equal([
      'Saved',
      'Saving…',
      'On this device',
      'Not saved: no connection',
      'Signed out: not saved',
    ]);
  });

  it('warns where the browser keeps no copy', async () => {
    given.session.patch({ offlineStore: 'failed', connection: 'offline', saved: 'not-saved' });
    await settled(element);

    expect(textOf(element)).to.contain('This browser keeps no copy');
  });

  describe('kept words', () => {
    beforeEach(async () => {
      given.session.keep(words);
      await settled(element);
      button(element, 'Show').click();
      await settled(element);
    });

    it('shows them with the reason', () => {
      expect(find(element, 'blockquote').textContent).to.equal('Every second Friday.');
      expect(textOf(element)).to.contain('The plan was activated before these words arrived.');
    });

    it('marks what the record does not have', async () => {
      given.session.keep({ ...words, id: 'kept-2', words: 'Every second Friday, by Malia.', theirs: 'Every Friday.' });
      await settled(element);

      const quote = find(element, '[data-kept="kept-2"] blockquote');
      expect(quote.textContent).to.equal('Every second Friday, by Malia.');
      expect([...quote.querySelectorAll('ins')].map(({ textContent }) => textContent?.trim())).to.deep.equal([
        'second Friday, by Malia.',
      ]);
    });

    describe('of a text', () => {
      const ofConcern = {
        ...words,
        document: 'concern',
        field: 'description',
        words: 'Kai reads about 40 words. He hums.',
      };
      const put = async (given: CaseFixture, kept = ofConcern): Promise<SspSyncStatus> => {
        const shown = await mount<SspSyncStatus>(html`<ssp-sync-status .session=${given.session}></ssp-sync-status>`);
        given.session.keep({ ...kept, caseId: given.caseId });
        await settled(shown);
        button(shown, 'Show').click();
        await settled(shown);
        button(shown, 'Put them back').click();
        await waitUntil(() => given.session.view.get().kept.length === 0 || /copy|correction/i.test(whyNot(shown)));
        await settled(shown);
        return shown;
      };
      const whyNot = (shown: SspSyncStatus): string => textOf(find(shown, '.item [role="status"]'));

      it('are put at the end of the text, only what it lacks, and are gone from here', async () => {
        const other = makeCase('express-concern.draft');
        await put(other);

        const { description } = other.session.caseOf(other.caseId).document('concern').view.get().data;
        expect(String(description)).to.match(/read to him\.\n.*He hums\.$/s);
        expect(String(description).match(/Kai reads about 40/g)).to.have.length(1);
        expect(other.session.view.get().kept).to.have.length(0);
      });

      it('leave the others in sight', async () => {
        const other = makeCase('express-concern.draft');
        other.session.keep({ ...words, id: 'kept-2', caseId: other.caseId });
        const shown = await mount<SspSyncStatus>(html`<ssp-sync-status .session=${other.session}></ssp-sync-status>`);
        other.session.keep({ ...ofConcern, caseId: other.caseId });
        await settled(shown);
        button(shown, 'Show').click();
        await settled(shown);
        find(shown, '[data-kept="kept-1"] button').click();
        await waitUntil(() => other.session.view.get().kept.length === 1);
        await settled(shown);

        expect(find<HTMLDialogElement>(shown, 'dialog').open).to.equal(true);
        expect(find(shown, '.item').dataset['kept']).to.equal('kept-2');
      });

      it('stay where the document is on record, with the way there is', async () => {
        const shown = await put(makeCase('develop-plan'));

        expect(whyNot(shown)).to.contain('Begin a correction');
        expect(find(shown, 'blockquote').textContent).to.contain('He hums.');
      });

      it('stay where the row they were in is gone', async () => {
        const other = makeCase('develop-plan');
        const shown = await put(other, { ...words, field: 'goals/none/measure' });

        expect(whyNot(shown)).to.contain('cannot write there now');
        expect(other.session.view.get().kept).to.have.length(1);
      });
    });

    it('are discarded only when it is said twice', async () => {
      button(element, 'Discard').click();
      await settled(element);
      expect(given.session.view.get().kept).to.have.length(1);

      button(element, 'Discard for good').click();
      await settled(element);

      expect(given.session.view.get().kept).to.have.length(0);
      expect(find<HTMLDialogElement>(element, 'dialog').open).to.equal(false);
    });

    it('pass axe', async () => {
      await expect(element).to.be.accessible();
    });
  });

  it('lists a decision that waits, and takes it back', async () => {
    given.session.pend({
      key: 'k',
      caseId: given.caseId,
      action: 'plan.activate',
      since: '2026-11-24T18:00:00Z',
      state: 'waiting',
      refusal: null,
    });
    await settled(element);
    expect(textOf(element)).to.contain('1 decision waits');
    button(element, 'Show').click();

    button(element, 'Take it back').click();
    await settled(element);

    expect(given.session.view.get().pending).to.have.length(0);
  });

  it('gives everything back', async () => {
    element.remove();
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-sync-status'), { session: given.session }),
    );
  });
});
