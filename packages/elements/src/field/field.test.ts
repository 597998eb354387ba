import { expect, html } from '@open-wc/testing';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { sendKeys } from '@web/test-runner-commands';
import { type CaseFixture, caseId, makeCase, presenceOf } from '../shared/case.fixtures.js';
import { fieldRow } from '../shared/fields.js';
import { expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspField } from './field.js';
import './define.js';

describe('<ssp-field>', () => {
  let given: CaseFixture;

  const plan = () => given.case.document('plan-1');
  const service = () => {
    const rows = plan().view.get().data['services'];
    return Array.isArray(rows) && typeof rows[0] === 'object' ? rows[0] : {};
  };

  async function field(name: string, list = 'services', rowId = 's1'): Promise<SspField> {
    const handle = given.session.case(caseId);
    return mount(html`<ssp-field
      .session=${given.session}
      .case=${handle}
      .document=${handle.document('plan-1')}
      .row=${fieldRow(hawaiiClassic, 'plan', name, list || undefined) ?? null}
      row-id=${rowId}
    ></ssp-field>`);
  }

  beforeEach(() => {
    given = makeCase('develop-plan');
  });

  describe('rendering', () => {
    it('shows few choices as radio buttons and many in a list', async () => {
      expect(findAll(await field('interval'), 'input[type="radio"]')).to.have.length(4);
      expect(findAll(await field('area', 'needs', 'n1'), 'select')).to.have.length(1);
    });

    it('lets an empty list say what it asks where no label is seen', async () => {
      const element = await field('area', 'needs', 'none-yet');
      expect(find<HTMLSelectElement>(element, 'select').selectedOptions[0]?.textContent).to.equal('Choose');

      element.labelHidden = true;
      await settled(element);
      expect(find<HTMLSelectElement>(element, 'select').selectedOptions[0]?.textContent).to.equal('Area…');
    });

    it('offers the team where a person is asked for, and the rows where a row is', async () => {
      const provider = find<HTMLSelectElement>(await field('provider'), 'select');
      expect(provider.selectedOptions[0]?.textContent).to.equal('Cyra Lindholm, Special education teacher');

      const goal = find<HTMLSelectElement>(await field('goal'), 'select');
      expect(goal.selectedOptions[0]?.textContent).to.equal('Kai reads aloud');
    });

    it('reads as words when it can only be read', async () => {
      const element = await field('startDate');
      plan().patch({ sealed: true });
      await settled(element);

      expect(findAll(element, 'input')).to.have.length(0);
      expect(textOf(element)).to.contain('From Nov 9, 2026');
    });

    it('asks a family in its own words', async () => {
      const element = await field('baseline', 'goals', 'g1');
      element.audience = 'family';
      await settled(element);

      expect(find(element, 'label').textContent).to.equal('Today');
    });
  });

  describe('writing', () => {
    it('writes a number when the person leaves the field', async () => {
      const control = find<HTMLInputElement>(await field('minutes'), 'input');
      control.focus();
      control.select();
      await sendKeys({ type: '45' });
      expect(service()['minutes']).to.equal(30);

      await sendKeys({ press: 'Tab' });

      expect(service()['minutes']).to.equal(45);
    });

    it('says what is wrong with a number, and keeps what was typed', async () => {
      const element = await field('minutes');
      const control = find<HTMLInputElement>(element, 'input');
      control.focus();
      control.select();
      await sendKeys({ type: 'half' });
      await sendKeys({ press: 'Tab' });
      await settled(element);

      expect(service()['minutes']).to.equal(30);
      expect(control.value).to.equal('half');
      expect(find(element, '.error').textContent).to.contain('Write a number.');
    });

    it('does not move what the person is typing when somebody else answers', async () => {
      const element = await field('name');
      const control = find<HTMLInputElement>(element, 'input');
      control.focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ type: ' daily' });

      plan().set('services/s1/name', 'Speech');
      await settled(element);
      expect(control.value).to.equal('Reading support daily');
      await sendKeys({ press: 'Enter' });

      expect(service()['name']).to.equal('Reading support daily');
    });

    it('shows others’ answer where the person is not', async () => {
      const element = await field('name');

      plan().set('services/s1/name', 'Speech');
      await settled(element);

      expect(find<HTMLInputElement>(element, 'input').value).to.equal('Speech');
    });

    it('takes a choice with the arrow keys', async () => {
      const element = await field('interval');
      find<HTMLInputElement>(element, 'input:checked').focus();

      await sendKeys({ press: 'ArrowRight' });

      expect(service()['interval']).to.equal('month');
    });

    it('writes what was half typed when the page takes the field away', async () => {
      const element = await field('name');
      find<HTMLInputElement>(element, 'input').focus();
      await sendKeys({ press: 'End' });
      await sendKeys({ type: ' plus' });

      element.remove();

      expect(service()['name']).to.equal('Reading support plus');
    });
  });

  describe('several answers', () => {
    it('writes every checked answer', async () => {
      given = makeCase('express-concern.draft', { as: 'ben' });
      const handle = given.session.case(caseId);
      const element = await mount<SspField>(html`<ssp-field
        .session=${given.session}
        .document=${handle.document('concern')}
        .row=${fieldRow(hawaiiClassic, 'concern', 'areas') ?? null}
      ></ssp-field>`);
      findAll<HTMLInputElement>(element, 'input')[1]?.focus();

      await sendKeys({ press: 'Space' });

      expect(given.case.document('concern').view.get().data['areas']).to.deep.equal([
        'academic',
        'behavior',
        'communication',
      ]);
    });
  });

  describe('in a decision’s form', () => {
    it('tells the answer, and marks what is optional', async () => {
      const element = await mount<SspField>(html`<ssp-field
        .row=${fieldRow(hawaiiClassic, 'conference.schedule', 'place') ?? null}
      ></ssp-field>`);
      const answers: unknown[] = [];
      element.addEventListener('ssp-field-changed', (event) => answers.push((event as CustomEvent).detail));
      find<HTMLInputElement>(element, 'input').focus();
      await sendKeys({ type: 'Library' });
      await sendKeys({ press: 'Tab' });

      expect(answers).to.deep.equal([{ name: 'place', value: 'Library' }]);
      expect(textOf(element)).to.contain('optional');
    });
  });

  describe('presence', () => {
    it('shows who is in the field and tells others where one is', async () => {
      const element = await field('minutes');
      plan().join(presenceOf('dev', 5, 'services/s1/minutes'));
      await settled(element);
      expect(find(element, '.person').textContent).to.equal('DP');

      find<HTMLInputElement>(element, 'input').focus();

      expect(plan().field).to.equal('services/s1/minutes');
    });
  });

  describe('accessibility', () => {
    for (const name of ['minutes', 'interval', 'provider', 'startDate']) {
      it(`passes axe: ${name}`, async () => {
        const element = await field(name);
        element.error = 'Give an answer.';
        await settled(element);

        await expect(element).to.be.accessible();
      });
    }
  });

  describe('lifecycle', () => {
    it('gives everything back', async () => {
      const handle = given.session.case(caseId);
      const document = handle.document('plan-1');
      await expectNoLeak(given, () =>
        Object.assign(globalThis.document.createElement('ssp-field'), {
          session: given.session,
          document,
          case: handle,
          row: fieldRow(hawaiiClassic, 'plan', 'minutes', 'services'),
          rowId: 's1',
        }),
      );
    });
  });
});
