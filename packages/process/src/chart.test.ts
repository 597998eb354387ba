import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { getShortestPaths } from 'xstate/graph';
import type { CaseState } from './case-state.js';
import { chartOf, initialState, next } from './chart.js';
import { decide } from './decide.js';
import type { ChartEvent } from './guards.js';
import { foldNext } from './fold.js';
import { actions } from './tables/actions.js';
import { states } from './tables/stages.js';
import {
  completeConcern,
  completeConference,
  completeEvidence,
  completeNeeds,
  completePlan,
  completeReview,
  samplePeople,
  sampleStart,
  walk,
} from './testing.js';
import type { Decision, DocumentView, Facts, Plain } from './types.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

/** The answers that lead different ways. */
const forks: Readonly<Record<string, readonly Facts[]>> = {
  'evaluation.decide': [
    { willEvaluate: true, assessmentNeeded: true },
    { willEvaluate: true, assessmentNeeded: false },
    { willEvaluate: false, assessmentNeeded: false },
  ],
  'consent.record': [
    { phase: 'evaluation', form: '102a', result: 'given' },
    { phase: 'evaluation', form: '102a', result: 'denied' },
  ],
  'eligibility.decide': [
    { eligibleIdea: true, eligible504: true },
    { eligibleIdea: false, eligible504: true },
    { eligibleIdea: false, eligible504: false },
  ],
  'review.decide': [{ decision: 'continue' }, { decision: 'revise' }, { decision: 'exit' }],
};

const events: readonly ChartEvent[] = actions.flatMap(({ id }) =>
  (forks[id] ?? [{}]).flatMap((facts) =>
    (['yes', 'no', 'unsure'] as const).map((suspicion) => ({ type: id, facts, suspicion })),
  ),
);

describe('the chart', () => {
  it('reaches every state, and each shortest path can be walked step by step', () => {
    const paths = getShortestPaths(chartOf(hawaiiClassic), { events: [...events] as ChartEvent[] });
    const reached = new Set<string>();
    for (const { steps, state } of paths) {
      let stands = initialState(hawaiiClassic);
      for (const { event } of steps) {
        if (event.type === 'xstate.init') continue;
        const after = next(hawaiiClassic, stands, event as ChartEvent);
        assert.ok(after, `${event.type} leads nowhere from ${stands}`);
        stands = after;
      }
      assert.deepEqual(state.value, asValue(stands));
      reached.add(stands);
    }
    assert.deepEqual([...reached].sort(), states.map(({ id }) => id).sort());
  });

  it('goes on from everywhere to the end, and nowhere from there', () => {
    const exits = new Map(states.map(({ id }) => [id, new Set(events.map((event) => next(hawaiiClassic, id, event)))]));
    for (const { id } of states) {
      const seen = new Set([id]);
      for (const stands of seen) for (const after of exits.get(stands) ?? []) if (after) seen.add(after);
      assert.equal(seen.has('closed'), true, id);
      if (id === 'closed') assert.equal(seen.size, 1);
    }
  });

  it('treats a suspicion that is unsure or unknown as yes', () => {
    for (const suspicion of ['yes', 'unsure', null] as const) {
      assert.equal(
        next(hawaiiClassic, 'define-needs.defining', { type: 'needs.define', facts: {}, suspicion }),
        'define-needs.evaluation',
      );
      assert.equal(next(hawaiiClassic, 'gather-data', { type: 'process.abbreviate', facts: {}, suspicion }), null);
    }
    assert.equal(
      next(hawaiiClassic, 'define-needs.defining', { type: 'needs.define', facts: {}, suspicion: 'no' }),
      'develop-plan',
    );
  });

  it('goes on to eligibility only with the consent that it waits for', () => {
    const record = (facts: Facts) =>
      next(hawaiiClassic, 'define-needs.consent', { type: 'consent.record', facts, suspicion: 'yes' });
    assert.equal(record({ phase: 'evaluation', form: '102a', result: 'given' }), 'define-needs.eligibility');
    for (const result of ['denied', 'no-response'])
      assert.equal(record({ phase: 'evaluation', form: '102a', result }), 'define-needs.consent');
    assert.equal(record({ phase: 'evaluation', form: '102b', result: 'given' }), 'define-needs.consent');
  });

  it('is drawn and exported as it is now', async () => {
    const script = fileURLToPath(new URL('../scripts/chart.mjs', import.meta.url));
    await promisify(execFile)(process.execPath, [script, '--check']);
  });
});

function asValue(id: string): string | Record<string, string> {
  const [stage, inner] = id.split('.') as [string, string?];
  return inner === undefined ? stage : { [stage]: inner };
}

describe('random walks', () => {
  const dates = { providedDate: '2026-08-20', receivedDate: '2026-08-21', decisionDate: '2026-08-21' };
  const notice = (about: string) => ({ about, providedDate: '2026-08-22', method: 'hand', language: 'en' });
  /** What a person may try, sensible or not. */
  const attempts: readonly (readonly [string, Readonly<Record<string, Plain>>])[] = [
    ['concern.submit', {}],
    ['referral.return', { reason: 'more' }],
    ['referral.file', {}],
    ['referral.file', {}],
    ['team.add', { person: 'coordinator', role: 'Coordinator' }],
    ['team.add', { person: 'provider', role: 'Provider' }],
    ['team.remove', { person: 'coordinator' }],
    ['team.coordinate', { person: 'coordinator' }],
    ['team.coordinate', { person: 'provider' }],
    ...['student-needs', 'iep', 's504', 'action-plan'].map(
      (purpose) => ['conference.schedule', { purpose, date: '2026-08-21' }] as const,
    ),
    ['conference.hold', {}],
    ['conference.hold', {}],
    ['process.abbreviate', { reason: 'low needs' }],
    ['evidence.complete', {}],
    ['needs.define', {}],
    ['needs.define', {}],
    ...[
      [true, true],
      [true, false],
      [false, false],
    ].map(
      ([willEvaluate, assessmentNeeded]) =>
        [
          'evaluation.decide',
          {
            regulation: 'both',
            willEvaluate,
            assessmentNeeded,
            reason: 'so',
            decisionDate: dates.decisionDate,
          } as Readonly<Record<string, Plain>>,
        ] as const,
    ),
    ...['given', 'given', 'denied'].flatMap((result) =>
      ['102a', '102b'].map(
        (form) =>
          [
            'consent.record',
            { form, result, providedDate: dates.providedDate, receivedDate: dates.receivedDate },
          ] as const,
      ),
    ),
    ...[
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ].map(
      ([eligibleIdea, eligible504]) =>
        [
          'eligibility.decide',
          {
            eligibleIdea,
            eligible504,
            category: 'sld',
            reportsReviewed: true,
            reason: 'so',
            decisionDate: dates.decisionDate,
          } as Readonly<Record<string, Plain>>,
        ] as const,
    ),
    ...['evaluation', 'eligibility', 'plan', 'review'].map((about) => ['notice.record', notice(about)] as const),
    ['plan.activate', {}],
    ['plan.activate', {}],
    ['review.open', { trigger: 'progress' }],
    ...['continue', 'revise', 'revise'].map((decision) => ['review.decide', { decision }] as const),
  ];

  const concern = completeConcern('unsure');

  function documentsOf(state: CaseState): Readonly<Record<string, DocumentView>> {
    const content: Readonly<Record<string, DocumentView>> = {
      concern,
      evidence: completeEvidence(),
      needs: completeNeeds(),
      plan: completePlan(state.track ?? 'action', sampleStart),
      review: completeReview(),
    };
    return Object.fromEntries(
      Object.values(state.documents).map(({ id, kind }) => {
        const purpose = state.conferences.find(({ document }) => document === id)?.purpose;
        return [id, kind === 'conference' ? completeConference(purpose ?? '', '2026-08-21') : (content[kind] ?? {})];
      }),
    );
  }

  function step(state: CaseState, choice: number): Decision | null {
    const possible = attempts.filter(([action]) => actions.find(({ id }) => id === action)?.from.includes(state.state));
    const [action, payload] = possible[choice % possible.length] ?? ['', {}];
    const open = Object.values(state.documents).filter(
      ({ kind, state: stands }) => kind === 'conference' && stands === 'open',
    );
    const answer = decide(hawaiiClassic, {
      state,
      key: String(state.seq),
      action,
      payload: action === 'conference.hold' ? { document: open.at(-1)?.id ?? '' } : payload,
      documents: documentsOf(state),
      actor: samplePeople.coordinator,
      relations: ['school'],
      day: '2026-11-30',
      at: '2026-11-30T18:00:00.000Z',
      base: state.seq,
    });
    return answer.ok ? answer.decision : null;
  }

  const begun = {
    yes: walk('s504', { before: 'concern.submit' }).state,
    team: walk('s504', { before: 'eligibility.decide' }).state,
    none: walk('action', { before: 'process.abbreviate' }).state,
  };

  it('never activate a plan without coordinator, and on the legal tracks without notice, conference and consent', () => {
    const activated = { action: 0, idea: 0, s504: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(begun.team, begun.yes, begun.team, begun.none),
        fc.array(fc.nat(10_000), { minLength: 50, maxLength: 90 }),
        (start, choices) => {
          let state = start;
          for (const choice of choices) {
            const decision = step(state, choice);
            if (!decision) continue;
            if (decision.action === 'plan.activate') {
              activated[state.track ?? 'action'] += 1;
              checkActivation(state);
            }
            state = foldNext(state, decision);
            if (state.state === 'closed') break;
          }
        },
      ),
      { numRuns: 60, seed: 20_261_124 },
    );
    for (const [track, times] of Object.entries(activated))
      assert.ok(times > 0, `no walk activated a plan on ${track}`);
  });
});

function checkActivation(state: CaseState) {
  assert.ok(state.team.some(({ coordinator }) => coordinator));
  if (state.track === 'action') return;
  const done = state.decisions.slice(state.decisions.findLastIndex(({ action }) => action === 'plan.activate') + 1);
  const told = (about: string, decisions: readonly Decision[]) =>
    decisions.some(({ action, facts }) => action === 'notice.record' && facts['about'] === about);
  assert.ok(told('plan', done) && told('eligibility', state.decisions));
  const purpose = state.track === 'idea' ? 'iep' : 's504';
  assert.ok(done.some(({ action, facts }) => action === 'conference.hold' && facts['purpose'] === purpose));
  if (state.track === 'idea') {
    const consents = state.decisions.filter(
      ({ action, facts }) => action === 'consent.record' && facts['form'] === '102b',
    );
    assert.equal(consents.at(-1)?.facts['result'], 'given');
  }
}
