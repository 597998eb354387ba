import type { CaseEvaluation, CaseState } from './case-state.js';
import type { Day } from './types.js';

/** The form that asks for consent to services. */
export const servicesForm = '102b';

/** The forms that ask for consent to an evaluation. */
export const evaluationForms = { initial: '102a', reevaluation: '102c' } as const satisfies Readonly<
  Record<CaseEvaluation['about'], string>
>;

/** The form of the evaluation that is going on; of an initial one while there is none. */
export function evaluationForm({ evaluations }: Pick<CaseState, 'evaluations'>): string {
  return evaluationForms[evaluations.at(-1)?.about ?? 'initial'];
}

/**
 * What the family says to services: their last answer, `revoked` once they took it back; null while there is none. A form that is
 * asked for anew changes nothing before it is answered.
 */
export function servicesAnswer({ consents }: Pick<CaseState, 'consents'>): string | null {
  const last = consents.findLast(({ form, result }) => form === servicesForm && result !== null);
  if (last === undefined) return null;
  return last.revoked === null ? last.result : 'revoked';
}

/** Whether services had stopped before a day because consent was revoked, and no other consent holds on it. */
export function areServicesStopped({ consents }: Pick<CaseState, 'consents'>, day: Day): boolean {
  const given = consents.filter(({ form, result }) => form === servicesForm && result === 'given');
  const ended = given.filter(({ stops }) => stops !== undefined && stops < day);
  return ended.length > 0 && !given.some((row) => !ended.includes(row) && (row.received ?? '') <= day);
}
