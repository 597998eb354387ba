import type { CaseState } from '@ssp-kit/process';

/** What somebody of the case is called, also once they have left the team: as the record named them last; else their id. */
export function personName(state: CaseState | null | undefined, person: string): string {
  if (!state) return person;
  const here = [...state.team, ...state.family].find((one) => one.person === person);
  if (here !== undefined) return here.name;
  const told = state.decisions.findLast(({ facts, actor }) => actor.person === person || names(facts, person));
  if (told === undefined) return person;
  return told.actor.person === person ? told.actor.name : String(told.facts['name']);
}

function names({ person, name }: CaseState['decisions'][number]['facts'], wanted: string): boolean {
  return person === wanted && typeof name === 'string' && name !== '';
}
