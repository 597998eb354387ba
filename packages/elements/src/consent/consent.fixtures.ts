import { samplePeople } from '@ssp-kit/process/testing';
import { type WalkedCase, type WalkedOptions, walkedCase } from '../shared/walk.fixtures.js';

/** The form 102a is drafted and can be given to the family. */
export function consentDrafted(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', { before: 'consent.provide', ...options });
}

/** The family has the form and did not answer yet; somebody tried to reach them. */
export function consentProvided(options: WalkedOptions & { readonly contacts?: number } = {}): WalkedCase {
  const { contacts = 0, ...others } = options;
  const given = walkedCase('idea', { before: 'consent.record', ...others });
  const tries = [
    { method: 'phone', outcome: 'Nobody answered; left a message.' },
    { method: 'home-visit', outcome: 'Spoke with the grandmother, left a copy of the form.' },
  ];
  for (const one of tries.slice(0, contacts)) {
    const outcome = given.session.decideAs(samplePeople.coordinator, given.caseId, 'contact.record', {
      ...one,
      about: 'consent',
      document: 'consent-1',
      date: given.session.view.get().today,
      contact: samplePeople.parent.name,
      relation: 'Mother',
    });
    if (outcome.result === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  }
  return given;
}

/** Both forms of a case with services: 102a and 102b, answered. */
export function consentsAnswered(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', { before: 'review.open', ...options });
}
