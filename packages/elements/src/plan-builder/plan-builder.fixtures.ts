import { samplePeople } from '@ssp-kit/process/testing';
import { cyra, makeCase, presenceOf } from '../shared/case.fixtures.js';
import { type WalkedCase, type WalkedOptions, walkedCase } from '../shared/walk.fixtures.js';

/** A plan in the middle of the writing, with two others in it. */
export function planInWriting(as: 'ana' | 'cyra' | 'leilani' = 'ana') {
  const made = makeCase('develop-plan', { as });
  const plan = made.case.document('plan-1');
  plan.addRow('needs', {
    id: 'n2',
    values: { area: 'social-emotional' },
  });
  plan.type('needs/n2/statement', 'Kai needs a way to practise aloud without the whole class listening.');
  plan.addRow('goals', { id: 'g2', values: { need: 'n2', baseline: 0, direction: 'up' } });
  plan.type('goals/g2/behavior', 'read a page aloud to a partner of his choice');
  plan.addRow('services', {
    id: 's2',
    values: { goal: 'g1', type: 'support', name: 'Phonics in a small group', minutes: 20, count: 1, interval: 'week' },
  });
  plan.join(presenceOf('cyra', 3, 'goals/g2/behavior'));
  plan.join(presenceOf('dev', 5, 'services/s2/name'));
  plan.caret('goals/g2/behavior', {
    key: 'cyra',
    person: cyra.person,
    name: cyra.name,
    color: 3,
    anchor: 17,
    head: 17,
  });
  return made;
}

/** A plan that nobody has begun. */
export function emptyPlan() {
  return makeCase('develop-plan', { filled: false });
}

/** The active plan: sealed, read as a document. */
export function activePlan(as: 'ana' | 'leilani' = 'ana') {
  return makeCase('implement-plan', { as });
}

/** An IEP in the middle of the writing. */
export function iepInWriting() {
  const made = planInWriting();
  const state = made.case.view.get().case;
  made.case.patch({ case: state && { ...state, track: 'idea' } });
  const plan = made.case.document('plan-1');
  plan.set('regularClassMinutes', 1350);
  plan.set('schoolMinutes', 1800);
  plan.type('presentLevels', 'Kai reads 41 words a minute with 88 % accuracy. He retells stories in order.');
  return made;
}

/** The plan of a track, complete for its activation. */
export function planToActivate(track: 'action' | 'idea' | 's504' = 'idea', options: WalkedOptions = {}): WalkedCase {
  return walkedCase(track, { before: 'plan.activate', ...options });
}

/** An IEP whose draft is ready to be presented. */
export function planToPresent(options: WalkedOptions = {}): WalkedCase {
  return walkedCase('idea', { before: 'plan.present', ...options });
}

/** The draft is presented: the team and the family read it. */
export function planPresented(options: WalkedOptions = {}): WalkedCase {
  const given = planToPresent(options);
  const outcome = given.session.decideAs(samplePeople.coordinator, given.caseId, 'plan.present');
  if (outcome.result === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  return given;
}

/** The next plan, opened as a copy of the active one to change it. */
export function planToRevise(options: WalkedOptions = {}): WalkedCase {
  const given = walkedCase('idea', { before: 'review.open', ...options });
  const outcome = given.session.decideAs(samplePeople.coordinator, given.caseId, 'plan.revise', {
    trigger: 'team-request',
    reason: 'He needs more time for reading.',
  });
  if (outcome.result === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  return given;
}
