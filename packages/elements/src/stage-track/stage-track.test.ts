import { expect, html } from '@open-wc/testing';
import { type CaseFixture, caseId, makeCase } from '../shared/case.fixtures.js';
import { expectNoLeak, find, findAll, mount, settled, textOf } from '../shared/testing.fixtures.js';
import type { SspStageTrack } from './stage-track.js';
import './define.js';

async function track({ session }: CaseFixture): Promise<SspStageTrack> {
  return mount(html`<ssp-stage-track .session=${session} case-id=${caseId}></ssp-stage-track>`);
}

describe('<ssp-stage-track>', () => {
  it('shows six stages, those behind with their dates, and the current one opened', async () => {
    const element = await track(makeCase('develop-plan'));

    expect(findAll(element, '.stage')).to.have.length(6);
    expect(findAll(element, '.done')).to.have.length(3);
    expect(textOf(find(element, '[aria-current="step"]'))).to.contain('Develop Plan');
    expect(textOf(element)).to.contain('Begun Oct 14, 2026').and.to.contain('The team writes the plan.');
  });

  it('says why a stage was skipped', async () => {
    const given = makeCase('gather-data');
    const element = await track(given);

    given.session.perform({
      type: 'decide',
      caseId,
      action: 'process.abbreviate',
      payload: { reason: 'One skill, clear data' },
    });
    await settled(element);

    expect(textOf(find(element, '.skipped'))).to.contain('Skipped: One skill, clear data');
  });

  it('says in words that something is late', async () => {
    const given = makeCase('express-concern.draft');
    given.case.document('concern').set('suspicion', 'yes');
    given.case.document('concern').type('suspicionReason', 'Far below grade.');
    const element = await track(given);

    given.session.perform({ type: 'decide', caseId, action: 'referral.file', payload: {} });
    await settled(element);

    expect(textOf(find(element, '.late'))).to.contain('28 days late');
  });

  it('shows all stages of a closed case, and its end', async () => {
    const given = makeCase('gather-data');
    const element = await track(given);

    given.session.perform({ type: 'decide', caseId, action: 'case.close', payload: { reason: 'moved' } });
    await settled(element);

    expect(findAll(element, '[aria-current="step"]')).to.have.length(0);
    expect(textOf(element)).to.contain('The case is closed.');
  });

  it('passes axe', async () => {
    await expect(await track(makeCase('implement-plan'))).to.be.accessible();
  });

  it('gives everything back', async () => {
    const given = makeCase('develop-plan');
    await expectNoLeak(given, () =>
      Object.assign(document.createElement('ssp-stage-track'), { session: given.session, caseId }),
    );
  });
});
