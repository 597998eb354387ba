import { type CaseState, type Decision, fieldsOf, type Process } from '@ssp-kit/process';
import { formatDay, labelOf } from '../shared/format.js';
import { historyTerms } from './case.terms.js';

/** A decision as a person tells it. */
export interface Told {
  readonly seq: number;
  readonly who: string;
  readonly what: string;
  /** Its answers and reasons, in words; '' when it has none. */
  readonly more: string;
  readonly day: string;
}

/** The case's decisions, the newest first. */
export function tellHistory(process: Process, state: CaseState, locale: string): readonly Told[] {
  return state.decisions.map((decision) => tell(process, decision, state, locale)).reverse();
}

function tell(process: Process, decision: Decision, state: CaseState, locale: string): Told {
  const { action, facts, words } = decision;
  const person = facts['person'];
  const known = [...state.team, ...state.family].find((one) => one.person === person)?.name;
  const name = typeof facts['name'] === 'string' ? facts['name'] : (known ?? String(person ?? ''));
  const said = historyTerms(action as Parameters<typeof historyTerms>[0], { name });
  const answers = fieldsOf(process, action)
    .filter(({ type }) => type === 'choice')
    .map(({ vocabulary, name: field }) => (vocabulary === undefined ? '' : labelOf(process, vocabulary, facts[field])))
    .filter((answer) => answer !== '');
  const reason = words['reason'] ?? '';
  return {
    seq: decision.seq,
    who: decision.actor.name,
    what: said,
    more: [...answers, reason].filter((part) => part !== '').join('. '),
    day: formatDay(decision.day, locale),
  };
}
