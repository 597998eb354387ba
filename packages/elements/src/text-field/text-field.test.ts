import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { type CaseFixture, caseId, makeCase, presenceOf } from '../shared/case.fixtures.js';
import { expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspTextField } from './text-field.js';
import './define.js';

describe('<ssp-text-field>', () => {
  let given: CaseFixture;
  let element: SspTextField;
  let area: HTMLTextAreaElement;

  const words = () => given.case.document('concern').text('description').value;
  const others = () => given.case.document('concern');

  beforeEach(async () => {
    given = makeCase('express-concern.draft', { filled: false });
    others().type('description', 'Kai reads slowly.');
    const document = given.session.case(caseId).document('concern');
    element = await mount(html`<ssp-text-field
      .session=${given.session}
      .document=${document}
      path="description"
      label="What is happening"
      help="Say what you see."
    ></ssp-text-field>`);
    area = find(element, 'textarea');
  });

  describe('writing', () => {
    it('sends what is typed, at its place', async () => {
      area.focus();
      area.setSelectionRange(4, 4);

      await sendKeys({ type: 'often ' });

      expect(words()).to.equal('Kai often reads slowly.');
      expect(area.selectionStart).to.equal(10);
    });

    it('keeps the caret in front of its letter when others write before it', async () => {
      area.focus();
      area.setSelectionRange(10, 10);

      others().type('description', 'Today ', 0);
      await sendKeys({ type: '!' });

      expect(words()).to.equal('Today Kai reads !slowly.');
      expect(area.value).to.equal(words());
    });

    it('keeps a selection when others write inside and behind it', () => {
      area.focus();
      area.setSelectionRange(4, 9, 'backward');

      others().type('description', 'books ', 16);
      others().type('description', 'Yes: ', 0);

      expect(area.value.slice(area.selectionStart, area.selectionEnd)).to.equal('reads');
      expect(area.selectionDirection).to.equal('backward');
    });

    it('merges letter by letter with someone in the same word', async () => {
      area.focus();
      area.setSelectionRange(3, 3);

      for (const letter of 'XYZ') {
        others().type('description', letter.toLowerCase(), 3);
        await sendKeys({ type: letter });
      }

      expect([...words()].sort().join('')).to.contain('XYZ');
      expect(words()).to.match(/^Kai[XYZxyz]{6} reads slowly\.$/);
      expect(area.value).to.equal(words());
    });

    it('takes back only one’s own words on undo, and brings them again on redo', async () => {
      area.focus();
      area.setSelectionRange(17, 17);
      await sendKeys({ type: '!' });
      others().type('description', 'Well: ', 0);

      await sendKeys({ press: 'Control+z' });

      expect(words()).to.contain('Well: ');
      expect(area.value).to.equal(words());
    });

    it('replaces an emoji of several parts whole', async () => {
      others().change('description', { index: 0, remove: 17, insert: 'a👩‍👧b' });
      area.focus();
      area.setSelectionRange(6, 6);

      await sendKeys({ press: 'Backspace' });

      expect(words()).to.not.match(/[\ud800-\udbff](?![\udc00-\udfff])/);
      expect(area.value).to.equal(words());
    });
  });

  describe('composition', () => {
    /** What an input method does to the textarea. */
    function compose(text: string, at: number): void {
      area.setRangeText(text, at, at, 'end');
      area.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
    }

    it('lets others’ words wait, and puts the composed ones where they belong', () => {
      area.focus();
      area.setSelectionRange(4, 4);
      area.dispatchEvent(new CompositionEvent('compositionstart'));
      compose('か', 4);

      others().type('description', 'Today ', 0);
      expect(area.value).to.equal('Kai かreads slowly.');
      area.dispatchEvent(new CompositionEvent('compositionend', { data: 'か' }));

      expect(words()).to.equal('Today Kai かreads slowly.');
      expect(area.value).to.equal(words());
      expect(area.selectionStart).to.equal(11);
    });
  });

  describe('others', () => {
    it('shows the caret of somebody else with the name, and a ring at the label', async () => {
      others().join(presenceOf('ben', 2, 'description'));
      others().caret('description', { key: 'ben', person: 'ben', name: 'Ben Okafor', color: 2, anchor: 3, head: 3 });
      await settled(element);

      expect(find(element, '.caret').textContent).to.equal('Ben');
      expect(find(element, '.person').textContent).to.equal('BO');
    });

    it('tells who writes here to someone who is in the text', async () => {
      area.focus();

      others().join(presenceOf('ben', 2, 'description'));
      await settled(element);

      expect(find(element, '[role="status"]').textContent).to.equal('Ben is writing here');
    });

    it('tells the others where one is, and when one leaves', async () => {
      area.focus();
      area.setSelectionRange(2, 5);
      await sendKeys({ press: 'Shift+ArrowRight' });
      expect(others().text('description').caret).to.deep.equal({ anchor: 2, head: 6 });
      expect(others().field).to.equal('description');

      area.blur();

      expect(others().text('description').caret).to.equal(null);
      expect(others().field).to.equal(null);
    });
  });

  describe('states', () => {
    it('shows the words without a control when they can only be read', async () => {
      others().patch({ sealed: true });
      await settled(element);

      expect(findAll(element, 'textarea')).to.have.length(0);
      expect(textOf(element)).to.contain('Kai reads slowly.');
    });

    it('grows with its words', async () => {
      const before = area.offsetHeight;

      others().type('description', '\nline'.repeat(12));
      await settled(element);

      expect(area.offsetHeight).to.be.greaterThan(before + 100);
      expect(area.scrollHeight).to.be.at.most(area.offsetHeight + 2);
    });

    it('follows another path', async () => {
      others().type('priorSupports', 'Reading in pairs.');

      element.path = 'priorSupports';
      await settled(element);

      expect(area.value).to.equal('Reading in pairs.');
    });
  });

  describe('accessibility', () => {
    it('passes axe, with others in it and with an error', async () => {
      others().join(presenceOf('ben', 2, 'description'));
      element.error = 'Say what is happening.';
      await settled(element);

      await expect(element).to.be.accessible();
    });

    it('names and describes the textarea', async () => {
      element.error = 'Say more.';
      await settled(element);

      expect(area.labels?.[0]?.textContent).to.equal('What is happening');
      expect(area.getAttribute('aria-invalid')).to.equal('true');
      expect(area.getAttribute('aria-describedby')).to.equal('help error who');
    });
  });

  describe('lifecycle', () => {
    it('gives everything back', async () => {
      element.remove();
      const document = given.session.case(caseId).document('concern');
      await expectNoLeak(given, () =>
        Object.assign(globalThis.document.createElement('ssp-text-field'), {
          document,
          path: 'description',
        }),
      );
    });

    it('works inside a form of the page without submitting it', async () => {
      let submitted = false;
      const form = globalThis.document.createElement('form');
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        submitted = true;
      });
      globalThis.document.body.append(form);
      form.append(element);
      await settled(element);
      find(element, 'textarea').focus();

      await sendKeys({ press: 'Enter' });

      expect(submitted).to.equal(false);
      expect(words()).to.contain('\n');
      form.remove();
    });
  });
});
