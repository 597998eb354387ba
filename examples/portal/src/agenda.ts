/** What one person has to do, from their caseload. Pure. */
import { daysBetween, label } from '@ssp-kit/process';
import type { Deadline, NextStep, Process } from '@ssp-kit/process';
import type { CaseSummary } from '@ssp-kit/session/contract';

interface Item {
  readonly caseId: string;
  readonly student: CaseSummary['student'];
}

export interface Step extends Item {
  readonly id: string;
  readonly says: string;
  /** The document it is about, where there can be several. */
  readonly document: string | null;
  /** The reason: the deadline that drives it, or how the case stands. */
  readonly why: string;
  readonly due: string | null;
  /** Days until due, negative when late; null without a due day. */
  readonly daysLeft: number | null;
  readonly urgency: 'late' | 'soon' | 'calm';
  /** What else is the person's to do in this case. */
  readonly after: readonly string[];
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
  /** One a case, the most urgent first. */
  readonly steps: readonly Step[];
  /** Steps whose day is more than a month away. */
  readonly later: readonly Step[];
  readonly sessions: readonly SessionToLog[];
  readonly meetings: readonly Meeting[];
  readonly late: readonly Late[];
}

export interface Reader {
  readonly id: string;
  readonly family: boolean;
}

/** Nearer than this a step is something to do now, days. */
const month = 30;
/** A plan's own end or review day nearer than this is soon, days. */
const soon = 14;

export function agenda(process: Process, cases: readonly CaseSummary[], reader: Reader, today: string): Agenda {
  const open = cases.filter(({ state }) => state !== 'closed');
  const steps = open.flatMap((one) => stepOf(one, reader, today)).sort(byUrgency);
  return {
    steps: steps.filter((step) => !isFar(step)),
    later: steps.filter(isFar),
    sessions: open.flatMap((one) => sessionsOf(process, one, reader, today)),
    meetings: open.flatMap((one) => meetingsOf(process, one, today)).sort((a, b) => a.daysLeft - b.daysLeft),
    late: open.flatMap((one) => lateOf(one, reader, steps)).sort((a, b) => a.daysLeft - b.daysLeft),
  };
}

/** The person's next step in a case, with the nearest day of all of theirs; sessions to log have a list of their own. */
function stepOf(one: CaseSummary, reader: Reader, today: string): Step[] {
  const mine = one.nextSteps
    .filter((step) => step.mine && step.write !== 'log')
    .map((step) => ({ step, due: dueOf(one, step, reader, today) }));
  const [first] = mine;
  const [nearest] = [...mine].sort((a, b) => byUrgency(a.due, b.due));
  if (first === undefined || nearest === undefined) return [];
  // The work comes in the order of the process, unless a day presses, or is all there is to it for a long time.
  const lead = nearest.due.urgency === 'calm' && !isFar(nearest.due) ? first : nearest;
  const { id, says, document } = lead.step;
  const after = mine.filter((other) => other !== lead).map(({ step }) => step.says);
  return [{ ...itemOf(one), id, says, document, after, ...nearest.due }];
}

type Due = Pick<Step, 'why' | 'due' | 'daysLeft' | 'urgency'>;

function dueOf(one: CaseSummary, step: NextStep, reader: Reader, today: string): Due {
  const ownDay = step.action === 'review.open' && step.due === null ? planDay(one) : null;
  const due = step.due ?? ownDay;
  const daysLeft = due === null ? null : daysBetween(today, due);
  const driving = one.deadlines.find((deadline) => deadline.stopped === null && deadline.due === step.due);
  return {
    why: sayWhy(one, step, driving, reader),
    due,
    daysLeft,
    urgency: step.status === 'late' || step.status === 'soon' ? step.status : near(ownDay === null ? null : daysLeft),
  };
}

/** What the day of a step is; what goes on in the case where it has none. */
function sayWhy(one: CaseSummary, { action, due }: NextStep, driving: Deadline | undefined, reader: Reader): string {
  if (driving) return reader.family ? driving.familyLabel : driving.label;
  // Without a clock it is the day that a conference is planned for.
  if (due !== null) return 'Planned for';
  return action === 'review.open' && planDay(one) !== null ? sayPlanDay(one) : one.says;
}

function planDay({ plan }: CaseSummary): string | null {
  return plan?.reviewDate ?? plan?.endDate ?? null;
}

function sayPlanDay({ plan }: CaseSummary): string {
  return plan?.reviewDate ? 'Review of the plan' : 'End of the plan';
}

function near(daysLeft: number | null): Step['urgency'] {
  if (daysLeft === null || daysLeft > soon) return 'calm';
  return daysLeft < 0 ? 'late' : 'soon';
}

function sessionsOf(process: Process, one: CaseSummary, reader: Reader, today: string): SessionToLog[] {
  // A plan stays in force while it is reviewed, changed or evaluated anew.
  if (one.plan === null) return [];
  return one.plan.services
    .filter(({ provider, startDate, endDate }) => provider === reader.id && startDate <= today && today <= endDate)
    .map(({ type, minutes, count, interval }) => ({
      ...itemOf(one),
      service: label(process, 'service-type', type),
      promise: `${minutes} minutes, ${times(count)} a ${label(process, 'interval', interval)}`,
    }));
}

function meetingsOf(process: Process, one: CaseSummary, today: string): Meeting[] {
  return one.conferences.flatMap(({ document, purpose, planned, held }) => {
    if (planned === null || held !== null) return [];
    const daysLeft = daysBetween(today, planned);
    if (daysLeft < 0 || daysLeft > 7) return [];
    return [
      { ...itemOf(one), document, purpose: label(process, 'conference-purpose', purpose), day: planned, daysLeft },
    ];
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
function byUrgency(a: Due, b: Due): number {
  const rank = { late: 0, soon: 1, calm: 2 };
  return rank[a.urgency] - rank[b.urgency] || (a.daysLeft ?? 1e6) - (b.daysLeft ?? 1e6);
}

function isFar({ daysLeft }: Due): boolean {
  return daysLeft !== null && daysLeft > month;
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
