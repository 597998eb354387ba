import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CaseUnderTest, contentOf } from './case.fixtures.js';
import type { CaseDocument, CaseState } from './case-state.js';
import { clockOf } from './deadlines.js';
import { fold, foldNext } from './fold.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import type { Decision, Facts } from './types.js';
import { upgrade } from './upgrade.js';

type Entry = readonly [day: string, action: string, facts: Facts, to: string, opens?: string, seals?: string];

const service = {
  id: 's',
  type: 'special-education',
  minutes: 30,
  count: 3,
  interval: 'week',
  location: 'separate-room',
  provider: 'provider',
  startDate: '2026-10-09',
  endDate: '2027-04-07',
};
const notice = { decided: true, method: 'hand', language: 'en', safeguardsDate: null, consentRequestDate: null };

/** An IEP as revision 1 decided it: what it asked stood in the payload, and there was no document for it. */
const log: readonly Entry[] = [
  [
    '2026-08-17',
    'case.start',
    { case: 'c', student: 's', studentName: 'Keola', grade: '3', school: 'x', schoolName: 'X' },
    'express-concern.draft',
    'official concern',
  ],
  ['2026-08-17', 'concern.submit', { description: true }, 'express-concern.submitted'],
  [
    '2026-08-18',
    'referral.file',
    { receivedDate: '2026-08-17', suspicion: 'yes' },
    'gather-data',
    'evidence',
    'concern',
  ],
  [
    '2026-08-18',
    'team.add',
    { person: 'coordinator', name: 'Leilani Kahale', role: 'Care coordinator' },
    'gather-data',
  ],
  ['2026-08-18', 'team.add', { person: 'provider', name: 'Rosa Silva', role: 'Reading specialist' }, 'gather-data'],
  ['2026-08-18', 'team.add', { person: 'evaluator', name: 'Dana Lum', role: 'Psychologist' }, 'gather-data'],
  ['2026-08-18', 'team.coordinate', { person: 'coordinator', onTeam: true }, 'gather-data'],
  ['2026-08-25', 'evidence.complete', { items: 1, suspicion: 'yes' }, 'define-needs.defining', 'needs', 'evidence'],
  [
    '2026-08-25',
    'conference.schedule',
    { purpose: 'student-needs', date: '2026-08-27', time: null },
    'define-needs.defining',
    'conference-1',
  ],
  [
    '2026-08-27',
    'conference.hold',
    { purpose: 'student-needs', actualDate: '2026-08-27' },
    'define-needs.defining',
    '',
    'conference-1',
  ],
  [
    '2026-08-27',
    'needs.define',
    { needs: 1, needsConferenceDate: '2026-08-27', suspicion: 'yes' },
    'define-needs.evaluation',
    '',
    'needs',
  ],
  [
    '2026-08-28',
    'evaluation.decide',
    { regulation: 'both', decisionDate: '2026-08-28', willEvaluate: true, assessmentNeeded: true, hasReason: true },
    'define-needs.consent',
  ],
  [
    '2026-08-28',
    'notice.record',
    {
      ...notice,
      about: 'evaluation',
      providedDate: '2026-08-28',
      safeguardsDate: '2026-08-28',
      consentRequestDate: '2026-08-28',
    },
    'define-needs.consent',
  ],
  [
    '2026-09-01',
    'consent.record',
    { phase: 'evaluation', form: '102a', result: 'given', providedDate: '2026-08-31', receivedDate: '2026-09-01' },
    'define-needs.eligibility',
  ],
  [
    '2026-09-25',
    'eligibility.decide',
    {
      decisionDate: '2026-09-25',
      reportsReviewed: true,
      eligibleIdea: true,
      eligible504: false,
      category: 'sld',
      hasReason: true,
    },
    'develop-plan',
    'plan-1',
  ],
  ['2026-09-25', 'notice.record', { ...notice, about: 'eligibility', providedDate: '2026-09-25' }, 'develop-plan'],
  [
    '2026-09-29',
    'consent.record',
    { phase: 'services', form: '102b', result: 'given', providedDate: '2026-09-28', receivedDate: '2026-09-29' },
    'develop-plan',
  ],
  [
    '2026-09-30',
    'conference.schedule',
    { purpose: 'iep', date: '2026-10-06', time: null },
    'develop-plan',
    'conference-2',
  ],
  ['2026-10-06', 'conference.hold', { purpose: 'iep', actualDate: '2026-10-06' }, 'develop-plan', '', 'conference-2'],
  ['2026-10-08', 'notice.record', { ...notice, about: 'plan', providedDate: '2026-10-08' }, 'develop-plan'],
  [
    '2026-10-09',
    'plan.activate',
    {
      kind: 'iep',
      startDate: '2026-10-09',
      endDate: '2027-04-07',
      reviewDate: '2026-12-08',
      coordinator: 'coordinator',
      goalIds: ['g'],
      serviceRows: [service],
    },
    'implement-plan',
    'log-1 services-2026-2027',
    'plan-1',
  ],
  [
    '2026-10-16',
    'service.sign',
    { session: 'a', service: 's', date: '2026-10-16', status: 'provided', minutes: 30 },
    'implement-plan',
  ],
  ['2026-11-16', 'review.open', { trigger: 'team-request' }, 'evaluate-plan', 'review-1'],
  ['2026-11-16', 'notice.record', { ...notice, about: 'review', providedDate: '2026-11-16' }, 'evaluate-plan'],
  [
    '2026-11-16',
    'review.decide',
    { decision: 'continue', reviewDate: '2026-11-16', fidelity: 'full', parentInformedDate: '2026-11-16' },
    'implement-plan',
    '',
    'review-1',
  ],
];

const words = (text = '') => text.split(' ').filter((word) => word !== '');

const decisions: readonly Decision[] = log.map(([day, action, facts, to, opens, seals], at) => ({
  seq: at + 1,
  key: `k${at}`,
  action,
  at: `${day}T18:00:00.000Z`,
  day,
  actor: { person: 'coordinator', name: 'Leilani Kahale', roles: ['coordinator'] },
  processVersion: 'hawaii-classic/1',
  facts,
  words: {},
  to,
  opens: words(opens).map((document) => ({ document, ...(document === 'log-1' ? { writer: 'provider' } : {}) })),
  seals: words(seals).map((document) => ({ document, version: 1, hash: '' })),
  cites: [],
}));

/** The case as it stood after the last of its decisions that led to a state. */
function until(state: string): CaseState {
  return fold(decisions.slice(0, decisions.findLastIndex(({ to }) => to === state) + 1)) as CaseState;
}

/** The same case, come to the process of today, its open documents complete. */
function upgraded(state: CaseState): CaseUnderTest {
  const day = '2026-12-01';
  const decision = upgrade(hawaiiClassic, state, { key: 'u', day, at: `${day}T18:00:00.000Z` });
  assert.ok(decision);
  const after = foldNext(state, decision);
  const open = Object.values(after.documents).filter((row) => row.state === 'open');
  const documents = Object.fromEntries(
    open.map((document: CaseDocument) => [document.id, contentOf(after, document, day)]),
  );
  return new CaseUnderTest({ decisions: after.decisions, state: after, documents, next: null }).on(day);
}

describe('a log of revision 1', () => {
  it('folds to what its decisions said, document or not', () => {
    const state = fold(decisions) as CaseState;
    assert.deepEqual([state.state, state.track, state.suspicion], ['implement-plan', 'idea', 'yes']);
    assert.deepEqual(
      state.evaluations.map(({ about, decided, regulation, willEvaluate, assessmentNeeded }) => [
        about,
        decided,
        regulation,
        willEvaluate,
        assessmentNeeded,
      ]),
      [['initial', '2026-08-28', 'both', true, true]],
    );
    assert.deepEqual(
      state.consents.map(({ form, result, received, document }) => [form, result, received, document]),
      [
        ['102a', 'given', '2026-09-01', null],
        ['102b', 'given', '2026-09-29', null],
      ],
    );
    assert.deepEqual(
      state.eligibilities.map(({ regulation, eligible, category }) => [regulation, eligible, category]),
      [
        ['idea', true, 'sld'],
        ['s504', false, null],
      ],
    );
    assert.deepEqual(
      state.notices.map(({ about, provided }) => [about, provided]),
      [
        ['evaluation', '2026-08-28'],
        ['eligibility', '2026-09-25'],
        ['plan', '2026-10-08'],
        ['review', '2026-11-16'],
      ],
    );
    assert.deepEqual(
      state.plans.map(({ document, kind, track, cycle, ended }) => [document, kind, track, cycle, ended]),
      [['plan-1', 'iep', 'idea', 'initial', null]],
    );
    assert.equal(state.conferences.at(-1)?.invited, null);
    const sealed = Object.values(state.documents).filter((row) => row.state === 'sealed');
    assert.ok(sealed.every(({ stands }) => stands === 'final'));
  });

  it('keeps its deadlines', () => {
    const state = fold(decisions) as CaseState;
    const clock = (id: string) => clockOf(hawaiiClassic, id, state, '2026-12-01');
    assert.deepEqual(
      ['ref_decision', 'eval_60', 'iep_meeting_hi'].map((id) => [id, clock(id)?.due, clock(id)?.stopped]),
      [
        ['ref_decision', '2026-09-01', '2026-08-31'],
        ['eval_60', '2026-10-31', '2026-09-25'],
        ['iep_meeting_hi', '2026-10-14', '2026-10-06'],
      ],
    );
    assert.equal(clock('plan_annual')?.due, '2027-10-06');
    assert.equal(clock('reeval_triennial')?.due, '2029-09-25');
  });

  it('of any length folds', () => {
    for (let length = 1; length <= decisions.length; length++)
      assert.equal(fold(decisions.slice(0, length))?.state, decisions[length - 1]?.to);
  });

  it('goes on by the process of today from an evaluation that had no document', () => {
    const one = upgraded(until('define-needs.evaluation'));
    assert.equal(one.refusal('service.sign'), 'no-right');
    one.take('evaluation.decide').tell().consent('102a');
    assert.equal(one.state.state, 'define-needs.eligibility');
    assert.equal(one.state.evaluations.length, 1);
  });

  it('goes on from a consent that was asked for on paper', () => {
    const one = upgraded(until('define-needs.consent'));
    if (!Object.values(one.state.documents).some(({ kind }) => kind === 'consent'))
      one.take('consent.request', { form: '102a' });
    one.consent('102a');
    assert.equal(one.state.state, 'define-needs.eligibility');
  });

  it('goes on from an eligibility that was to be decided', () => {
    const one = upgraded(until('define-needs.eligibility'));
    one.take('assessment.request', { person: 'evaluator', area: 'academic', due: one.day });
    one.take('assessment.file', { document: one.newest('assessment') }, 'evaluator').meet('eligibility');
    for (const regulation of ['idea', 's504'])
      one.take('eligibility.decide', { document: one.newest('eligibility', regulation) });
    assert.deepEqual([one.state.state, one.state.track], ['develop-plan', 'idea']);
  });

  it('activates its plan by the notice and consent that were recorded', () => {
    const before = decisions.findIndex(({ action }) => action === 'plan.activate');
    const one = upgraded(fold(decisions.slice(0, before)) as CaseState);
    one.take('plan.activate');
    assert.equal(one.state.plan?.kind, 'iep');
  });

  it('reviews, revises and reevaluates its plan', () => {
    const one = upgraded(fold(decisions) as CaseState);
    one.take('plan.revise', { trigger: 'parent-request', reason: 'More.' });
    assert.deepEqual(one.last.opens, [{ document: 'plan-2' }]);
    const again = upgraded(fold(decisions) as CaseState);
    again.take('reevaluation.open', { trigger: 'need', reason: 'New needs.', bothAgree: true });
    assert.deepEqual(again.last.opens, [{ document: 'evaluation', about: 'reevaluation' }]);
  });
});
