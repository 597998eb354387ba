import { expect, html } from '@open-wc/testing';
import { type CaseFixture, caseId, makeCase } from '../shared/case.fixtures.js';
import { expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspLookAgain } from './look-again.js';
import './define.js';

describe('<ssp-look-again>', () => {
  let given: CaseFixture;

  const concern = () => given.case.document('concern');
  const lookAgain = (): Promise<SspLookAgain> =>
    mount(html`<ssp-look-again
      .session=${given.session}
      case-id=${caseId}
      document-id="concern"
      .seen=${concern().view.get().data}
    ></ssp-look-again>`);

  beforeEach(() => {
    given = makeCase('express-concern.draft');
  });

  it('tells what others change, as it comes', async () => {
    const element = await lookAgain();
    expect(textOf(element)).to.contain('What the others changed is on its way.');
    concern().type('description', ' He asks for help now.');
    await settled(element);

    expect(textOf(find(element, 'ins'))).to.contain('He asks for help now.');
  });

  it('only leads to the document where nobody knows what was seen', async () => {
    const element = await lookAgain();
    element.seen = null;
    await settled(element);

    expect(findAll(element, 'button')).to.have.length(1);
    expect(textOf(element)).to.equal('Read it again: Concern and referral');
  });

  it('passes axe', async () => {
    const element = await lookAgain();
    concern().set('raisedBy', 'Mia Akana');
    await settled(element);
    await expect(element).to.be.accessible();
  });

  it('gives everything back', async () => {
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-look-again'), {
        session: given.session,
        caseId,
        documentId: 'concern',
      }),
    );
  });
});
