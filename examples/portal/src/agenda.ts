/** What one person has to do, from their caseload. Pure. */
import { daysBetween, label } from '@ssp-kit/process';
import type { CaseSummary } from '@ssp-kit/session/contract';

interface Item {
  readonly caseId: string;
  readonly student: CaseSummary['student'];
}

export interface Step extends Item {
  readonly id: string;
  readonly says: string;
  /** The reason: the deadline that drives it, or how the case stands. */
  readonly why: string;
  readonly due: string | null;
  /** Days until due, negative when late; null without a due day. */
  readonly daysLeft: number | null;
  readonly urgency: 'late' | 'soon' | 'calm';
}

export interface SessionToLog extends Item {
  readonly service: string;
  /** `30 minutes, twice a week`. */
  readonly promise: string;
}

export interface Meeting extends Item {
  readonly document: string;
  readonly purpose: string;
  readonly day: string;
  readonly daysLeft: number;
}

export interface Late extends Item {
  readonly says: string;
  readonly due: string;
  readonly daysLeft: number;
}

export interface Agenda {
  readonly steps: readonly Step[];
  readonly sessions: readonly SessionToLog[];
  readonly meetings: readonly Meeting[];
  readonly late: readonly Late[];
}

export interface Reader {
  readonly id: string;
  readonly family: boolean;
}

export function agenda(cases: readonly CaseSummary[], reader: Reader, today: string): Agenda {
  const open = cases.filter(({ state }) => state !== 'closed');
  const steps = open.flatMap((one) => stepsOf(one, reader, today)).sort(byUrgency);
  return {
    steps,
    sessions: open.flatMap((one) => sessionsOf(one, reader, today)),
    meetings: open.flatMap((one) => meetingsOf(one, today)).sort((a, b) => a.daysLeft - b.daysLeft),
    late: open.flatMap((one) => lateOf(one, reader, steps)).sort((a, b) => a.daysLeft - b.daysLeft),
  };
}

function stepsOf(one: CaseSummary, reader: Reader, today: string): Step[] {
  return one.nextSteps
    .filter(({ mine }) => mine)
    .map(({ id, says, due, status }) => {
      const driving = one.deadlines.find((deadline) => deadline.stopped === null && deadline.due === due);
      return {
        ...itemOf(one),
        id,
        says,
        why: driving ? (reader.family ? driving.familyLabel : driving.label) : one.says,
        due,
        daysLeft: due === null ? null : daysBetween(today, due),
        urgency: status === 'late' || status === 'soon' ? status : 'calm',
      };
    });
}

function sessionsOf(one: CaseSummary, reader: Reader, today: string): SessionToLog[] {
  if (one.state !== 'implement-plan' || one.plan === null) return [];
  return one.plan.services
    .filter(({ provider, startDate, endDate }) => provider === reader.id && startDate <= today && today <= endDate)
    .map(({ type, minutes, count, interval }) => ({
      ...itemOf(one),
      service: label('service-type', type),
      promise: `${minutes} minutes, ${times(count)} a ${label('interval', interval)}`,
    }));
}

function meetingsOf(one: CaseSummary, today: string): Meeting[] {
  return one.conferences.flatMap(({ document, purpose, planned, held }) => {
    if (planned === null || held !== null) return [];
    const daysLeft = daysBetween(today, planned);
    if (daysLeft < 0 || daysLeft > 7) return [];
    return [{ ...itemOf(one), document, purpose: label('conference-purpose', purpose), day: planned, daysLeft }];
  });
}

/** Late deadlines that are not already among the person's own steps. */
function lateOf(one: CaseSummary, reader: Reader, steps: readonly Step[]): Late[] {
  return one.deadlines
    .filter(({ status, due }) => status === 'late' && !steps.some((s) => s.caseId === one.id && s.due === due))
    .map(({ label: says, familyLabel, due, daysLeft }) => ({
      ...itemOf(one),
      says: reader.family ? familyLabel : says,
      due,
      daysLeft,
    }));
}

function itemOf(one: CaseSummary): Item {
  return { caseId: one.id, student: one.student };
}

/** Late before soon before calm, then by due day; what has none comes last. */
function byUrgency(a: Step, b: Step): number {
  const rank = { late: 0, soon: 1, calm: 2 };
  return rank[a.urgency] - rank[b.urgency] || (a.daysLeft ?? 1e6) - (b.daysLeft ?? 1e6);
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
