import { randomUUID } from 'node:crypto';
import {
  addDays,
  type CaseState,
  daysBetween,
  type DocumentView,
  localDay,
  type Plain,
  type Process,
  type RowView,
} from '@ssp-kit/process';
import { type Edits, edits } from '@ssp-kit/record';
import * as Y from 'yjs';
import { type Access, type Identity, makeAccess } from '../access.js';
import { Cases } from '../cases.js';
import { Commands } from '../commands.js';
import type { Limits } from '../limits.js';
import type { Log } from '../log.js';
import type { Records } from '../records/records.js';
import { Rooms } from '../rooms.js';
import { rosterOn } from '../roster/roster.js';
import type { Roster } from '../roster-port.js';
import type { LoadedRoom, Storage } from '../storage/port.js';
import type { Tables } from '../storage/tables.js';
import { demoStaff } from './staff.js';

export interface StoryServices {
  readonly process: Process;
  readonly storage: Storage;
  readonly tables: Tables;
  readonly records: Records;
  readonly limits: Limits;
  readonly log: Log;
  readonly now: () => Date;
}

/**
 * Tells a case as it would have happened: people write and decide, on past days, through the same commands as everybody.
 * Nothing is put in by hand that the process would not allow.
 */
export class Story {
  readonly #services: StoryServices;
  readonly #today: string;
  readonly #roster: Roster;
  readonly #access: Access;
  readonly #cases: Cases;
  #clock: Date;
  #case: { readonly id: string; readonly student: string } | null = null;

  constructor(services: StoryServices) {
    this.#services = services;
    this.#today = localDay(services.now(), services.process.profile.timeZone);
    this.#roster = rosterOn(services.tables, services.process, () => this.#today);
    this.#access = makeAccess(services.process, this.#roster, () => this.#clock);
    this.#cases = new Cases(services.storage);
    this.#clock = services.now();
  }

  /** A day so many days from today; a weekend becomes the Friday before it. */
  day(offset: number): string {
    const day = addDays(this.#today, offset);
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return addDays(day, weekday === 6 ? -1 : weekday === 0 ? -2 : 0);
  }

  /** From here on it is that day, at that local time. */
  on(offset: number, time = '10:00'): void {
    const instant = new Date(`${this.day(offset)}T${time}:00-10:00`);
    const now = this.#services.now();
    this.#clock = instant < now ? instant : now;
  }

  get process(): Process {
    return this.#services.process;
  }

  /** The story's day. */
  get now(): string {
    return localDay(this.#clock, this.#services.process.profile.timeZone);
  }

  /** The id of somebody of the roster. */
  async person(name: string): Promise<string> {
    const id = await this.#roster.personOf(name);
    if (!id) throw new Error(`the demo has no ${name}`);
    return id;
  }

  async begin(by: string, student: string): Promise<void> {
    const identity = await this.#identity(by);
    const ref = await this.#access.startable(identity, student);
    if (!ref) throw new Error(`${by} may not begin a case about ${student}`);
    this.#case = { id: randomUUID(), student };
    await this.#commands((commands) => commands.start(identity, this.#id, ref));
  }

  /** Somebody writes into a document of the case. */
  async write(by: string, document: string, work: (edit: Edits) => void): Promise<void> {
    const identity = await this.#identity(by);
    const state = await this.state();
    if ((await this.#access.may(identity, state, document)) !== 'write') {
      throw new Error(`${by} may not write in ${document}`);
    }
    const room = await this.#load(document);
    const doc = new Y.Doc();
    for (const bytes of updatesOf(room)) Y.applyUpdate(doc, bytes);
    const before = Y.encodeStateVector(doc);
    work(edits(this.#services.process, doc, room.kind));
    const person = identity.actor.person;
    const answer = await this.#services.storage.append({
      room: room.id,
      author: person,
      at: this.#clock.getTime(),
      n: room.head + 1,
      bytes: Y.encodeStateAsUpdate(doc, before),
      claims: [{ client: doc.clientID, person }],
    });
    doc.destroy();
    if (!answer.ok) throw new Error(`${document} took nothing: ${answer.code}`);
  }

  async decide(by: string, action: string, payload: Readonly<Record<string, Plain>> = {}): Promise<void> {
    const identity = await this.#identity(by);
    const { seq } = await this.state();
    const command = { key: randomUUID(), action, payload, base: seq, processVersion: this.#services.process.version };
    const result = await this.#commands((commands) => commands.run(identity, this.#id, command));
    if (!result.ok) {
      const unmet = result.unmet.map(({ id }) => id).join(', ');
      throw new Error(`the demo's ${action} of ${this.#case?.student} was refused: ${result.code} ${unmet}`);
    }
  }

  /** Puts staff on the team by username and names who coordinates. */
  async team(by: string, ...usernames: readonly string[]): Promise<void> {
    for (const username of [by, ...usernames]) {
      const title = demoStaff.find((staff) => staff.username === username)?.title ?? '';
      await this.decide(by, 'team.add', { person: await this.person(username), role: title });
    }
    await this.decide(by, 'team.coordinate', { person: await this.person(by) });
  }

  async state(): Promise<CaseState> {
    const state = await this.#cases.state(this.#id);
    if (!state) throw new Error('the story has not begun');
    return state;
  }

  /** The newest open document of a kind: of somebody's own, or opened about something. */
  async open(kind: string, { of, about }: { of?: string; about?: string } = {}): Promise<string> {
    const writer = of ? await this.person(of) : undefined;
    const found = Object.values((await this.state()).documents).filter(
      (document) =>
        document.kind === kind &&
        document.state === 'open' &&
        document.writer === writer &&
        (about === undefined || document.about === about),
    );
    const id = found.at(-1)?.id;
    if (!id) throw new Error(`no open ${kind}`);
    return id;
  }

  /** A document as it is now. */
  async view(document: string): Promise<DocumentView> {
    const room = await this.#load(document);
    const [view] = await this.#services.records.views([{ kind: room.kind, updates: updatesOf(room) }]);
    return view ?? {};
  }

  /** The rows of a list as a document has them now. */
  async rows(document: string, list: string): Promise<readonly RowView[]> {
    return ((await this.view(document))[list] ?? []) as readonly RowView[];
  }

  async nameOf(person: string): Promise<string> {
    const id = await this.person(person);
    return (await this.#roster.nameOf(id)) ?? person;
  }

  /** How many days from today a day is. */
  offsetOf(day: string): number {
    return daysBetween(this.#today, day);
  }

  async #identity(name: string): Promise<Identity> {
    const person = await this.person(name);
    const staff = demoStaff.find(({ username }) => username === name);
    const issued = this.#clock.getTime();
    return this.#access.identify({
      sub: name,
      name: (await this.#roster.nameOf(person)) ?? name,
      person: null,
      roles: [staff?.role ?? 'parent'],
      schools: [],
      students: [],
      issued,
      expires: issued + 3_600_000,
    });
  }

  /** Each decision reads its rooms from the disk, where `write` puts its words. */
  async #commands<T>(work: (commands: Commands) => Promise<T>): Promise<T> {
    const { process, storage, records, limits, log } = this.#services;
    const rooms = new Rooms({ process, storage, records, limits, log });
    const commands = new Commands({
      process,
      access: this.#access,
      cases: this.#cases,
      rooms,
      roster: this.#roster,
      storage,
      records,
      limits,
      log,
      now: () => this.#clock,
      onDecided: async () => undefined,
    });
    try {
      return await work(commands);
    } finally {
      await rooms.close();
    }
  }

  async #load(document: string): Promise<LoadedRoom> {
    const room = await this.#services.storage.load({ caseId: this.#id, document });
    if (!room) throw new Error(`there is no ${document}`);
    return room;
  }

  get #id(): string {
    if (!this.#case) throw new Error('the story has not begun');
    return this.#case.id;
  }
}

function updatesOf({ snapshot, tail }: LoadedRoom): readonly Uint8Array[] {
  return snapshot ? [snapshot.bytes, ...tail] : tail;
}
