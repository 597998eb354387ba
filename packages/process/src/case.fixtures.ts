import assert from 'node:assert/strict';
import type { CaseDocument, CaseState } from './case-state.js';
import { contentsOf, documentsCopied } from './contents.js';
import { type Command, decide, readiness } from './decide.js';
import { foldNext } from './fold.js';
import type { Process } from './process.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import type { Relation } from './tables/relations.js';
import type { Track } from './tables/stages.js';
import { completeContent } from './sample-content.js';
import {
  completeCommand as makeCommand,
  type SamplePeople,
  samplePeople,
  type Walk,
  type WalkOptions,
  walk,
} from './testing.js';
import type { Day, Decision, DocumentView, Plain, Refusal } from './types.js';

export type Payload = Readonly<Record<string, Plain>>;

const made = new Map<string, Command>();

/** The sample's command of an action, made once. */
export function completeCommand(action: string, track: Track = 'action'): Command {
  const key = `${action} ${track}`;
  const command = made.get(key) ?? makeCommand(action, track);
  made.set(key, command);
  return command;
}

/** Actions that the sample comes to only on these tracks, though a case of another could stand there. */
const onlyOn: Readonly<Record<string, readonly Track[]>> = {
  'process.abbreviate': ['action'],
  'suspicion.raise': ['action'],
  'reevaluation.open': ['s504', 'idea'],
  'consent.revoke': ['idea'],
};

/** What is decided only where a disability is suspected. */
const suspected = [
  'evaluation.decide',
  'consent.provide',
  'consent.record',
  'assessment.request',
  'assessment.file',
  'eligibility.decide',
  'notice.provide',
  'plan.present',
  'invitation.send',
  'conference.hold',
];

/** The tracks on which the sample case comes to an action. */
export function tracksOf(action: string): readonly Track[] {
  return onlyOn[action] ?? (suspected.includes(action) ? ['s504', 'idea'] : ['action', 's504', 'idea']);
}

/** Ids of what an action still needs. */
export function unmet(command: Command, process: Process = hawaiiClassic): readonly string[] {
  return readiness(process, command)
    .requirements.filter(({ met }) => !met)
    .map(({ id }) => id);
}

/** The content that a document of a case needs to be sealed on a day. */
export function contentOf({ track }: CaseState, document: CaseDocument, day: Day): DocumentView {
  return completeContent(document, day, { track: track ?? 'action', suspicion: 'unsure' });
}

const relationsOf: Partial<Readonly<Record<keyof SamplePeople, readonly Relation[]>>> = {
  coordinator: ['school'],
  administrator: ['school'],
  district: ['district'],
  parent: ['child'],
};

export interface CaseOptions extends WalkOptions {
  readonly elsewhere?: Command['elsewhere'];
}

/** A case that a test goes on with: every document that opens is complete, until the test writes something else in it. */
export class CaseUnderTest {
  state: CaseState;
  documents: Readonly<Record<string, DocumentView>>;
  day: Day = '2026-12-01';
  readonly process: Process;
  elsewhere: Command['elsewhere'];

  constructor(begun: Walk, process: Process = hawaiiClassic) {
    this.state = begun.state;
    this.documents = begun.documents;
    this.process = process;
  }

  static after(track: Track, options: WalkOptions): CaseUnderTest {
    return new CaseUnderTest(walk(track, options), options.process);
  }

  /** The newest document of a kind, open ones first. */
  newest(kind: string, about?: string): string {
    const all = Object.values(this.state.documents).filter(
      (row) => row.kind === kind && (about === undefined || row.about === about),
    );
    const found = all.findLast(({ state }) => state === 'open') ?? all.at(-1);
    assert.ok(found, `the case has no ${kind} ${about ?? ''}`);
    return found.id;
  }

  on(day: Day): this {
    this.day = day;
    return this;
  }

  write(document: string, patch: Readonly<Record<string, DocumentView[string]>>): this {
    this.documents = { ...this.documents, [document]: { ...this.documents[document], ...patch } as DocumentView };
    return this;
  }

  command(action: string, payload: Payload = {}, who: keyof SamplePeople = 'coordinator'): Command {
    return {
      state: this.state,
      key: `k${this.state.seq + 1}`,
      action,
      payload,
      documents: this.documents,
      actor: samplePeople[who],
      relations: relationsOf[who] ?? [],
      day: this.day,
      at: `${this.day}T18:00:00.000Z`,
      base: this.state.seq,
      elsewhere: this.elsewhere,
    };
  }

  ask(action: string, payload: Payload = {}, who?: keyof SamplePeople): ReturnType<typeof decide> {
    return decide(this.process, this.command(action, payload, who));
  }

  /** Why a decision is refused: its code, or the ids of what is unmet. */
  refusal(action: string, payload: Payload = {}, who?: keyof SamplePeople): string | readonly string[] {
    const answer = this.ask(action, payload, who);
    assert.ok(!answer.ok, `${action} was taken`);
    const { code, unmet: missing }: Refusal = answer;
    return code === 'unmet' ? missing.map(({ id }) => id) : code;
  }

  take(action: string, payload: Payload = {}, who?: keyof SamplePeople): this {
    const answer = this.ask(action, payload, who);
    assert.ok(answer.ok, `${action}: ${JSON.stringify(answer)}`);
    return this.apply(answer.decision);
  }

  get last(): Decision {
    return this.state.decisions.at(-1) as Decision;
  }

  /** Schedules, announces and holds a conference, its day today. */
  meet(purpose: string): this {
    this.take('conference.schedule', { purpose, date: this.day, time: '14:00', place: 'Room 12' });
    this.take('invitation.send', { document: this.newest('invitation') });
    return this.take('conference.hold', { document: this.newest('conference') });
  }

  /** Gives the family every notice that it is owed. */
  tell(): this {
    for (const { document, provided } of this.state.notices)
      if (document !== null && provided === null) this.take('notice.provide', { document });
    return this;
  }

  /** Gives a consent form to the family and records the answer. */
  consent(form: string, result = 'given'): this {
    const document = this.newest('consent', form);
    this.take('consent.provide', { document });
    this.tell();
    return this.take('consent.record', { document, result, receivedDate: this.day, signer: 'Noelani Palakiko' });
  }

  apply(decision: Decision): this {
    const before = this.state;
    this.state = foldNext(before, decision);
    const copied = contentsOf(this.process, {
      state: before,
      decision,
      documents: this.documents,
      newId: () => 'copied',
    });
    assert.deepEqual(
      documentsCopied(this.process, before, decision).filter((id) => before.documents[id] === undefined),
      [],
    );
    const opened = decision.opens.map(({ document, corrects }) => [
      document,
      corrects === undefined
        ? contentOf(this.state, this.state.documents[document] as CaseDocument, this.day)
        : (copied[document] ?? {}),
    ]);
    this.documents = { ...this.documents, ...Object.fromEntries(opened) };
    return this;
  }
}
