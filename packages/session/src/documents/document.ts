/** A document of a case as the session holds it: one replica at a time, the view of it, and what happens when the server says no. */
import { closeCodes, documentKind, type Notice, type RoomAccess } from '@ssp-kit/protocol';
import { project, projectServices, wordsLost } from '@ssp-kit/record';
import type { DocumentView, Process, RowView } from '@ssp-kit/process';
import type { Doc } from 'yjs';
import type { DocumentHandle, DocumentStatus, FieldPath, KeptWords, Presence, Saved, TextHandle } from '../contract.js';
import { DeviceCopy } from '../offline/device-copy.js';
import type { UpdateLog } from '../offline/ports.js';
import { Computed } from '../readable.js';
import { uuidv7 } from '../uuid.js';
import { PresenceChannel } from './presence.js';
import { closeProblem, refusalProblem } from './problems.js';
import { Replica, type Wire } from './replica.js';
import { BoundText } from './text.js';

/** What a document needs of the session around it. */
export interface DocumentHost {
  readonly wire: Wire;
  readonly updates: UpdateLog | null;
  /** By whose rows documents are read and written; it may change while they are open. */
  readonly process: () => Process;
  /** The person's id, to leave them out of the people who are here. */
  readonly self: () => string | null;
  onStorageFailure(error: unknown): void;
  /** A connection opened (true) or was lost. */
  onOpen(document: DocumentCore, open: boolean): void;
  /** It is closed by us. */
  onClosed(document: DocumentCore): void;
  onSignedOut(): void;
  /** Words to keep. They are stored by the document where there is a device copy. */
  onKept(words: readonly KeptWords[], stored: boolean): void;
  /** The rooms of the case may have changed: ask for them again. */
  onRoomsChanged(caseId: string): void;
  /** What is said about the document's words changed. */
  onSaved(): void;
  /** Nobody uses it any more. */
  onIdle(document: DocumentCore): void;
}

/** Where a document stands before the server has told its room. */
export interface Guess {
  readonly room: string;
  readonly may: 'read' | 'write';
  readonly sealed: boolean;
  /** The case was begun here: an empty document is all there is. */
  readonly local: boolean;
}

export class DocumentCore {
  readonly caseId: string;
  readonly id: string;
  readonly kind: string;
  readonly view: Computed<DocumentStatus>;
  readonly #host: DocumentHost;
  readonly #data: Computed<DocumentView>;
  readonly #texts = new Set<BoundText>();
  #replica: Replica;
  #presence: PresenceChannel;
  /** The server's copy on its way to take the place of one with words it did not take. */
  #next: Replica | null = null;
  #access: RoomAccess | null = null;
  #may: 'read' | 'write';
  #sealed: boolean;
  #loaded: boolean;
  #known: boolean;
  #problem: string | null = null;
  #base: DocumentView = {};
  #reason = '';
  /** A room that the server closed as superseded. */
  #superseded: string | null = null;
  #users = 0;
  /** Replicas that are giving way to another one. */
  #moving: Promise<unknown> = Promise.resolve();
  #closed = false;
  readonly ready: Promise<void>;

  constructor(host: DocumentHost, caseId: string, id: string, guess: Guess) {
    this.#host = host;
    this.caseId = caseId;
    this.id = id;
    this.kind = documentKind(id);
    this.#may = guess.may;
    this.#sealed = guess.sealed;
    this.#known = guess.local;
    this.#loaded = false;
    this.#data = new Computed(() => read(this.process, this.kind, this.#replica.doc));
    this.view = new Computed(() => this.#status());
    this.#replica = this.#newReplica(guess.room);
    this.#presence = this.#newPresence();
    this.ready = this.#load();
  }

  get process(): Process {
    return this.#host.process();
  }

  get doc(): Doc {
    return this.#replica.doc;
  }

  get replica(): Replica {
    return this.#replica;
  }

  get presence(): PresenceChannel {
    return this.#presence;
  }

  get unsaved(): boolean {
    return this.#replica.unsaved;
  }

  get saved(): Saved {
    return this.#replica.saved;
  }

  get used(): boolean {
    return this.#users > 0;
  }

  get writable(): boolean {
    return (
      !this.#closed &&
      this.#may === 'write' &&
      !this.#sealed &&
      !this.#next &&
      this.#problem === null &&
      this.#isReady()
    );
  }

  get data(): DocumentView {
    return this.#data.get();
  }

  /** The server told the document's room and the person's right; null: it told that there is none for them. */
  setAccess(access: RoomAccess | null): void {
    if (this.#closed) return;
    if (!access) {
      if (this.#access || !this.#known) this.#end(closeCodes.noSuchRoom);
      return;
    }
    const first = this.#access === null;
    this.#access = access;
    this.#may = access.may;
    if (access.state === 'sealed') this.#sealed = true;
    if (access.room === this.#superseded) this.#end(closeCodes.epochSuperseded);
    else if (access.room !== this.#replica.room) this.#replaceBy(access.room, closeProblem(4409));
    else if (first || this.#problem !== null) {
      this.#problem = null;
      void this.ready.then(() => this.#connect());
    }
    this.view.invalidate();
  }

  /** The official record says that it is sealed. */
  setSealed(): void {
    if (this.#sealed) return;
    this.#sealed = true;
    this.view.invalidate();
  }

  /** The process changed, and with it what the document's names mean. */
  reshape(): void {
    this.#data.invalidate();
    this.view.invalidate();
  }

  handle(): DocumentHandle {
    this.#users += 1;
    let released = false;
    const texts = new Set<TextHandle>();
    return {
      caseId: this.caseId,
      id: this.id,
      view: this.view,
      text: (path) => {
        const text = this.text(path);
        texts.add(text);
        return text;
      },
      setField: (path: FieldPath | null) => {
        if (!released) this.#presence.setPlace(path, null);
      },
      release: () => {
        if (released) return;
        released = true;
        for (const text of texts) text.release();
        this.#users -= 1;
        if (this.#users === 0) {
          this.#presence.setPlace(null, null);
          this.#host.onIdle(this);
        }
      },
    };
  }

  text(path: FieldPath): TextHandle {
    const text = new BoundText(this, path);
    this.#texts.add(text);
    return text;
  }

  forget(text: BoundText): void {
    this.#texts.delete(text);
  }

  restart(): void {
    (this.#next ?? this.#replica).restart();
  }

  nudge(): void {
    (this.#next ?? this.#replica).nudge();
  }

  probe(): void {
    (this.#next ?? this.#replica).probe();
  }

  sendToken(token: string): void {
    (this.#next ?? this.#replica).sendToken(token);
  }

  async flushed(): Promise<void> {
    await this.#replica.flushed();
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#host.onClosed(this);
    for (const text of [...this.#texts]) text.release();
    this.#presence.close();
    this.#data.close();
    this.view.close();
    // What was refused leaves this device before its database may be closed.
    await this.#moving;
    await Promise.all([this.#next?.close(), this.#replica.close()]);
  }

  #move(work: Promise<void>): void {
    this.#moving = Promise.all([this.#moving, work]);
  }

  async #load(): Promise<void> {
    const replica = this.#replica;
    const found = await replica.load();
    this.#loaded = true;
    if (found) this.#known = true;
    this.#changed();
  }

  #connect(): void {
    if (this.#closed || !this.#access || this.#problem !== null) return;
    (this.#next ?? this.#replica).connect();
  }

  #isReady(): boolean {
    return this.#loaded && (this.#known || this.#replica.synced) && hasKind(this.process, this.kind);
  }

  #status(): DocumentStatus {
    const self = this.#host.self();
    const people = new Map<string, Presence>();
    for (const person of this.#presence.others()) {
      // A person with two pages open is one person; the page that is in a field tells where.
      if (person.person !== self && (!people.has(person.person) || person.field !== null)) {
        people.set(person.person, person);
      }
    }
    const ready = this.#isReady();
    return {
      id: this.id,
      kind: this.kind,
      state: this.#problem !== null ? 'failed' : ready ? 'ready' : 'loading',
      may: this.#sealed ? 'read' : this.#may,
      sealed: this.#sealed,
      synced: this.#replica.synced,
      saved: this.#replica.saved,
      problem: this.#problem,
      data: this.#data.get(),
      people: [...people.values()],
    };
  }

  #newReplica(room: string): Replica {
    const { wire, updates } = this.#host;
    const device = updates
      ? new DeviceCopy(updates, room, {
          onChange: () => this.#savedChanged(),
          onFailure: (error) => this.#host.onStorageFailure(error),
        })
      : null;
    const replica: Replica = new Replica(room, wire, device, {
      onChange: (content) => {
        if (replica !== this.#replica) return;
        if (content) this.#changed();
        else this.#savedChanged();
      },
      onFirstOwnChange: () => {
        if (replica === this.#replica) this.#base = this.#data.get();
      },
      onLost: () => this.#host.onOpen(this, false),
      onSynced: () => {
        // Not when the socket opens: the server accepts it before it refuses it.
        this.#host.onOpen(this, true);
        if (replica === this.#next) this.#move(this.#swap());
        else if (!this.#known) {
          this.#known = true;
          replica.storeIfEmpty();
        }
      },
      onRefused: (refused) => {
        if (replica === this.#replica) this.#replaceBy(replica.room, refusalProblem(refused.code));
      },
      onNotice: (notice) => this.#onNotice(notice),
      onFinal: (code) => {
        if (replica === this.#replica || replica === this.#next) this.#onFinal(code);
      },
    });
    return replica;
  }

  #newPresence(): PresenceChannel {
    let told = '';
    return new PresenceChannel(this.#replica, () => {
      for (const text of this.#texts) text.moveCarets();
      // A caret that moves within its field is no news to all that show the document: they would be drawn anew at each letter.
      const people = JSON.stringify(this.#presence.others());
      if (people === told) return;
      told = people;
      this.view.invalidate();
    });
  }

  #onNotice(notice: Notice): void {
    if (notice.type === 'right-changed') this.#may = notice.may;
    if (notice.type === 'sealed') this.#sealed = true;
    if (notice.type === 'replaced') this.#host.onRoomsChanged(this.caseId);
    this.view.invalidate();
  }

  #onFinal(code: number): void {
    if (code === closeCodes.unauthenticated) {
      this.#host.onSignedOut();
      this.#savedChanged();
      return;
    }
    if (code === closeCodes.epochSuperseded && this.#access) {
      this.#superseded = this.#access.room;
      this.#host.onRoomsChanged(this.caseId);
      return;
    }
    const tooMuch = code === 1009 || code === closeCodes.tooLarge || code === closeCodes.badMessage;
    if ((tooMuch || code === closeCodes.sealed) && this.#replica.unsaved && !this.#next) {
      // What was sent is what the server closed for: without it, it can be opened again.
      this.#replaceBy(this.#replica.room, closeProblem(code));
      return;
    }
    this.#end(code);
  }

  /** It cannot be opened any more. Words that the server has not got are kept. */
  #end(code: number): void {
    this.#problem = closeProblem(code);
    this.#replica.disconnect();
    void this.#next?.close();
    this.#next = null;
    if (this.#replica.unsaved) {
      this.#move(this.#keep(this.#replica, this.#base, this.#problem));
      this.#replica.unsaved = false;
    }
    this.view.invalidate();
    this.#host.onSaved();
  }

  /** Fetches the server's copy of a room to take the place of what is shown; that stays to be read until then. */
  #replaceBy(room: string, reason: string): void {
    if (this.#next?.room === room) return;
    void this.#next?.close();
    this.#replica.disconnect();
    this.#reason = reason;
    this.#problem = null;
    this.#next = this.#newReplica(room);
    this.#next.connect();
    this.view.invalidate();
  }

  async #swap(): Promise<void> {
    const before = this.#replica;
    const next = this.#next;
    if (!next) return;
    this.#next = null;
    const theirs = read(this.process, this.kind, next.doc);
    const mine = this.#data.get();
    this.#presence.close();
    this.#replica = next;
    this.#presence = this.#newPresence();
    this.#known = true;
    this.#changed();
    for (const text of this.#texts) text.rebind();
    if (before.unsaved) await this.#keep(before, theirs, this.#reason, mine);
    else await before.device?.fork([]);
    await before.close();
  }

  /** Puts the words that `theirs` does not have aside, in one step with taking their rows from this device. */
  async #keep(
    replica: Replica,
    theirs: DocumentView,
    reason: string,
    mine: DocumentView = this.#data.get(),
  ): Promise<void> {
    // A field counts only if it was changed here: others' newer words in other fields are not lost.
    const changed = new Set(wordsLost(this.process, this.kind, mine, this.#base).map((lost) => lost.path));
    const at = new Date().toISOString();
    const kept: KeptWords[] = wordsLost(this.process, this.kind, mine, theirs)
      .filter((lost) => changed.has(lost.path))
      .map(({ path, label, words, theirs: instead }) => ({
        id: uuidv7(),
        caseId: this.caseId,
        document: this.id,
        field: path,
        label,
        words,
        theirs: instead,
        reason,
        at,
      }));
    this.#host.onKept(kept, replica.device !== null);
    await replica.device?.fork(kept);
  }

  #changed(): void {
    this.#data.invalidate();
    this.#savedChanged();
  }

  #savedChanged(): void {
    this.view.invalidate();
    this.#host.onSaved();
  }
}

function hasKind({ documents }: Process, kind: string): boolean {
  return documents.some((row) => row.kind === kind);
}

/** A document as plain data, empty while the process does not know its kind. Of the two that the server writes, the signed services are rows of `entries`. */
function read(process: Process, kind: string, doc: Doc): DocumentView {
  if (kind === 'official' || !hasKind(process, kind)) return {};
  if (kind !== 'services') return project(process, kind, doc);
  const entries = projectServices(doc).map((entry, index) => ({
    ...entry,
    order: String(index).padStart(6, '0'),
    voided: entry.voided?.reason ?? null,
  }));
  return { entries: entries as readonly RowView[] };
}
