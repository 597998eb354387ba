import { expect } from '@open-wc/testing';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { makeCase } from '../shared/case.fixtures.js';
import { earlierDocuments, placeOfStep, placesOf, plainDecisions } from './places.js';

describe('places of a case', () => {
  const at = (until: Parameters<typeof makeCase>[0]) => {
    const view = makeCase(until).case.view.get();
    if (view.case === null) throw new Error('fixture: no case');
    return { state: view.case, access: view.access, steps: view.nextSteps };
  };

  it('shows what is worked on in a state, the rest is earlier', () => {
    const { state, access } = at('develop-plan');
    const places = placesOf(state, access, true);

    expect(places.map(({ kind }) => kind)).to.deep.equal(['plan', 'conference']);
    expect(earlierDocuments(access, places).map(({ document }) => document)).to.have.members([
      'concern',
      'evidence',
      'needs',
    ]);
  });

  it('has the log once there is an active plan, for staff', () => {
    const { state, access } = at('implement-plan');

    expect(placesOf(state, access, true)[0]).to.deep.equal({ kind: 'log', document: '' });
    expect(placesOf(state, access, false).some(({ kind }) => kind === 'log')).to.equal(false);
  });

  it('hides documents that the person may not open', () => {
    const { state } = at('gather-data');
    expect(placesOf(state, [], false)).to.deep.equal([]);
  });

  it('leads a step to its document, and leaves plain decisions to the page', () => {
    const { state, access, steps } = at('develop-plan');
    const places = placesOf(state, access, true);
    const activate = steps.find(({ action }) => action === 'plan.activate');
    const notice = { ...steps[0], id: 'plan/notice', action: 'notice.record', write: null };

    expect(activate && placeOfStep(activate, places)?.kind).to.equal('plan');
    expect(placeOfStep(notice as NonNullable<typeof activate>, places)).to.equal(null);
    expect(plainDecisions(hawaiiClassic, state, ['coordinator'])).to.deep.equal([
      'consent.record',
      'notice.record',
      'case.close',
    ]);
    expect(plainDecisions(hawaiiClassic, state, ['parent'])).to.deep.equal([]);
  });
});
