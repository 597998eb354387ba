import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CaseUnderTest } from './case.fixtures.js';
import type { CaseDocument, CaseState } from './case-state.js';
import { sampleMoves } from './sample-moves.js';
import { states, type Track } from './tables/stages.js';
import { type Walk, type WalkOptions, walk } from './testing.js';
import { completeEligibility, completeEvaluation } from './sample-material.js';
import type { Decision, DocumentView, Plain } from './types.js';

const day = '2026-11-30';

/** The content of a document at a step: one of its complete answers, now and then with one answer left out. */
function contentOf(one: CaseUnderTest, document: CaseDocument, choice: number): DocumentView {
  const { kind, about = '' } = document;
  const whole = { ...one.documents[document.id] };
  const turn = choice % 3;
  const answers: Readonly<Record<string, () => DocumentView>> = {
    evaluation: () => ({
      ...completeEvaluation(day, turn === 0 ? 'assess' : turn === 1 ? 'no-assessment' : 'refuse'),
      ...(about === 'reevaluation' && choice % 5 === 0 ? { agreedUnnecessary: true, agreementDate: day } : {}),
    }),
    eligibility: () => completeEligibility(about, turn !== 2, day),
  };
  const view = answers[kind]?.() ?? whole;
  const names = Object.keys(view);
  const left = choice % 4 === 3 ? names[choice % Math.max(names.length, 1)] : undefined;
  return Object.fromEntries(Object.entries(view).filter(([name]) => name !== left));
}

const begun: readonly (readonly [Track, WalkOptions])[] = [
  ['s504', { before: 'referral.file' }],
  ['idea', { before: 'evaluation.decide' }],
  ['s504', { before: 'eligibility.decide' }],
  ['idea', { before: 'eligibility.decide' }],
  ['idea', { before: 'plan.present' }],
  ['s504', { before: 'plan.present' }],
  ['idea', { before: 'review.open' }],
  ['s504', { before: 'review.open' }],
  ['idea', { review: 'revise' }],
  ['s504', { review: 'revise' }],
  ['action', { before: 'process.abbreviate' }],
  ['action', { before: 'review.open' }],
];

/** Found eligible today: nobody was told yet, and consent to services is not asked for. */
function foundEligible(track: 'idea' | 's504'): Walk {
  const one = CaseUnderTest.after(track, { before: 'eligibility.decide' }).on(day);
  for (const regulation of ['idea', 's504']) {
    const document = one.newest('eligibility', regulation);
    one
      .write(document, completeEligibility(regulation, regulation === track, day))
      .take('eligibility.decide', { document });
  }
  const { state, documents } = one;
  return { decisions: state.decisions, state, documents, next: null };
}

const starts = [
  ...begun.map(([track, options]) => walk(track, options)),
  ...(['idea', 'idea', 's504'] as const).map(foundEligible),
];

describe('random walks', () => {
  it('never activate a plan without coordinator, and on the legal tracks without notice, conference and consent', () => {
    const activated: Record<string, number> = {};
    const reached = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(fc.nat(100_000), { minLength: 50, maxLength: 80 }),
        (start, choices) => {
          const one = new CaseUnderTest(start).on(day);
          for (const choice of choices) {
            const { forward, aside } = sampleMoves(one.state, day);
            const possible = (choice % 7 === 0 ? aside : forward).filter(({ action }) =>
              one.process.actions.find(({ id }) => id === action)?.from.includes(one.state.state),
            );
            const move = possible[(choice >> 2) % possible.length];
            const { action, payload, who } = move ?? { action: '', payload: {}, who: 'coordinator' };
            const documents = Object.values(one.state.documents).map(
              (document) =>
                [document.id, document.state === 'open' ? contentOf(one, document, choice >> 5) : {}] as const,
            );
            const kept = one.documents;
            one.documents = {
              ...kept,
              ...Object.fromEntries(documents.filter(([, view]) => Object.keys(view).length > 0)),
            };
            const before = one.state;
            const answer = one.ask(action, payload, who);
            one.documents = kept;
            if (!answer.ok) continue;
            one.apply(answer.decision);
            reached.add(one.state.state);
            if (action === 'plan.activate') {
              const cycle = one.state.plans.at(-1)?.cycle ?? '';
              activated[`${before.track} ${cycle}`] = (activated[`${before.track} ${cycle}`] ?? 0) + 1;
              checkActivation(before, cycle);
            }
            checkState(one.state);
            if (one.state.state === 'closed') break;
          }
        },
      ),
      { numRuns: 80, seed: 20_261_124, includeErrorInReport: true },
    );
    for (const track of ['action', 'idea', 's504'])
      assert.ok((activated[`${track} initial`] ?? 0) > 0, `no walk activated a first plan: ${track}`);
    assert.ok(Object.keys(activated).some((name) => name.startsWith('idea ') && !name.endsWith('initial')));
    assert.deepEqual([...reached].sort(), states.map(({ id }) => id).sort());
  });
});

/** What has to be on record before a plan is activated, told from the decisions alone. */
function checkActivation(state: CaseState, cycle: string) {
  assert.ok(state.team.some(({ coordinator }) => coordinator));
  assert.ok(!state.notices.some(({ about, provided }) => about === 'eligibility' && provided === null));
  if (state.track === 'action') return;
  const since = state.decisions.slice(state.decisions.findLastIndex(({ action }) => action === 'plan.activate') + 1);
  const told = (about: readonly Plain[], decisions: readonly Decision[]) =>
    decisions.some(({ action, facts }) => action === 'notice.provide' && about.includes(facts['about'] as Plain));
  assert.ok(told(['plan', 'change'], since), 'no notice of the plan');
  assert.ok(told(['eligibility'], state.decisions), 'no notice of the eligibility');
  const purpose = state.track === 'idea' ? 'iep' : 's504';
  if (cycle !== 'amendment')
    assert.ok(
      since.some(({ action, facts }) => action === 'conference.hold' && facts['purpose'] === purpose),
      'no conference',
    );
  if (state.track !== 'idea') return;
  const consents = state.decisions.filter(
    ({ action, facts }) => action === 'consent.revoke' || (action === 'consent.record' && facts['form'] === '102b'),
  );
  assert.equal(consents.at(-1)?.facts['result'], 'given', 'no consent to services');
}

/** What holds of every case, whatever way it went. */
function checkState({ state, stage, plan, plans, documents, track, suspicion }: CaseState) {
  assert.ok(state === 'closed' || stage !== null);
  if (state === 'implement-plan' || state === 'evaluate-plan') assert.ok(plan, `${state} without a plan`);
  assert.ok(plans.filter(({ ended }) => ended === null).length <= 1, 'two plans in force');
  if (plan) assert.equal(documents[plan.document]?.stands, 'final', 'the plan in force is on record');
  if (state === 'develop-plan') assert.ok(track, 'a plan is written without a track');
  if (suspicion === 'no') assert.ok(track === 'action' || stage === 'express-concern');
}
