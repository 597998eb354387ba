import type { RowView } from '@ssp-kit/process';
import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type CaseFixture, caseId, makeCase } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspFieldList } from './field-list.js';
import './define.js';

describe('<ssp-field-list>', () => {
  let given: CaseFixture;
  let element: SspFieldList;

  const needs = () => given.case.document('needs');
  const rows = () => needs().view.get().data['needs'] as readonly RowView[];

  beforeEach(async () => {
    given = makeCase('define-needs.defining');
    const handle = given.session.case(caseId);
    element = await mount(html`<ssp-field-list
      .session=${given.session}
      .case=${handle}
      .document=${handle.document('needs')}
      list="needs"
      heading="Needs"
      row-name="Need"
      add-label="Add a need"
    ></ssp-field-list>`);
  });

  describe('rows', () => {
    it('adds one at the end and puts the person into it', async () => {
      button(element, 'Add a need').click();
      await settled(element);
      await settled(element);
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: 'Rest' });

      expect(rows()).to.have.length(3);
      expect(rows()[2]?.['statement']).to.equal('Rest');
    });

    it('moves one with its button', async () => {
      const second = rows()[1]?.id;

      findAll<HTMLButtonElement>(element, 'button[aria-label^="Move up: Kai needs a way"]')[0]?.click();
      await settled(element);

      expect(rows()[0]?.id).to.equal(second);
      expect(findAll(element, '[data-row]')[0]?.dataset['row']).to.equal(second);
    });

    it('removes one, and brings it back with its words and answers', async () => {
      const before = rows().map(({ id, area, statement }) => ({ id, area, statement }));
      findAll<HTMLButtonElement>(element, 'button[aria-label^="Remove"]')[0]?.click();
      await settled(element);
      expect(rows()).to.have.length(1);
      expect(textOf(element)).to.contain('Removed: Kai needs to read words');

      button(element, 'Undo').click();
      await settled(element);

      expect(rows().map(({ id, area, statement }) => ({ id, area, statement }))).to.deep.equal(before);
    });

    it('forgets what was removed and added in one document in another', async () => {
      needs().addRow('needs', { id: 'n3' });
      await settled(element);
      findAll<HTMLButtonElement>(element, 'button[aria-label^="Remove"]')[0]?.click();
      await settled(element);
      expect(findAll(element, '.removed, .fresh')).to.have.length(2);

      given.case.addDocument({ id: 'needs-2', data: { needs: [{ id: 'n3', order: 'a' }] } });
      element.document = given.session.case(caseId).document('needs-2');
      await settled(element);

      expect(findAll(element, '[data-row]')).to.have.length(1);
      expect(findAll(element, '.removed, .fresh')).to.have.length(0);
    });

    it('tints what somebody else adds, and not what was there', async () => {
      needs().addRow('needs', { id: 'n3' });
      await settled(element);

      expect(findAll(element, '.fresh').map((one) => one.dataset['row'])).to.deep.equal(['n3']);
    });

    it('leaves the field one is typing in alone when rows come and go', async () => {
      const row = find(element, '[data-row="n2"]');
      const area = find<HTMLTextAreaElement>(row, 'textarea');
      area.focus();
      area.setSelectionRange(4, 4);

      needs().addRow('needs', { id: 'n0', after: null });
      needs().removeRow('needs', 'n1');
      await settled(element);

      expect(find(find(element, '[data-row="n2"]'), 'textarea')).to.equal(area);
      expect(area.matches(':focus')).to.equal(true);
      expect(area.selectionStart).to.equal(4);
    });

    it('offers no change where it can only be read', async () => {
      needs().patch({ sealed: true });
      await settled(element);

      expect(findAll(element, 'button')).to.have.length(0);
    });
  });

  describe('focusField', () => {
    it('goes to a field of a row', async () => {
      expect(element.focusField('needs/n2/statement')).to.equal(true);
      await sendKeys({ press: 'End' });
      await sendKeys({ type: '?' });

      expect(rows()[1]?.['statement']).to.match(/\?/);
      expect(element.focusField('goals/g1')).to.equal(false);
    });
  });

  it('passes axe', async () => {
    element.error = 'Define at least one need.';
    await settled(element);

    await expect(element).to.be.accessible();
  });

  it('gives everything back', async () => {
    element.remove();
    const handle = given.session.case(caseId);
    const document = handle.document('needs');
    await expectNoLeak(given, () =>
      Object.assign(globalThis.document.createElement('ssp-field-list'), {
        session: given.session,
        case: handle,
        document,
        list: 'needs',
      }),
    );
  });
});
