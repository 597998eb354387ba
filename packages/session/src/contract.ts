/**
 * What an element may ask of a session: types only. No document type, socket or database is named here,
 * so an element cannot come to depend on one. The session implements it (session.ts); `fake-session.ts` implements it for stories and tests.
 */
import type {
  CaseloadRow,
  CaseState,
  Deadline,
  DocumentView,
  NextStep,
  Plain,
  Process,
  Refusal,
  RequirementResult,
} from '@ssp-kit/process';
import type { PersonRow, StudentRow } from '@ssp-kit/protocol';

/** A read-only value that tells when it changed. The same value is returned until then. */
export interface Readable<T> {
  get(): T;
  /** Calls `listener` after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** `online` the server answers; `connecting` it is being tried; `offline` it cannot be reached; `signed-out` the token is gone. */
export type Connection = 'online' | 'connecting' | 'offline' | 'signed-out';

/**
 * What is true about a person's words. `saved` the server has them on disk; `saving` they are on their way;
 * `on-device` they are in this browser's database; `not-saved` they are in this page's memory only.
 */
export type Saved = 'saved' | 'saving' | 'on-device' | 'not-saved';

/** Words the server did not take. They stay here until the person has copied or discarded them. */
export interface KeptWords {
  readonly id: string;
  readonly caseId: string;
  readonly document: string;
  readonly field: string;
  readonly label: string;
  readonly words: string;
  /** What the record has there, to show the difference. Absent where that is not known. */
  readonly theirs?: string;
  readonly reason: string;
  readonly at: string;
}

/** A decision that waits for the server, or that the server refused. */
export interface PendingDecision {
  readonly key: string;
  readonly caseId: string;
  readonly action: string;
  /** The answers of its form: which of several sessions, conferences or people it is about. */
  readonly payload?: Readonly<Record<string, Plain>>;
  readonly since: string;
  readonly state: 'waiting' | 'sending' | 'refused';
  readonly refusal: Refusal | null;
}

/** One row of the caseload. */
export interface CaseSummary extends CaseloadRow {
  /** Begun on this device and not yet known to the server. */
  readonly local: boolean;
}

/** A student of the roster, with the ids of the cases that the person may open. */
export type RosterStudent = StudentRow;

/** A person of the roster who can be put on a team or admitted as family. */
export type RosterPerson = PersonRow;

export interface SessionView {
  readonly person: Person | null;
  readonly connection: Connection;
  /** The least saved of all open documents. */
  readonly saved: Saved;
  /**
   * Whether this browser keeps an offline copy; if not, why. `locked`: what it keeps can be read once the server answers somebody who is
   * signed in, by a new session.
   */
  readonly offlineStore: 'on' | 'off' | 'failed' | 'locked';
  readonly pending: readonly PendingDecision[];
  readonly kept: readonly KeptWords[];
  readonly caseload: {
    readonly state: 'loading' | 'ready' | 'stale' | 'failed';
    readonly cases: readonly CaseSummary[];
  };
  /** Today in the district's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /**
   * The rows of the server's process: what elements ask about fields, labels and steps. From this device while there is no answer;
   * `noProcess` (version '') until it is known.
   */
  readonly process: Process;
}

/** Somebody else who is here. */
export interface Presence {
  readonly key: string;
  readonly person: string;
  readonly name: string;
  readonly role: string;
  /** Hue index 0–7 of the people's colours. */
  readonly color: number;
  /** The field they are in, as a path, or null. */
  readonly field: string | null;
}

export interface DocumentStatus {
  readonly id: string;
  readonly kind: string;
  /** `loading` nothing is known yet; `ready` shown from the server or this device; `failed` it cannot be opened, see `problem`. */
  readonly state: 'loading' | 'ready' | 'failed';
  readonly may: 'read' | 'write';
  readonly sealed: boolean;
  /** The first handshake with the server is finished: what is shown is at least as new as the server's copy was then. */
  readonly synced: boolean;
  readonly saved: Saved;
  readonly problem: string | null;
  readonly data: DocumentView;
  readonly people: readonly Presence[];
}

/** A place in a document: `<field>` or `<list>/<row id>/<field>`. */
export type FieldPath = string;

/** One change of a text: at `index`, `remove` UTF-16 units go and `insert` comes. */
export interface TextChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

export interface Caret {
  readonly key: string;
  readonly person: string;
  readonly name: string;
  readonly color: number;
  readonly anchor: number;
  readonly head: number;
}

/** A text that several people write at once. It outlives the document under it: after a refusal it carries on with the new one. */
export interface TextHandle {
  readonly path: FieldPath;
  get(): string;
  /** Applies the person's own change, never splitting a character. Ignored (and false) while the document cannot be written. */
  apply(change: TextChange): boolean;
  /** Called with others' changes (`remote`) and one's own, after they are in the text. */
  subscribe(listener: (changes: readonly TextChange[], remote: boolean) => void): () => void;
  /** Tells the others where one's caret is; null when one leaves. */
  setCaret(selection: { readonly anchor: number; readonly head: number } | null): void;
  carets: Readable<readonly Caret[]>;
  undo(): void;
  redo(): void;
  release(): void;
}

export interface DocumentHandle {
  readonly caseId: string;
  readonly id: string;
  readonly view: Readable<DocumentStatus>;
  text(path: FieldPath): TextHandle;
  /** Says in which field the person is, for others; null when in none. */
  setField(path: FieldPath | null): void;
  release(): void;
}

export interface DocumentAccess {
  readonly document: string;
  readonly kind: string;
  readonly may: 'read' | 'write';
  readonly state: 'open' | 'sealed';
}

export interface CaseView {
  readonly id: string;
  readonly state: 'loading' | 'ready' | 'failed';
  readonly problem: string | null;
  /** The folded official record; null while it is not known. */
  readonly case: CaseState | null;
  readonly access: readonly DocumentAccess[];
  readonly deadlines: readonly Deadline[];
  readonly nextSteps: readonly NextStep[];
  readonly pending: readonly PendingDecision[];
  /** Decided last by another version of the process than the session's: the case is shown, nothing can be decided. */
  readonly unknownVersion: boolean;
}

/** What a decision would need: the answer that disables a button with its reasons and refuses the command in the server. */
export interface Readiness {
  readonly action: string;
  /** The person's role and relationship allow it. */
  readonly allowed: boolean;
  readonly open: boolean;
  readonly requirements: readonly RequirementResult[];
}

export interface CaseHandle {
  readonly id: string;
  readonly view: Readable<CaseView>;
  document(id: string): DocumentHandle;
  /** Judges an action on what is known here. `payload` is the decision form so far. Opens the documents it reads. */
  readiness(action: string, payload?: Readonly<Record<string, Plain>>): Readable<Readiness>;
  release(): void;
}

/** What a person wants. Edits are local at once; decisions go to the server, or wait in the outbox. */
export type Intent =
  | {
      readonly type: 'field.set';
      readonly caseId: string;
      readonly document: string;
      readonly path: FieldPath;
      readonly value: Plain;
    }
  /** `after`: the row it comes behind; null puts it first, absent puts it last. `id` is made by the caller when it wants to know it. */
  | {
      readonly type: 'row.add';
      readonly caseId: string;
      readonly document: string;
      readonly list: string;
      readonly id?: string;
      readonly after?: string | null;
      readonly values?: Readonly<Record<string, Plain>>;
    }
  | {
      readonly type: 'row.move';
      readonly caseId: string;
      readonly document: string;
      readonly list: string;
      readonly id: string;
      readonly after: string | null;
    }
  | {
      readonly type: 'row.remove';
      readonly caseId: string;
      readonly document: string;
      readonly list: string;
      readonly id: string;
    }
  | { readonly type: 'case.start'; readonly student: string; readonly caseId?: string }
  | {
      readonly type: 'decide';
      readonly caseId: string;
      readonly action: string;
      readonly payload: Readonly<Record<string, Plain>>;
    }
  | { readonly type: 'decision.withdraw'; readonly key: string }
  | { readonly type: 'kept.discard'; readonly id: string }
  | { readonly type: 'caseload.refresh' };

/** `done` it is in the document or in the official record; `waiting` it is in the outbox; `refused` with the reason. */
export type Outcome =
  | { readonly result: 'done'; readonly id?: string }
  | { readonly result: 'waiting'; readonly key: string }
  | { readonly result: 'refused'; readonly refusal: Refusal };

export interface Session {
  readonly view: Readable<SessionView>;
  case(caseId: string): CaseHandle;
  dispatch(intent: Intent): Promise<Outcome>;
  /** Students of the roster the person may see, by a part of the name; from the last answer when offline. */
  students(query?: string): Promise<readonly RosterStudent[]>;
  /** Staff of the student's school and the student's contacts. */
  people(caseId: string): Promise<readonly RosterPerson[]>;
  /** Ends every connection and timer; offline copies stay. */
  close(): Promise<void>;
  /** As `close`, and takes everything of the person off this device, also without a network: words that are not `saved` are gone. */
  signOut(): Promise<void>;
}
