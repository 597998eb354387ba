/**
 * A whole sample case: complete material for every decision and a walk through the process, for tests, stories and demos.
 * Made with the same `decide` and `fold` as a real case, so it cannot show what the rules refuse.
 */
import type { CaseState, StudentRef } from './case-state.js';
import { addDays } from './days.js';
import { type Command, decide, startCase } from './decide.js';
import { fold, foldNext } from './fold.js';
import {
  completeConcern,
  completeConference,
  completeEvidence,
  completeFamily,
  completeLog,
  completeNeeds,
  completePlan,
  completeReview,
  sampleDays,
  sampleRows,
  sampleStart,
} from './sample-material.js';
import { type StateId, type Track, tracks } from './tables/stages.js';
import type { Actor, Day, Decision, DocumentView, Plain } from './types.js';
import type { Process } from './process.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

export * from './sample-material.js';

export interface SamplePeople {
  readonly teacher: Actor;
  readonly coordinator: Actor;
  readonly specialEducator: Actor;
  readonly provider: Actor;
  readonly parent: Actor;
}

export const samplePeople: SamplePeople = {
  teacher: { person: 'teacher', name: 'Mia Akana', roles: ['teacher'] },
  coordinator: { person: 'coordinator', name: 'Leilani Kahale', roles: ['coordinator'] },
  specialEducator: { person: 'special-educator', name: 'Ben Ito', roles: ['special-educator'] },
  provider: { person: 'provider', name: 'Rosa Silva', roles: ['provider'] },
  parent: { person: 'parent', name: 'Noelani Palakiko', roles: ['parent'] },
};

export const sampleStudent: StudentRef = {
  id: 'student',
  name: 'Keola Palakiko',
  grade: '3',
  school: 'school',
  schoolName: 'Waimea Elementary',
};

export interface WalkOptions {
  /** By whose rows; `hawaii-classic` without it. */
  readonly process?: Process;
  readonly caseId?: string;
  readonly student?: StudentRef;
  readonly people?: Partial<SamplePeople>;
  /** The first day; all others are counted from it. */
  readonly start?: Day;
  /** Ends when the case first stands in this state; without it the case is closed by a review. */
  readonly until?: StateId;
  /** Ends before the first decision of this action. */
  readonly before?: string;
  /** Only for the track `action`, where the short path is the default. */
  readonly path?: 'abbreviated' | 'full';
  /** How the review ends, `exit` by default. */
  readonly review?: 'continue' | 'revise' | 'exit';
}

/** A sample case: its decisions, their state, and the content of its documents, complete for the next decision. */
export interface Walk {
  readonly decisions: readonly Decision[];
  readonly state: CaseState;
  readonly documents: Readonly<Record<string, DocumentView>>;
  /** The decision that would come next, ready to be taken; null at the end. */
  readonly next: Command | null;
}

type Step = readonly [
  offset: number,
  who: keyof SamplePeople,
  action: string,
  payload: Readonly<Record<string, Plain>> | ((state: CaseState) => Readonly<Record<string, Plain>>),
];

/** Walks a case along a track, from its first day to the review's decision or to the state `until`. */
export function walk(track: Track, options: WalkOptions = {}): Walk {
  const process = options.process ?? hawaiiClassic;
  const people = { ...samplePeople, ...options.people };
  const start = options.start ?? sampleStart;
  const begun = startCase(process, {
    caseId: options.caseId ?? '01990000-0000-7000-8000-000000000000',
    key: keyOf(1),
    actor: people.teacher,
    student: options.student ?? sampleStudent,
    day: start,
    at: instantOf(start),
  });
  let state = fold([begun]) as CaseState;
  let documents = contents(begun, {}, track, start, people);
  for (const [offset, who, action, payload] of steps(track, start, people, options)) {
    const day = addDays(start, offset);
    const command: Command = {
      state,
      key: keyOf(state.seq + 1),
      action,
      payload: typeof payload === 'function' ? payload(state) : payload,
      documents,
      actor: people[who],
      relations: who === 'coordinator' ? ['school'] : [],
      day,
      at: instantOf(day),
      base: state.seq,
    };
    if (state.state === options.until || action === options.before)
      return { decisions: state.decisions, state, documents, next: command };
    const result = decide(process, command);
    if (!result.ok) throw new Error(`the sample's ${action} was refused: ${JSON.stringify(result)}`);
    state = foldNext(state, result.decision);
    documents = contents(result.decision, documents, track, start, people);
  }
  return { decisions: state.decisions, state, documents, next: null };
}

/** Decisions that the walk does not take, each with the one before which it could be taken. */
const asides: Readonly<
  Record<string, Pick<Command, 'payload'> & { readonly before: string; readonly who: keyof SamplePeople }>
> = {
  'referral.return': { before: 'referral.file', who: 'coordinator', payload: { reason: 'Say since when.' } },
  'team.remove': { before: 'plan.activate', who: 'coordinator', payload: { person: 'teacher' } },
  'provider.assign': {
    before: 'review.open',
    who: 'coordinator',
    payload: { service: sampleRows.service, person: 'special-educator' },
  },
  'service.void': {
    before: 'review.open',
    who: 'provider',
    payload: { session: sampleRows.session, reason: 'Wrong day.' },
  },
  'case.close': { before: 'plan.activate', who: 'coordinator', payload: { reason: 'moved' } },
};

/** A command of this action that the sample case accepts. Throws where the track does not come to it. */
export function completeCommand(action: string, track: Track = 'action'): Command {
  const aside = asides[action];
  const { next } = walk(track, {
    before: aside?.before ?? action,
    path: action === 'process.abbreviate' ? 'abbreviated' : 'full',
  });
  if (next === null) throw new Error(`no sample case on the track ${track} comes to ${action}`);
  return aside ? { ...next, action, actor: samplePeople[aside.who], payload: aside.payload } : next;
}

function steps(track: Track, start: Day, people: SamplePeople, options: WalkOptions): readonly Step[] {
  const on = (offset: number) => addDays(start, offset);
  const joins = (who: keyof SamplePeople, role: string): Step => [
    sampleDays.filed,
    'coordinator',
    'team.add',
    { person: people[who].person, name: people[who].name, role },
  ];
  const notice = (about: string, offset: number, more = {}): Step => [
    offset,
    'coordinator',
    'notice.record',
    { about, providedDate: on(offset), method: 'hand', language: 'en', ...more },
  ];
  const conference = (purpose: string, offset: number): readonly Step[] => [
    [offset - 6, 'coordinator', 'conference.schedule', { purpose, date: on(offset), place: 'Room 12' }],
    [offset, 'coordinator', 'conference.hold', ({ conferences }) => ({ document: conferences.at(-1)?.document ?? '' })],
  ];
  const consent = (form: string, offset: number): Step => [
    offset,
    'coordinator',
    'consent.record',
    { form, providedDate: on(offset - 1), result: 'given', receivedDate: on(offset) },
  ];
  const planConference = tracks.find(({ id }) => id === track)?.conference ?? '';
  const { evaluation, eligibility, review } = sampleDays;

  const opening: readonly Step[] = [
    [0, 'teacher', 'concern.submit', {}],
    [sampleDays.filed, 'coordinator', 'referral.file', {}],
    joins('coordinator', 'Care coordinator'),
    joins('teacher', 'Classroom teacher'),
    joins('specialEducator', 'Special education teacher'),
    joins('provider', 'Reading specialist'),
    [sampleDays.filed, 'coordinator', 'team.coordinate', { person: people.coordinator.person }],
    [
      sampleDays.filed,
      'coordinator',
      'family.admit',
      { person: people.parent.person, name: people.parent.name, relation: 'Mother' },
    ],
  ];
  const short: readonly Step[] = [
    [7, 'coordinator', 'process.abbreviate', { reason: 'One need, known from the screening.' }],
  ];
  const needs: readonly Step[] = [
    [8, 'coordinator', 'evidence.complete', {}],
    ...conference('student-needs', sampleDays.needsConference),
    [sampleDays.needsConference, 'coordinator', 'needs.define', {}],
  ];
  const suspected: readonly Step[] = [
    [
      evaluation,
      'coordinator',
      'evaluation.decide',
      {
        regulation: 'both',
        decisionDate: on(evaluation),
        willEvaluate: true,
        assessmentNeeded: true,
        reason: 'Daily help did not close the gap.',
      },
    ],
    notice('evaluation', evaluation, { safeguardsDate: on(evaluation), consentRequestDate: on(evaluation) }),
    consent('102a', sampleDays.consent),
    [
      eligibility,
      'coordinator',
      'eligibility.decide',
      {
        decisionDate: on(eligibility),
        reportsReviewed: true,
        eligibleIdea: track === 'idea',
        ...(track === 'idea' ? { category: 'sld' } : {}),
        eligible504: track === 's504',
        reason: 'All reports point the same way.',
      },
    ],
    notice('eligibility', eligibility),
    ...(track === 'idea' ? [consent('102b', sampleDays.servicesConsent)] : []),
    ...conference(planConference, sampleDays.planConference),
    notice('plan', sampleDays.planConference + 2),
  ];
  const middle = track !== 'action' ? [...needs, ...suspected] : options.path === 'full' ? needs : short;
  return [
    ...opening,
    ...middle,
    [sampleDays.activation, 'coordinator', 'plan.activate', {}],
    [
      sampleDays.session,
      'provider',
      'service.sign',
      ({ documents }) => ({
        document: Object.values(documents).find(({ kind }) => kind === 'log')?.id ?? '',
        session: sampleRows.session,
      }),
    ],
    [review, 'coordinator', 'review.open', { trigger: 'team-request' }],
    ...(track === 'action' ? [] : [notice('review', review)]),
    [review, 'coordinator', 'review.decide', { decision: options.review ?? 'exit' }],
  ];
}

/** The documents so far and those that a decision opened, each complete. */
function contents(
  decision: Decision,
  known: Readonly<Record<string, DocumentView>>,
  track: Track,
  start: Day,
  people: SamplePeople,
): Readonly<Record<string, DocumentView>> {
  const on = (offset: number) => addDays(start, offset);
  const makers: Readonly<Record<string, () => DocumentView>> = {
    concern: () => completeConcern(track === 'action' ? 'no' : 'yes', start),
    evidence: () => completeEvidence(start),
    conference: () => completeConference(String(decision.facts['purpose']), String(decision.facts['date'])),
    needs: completeNeeds,
    plan: () => completePlan(track, on(sampleDays.activation), people.provider.person),
    family: completeFamily,
    log: () => completeLog(on(sampleDays.session)),
    review: () => completeReview(on(sampleDays.review)),
  };
  const opened = decision.opens.flatMap(({ document }) => {
    const make = makers[document.split('-')[0] as string];
    return make ? [[document, make()] as const] : [];
  });
  return { ...known, ...Object.fromEntries(opened) };
}

function keyOf(seq: number): string {
  return `01990000-0000-7000-8000-${seq.toString(16).padStart(12, '0')}`;
}

/** Eight in the morning of a day in Honolulu. */
function instantOf(day: Day): string {
  return `${day}T18:00:00.000Z`;
}
