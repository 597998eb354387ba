import { samplePeople } from '@ssp-kit/process/testing';
import { type WalkedCase, type WalkedOptions, walkedCase } from '../shared/walk.fixtures.js';

/** The evaluation is decided; the notice of it has drafted itself and waits for a person. */
export function noticeDrafted(options: WalkedOptions = {}): WalkedCase {
  const given = walkedCase('idea', { before: 'evaluation.decide', ...options });
  const outcome = given.session.decideAs(samplePeople.coordinator, given.caseId, 'evaluation.decide');
  if (outcome.result === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  return given;
}

/** The notice is complete and can be given to the family. */
export function noticeToProvide(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', { before: 'notice.provide', ...options });
}

/** Several notices were given to the family. */
export function noticesProvided(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', { before: 'plan.present', ...options });
}
