import { expect } from '@open-wc/testing';
import { actionRow } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { makeCase } from '../shared/case.fixtures.js';
import { walkedCase, type WalkedOptions } from '../shared/walk.fixtures.js';
import { plainDecisions } from './decisions.js';
import { earlierDocuments } from './earlier.js';
import { homeOf, placeOfDocument, placeOfStep, placesOf } from './places.js';

describe('places of a case', () => {
  const of = ({ case: one }: ReturnType<typeof makeCase>) => {
    const view = one.view.get();
    if (view.case === null) throw new Error('fixture: no case');
    const { case: state, access, nextSteps: steps } = view;
    return { one, state, access, steps, places: placesOf(hawaiiClassic, state, access, steps, true) };
  };
  const at = (options: WalkedOptions, track: 'idea' | 's504' | 'action' = 'idea') => of(walkedCase(track, options));
  const ids = (places: readonly { readonly id: string }[]) => places.map(({ id }) => id);

  it('shows what is worked on in a state, the rest is on record by stage', () => {
    const { state, access, places } = of(makeCase('develop-plan'));

    expect(ids(places)).to.deep.equal(['plan-1', 'conference']);
    const stages = earlierDocuments(hawaiiClassic, state, access, places, 'staff');
    expect(stages.map(({ stage, documents }) => [stage, ids(documents)])).to.deep.equal([
      ['define-needs', ['needs', 'conference-1', 'invitation-1']],
      ['gather-data', ['evidence']],
      ['express-concern', ['concern']],
    ]);
  });

  it('has a place for every open document of an IEP case, at each of its steps', () => {
    const steps: readonly [string, readonly string[], string][] = [
      ['referral.file', ['concern'], 'concern'],
      ['evidence.complete', ['evidence', 'conference'], 'evidence'],
      ['needs.define', ['needs', 'conference'], 'needs'],
      ['evaluation.decide', ['evaluation', 'conference'], 'evaluation'],
      ['notice.provide', ['consent-1', 'notice-1', 'conference'], 'consent-1'],
      ['consent.record', ['consent-1', 'conference'], 'consent-1'],
      ['eligibility.decide', ['eligibility', 'conference'], 'eligibility'],
      ['plan.activate', ['plan-1', 'conference'], 'plan-1'],
      ['progress.publish', ['log', 'progress-1', 'conference', 'plan-1'], 'log'],
      ['review.decide', ['review-1', 'conference', 'log', 'plan-1'], 'review-1'],
    ];
    for (const [before, expected, first] of steps) {
      const { places } = at({ before });
      expect(ids(places), before).to.have.members(expected);
      expect(places[0]?.id, before).to.equal(first);
      expect(places[0]?.primary, before).to.equal(true);
    }
  });

  it('has the log once there is an active plan, for staff', () => {
    const { state, access, steps, places } = of(makeCase('implement-plan'));

    expect(places[0]).to.deep.equal({ id: 'log', kind: 'log', document: '', primary: true });
    expect(ids(placesOf(hawaiiClassic, state, access, steps, false))).not.to.include('log');
  });

  it('puts the draft of a change before the plan that it replaces', () => {
    const given = walkedCase('idea', { before: 'review.open' });
    const person = { person: 'coordinator', name: 'Leilani Kahale', roles: ['coordinator'] };
    given.session.decideAs(person, given.caseId, 'plan.revise', { trigger: 'parent-request', reason: 'More time.' });
    const plans = of(given).places.filter(({ kind }) => kind === 'plan');

    expect(plans.map(({ id, primary }) => [id, primary])).to.deep.equal([
      ['plan-2', true],
      ['plan-1', false],
    ]);
  });

  it('hides documents that the person may not open', () => {
    const { state, steps } = of(makeCase('gather-data'));
    expect(placesOf(hawaiiClassic, state, [], steps, false)).to.deep.equal([]);
  });

  it('leads every step to its document, or leaves it to the page', () => {
    for (const track of ['idea', 's504', 'action'] as const) {
      for (const before of [
        'referral.file',
        'invitation.send',
        'conference.hold',
        'plan.activate',
        'progress.publish',
        'review.decide',
      ]) {
        const { steps, places } = at({ before }, track);
        for (const step of steps) {
          const place = placeOfStep(hawaiiClassic, step, places);
          const row = step.action === null ? undefined : actionRow(hawaiiClassic, step.action);
          const own = step.write === 'family' || (row !== undefined && homeOf(row) === null);
          expect(place === null, `${track} ${before} ${step.id}`).to.equal(own);
          if (step.document !== null && place?.document) expect(place.document).to.equal(step.document);
        }
      }
    }
  });

  it('finds the place of a document that is named, or of its kind', () => {
    const { places } = at({ before: 'eligibility.decide' });

    expect(placeOfDocument(places, 'eligibility-2')?.id).to.equal('eligibility');
    expect(placeOfDocument(places, 'notice')).to.equal(null);
    expect(placeOfDocument(places, 'concern')).to.equal(null);
  });

  it('leaves to the page the decisions that this person may take and no document takes', () => {
    const { state, one } = at({ before: 'review.open' });
    const handle = one.handle();
    const decisions = plainDecisions(hawaiiClassic, state, ['coordinator'], handle);

    expect(decisions).to.include.members([
      'contact.record',
      'plan.revise',
      'progress.open',
      'review.open',
      'case.close',
    ]);
    expect(decisions).not.to.include.members(['case.move']);
    expect(decisions).not.to.include.members(['notice.provide']);
    expect(plainDecisions(hawaiiClassic, state, ['parent'], handle)).to.not.include('case.close');
    handle.release();
  });
});
