import type { CaseState } from '../case-state.js';
import type { Facts, Plain } from '../types.js';
import { conferenceFacts } from './conference.js';
import { correctionFacts } from './correction.js';
import { emergencyFacts } from './emergency.js';
import { evaluationFacts } from './evaluation.js';
import { corrected, documentOf, type Finders, type Material } from './material.js';
import { noticeFacts } from './notice.js';
import { planFacts } from './plan.js';
import { referralFacts } from './referral.js';
import { reviewFacts } from './review.js';
import { serviceFacts } from './services.js';
import { teamFacts } from './team.js';

export { corrected, documentOf, type Material } from './material.js';

const finders: Finders = {
  ...referralFacts,
  ...teamFacts,
  ...conferenceFacts,
  ...evaluationFacts,
  ...noticeFacts,
  ...planFacts,
  ...serviceFacts,
  ...reviewFacts,
  ...correctionFacts,
  ...emergencyFacts,
};

/**
 * The facts of an action: dates, counts, ids, yes/no. Narrative never leaves its document; of a text only whether it is written.
 * An action without an entry is judged on its form's answers alone.
 */
export function factsOf(action: string, material: Material): Facts {
  return finders[action]?.(material) ?? {};
}

/** The documents of these kinds that a decision of this person is about, as ids of this case; of a corrected one its original too. */
export function documentsRead(
  state: CaseState,
  kinds: readonly string[],
  payload: Readonly<Record<string, Plain>>,
  person: string,
): string[] {
  return kinds.flatMap((kind) => {
    const id = documentOf(state, kind, payload, person);
    if (id === null) return [];
    const original = kind === corrected ? state.documents[id]?.corrects : undefined;
    return original === undefined ? [id] : [id, original];
  });
}
