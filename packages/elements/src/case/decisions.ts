import type { ActionRow, CaseState, Day, Plain, Process } from '@ssp-kit/process';
import type { CaseHandle } from '@ssp-kit/session/contract';
import { formatDay } from '../shared/format.js';
import { homeOf } from './places.js';

/** What a decision without a document is about, in the order of the page. */
export const groups = ['family', 'plan', 'dates', 'case'] as const;
export type Group = (typeof groups)[number];

/** By the first word of the decision. */
const byWord: Readonly<Record<string, Group>> = {
  assessment: 'plan',
  clock: 'dates',
  consent: 'family',
  contact: 'family',
  event: 'dates',
  notice: 'family',
  plan: 'plan',
  progress: 'plan',
  provider: 'plan',
  reevaluation: 'plan',
  review: 'plan',
  suspicion: 'plan',
};

export function groupOf(action: string): Group {
  return byWord[action.split('.')[0] ?? ''] ?? 'case';
}

/**
 * The decisions that have no document of their own and that this person may take now, as the process says. Asked of the handle only
 * where the rows leave it open: by the state and the person's roles.
 */
export function plainDecisions(
  process: Process,
  state: CaseState,
  roles: readonly string[],
  handle: CaseHandle,
): readonly string[] {
  return process.actions
    .filter((row) => isCandidate(row, state, roles))
    .flatMap(({ id }) => {
      const { allowed, open } = handle.readiness(id).get();
      return allowed && open ? [id] : [];
    });
}

function isCandidate(row: ActionRow, state: CaseState, roles: readonly string[]): boolean {
  if (homeOf(row) !== null || !row.from.includes(state.state)) return false;
  if (row.id === 'access.review' && unreviewed(state).length === 0) return false;
  return row.roles.some((role) => roles.includes(role));
}

export interface DecisionGroup {
  readonly group: Group;
  readonly actions: readonly string[];
}

export function groupDecisions(actions: readonly string[]): readonly DecisionGroup[] {
  return groups
    .map((group) => ({ group, actions: actions.filter((action) => groupOf(action) === group) }))
    .filter(({ actions: some }) => some.length > 0);
}

/** What a decision's form begins with: what the step that led to it, or the day, says already. */
export function suggestedFor(
  action: string,
  { step, due, today }: { readonly step: string; readonly due: Day | null; readonly today: Day },
): Readonly<Record<string, Plain>> {
  switch (action) {
    case 'notice.draft':
      return step.startsWith(owed) ? { about: step.slice(owed.length) } : none;
    case 'contact.record':
      return { date: today };
    case 'event.record':
    case 'suspicion.raise':
    case 'rights.transfer':
      return { day: today };
    case 'progress.open':
      return due === null ? none : { periodEnd: due };
    case 'access.review':
      return step.startsWith(toReview) ? { access: step.slice(toReview.length) } : none;
    default:
      return none;
  }
}

/** The emergency accesses that nobody has reviewed, to choose from. */
export function unreviewed({ breaks }: CaseState): readonly { readonly code: string; readonly label: string }[] {
  return breaks
    .filter(({ review }) => review === null)
    .map(({ seq, name, day }) => ({ code: String(seq), label: `${name}, ${formatDay(day)}` }));
}

const owed = 'notice/draft/';
const toReview = 'access/review/';
const none: Readonly<Record<string, Plain>> = Object.freeze({});
