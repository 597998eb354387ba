import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { caseId, type FixturePerson, makeCase } from '../shared/case.fixtures.js';
import { expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspFamily } from './family.js';
import './define.js';

describe('<ssp-family>', () => {
  async function family(as: FixturePerson) {
    const given = makeCase('develop-plan', { as });
    const element = await mount<SspFamily>(html`<ssp-family .session=${given.session} case-id=${caseId}></ssp-family>`);
    await settled(element);
    return { given, element };
  }

  it('lets a parent write, asked in plain words', async () => {
    const { given, element } = await family('leilani');
    expect(textOf(element)).to.contain('What worries you?');
    const area = findAll<HTMLTextAreaElement>(element, 'textarea')[1];
    area?.focus();
    area?.setSelectionRange(0, 0);

    await sendKeys({ type: 'Well: ' });

    expect(given.case.document('family-1').text('worries').value).to.match(/^Well: He says/);
  });

  it('shows the team whose words they are, live, and lets it change nothing', async () => {
    const { given, element } = await family('ana');
    expect(textOf(element)).to.contain('Leilani Kahale, Mother');
    expect(findAll(element, 'textarea')).to.have.length(0);

    given.case.document('family-1').type('helps', ' Drawing.');
    await settled(element);

    expect(textOf(element)).to.contain('Drawing.');
  });

  it('shows every family member’s words', async () => {
    const { given, element } = await family('ana');

    given.session.decideAs({ person: 'ana', name: 'Ana Kealoha', roles: ['coordinator'] }, caseId, 'family.admit', {
      person: 'tutu',
      relation: 'Grandmother',
    });
    await settled(element);
    await settled(element);

    expect(findAll(element, 'ssp-family')).to.have.length(2);
  });

  it('says what to do while nobody is admitted', async () => {
    const given = makeCase('express-concern.draft');
    const element = await mount(html`<ssp-family .session=${given.session} case-id=${caseId}></ssp-family>`);

    expect(textOf(element)).to.contain('The care coordinator can admit a parent');
  });

  it('passes axe for both', async () => {
    await expect((await family('leilani')).element).to.be.accessible();
    await expect((await family('ana')).element).to.be.accessible();
    expect(find((await family('ana')).element, 'h2').textContent).to.equal('Leilani Kahale, Mother');
  });

  it('gives everything back', async () => {
    const given = makeCase('develop-plan');
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-family'), { session: given.session, caseId }),
    );
  });
});
