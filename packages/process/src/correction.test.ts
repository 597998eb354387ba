import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CaseUnderTest } from './case.fixtures.js';
import { documentsCopied } from './contents.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import type { RowView } from './types.js';

const note = 'A name was misspelled.';

function correcting(document: string, before = 'review.open'): CaseUnderTest {
  const one = CaseUnderTest.after('idea', { before }).on('2026-12-01');
  return one.take('document.correct', { document, note });
}

const file = (one: CaseUnderTest, document: string) => one.take('correction.file', { document }, 'administrator');

describe('a correction', () => {
  it('opens an editable copy of the document, on which nothing else is judged', () => {
    const one = correcting('plan-1');
    assert.deepEqual(one.last.opens, [{ document: 'plan-2', corrects: 'plan-1' }]);
    assert.deepEqual(one.documents['plan-2'], one.documents['plan-1']);
    assert.deepEqual(one.refusal('document.correct', { document: 'plan-1', note }), ['document.correct/one']);
    // A revision that begins meanwhile writes in a draft of its own.
    one.take('plan.revise', { trigger: 'parent-request', reason: 'More.' });
    assert.deepEqual(one.last.opens, [{ document: 'plan-3' }]);
    assert.equal(one.state.documents['plan-2']?.stands, 'draft');
  });

  it('without a change is none, and with a change of what was decided is a revision', () => {
    const one = correcting('plan-1');
    assert.deepEqual(one.refusal('correction.file', { document: 'plan-2' }, 'administrator'), [
      'correction.file/changes',
    ]);
    const goals = (one.documents['plan-2']?.['goals'] ?? []) as readonly RowView[];
    one.write('plan-2', { endDate: '2027-05-01', goals: goals.map((row) => ({ ...row, target: 95 })) });
    const answer = one.ask('correction.file', { document: 'plan-2' }, 'administrator');
    assert.ok(!answer.ok && answer.code === 'unmet');
    assert.deepEqual(
      answer.unmet.map(({ id }) => id),
      ['correction.file/revision'],
    );
  });

  it('takes the place of the old version everywhere, which stays on record', () => {
    const one = correcting('plan-1').write('plan-2', { parentDecisionNote: 'Read with Auntie Kēhau.' });
    const before = one.state;
    file(one, 'plan-2');
    assert.deepEqual(one.last.facts['changes'], ['parentDecisionNote']);
    assert.deepEqual(
      ['plan-1', 'plan-2'].map((id) => one.state.documents[id]?.stands),
      ['superseded', 'final'],
    );
    assert.equal(one.state.plan?.document, 'plan-2');
    assert.deepEqual(
      one.state.plans.map(({ document, cycle, ended }) => [document, cycle, ended]),
      [['plan-2', 'initial', null]],
    );
    const { plan, dates } = one.state;
    assert.deepEqual(plan, { ...before.plan, document: 'plan-2' });
    for (const name of ['planActivatedDate', 'planStartDate', 'activePlanConferenceDate', 'planConferenceDate'])
      assert.equal(dates[name]?.day, before.dates[name]?.day, name);
  });

  it('is filed by the administrator alone', () => {
    const one = correcting('plan-1').write('plan-2', { parentDecisionNote: 'Read.' });
    assert.equal(one.refusal('correction.file', { document: 'plan-2' }), 'no-right');
  });

  it('of a superseded document, or of a copy that took its place: only the newest can be corrected', () => {
    const one = correcting('plan-1').write('plan-2', { parentDecisionNote: 'Read.' });
    file(one, 'plan-2');
    assert.deepEqual(one.refusal('document.correct', { document: 'plan-1', note }), ['document.correct/record']);
    one.take('document.correct', { document: 'plan-2', note });
    assert.deepEqual(one.last.opens, [{ document: 'plan-3', corrects: 'plan-2' }]);
  });

  for (const { kind, correctable } of hawaiiClassic.documents) {
    const one = CaseUnderTest.after('idea', { before: 'review.decide' }).on('2026-12-01');
    const sealed = Object.values(one.state.documents).find((row) => row.kind === kind && row.stands === 'final');
    if (!sealed) continue;
    it(`${kind}: ${correctable ? 'can' : 'cannot'} be corrected`, () => {
      const asked = { document: sealed.id, note };
      if (!correctable) {
        assert.deepEqual(one.refusal('document.correct', asked), ['document.correct/record']);
        return;
      }
      one.take('document.correct', asked);
      const [copy] = one.last.opens;
      assert.deepEqual([copy?.corrects, copy?.about], [sealed.id, sealed.about]);
      const { conferences, notices, consents, evaluations, eligibilities } = one.state;
      assert.deepEqual(
        [conferences.length, notices.length, consents.length, evaluations.length, eligibilities.length],
        [3, 6, 2, 1, 2],
        'a copy is no new notice, consent or evaluation',
      );
    });
  }

  it('of a conference keeps the dates that come from it', () => {
    const one = correcting('conference-3').write('conference-4', { minutes: 'The team agreed on two needs.' });
    const before = one.state.dates;
    file(one, 'conference-4');
    assert.equal(one.state.conferences.at(-1)?.document, 'conference-4');
    for (const name of ['activePlanConferenceDate', 'iepConferenceDate', 'iepConferenceAfterEligibilityDate'])
      assert.equal(one.state.dates[name]?.day, before[name]?.day, name);
    assert.equal(one.state.dates['planConferenceDate'], before['planConferenceDate'], 'it counts for no new plan');
  });

  it('of the plan keeps the conference that was held since for the plan that follows', () => {
    const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2026-12-01').meet('iep');
    const held = one.state.dates['planConferenceDate'];
    assert.equal(held?.day, '2026-12-01');
    one.take('document.correct', { document: 'plan-1', note }).write('plan-2', { parentDecisionNote: 'Read.' });
    file(one, 'plan-2');
    assert.deepEqual(one.state.dates['planConferenceDate'], held);
  });

  it('is cited by no notice before it is filed, and in the place of its original from then on', () => {
    const one = correcting('needs', 'plan.present');
    const copied = () => documentsCopied(hawaiiClassic, one.state, presented(one));
    const presented = (of: CaseUnderTest) => {
      const answer = of.ask('plan.present');
      assert.ok(answer.ok);
      return answer.decision;
    };
    assert.ok(copied().includes('needs') && !copied().includes('needs-2'));
    assert.deepEqual(
      copied().filter((id) => id.startsWith('conference')),
      ['conference-1', 'conference-2', 'conference-3'],
    );
    const needs = (one.documents['needs-2']?.['needs'] ?? []) as readonly RowView[];
    one.write('needs-2', { needs: needs.map((row) => ({ ...row, statement: `${row['statement']} So far.` })) });
    file(one, 'needs-2');
    assert.ok(!copied().includes('needs') && copied().includes('needs-2'));
    one.take('document.correct', { document: 'conference-1', note });
    file(one.write('conference-4', { minutes: 'Two needs.' }), 'conference-4');
    assert.deepEqual(
      copied().filter((id) => id.startsWith('conference')),
      ['conference-4', 'conference-2', 'conference-3'],
    );
  });

  it('of an earlier determination says nothing about the evaluation that goes on', () => {
    const one = CaseUnderTest.after('s504', { before: 'review.open' }).on('2026-12-01');
    one.take('reevaluation.open', { trigger: 'need', reason: 'New needs.', bothAgree: true });
    const before = one.state.dates['s504EligibilityDate'];
    one.take('document.correct', { document: 'eligibility-2', note });
    file(one.write('eligibility-3', { parentInput: 'We agree.' }), 'eligibility-3');
    assert.deepEqual(one.state.dates['s504EligibilityDate'], before);
    assert.deepEqual(one.state.dates['eligibilityDate'], undefined);
  });

  it('goes on when the process does: a suspicion voids the draft of a plan, not the copy of the one in force', () => {
    const one = CaseUnderTest.after('action', { path: 'full', before: 'review.open' }).on('2026-12-01');
    one.take('document.correct', { document: 'plan-1', note });
    one.take('suspicion.raise', { reason: 'The gap grows.', day: one.day });
    assert.equal(one.state.documents['plan-2']?.state, 'open');
    file(one.write('plan-2', { parentDecisionNote: 'Read.' }), 'plan-2');
    assert.equal(one.state.plan?.document, 'plan-2');
  });
});
