import { expect, html } from '@open-wc/testing';
import { caseId, makeCase, presenceOf } from '../shared/case.fixtures.js';
import { button, expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspEvidence } from './evidence.js';
import './define.js';

describe('<ssp-evidence>', () => {
  async function evidence(options: { filled?: boolean } = {}) {
    const given = makeCase('gather-data', options);
    const element = await mount<SspEvidence>(
      html`<ssp-evidence .session=${given.session} case-id=${caseId}></ssp-evidence>`,
    );
    await settled(element);
    return { given, element };
  }

  it('says at the list that evidence is missing, and takes it when two teachers add some', async () => {
    const { given, element } = await evidence({ filled: false });
    button(element, 'Close data gathering').click();
    await settled(element);
    expect(find(element, '.error').textContent).to.contain('Add at least one piece of evidence.');

    const document = given.case.document('evidence');
    for (const id of ['b1', 'c1']) {
      document.addRow('items', {
        id,
        values: { kind: 'challenge', area: 'academic', dataSource: 'observation', observedDate: '2026-10-20' },
      });
      document.type(`items/${id}/statement`, 'Reads 41 words a minute.');
    }
    await settled(element);
    button(element, 'Close data gathering').click();
    await settled(element);

    expect(given.case.view.get().case?.state).to.equal('define-needs.defining');
    expect(textOf(element)).to.contain('Part of the record');
  });

  it('goes straight to a plan with the reason on record', async () => {
    const { given, element } = await evidence();
    button(element, 'Go straight to an Action Plan').click();
    const reason = find<HTMLInputElement>(find(element, 'dialog'), 'input');
    reason.value = 'One skill, clear data';
    reason.dispatchEvent(new Event('change'));

    find<HTMLButtonElement>(element, 'dialog[open] button[type="submit"]').click();
    await settled(element);

    expect(given.case.view.get().case?.state).to.equal('develop-plan');
  });

  it('says who is here and whether it is saved', async () => {
    const { given, element } = await evidence();

    given.case.document('evidence').join(presenceOf('ben', 1, null));
    given.case.document('evidence').patch({ saved: 'on-device' });
    await settled(element);

    expect(textOf(element)).to.contain('Ben is here').and.to.contain('On this device');
  });

  it('shows a reader the words without controls', async () => {
    const { given, element } = await evidence();

    given.case.document('evidence').patch({ may: 'read' });
    await settled(element);

    expect(
      findAll(element, 'ssp-field-list').flatMap((list) => findAll(list, 'textarea, input, select')),
    ).to.have.length(0);
    expect(textOf(element)).to.contain('Oral reading: 41 words a minute');
  });

  it('passes axe', async () => {
    const { element } = await evidence();

    await expect(element).to.be.accessible();
  });

  it('gives everything back', async () => {
    const given = makeCase('gather-data');
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-evidence'), { session: given.session, caseId }),
    );
  });
});
