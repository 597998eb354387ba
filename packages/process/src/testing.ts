/**
 * A whole sample case: complete material for every decision and a walk through the process, for tests, stories and demos.
 * Made with the same `decide` and `fold` as a real case, so it cannot show what the rules refuse.
 */
import type { CaseState, StudentRef } from './case-state.js';
import { servicesForm } from './consents.js';
import { addDays } from './days.js';
import { kindOf } from './document-kind.js';
import { type Command, decide, startCase } from './decide.js';
import { fold, foldNext } from './fold.js';
import { completeContent, type SampleCourse } from './sample-content.js';
import { sampleDays, sampleRows, sampleStart } from './sample-material.js';
import { type StateId, type Track, tracks } from './tables/stages.js';
import type { Relation } from './tables/relations.js';
import type { Actor, Day, Decision, DocumentView, OpenedDocument, Plain } from './types.js';
import type { Process } from './process.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

export { everyRelation } from './tables/relations.js';
export { completeContent } from './sample-content.js';
export * from './sample-material.js';
export { type SampleMove, sampleMoves } from './sample-moves.js';

export interface SamplePeople {
  readonly teacher: Actor;
  readonly coordinator: Actor;
  readonly specialEducator: Actor;
  readonly provider: Actor;
  readonly evaluator: Actor;
  readonly administrator: Actor;
  readonly district: Actor;
  readonly system: Actor;
  readonly parent: Actor;
}

export const samplePeople: SamplePeople = {
  teacher: { person: 'teacher', name: 'Mia Akana', roles: ['teacher'] },
  coordinator: { person: 'coordinator', name: 'Leilani Kahale', roles: ['coordinator'] },
  specialEducator: { person: 'special-educator', name: 'Ben Ito', roles: ['special-educator'] },
  provider: { person: 'provider', name: 'Rosa Silva', roles: ['provider'] },
  evaluator: { person: 'evaluator', name: 'Dana Lum', roles: ['evaluator'] },
  administrator: { person: 'administrator', name: 'Keoni Mahoe', roles: ['administrator'] },
  district: { person: 'district', name: 'Tani Okada', roles: ['district'] },
  system: { person: 'system-administrator', name: 'Sam Ota', roles: ['system'] },
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
  /**
   * Only for the track `action`, where the short path is the default. Where every referral suspects a disability there is no Action
   * Plan: that track is a student whom the team does not evaluate, and the case is closed.
   */
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
  let documents = contents(process, begun, {}, track, start, people);
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
    documents = contents(process, result.decision, documents, track, start, people);
  }
  return { decisions: state.decisions, state, documents, next: null };
}

/** Decisions that the walk does not take, each with the one before which it could be taken. */
const asides: Readonly<Record<string, Aside>> = {
  'referral.return': { before: 'referral.file', who: 'coordinator', payload: { reason: 'Say since when.' } },
  'suspicion.raise': {
    before: 'plan.activate',
    who: 'teacher',
    payload: { reason: 'The gap grows.', day: addDays(sampleStart, sampleDays.activation) },
  },
  'team.remove': { before: 'plan.activate', who: 'coordinator', payload: { person: 'teacher' } },
  'contact.record': {
    before: 'plan.activate',
    who: 'coordinator',
    payload: {
      about: 'conference',
      date: sampleStart,
      method: 'phone',
      contact: 'Noelani Palakiko',
      relation: 'Mother',
      outcome: 'Left a message.',
    },
  },
  'consent.request': { before: 'plan.activate', who: 'coordinator', payload: { form: '102c' } },
  'consent.revoke': {
    before: 'review.open',
    who: 'coordinator',
    payload: {
      document: 'consent-2',
      receivedDate: addDays(sampleStart, sampleDays.review),
      effectiveDate: addDays(sampleStart, sampleDays.review + 7),
      signer: 'Noelani Palakiko',
    },
  },
  'notice.draft': { before: 'review.decide', who: 'coordinator', payload: { about: 'parent-request' } },
  'plan.revise': {
    before: 'review.open',
    who: 'coordinator',
    payload: { trigger: 'parent-request', reason: 'Two more sessions a week.' },
  },
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
  'reevaluation.open': {
    before: 'review.open',
    who: 'coordinator',
    payload: { trigger: 'need', reason: 'New needs.', bothAgree: true },
  },
  'document.correct': {
    before: 'review.open',
    who: 'coordinator',
    payload: { document: 'plan-1', note: 'A name was misspelled.' },
  },
  'clock.correct': {
    before: 'plan.activate',
    who: 'coordinator',
    payload: { clock: 'ref_decision', start: sampleStart, reason: 'The letter came a day earlier.' },
  },
  'event.record': {
    before: 'plan.activate',
    who: 'coordinator',
    payload: { event: 'safeguards-given', day: sampleStart },
  },
  'rights.transfer': {
    before: 'plan.activate',
    who: 'coordinator',
    payload: { day: sampleStart, informedBy: 'Leilani Kahale' },
    student: { ...sampleStudent, birthDate: '2008-08-01' },
  },
  'access.break': {
    before: 'plan.activate',
    who: 'system',
    payload: { reason: 'A complaint is examined.', party: 'Complaints office' },
  },
  'case.move': {
    before: 'plan.activate',
    who: 'district',
    payload: { school: 'school-2', reason: 'The family moved.' },
  },
  'case.supersede': {
    before: 'plan.activate',
    who: 'administrator',
    payload: { by: '01990000-0000-7000-8000-00000000aaaa', reason: 'Begun twice.' },
  },
  'case.close': { before: 'plan.activate', who: 'coordinator', payload: { reason: 'moved' } },
};

/** How people stand to the student who are not on the sample's team. */
const outside: Partial<Readonly<Record<keyof SamplePeople, readonly Relation[]>>> = {
  administrator: ['school'],
  district: ['district'],
  system: ['anyone'],
};

interface Aside extends Pick<Command, 'payload'>, Pick<WalkOptions, 'student'> {
  readonly before: string;
  readonly who: keyof SamplePeople;
}

/** A command of this action that the sample case accepts. Throws where the track does not come to it. */
export function completeCommand(action: string, track: Track = 'action'): Command {
  if (action === 'correction.file') return correction(track);
  if (action === 'access.review') return review(track);
  const aside = asides[action];
  const { next } = walk(track, {
    before: aside?.before ?? action,
    path: action === 'process.abbreviate' ? 'abbreviated' : 'full',
    ...(aside?.student ? { student: aside.student } : {}),
  });
  if (next === null) throw new Error(`no sample case on the track ${track} comes to ${action}`);
  if (!aside) return next;
  return {
    ...next,
    action,
    actor: samplePeople[aside.who],
    relations: outside[aside.who] ?? next.relations,
    payload: aside.payload,
  };
}

/** A review of an access in an emergency. */
function review(track: Track): Command {
  const { command } = behind(completeCommand('access.break', track), 'access.review');
  const payload = { access: String(command.state.seq), outcome: 'justified', words: 'There was a complaint.' };
  return { ...command, payload };
}

/** A correction of the concern that can be filed: one word of it is spelled anew. */
function correction(track: Track): Command {
  const begun = completeCommand('document.correct', track);
  const payload = { document: 'concern', note: 'A name was misspelled.' };
  const { command, decision } = behind({ ...begun, payload }, 'correction.file');
  const copy = decision.opens[0]?.document ?? '';
  const concern = begun.documents['concern'] ?? {};
  return {
    ...command,
    payload: { document: copy },
    documents: { ...begun.documents, [copy]: { ...concern, raisedBy: 'Ms. Akana, grade 3 teacher, room 4' } },
  };
}

/** The administrator's command behind one that is taken first. */
function behind(first: Command, action: string): { readonly command: Command; readonly decision: Decision } {
  const taken = decide(hawaiiClassic, first);
  if (!taken.ok) throw new Error(`the sample ${first.action} is refused: ${JSON.stringify(taken)}`);
  const state = foldNext(first.state, taken.decision);
  const { administrator: actor } = samplePeople;
  const base = state.seq;
  const relations: readonly Relation[] = ['school'];
  return {
    decision: taken.decision,
    command: { ...first, state, key: keyOf(base + 1), base, action, actor, relations },
  };
}

function steps(track: Track, start: Day, people: SamplePeople, options: WalkOptions): readonly Step[] {
  const on = (offset: number) => addDays(start, offset);
  const { evaluation, eligibility, review } = sampleDays;
  const joins = (who: keyof SamplePeople, role: string): Step => [
    sampleDays.filed,
    'coordinator',
    'team.add',
    { person: people[who].person, name: people[who].name, role },
  ];
  const provide = (about: string, offset: number): Step => [
    offset,
    'coordinator',
    'notice.provide',
    ({ notices }) => ({ document: notices.findLast((row) => row.about === about)?.document ?? '' }),
  ];
  const conference = (purpose: string, offset: number): readonly Step[] => [
    [offset - 6, 'coordinator', 'conference.schedule', { purpose, date: on(offset), time: '14:00', place: 'Room 12' }],
    [
      offset - 6,
      'coordinator',
      'invitation.send',
      ({ conferences }) => ({ document: conferences.at(-1)?.invitation ?? '' }),
    ],
    [offset, 'coordinator', 'conference.hold', ({ conferences }) => ({ document: conferences.at(-1)?.document ?? '' })],
  ];
  const consent = (form: string, offset: number, between: readonly Step[] = []): readonly Step[] => {
    const document = ({ consents }: CaseState) => consents.findLast((row) => row.form === form)?.document ?? '';
    return [
      [offset - 1, 'coordinator', 'consent.provide', (state) => ({ document: document(state) })],
      ...between,
      [
        offset,
        'coordinator',
        'consent.record',
        (state) => ({
          document: document(state),
          result: 'given',
          receivedDate: on(offset),
          signer: 'Noelani Palakiko',
        }),
      ],
    ];
  };
  const determine = (regulation: string): Step => [
    eligibility,
    'coordinator',
    'eligibility.decide',
    ({ documents }) => ({ document: openDocument(documents, 'eligibility', regulation) }),
  ];
  const planConference = tracks.find(({ id }) => id === track)?.conferences[0] ?? '';

  const opening: readonly Step[] = [
    [0, 'teacher', 'concern.submit', {}],
    [sampleDays.filed, 'coordinator', 'referral.file', {}],
    joins('coordinator', 'Care coordinator'),
    joins('teacher', 'Classroom teacher'),
    joins('specialEducator', 'Special education teacher'),
    joins('provider', 'Reading specialist'),
    joins('evaluator', 'Psychologist'),
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
    [evaluation, 'coordinator', 'evaluation.decide', {}],
    provide('evaluation', evaluation),
    ...consent('102a', sampleDays.consent),
    [
      sampleDays.consent + 1,
      'coordinator',
      'assessment.request',
      {
        person: people.evaluator.person,
        name: people.evaluator.name,
        area: 'academic',
        due: on(sampleDays.assessment),
      },
    ],
    [
      sampleDays.assessment,
      'evaluator',
      'assessment.file',
      ({ documents }) => ({ document: openDocument(documents, 'assessment') }),
    ],
    ...conference('eligibility', sampleDays.eligibilityConference),
    determine('idea'),
    determine('s504'),
    ...(['idea', 's504'] as const).map(
      (regulation): Step => [
        eligibility,
        'coordinator',
        'notice.provide',
        ({ notices }) => ({
          document:
            notices.filter(({ about }) => about === 'eligibility')[regulation === 'idea' ? 0 : 1]?.document ?? '',
        }),
      ],
    ),
    ...(track === 'idea'
      ? consent('102b', sampleDays.servicesConsent, [provide('services', sampleDays.servicesConsent - 1)])
      : []),
    ...conference(planConference, sampleDays.planConference),
    [sampleDays.planConference + 1, 'coordinator', 'plan.present', {}],
    provide('plan', sampleDays.planConference + 2),
  ];
  const refused: readonly Step[] = [
    [evaluation, 'coordinator', 'evaluation.decide', {}],
    provide('evaluation', evaluation),
    [evaluation, 'coordinator', 'case.close', { reason: 'no-plan-needed' }],
  ];
  if (track === 'action' && hasNoActionPlan(options.process ?? hawaiiClassic))
    return [...opening, ...needs, ...refused];
  const middle = track !== 'action' ? [...needs, ...suspected] : options.path === 'full' ? needs : short;
  const decision = options.review ?? 'exit';
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
    [sampleDays.progress, 'coordinator', 'progress.open', { periodEnd: on(sampleDays.progress) }],
    [
      sampleDays.progress,
      'coordinator',
      'progress.publish',
      ({ documents }) => ({ document: openDocument(documents, 'progress') }),
    ],
    [review, 'coordinator', 'review.open', { trigger: 'team-request' }],
    ...(track !== 'action' && decision === 'exit'
      ? [[review, 'coordinator', 'notice.draft', { about: 'exit' }] satisfies Step, provide('exit', review)]
      : []),
    [review, 'coordinator', 'review.decide', { decision }],
  ];
}

function hasNoActionPlan(process: Process): boolean {
  return process.profile.suspicion === 'always';
}

function openDocument(documents: CaseState['documents'], kind: string, about?: string): string {
  const found = Object.values(documents).findLast(
    (row) => row.kind === kind && row.state === 'open' && (about === undefined || row.about === about),
  );
  return found?.id ?? '';
}

/** The documents so far and those that a decision opened, each complete. */
function contents(
  process: Process,
  decision: Decision,
  known: Readonly<Record<string, DocumentView>>,
  track: Track,
  start: Day,
  people: SamplePeople,
): Readonly<Record<string, DocumentView>> {
  const on = (offset: number) => addDays(start, offset);
  const course: SampleCourse = {
    track,
    suspicion: track === 'action' && !hasNoActionPlan(process) ? 'no' : 'yes',
    evaluation: track === 'action' ? 'refuse' : 'assess',
    eligible: [track],
    provider: people.provider.person,
  };
  const meeting = String(decision.facts['date']);
  const days: Readonly<Record<string, Day>> = {
    conference: meeting,
    invitation: meeting,
    evaluation: on(sampleDays.evaluation),
    assessment: on(sampleDays.assessment),
    eligibility: on(sampleDays.eligibility),
    notice: decision.day,
    plan: on(sampleDays.activation),
    log: on(sampleDays.session),
    progress: on(sampleDays.progress),
    review: on(sampleDays.review),
  };
  const asked = ({ about }: OpenedDocument) =>
    on((about === servicesForm ? sampleDays.servicesConsent : sampleDays.consent) - 1);
  const opened = decision.opens.flatMap((one) => {
    const kind = kindOf(one.document);
    const day = kind === 'consent' ? asked(one) : (days[kind] ?? start);
    const view = completeContent({ ...one, kind }, day, course);
    return Object.keys(view).length > 0 ? [[one.document, view] as const] : [];
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
