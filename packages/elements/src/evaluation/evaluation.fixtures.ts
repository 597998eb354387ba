import { samplePeople } from '@ssp-kit/process/testing';
import { type WalkedCase, type WalkedOptions, walkedCase } from '../shared/walk.fixtures.js';

/** The decision whether to evaluate is being written. */
export function evaluationToDecide(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', { before: 'evaluation.decide', ...options });
}

/** Decided: the consent and the notice are under way. */
export function evaluationDecided(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', { before: 'consent.record', ...options });
}

/** A plan is in use, and the student is to be evaluated again. */
export function reevaluationBegun(options: WalkedOptions = {}): WalkedCase {
  const given = walkedCase('idea', { before: 'review.open', ...options });
  const outcome = given.session.decideAs(samplePeople.coordinator, given.caseId, 'reevaluation.open', {
    trigger: 'need',
    reason: 'His needs have changed since the move.',
    bothAgree: true,
  });
  if (outcome.result === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  return given;
}
