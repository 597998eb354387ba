import type { CaseState, Day, Delivery, DocumentView, PlannedService, Process, RowView } from '@ssp-kit/process';
import { delivery } from '@ssp-kit/process';
import { rowsOf } from '../shared/fields.js';

/** The plan that a review is about, as it was then. */
export interface Reviewed {
  /** Row ids, in the plan's order. */
  readonly goals: readonly string[];
  readonly services: readonly PlannedService[];
  /** Sessions that were on record. */
  readonly sessions: CaseState['sessions'];
  /** The day until which minutes count: of the decision, else today. */
  readonly day: Day;
}

/**
 * What `review` reviews: the active plan and its log, or, once it is part of the record, those of the day of its decision.
 * @param plan id of the plan, null where there is none or it is not open to the person; `data` what stands in it
 */
export function reviewedBy(
  state: CaseState,
  review: string,
  plan: { readonly id: string | null; readonly data: DocumentView | undefined },
  outcomes: readonly RowView[],
  today: Day,
): Reviewed {
  const { sealed } = state.documents[review] ?? {};
  const active = state.plan?.document === plan.id ? state.plan : null;
  const asked = outcomes.flatMap(({ goal }) => (typeof goal === 'string' ? [goal] : []));
  return {
    goals: active?.goals ?? (plan.data === undefined ? asked : rowsOf(plan.data, 'goals').map(({ id }) => id)),
    services: active?.services ?? rowsOf(plan.data, 'services').map(planned),
    sessions: sealed === undefined ? state.sessions : state.sessions.filter(({ seq }) => seq < sealed.seq),
    day: sealed?.day ?? today,
  };
}

/** Promised and delivered minutes of each of its services. */
export function deliveryOf(process: Process, { services, sessions, day }: Reviewed): readonly Delivery[] {
  return day === '' ? [] : delivery(process, { plan: { services }, sessions }, day);
}

function planned(row: RowView): PlannedService {
  const text = (name: string): string => (typeof row[name] === 'string' ? row[name] : '');
  const number = (name: string): number => (typeof row[name] === 'number' ? row[name] : 0);
  return {
    id: row.id,
    type: text('type'),
    minutes: number('minutes'),
    count: number('count'),
    interval: text('interval'),
    location: text('location'),
    provider: text('provider'),
    startDate: text('startDate'),
    endDate: text('endDate'),
  };
}
