import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseState } from './case-state.js';
import { decide } from './decide.js';
import { fold, foldNext } from './fold.js';
import type { Process } from './process.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { completeCommand, walk } from './testing.js';
import { upgrade } from './upgrade.js';

const when = { key: 'k', day: '2026-08-03', at: '2026-08-03T18:00:00.000Z' };

/** The sample case as a process of this version has decided it. */
function caseOf(processVersion: string): CaseState {
  const { decisions } = walk('action', { until: 'gather-data' });
  return fold(decisions.map((decision) => ({ ...decision, processVersion }))) as CaseState;
}

function upgradeOf(process: Process, state: CaseState) {
  return upgrade(process, state, when);
}

describe('upgrade', () => {
  it('moves a case by a row for its version, and the fold takes it', () => {
    const state = caseOf('hawaii-classic/1');
    const decision = upgradeOf(hawaiiClassic, state);
    assert.deepEqual(decision?.facts, { from: 'hawaii-classic/1', to: hawaiiClassic.version });
    assert.ok(decision);
    const next = foldNext(state, decision);
    assert.deepEqual([next.state, next.stage, next.processVersion], [state.state, state.stage, hawaiiClassic.version]);
    assert.equal(upgradeOf(hawaiiClassic, next), null);
  });

  it('maps the states of a row and opens what is expected there', () => {
    const process: Process = {
      ...hawaiiClassic,
      upgrades: [
        {
          from: 'older/3',
          states: { 'gather-data': 'define-needs.defining' },
          opens: { 'define-needs.defining': [{ kind: 'needs' }, { kind: 'evidence' }] },
          source: 'test',
        },
      ],
    };
    const decision = upgradeOf(process, caseOf('older/3+12345678'));
    assert.equal(decision?.to, 'define-needs.defining');
    assert.deepEqual(decision.opens, [{ document: 'needs' }]);
    assert.equal(upgradeOf(process, { ...caseOf('older/3'), state: 'develop-plan' }), null);
  });

  it('needs no row between fingerprints of one revision, and never guesses without one', () => {
    const { id, revision } = hawaiiClassic.profile;
    assert.equal(upgradeOf(hawaiiClassic, caseOf(`${id}/${revision}+00000000`))?.to, 'gather-data');
    assert.equal(upgradeOf(hawaiiClassic, caseOf('mars/7')), null);
    const [state] = hawaiiClassic.states;
    assert.equal(upgradeOf({ ...hawaiiClassic, states: state ? [state] : [] }, caseOf('hawaii-classic/1')), null);
  });

  it('opens the documents in which a case of revision 1 is decided further', () => {
    const opened = (state: CaseState) =>
      upgradeOf(hawaiiClassic, { ...state, processVersion: 'hawaii-classic/1' })?.opens;
    const waiting = walk('s504', { before: 'evaluation.decide' }).state;
    const bare = { ...waiting, documents: {}, evaluations: [] };
    assert.deepEqual(opened(bare), [{ document: 'evaluation', about: 'initial' }]);
    const decision = upgradeOf(hawaiiClassic, { ...bare, processVersion: 'hawaii-classic/1' });
    assert.equal(decision && foldNext({ ...bare, processVersion: 'hawaii-classic/1' }, decision).evaluations.length, 1);
    const asked = { ...walk('s504', { before: 'consent.provide' }).state, documents: {}, consents: [] };
    assert.deepEqual(opened(asked), [{ document: 'consent-1', about: '102a' }]);
    const deciding = { ...walk('idea', { before: 'assessment.request' }).state, documents: {} };
    assert.deepEqual(opened(deciding), [
      { document: 'eligibility-1', about: 'idea' },
      { document: 'eligibility-2', about: 's504' },
    ]);
    const writing = {
      ...walk('idea', { before: 'consent.provide' }).state,
      track: 'idea' as const,
      state: 'develop-plan' as const,
      consents: [],
      documents: {},
    };
    assert.deepEqual(opened(writing), [{ document: 'consent-1', about: '102b' }]);
  });

  it('does not make what a person had in mind out of date', () => {
    const command = completeCommand('evidence.complete', 's504');
    const behind = { ...command.state, processVersion: 'hawaii-classic/1' };
    const moved = upgradeOf(hawaiiClassic, behind);
    assert.ok(moved);
    assert.ok(decide(hawaiiClassic, { ...command, state: foldNext(behind, moved), base: behind.seq }).ok);
  });
});
