/** Decisions: one at a time for each case, judged by the process, written in one transaction, then told to everyone. */
import { createHash, randomUUID } from 'node:crypto';
import {
  type CaseState,
  contentsOf,
  type Decision,
  decide,
  type DocumentView,
  documentsCopied,
  documentsRead,
  foldNext,
  localDay,
  type Plain,
  type Process,
  type Question,
  type Refusal,
  type StudentRef,
  startCase,
  upgrade,
} from '@ssp-kit/process';
import { type Command, type CommandResult, documentKind } from '@ssp-kit/protocol';
import type { Access, Identity } from './access.js';
import { decisionEntries } from './audit/decision-entries.js';
import { indexOf } from './case-index.js';
import type { Cases } from './cases.js';
import type { Limits } from './limits.js';
import type { Log } from './log.js';
import { RentedRooms } from './rented-rooms.js';
import type { Records } from './records/records.js';
import type { Bytes } from './records/tasks.js';
import type { Room } from './room.js';
import type { Rooms } from './rooms.js';
import type { Roster } from './roster-port.js';
import { entryOf, servicesDocument, voided } from './services.js';
import type { DecisionWrite, NewRoom, Storage } from './storage/port.js';
import { Turns } from './turns.js';

export interface CommandServices {
  readonly process: Process;
  readonly access: Access;
  readonly cases: Cases;
  readonly rooms: Rooms;
  readonly roster: Roster;
  readonly storage: Storage;
  readonly records: Records;
  readonly limits: Limits;
  readonly log: Log;
  readonly now: () => Date;
  /** Called when a decision is on disk: rights of open sockets are asked again. */
  onDecided(caseId: string): Promise<void>;
}

/** What became of one attempt; `moved` when somebody wrote between reading and writing. */
type Attempt = CommandResult | 'moved';

const attempts = 2;

export class Commands {
  readonly #services: CommandServices;
  readonly #turns = new Turns();
  readonly #students = new Turns();

  constructor(services: CommandServices) {
    this.#services = services;
  }

  /** Does something to a case between its decisions. */
  inTurn<T>(caseId: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(caseId, work);
  }

  /** Starts a case about a student. The same case for the same student again changes nothing; for another it is refused. */
  start(identity: Identity, caseId: string, student: StudentRef): Promise<CaseState | 'taken'> {
    return this.#turns.take(caseId, async () => {
      const { cases, process } = this.#services;
      const known = await cases.state(caseId);
      if (known) return known.student.id === student.id ? known : 'taken';
      const now = this.#services.now();
      const decision = startCase(process, {
        caseId,
        key: caseId,
        actor: identity.actor,
        student,
        day: localDay(now, process.profile.timeZone),
        at: now.toISOString(),
      });
      const state = foldNext(null, decision);
      const opens = await this.#newRooms(caseId, state, decision, new Map());
      const written = await this.#write({
        state,
        decision,
        fingerprint: '',
        readAt: [],
        appends: [],
        opens,
        copies: [],
      });
      // A case whose record cannot be folded has no state, and its id all the same.
      return written.ok ? state : 'taken';
    });
  }

  /** Takes a decision, or says why not. */
  run(identity: Identity, caseId: string, command: Command): Promise<CommandResult> {
    return this.#turns.take(caseId, async () => {
      const { cases } = this.#services;
      const fingerprint = fingerprintOf(identity, command);
      const known = await this.#services.storage.decisionByKey(caseId, command.key);
      if (known) return replay(known, fingerprint);
      if (command.processVersion !== this.#services.process.version) return refuse('unknown-version');
      await this.#upgrade(caseId);
      const payload = await this.#withNames(command.payload);
      const state = await cases.state(caseId);
      // One at a time for a student too: two cases must not both find that the other has no plan yet.
      return this.#students.take(state?.student.id ?? caseId, () =>
        this.#insist((hold) => this.#attempt(identity, caseId, { ...command, payload }, fingerprint, hold)),
      );
    });
  }

  /** Brings a case to this server's process; one that no row brings here stays as it is. Answers whether it came. */
  upgrade(caseId: string): Promise<boolean> {
    return this.#turns.take(caseId, () => this.#upgrade(caseId));
  }

  async #upgrade(caseId: string): Promise<boolean> {
    const { process, cases, limits, now } = this.#services;
    const state = await cases.state(caseId);
    if (!state || state.processVersion === process.version) return false;
    const result = await this.#insist(async (hold) => {
      const instant = now();
      const day = localDay(instant, process.profile.timeZone);
      const decision = upgrade(process, state, { key: randomUUID(), day, at: instant.toISOString() });
      if (!decision) return refuse('unknown-version');
      const rooms = new RentedRooms(this.#services.rooms, caseId, hold, limits.pauseMs);
      try {
        return await this.#carryOut({ state, decision, views: {}, rooms, fingerprint: '' });
      } finally {
        rooms.release();
      }
    });
    return result.ok;
  }

  async #insist(attempt: (hold: boolean) => Promise<Attempt>): Promise<CommandResult> {
    for (let number = 1; number <= attempts; number++) {
      // The last attempt holds the rooms still, so that it cannot be overtaken.
      const result = await attempt(number === attempts);
      if (result !== 'moved') return result;
    }
    return refuse('busy');
  }

  async #attempt(
    identity: Identity,
    caseId: string,
    command: Command,
    fingerprint: string,
    hold: boolean,
  ): Promise<Attempt> {
    const { process, access, cases, limits, now } = this.#services;
    const state = await cases.state(caseId);
    if (!state) throw new Error('a command for no case');
    const { action, payload, base } = command;
    const asked = documentsRead(process, state, action, payload, identity.actor.person);
    const rooms = new RentedRooms(this.#services.rooms, caseId, hold, limits.pauseMs);
    try {
      const views = await this.#views(await rooms.read(asked));
      const instant = now();
      const verdict = decide(process, {
        state,
        elsewhere: await this.#elsewhere(state),
        action,
        payload,
        documents: views,
        actor: identity.actor,
        relations: await access.outside(identity, state.student.id),
        day: localDay(instant, process.profile.timeZone),
        at: instant.toISOString(),
        key: command.key,
        base,
      });
      if (!verdict.ok) return verdict;
      const { decision } = verdict;
      return await this.#carryOut({ state, decision, views, rooms, fingerprint, seen: command.seen });
    } finally {
      rooms.release();
    }
  }

  /** Writes a judged decision with everything that follows from it, and tells those who are connected. */
  async #carryOut(judged: {
    state: CaseState;
    decision: Decision;
    /** The documents it was judged on. */
    views: Readonly<Record<string, DocumentView>>;
    rooms: RentedRooms;
    fingerprint: string;
    /** Hashes of documents as the person has seen them. */
    seen?: Command['seen'];
  }): Promise<Attempt> {
    const { state, views, rooms, fingerprint, seen } = judged;
    const { records } = this.#services;
    const caseId = state.case;
    const frozen = judged.decision.seals.map(({ document }) => document);
    const kept = [...frozen, ...judged.decision.cites.map(({ document }) => document)];
    const keptRooms = await rooms.read(kept);
    const copies = await this.#copies(caseId, keptRooms, new Set(frozen));
    const changed = kept.filter((document) => {
      const known = seen?.[document];
      return known !== undefined && known !== copies.find((copy) => copy.document === document)?.hash;
    });
    if (changed.length > 0) {
      const fields = await this.#fieldsChanged(keptRooms, changed, seen ?? {});
      return refuse('changed-since-seen', { documents: changed, fields });
    }

    const decision = withHashes(judged.decision, copies);
    const next = foldNext(state, decision);
    const official = (await rooms.read(['official']))[0] as Room;
    const appends = [{ room: official, bytes: await records.official(official.bytes, decision) }];
    const contents = new Map<string, Uint8Array>();
    await this.#serviceEntry({ state, decision, views, rooms, appends, contents });
    await this.#firstContents({ state, decision, views, rooms, contents });
    const written = await this.#write({
      state: next,
      decision,
      fingerprint,
      readAt: rooms.heads(),
      appends: appends.map(({ room, bytes }) => ({ room: room.id, bytes })),
      opens: await this.#newRooms(caseId, next, decision, contents),
      copies,
    });
    if (!written.ok) {
      if (written.code === 'moved') return 'moved';
      // Another process on the same store has taken it between the look for the key and the write.
      const known = await this.#services.storage.decisionByKey(caseId, decision.key);
      if (!known) throw new Error('a key is known and has no decision');
      return replay(known, fingerprint);
    }
    for (const room of keptRooms) if (frozen.includes(room.key.document)) room.seal();
    // Rights first: who has lost them by this decision is not sent it.
    await this.#judgeAgain(caseId);
    for (const [index, { room, bytes }] of appends.entries()) {
      room.takeServerUpdate(bytes, written.appended[index] as number);
    }
    return { ok: true, decision, replay: false };
  }

  /** What the student's other cases say to this one. */
  async #elsewhere({ case: own, student }: CaseState): Promise<Question['elsewhere']> {
    const { cases, storage } = this.#services;
    const ids = (await storage.ofStudent(student.id)).filter((id) => id !== own);
    const states = (await Promise.all(ids.map((id) => cases.state(id)))).filter((state) => state !== null);
    return {
      // What was only begun is no referral yet: it may never be filed.
      openCases: states.filter(({ dates }) => dates['filedDate'] !== undefined).length,
      activePlans: states.flatMap(({ case: id, plan }) => (plan ? [{ case: id, kind: plan.kind }] : [])),
    };
  }

  async #write(write: {
    state: CaseState;
    decision: Decision;
    fingerprint: string;
    readAt: DecisionWrite['readAt'];
    appends: DecisionWrite['appends'];
    opens: readonly NewRoom[];
    copies: DecisionWrite['copies'];
  }) {
    const { storage, cases } = this.#services;
    const { state, decision, ...rest } = write;
    const written = await storage.decide({
      ...rest,
      caseId: state.case,
      decision,
      state: JSON.stringify(state),
      index: indexOf(state),
      audits: decisionEntries(state.case, decision, rest.copies),
    });
    if (written.ok) cases.keep(state);
    return written;
  }

  async #judgeAgain(caseId: string): Promise<void> {
    const { onDecided, log } = this.#services;
    try {
      await onDecided(caseId);
    } catch (error) {
      log.error({ reason: (error as Error).message }, 'rights were not asked again');
    }
  }

  async #views(rooms: readonly Room[]): Promise<Record<string, DocumentView>> {
    if (rooms.length === 0) return {};
    const views = await this.#services.records.views(rooms.map(bytesOf));
    return Object.fromEntries(rooms.map((room, index) => [room.key.document, views[index] as DocumentView]));
  }

  async #copies(caseId: string, rooms: readonly Room[], frozen: ReadonlySet<string>): Promise<DecisionWrite['copies']> {
    if (rooms.length === 0) return [];
    const { records, storage } = this.#services;
    const sealed = await records.seal(rooms.map(bytesOf));
    return Promise.all(
      rooms.map(async ({ key: { document } }, index) => {
        const before = await storage.sealed({ caseId, document });
        const { json, hash } = sealed[index] as { json: string; hash: string };
        return { caseId, document, version: (before?.version ?? 0) + 1, json, hash, freeze: frozen.has(document) };
      }),
    );
  }

  /** By document the fields and lists that are not as the person saw them, where that can still be told. */
  async #fieldsChanged(
    rooms: readonly Room[],
    changed: readonly string[],
    seen: Readonly<Record<string, string>>,
  ): Promise<Readonly<Record<string, readonly string[]>>> {
    const { records } = this.#services;
    const found = await Promise.all(
      rooms
        .filter(({ key }) => changed.includes(key.document))
        .map(async (room) => {
          const { document } = room.key;
          return [document, await records.changedSince(bytesOf(room), seen[document] ?? '')] as const;
        }),
    );
    return Object.fromEntries(found.flatMap(([document, fields]) => (fields ? [[document, fields]] : [])));
  }

  /** A signed or voided session enters the services of its school year. */
  async #serviceEntry(change: {
    state: CaseState;
    decision: Decision;
    views: Readonly<Record<string, DocumentView>>;
    rooms: RentedRooms;
    appends: { room: Room; bytes: Uint8Array }[];
    contents: Map<string, Uint8Array>;
  }): Promise<void> {
    const { state, decision, views, rooms, appends, contents } = change;
    const { records } = this.#services;
    const document = servicesDocument(state, decision);
    if (document === null) return;
    const isNew = decision.opens.some((opening) => opening.document === document);
    const room = isNew ? null : ((await rooms.read([document]))[0] as Room);
    const before = room?.bytes ?? [];
    const entry =
      decision.action === 'service.void' ? voided(await records.entries(before), decision) : entryOf(views, decision);
    if (!entry) return;
    const bytes = await records.services(before, entry);
    if (room) appends.push({ room, bytes });
    else contents.set(document, bytes);
  }

  /** What opens with content gets it from the documents it is made of, as they are at this decision. */
  async #firstContents(change: {
    state: CaseState;
    decision: Decision;
    views: Readonly<Record<string, DocumentView>>;
    rooms: RentedRooms;
    contents: Map<string, Uint8Array>;
  }): Promise<void> {
    const { state, decision, views, rooms, contents } = change;
    const { process, records } = this.#services;
    const copied = documentsCopied(process, state, decision);
    const unread = await this.#views(await rooms.read(copied.filter((document) => !views[document])));
    const documents = Object.fromEntries(
      copied.map((document) => [document, views[document] ?? unread[document] ?? {}]),
    );
    const made = contentsOf(process, { state, decision, documents, newId: randomUUID });
    await Promise.all(
      Object.entries(made).map(async ([document, view]) => {
        contents.set(document, await records.fill(documentKind(document), view));
      }),
    );
  }

  async #newRooms(
    caseId: string,
    state: CaseState,
    decision: Decision,
    contents: ReadonlyMap<string, Uint8Array>,
  ): Promise<NewRoom[]> {
    return Promise.all(
      decision.opens.map(async ({ document }) => ({
        caseId,
        document,
        kind: state.documents[document]?.kind ?? documentKind(document),
        bytes:
          document === 'official'
            ? await this.#services.records.official([], decision)
            : (contents.get(document) ?? null),
      })),
    );
  }

  /** The names of people in a form come from the roster where it knows them. */
  async #withNames(payload: Command['payload']): Promise<Readonly<Record<string, Plain>>> {
    const person = payload['person'];
    const { name: said, ...rest } = payload;
    if (typeof person !== 'string') return rest;
    const known = await this.#services.roster.nameOf(person);
    const name = known ?? (typeof said === 'string' ? said.slice(0, 120) : null);
    return name ? { ...rest, name } : rest;
  }
}

function bytesOf(room: Room): Bytes {
  return { kind: room.kind, updates: room.bytes };
}

function withHashes(decision: Decision, copies: DecisionWrite['copies']): Decision {
  const complete = (reference: Decision['seals'][number]) => {
    const copy = copies.find(({ document }) => document === reference.document);
    return copy ? { document: copy.document, version: copy.version, hash: copy.hash } : reference;
  };
  return { ...decision, seals: decision.seals.map(complete), cites: decision.cites.map(complete) };
}

/** The same command is the same words by the same person; the device's clock and what was looked at may differ. */
function fingerprintOf(identity: Identity, { action, payload }: Command): string {
  const sorted = Object.entries(payload).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([identity.actor.person, action, sorted]))
    .digest('hex');
}

function replay(known: { decision: Decision; fingerprint: string }, fingerprint: string): CommandResult {
  if (known.fingerprint !== fingerprint) return refuse('key-reused');
  return { ok: true, decision: known.decision, replay: true };
}

function refuse(code: Refusal['code'], detail?: Refusal['detail']): Refusal {
  return { ok: false, code, unmet: [], ...(detail ? { detail } : {}) };
}
