/** A case as the session holds it: the official record folded, the rooms one may open, and what waits for the server. */
import {
  type Actor,
  type CaseState,
  type Decision,
  deadlines,
  fold,
  nextSteps,
  type Plain,
  noProcess,
  type Process,
  type Relation,
} from '@ssp-kit/process';
import { type CaseAnswer, documentKind, formatRoom, parseRoom } from '@ssp-kit/protocol';
import { projectOfficial } from '@ssp-kit/record';
import type {
  CaseHandle,
  CaseView,
  DocumentAccess,
  DocumentHandle,
  PendingDecision,
  Readable,
  Readiness,
} from '../contract.js';
import type { DocumentCore, Guess } from '../documents/document.js';
import type { DocumentRegistry } from '../documents/registry.js';
import type { Answer } from '../http.js';
import { Computed, Signal } from '../readable.js';
import { type Judged, LiveReadiness } from './readiness.js';

export interface CaseHost {
  readonly documents: DocumentRegistry;
  /** `noProcess` until one is known. */
  process(): Process;
  /** The case was decided by this version. */
  heardOf(version: string): void;
  actor(): Actor | null;
  today(): string;
  pending(caseId: string): readonly PendingDecision[];
  /** Asks the server for the rooms; the last answer is kept for when there is none. */
  ask(caseId: string): Promise<Answer<CaseAnswer>>;
  cached(caseId: string): CaseAnswer | null;
  keep(answer: CaseAnswer): void;
  /** Rooms with rows on this device. */
  storedRooms(): readonly string[];
  /** The room of a document in which an earlier visit left words that the server may not have; told once. */
  takeUnsent(caseId: string, document: string): string | null;
  onChanged(core: CaseCore): void;
  onIdle(core: CaseCore): void;
}

/** Judgements that nobody listens to, kept for the next render. */
const keptJudgements = 12;

export class CaseCore {
  readonly id: string;
  readonly view: Computed<CaseView>;
  readonly #host: CaseHost;
  readonly #signal = new Signal();
  readonly #decided = new Map<number, Decision>();
  #answer: CaseAnswer | null;
  #fresh = false;
  #localStart: Decision | null = null;
  #problem: string | null = null;
  #official: DocumentHandle | null = null;
  #officialDocument: DocumentCore | null = null;
  #stop: (() => void) | null = null;
  #folded: { readonly decisions: readonly Decision[]; readonly state: CaseState | null } = {
    decisions: [],
    state: null,
  };
  #asking: Promise<void> | null = null;
  #askedAt = 0;
  #users = 0;
  #closed = false;

  constructor(host: CaseHost, id: string) {
    this.#host = host;
    this.id = id;
    this.#answer = host.cached(id);
    this.view = new Computed(() => this.#compute());
  }

  get used(): boolean {
    return this.#users > 0;
  }

  get state(): CaseState | null {
    return this.#folded.state;
  }

  /** Number of the last decision that is known here. */
  get seq(): number {
    return Math.max(this.#folded.state?.seq ?? 0, this.#answer?.seq ?? 0);
  }

  /** Begun here, and not yet known to the server. */
  get local(): boolean {
    return this.#localStart !== null && this.#answer === null;
  }

  get relations(): readonly Relation[] {
    if (this.#answer?.relations) return this.#answer.relations;
    // The server tells more by opening rooms than by words: who may open the case stands to the student by one of these.
    const roles = this.#host.actor()?.roles ?? [];
    const guessed: Relation[] = [];
    if (roles.includes('district')) guessed.push('district');
    if (roles.includes('parent')) guessed.push('child');
    if (roles.some((role) => role !== 'district' && role !== 'parent')) guessed.push('school');
    return guessed;
  }

  /** A preview of the case's start, shown until the server's record is there. */
  startHere(decision: Decision): void {
    this.#localStart = decision;
    this.#problem = null;
    this.#refold();
  }

  /** The start was taken back or refused for good: what was written is kept as words. */
  abandon(): void {
    this.#localStart = null;
    for (const document of this.#host.documents.of(this.id)) document.setAccess(null);
    this.#problem = 'This case was not started.';
    this.#refold();
  }

  setAnswer(answer: CaseAnswer): void {
    this.#answer = answer;
    this.#fresh = true;
    this.#problem = null;
    this.#host.keep(answer);
    for (const document of this.#host.documents.of(this.id)) this.#tell(document);
    this.#changed();
  }

  /** A decision that the server took: known before its update arrives. */
  decided(decision: Decision): void {
    this.#decided.set(decision.seq, decision);
    this.#refold();
  }

  /** Asks for the rooms; once at a time. */
  refresh(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
      // Decisions that came meanwhile may be younger than the answer.
      this.#askIfOlder();
    });
    return this.#asking;
  }

  openDocument(id: string): DocumentCore {
    const known = this.#host.documents.find(this.id, id);
    const document = this.#host.documents.open(this.id, id, () => this.#guess(id));
    if (!known && this.#fresh) this.#tell(document);
    return document;
  }

  handle(): CaseHandle {
    this.#hold();
    let released = false;
    const judgements = new Map<string, LiveReadiness>();
    const made = new Set<LiveReadiness>();
    const judge = (action: string, payload: Readonly<Record<string, Plain>>) => {
      const key = JSON.stringify([action, payload]);
      const known = judgements.get(key);
      // Made anew at the end of the map: the oldest question is the first to go.
      if (known) judgements.delete(key);
      const judgement = known ?? this.#judgement(action, payload);
      judgements.set(key, judgement);
      made.add(judgement);
      for (const [old, one] of judgements) {
        if (judgements.size <= keptJudgements) break;
        if (one.heard) continue;
        // It opens its documents again if its holder asks once more.
        one.close();
        judgements.delete(old);
      }
      return judgement;
    };
    return {
      id: this.id,
      view: this.view,
      document: (id) => this.openDocument(id).handle(),
      readiness: (action, payload = {}): Readable<Readiness> => judge(action, payload),
      release: () => {
        if (released) return;
        released = true;
        for (const judgement of made) judgement.close();
        this.#release();
      },
    };
  }

  /** Something around the case changed: the day, the person, what waits. */
  touch(): void {
    this.#changed();
  }

  close(): void {
    this.#closed = true;
    this.#stop?.();
    this.#stop = null;
    this.#official?.release();
    this.#official = null;
    this.view.close();
    this.#signal.clear();
  }

  #hold(): void {
    this.#users += 1;
    if (this.#official) return;
    this.#officialDocument = this.openDocument('official');
    this.#official = this.#officialDocument.handle();
    this.#stop = this.#official.view.subscribe(() => this.#refold());
    this.#refold();
    if (!this.local) void this.refresh();
  }

  #release(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#stop?.();
    this.#stop = null;
    this.#official?.release();
    this.#official = null;
    this.#host.onIdle(this);
  }

  #judgement(action: string, payload: Readonly<Record<string, Plain>>): LiveReadiness {
    return new LiveReadiness(
      {
        judged: () => this.#judged(),
        document: (id) => this.openDocument(id).handle(),
        subscribe: (listener) => this.#signal.subscribe(listener),
      },
      action,
      payload,
    );
  }

  #judged(): Judged {
    return {
      process: this.#host.process(),
      state: this.#folded.state,
      actor: this.#host.actor(),
      relations: this.relations,
      today: this.#host.today(),
      now: new Date().toISOString(),
      openable: new Set(this.#access().map((access) => access.document)),
    };
  }

  async #ask(): Promise<void> {
    const answer = await this.#host.ask(this.id);
    if (this.#closed) return;
    if (answer.kind === 'ok') this.setAnswer(answer.body);
    else if (answer.kind === 'denied' && !this.local) {
      this.#problem = answer.problem?.detail ?? answer.problem?.title ?? 'This case cannot be opened.';
      for (const document of this.#host.documents.of(this.id)) document.setAccess(null);
      this.#changed();
    }
  }

  #tell(document: DocumentCore): void {
    const access = this.#answer?.rooms.find((room) => room.document === document.id) ?? null;
    // The answer may be older than the decision that opened the document.
    const older = (this.#answer?.seq ?? 0) < (this.#folded.state?.seq ?? 0);
    if (access || !older) document.setAccess(access);
  }

  #guess(id: string): Guess {
    const access = this.#answer?.rooms.find((room) => room.document === id);
    // Words of an older epoch are read too: they are kept when the server tells the new one.
    const unsent = this.#host.takeUnsent(this.id, id);
    if (access) {
      return {
        room: unsent ?? access.room,
        may: access.may,
        sealed: access.state === 'sealed',
        local: false,
      };
    }
    const epochs = this.#host
      .storedRooms()
      .map(parseRoom)
      .filter((room) => room?.caseId === this.id && room.document === id)
      .map((room) => room?.epoch ?? 1);
    return {
      room: unsent ?? formatRoom({ caseId: this.id, document: id, epoch: Math.max(1, ...epochs) }),
      may: this.#localStart && id === 'concern' ? 'write' : 'read',
      sealed: false,
      local: this.#localStart !== null,
    };
  }

  #refold(): void {
    const official = this.#officialDocument ? projectOfficial(this.#officialDocument.doc) : [];
    const decisions = [...official];
    for (let next = this.#decided.get(decisions.length + 1); next; ) {
      decisions.push(next);
      next = this.#decided.get(decisions.length + 1);
    }
    if (decisions.length === 0 && this.#localStart) decisions.push(this.#localStart);
    const before = this.#folded;
    const same =
      before.decisions.length === decisions.length &&
      before.decisions.every((decision, index) => decision.key === decisions[index]?.key);
    if (!same) {
      this.#folded = { decisions, state: this.#fold(decisions) };
      for (const { id, state } of Object.values(this.#folded.state?.documents ?? {})) {
        if (state === 'sealed') this.#host.documents.find(this.id, id)?.setSealed();
      }
      this.#askIfOlder();
      if (this.#folded.state) this.#host.heardOf(this.#folded.state.processVersion);
    }
    this.#changed();
  }

  #fold(decisions: readonly Decision[]): CaseState | null {
    try {
      return fold(decisions);
    } catch (error) {
      this.#problem = `The record of this case cannot be read: ${String(error)}`;
      return null;
    }
  }

  /** A decision may have opened rooms or moved rights: ask once for each new one. */
  #askIfOlder(): void {
    const seq = this.#folded.state?.seq ?? 0;
    if (this.#closed || this.#asking || !this.#fresh || this.local) return;
    if (seq <= (this.#answer?.seq ?? 0) || seq <= this.#askedAt) return;
    this.#askedAt = seq;
    void this.refresh();
  }

  #access(): readonly DocumentAccess[] {
    const { state } = this.#folded;
    if (!this.#answer) {
      return this.#localStart
        ? [
            { document: 'official', kind: 'official', may: 'read', state: 'open' },
            { document: 'concern', kind: 'concern', may: 'write', state: 'open' },
          ]
        : [];
    }
    return this.#answer.rooms.map((room) => {
      const sealed = room.state === 'sealed' || state?.documents[room.document]?.state === 'sealed';
      return {
        document: room.document,
        kind: documentKind(room.document),
        may: sealed ? 'read' : room.may,
        state: sealed ? 'sealed' : 'open',
      };
    });
  }

  #compute(): CaseView {
    const process = this.#host.process();
    const state = process === noProcess ? null : this.#folded.state;
    const actor = this.#host.actor();
    const today = this.#host.today();
    const official = this.#official?.view.get();
    const problem = this.#problem ?? (state ? null : (official?.problem ?? null));
    return {
      id: this.id,
      state: problem !== null ? 'failed' : state ? 'ready' : 'loading',
      problem,
      case: state,
      access: this.#access(),
      deadlines: state && today ? deadlines(process, state, today) : [],
      nextSteps: state && actor && today ? nextSteps(process, state, actor, this.relations, today) : [],
      pending: this.#host.pending(this.id),
      unknownVersion: state !== null && state.processVersion !== process.version,
    };
  }

  #changed(): void {
    if (this.#closed) return;
    this.view.invalidate();
    this.#signal.changed();
    this.#host.onChanged(this);
  }
}
