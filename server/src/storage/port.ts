/**
 * What the server asks of its store. One adapter keeps it in a SQLite file, a small one in memory; both pass conformance.ts.
 * Everything that resolves is on disk. A rejection (`StorageError`) means that nothing of the call was kept.
 */
import type { Decision } from '@ssp-kit/process';
import type { AuditEntry, AuditHead, AuditRow } from '../audit/chain.js';

export interface RoomKey {
  readonly caseId: string;
  readonly document: string;
}

/** A room as it stands on disk. */
export interface StoredRoom extends RoomKey {
  /** The store's own number of the room. */
  readonly id: number;
  readonly kind: string;
  readonly epoch: number;
  readonly sealed: boolean;
  /** Number of the last update; 0 before the first. */
  readonly head: number;
}

/** Everything a room needs to be served: the snapshot, the updates behind it, and whose each clientID is. */
export interface LoadedRoom extends StoredRoom {
  readonly snapshot: { readonly n: number; readonly bytes: Uint8Array; readonly gate: Uint8Array } | null;
  readonly tail: readonly Uint8Array[];
  readonly clients: readonly ClientClaim[];
}

/** A clientID of a room and the person it belongs to. */
export interface ClientClaim {
  readonly client: number;
  readonly person: string;
}

export interface Append {
  readonly room: number;
  readonly author: string;
  /** Milliseconds since 1970, the server's clock. */
  readonly at: number;
  /** The number it gets: one more than the room's head, counting what is on its way. */
  readonly n: number;
  readonly bytes: Uint8Array;
  /** ClientIDs this update names for the first time. */
  readonly claims: readonly ClientClaim[];
}

/** `sealed`: the room takes nothing more. `moved`: an update before it is not there, so this one must not be either. */
export type Appended = { readonly ok: true } | { readonly ok: false; readonly code: 'sealed' | 'moved' };

export interface NewRoom extends RoomKey {
  readonly kind: string;
  /** What the server puts into it, or null for an empty document. */
  readonly bytes: Uint8Array | null;
}

/** A document as it was when it was sealed or cited. */
export interface SealedDocument extends RoomKey {
  /** From 1, counted for each document. */
  readonly version: number;
  /** SHA-256 of `json`, hex. */
  readonly hash: string;
  /** Canonical JSON of the projection. */
  readonly json: string;
}

/** The columns by which cases are found. */
export interface CaseIndex {
  readonly student: string;
  readonly school: string | null;
  /** Everyone named in the case: starter, team, family, providers. */
  readonly people: readonly string[];
  /** The case's process version. */
  readonly process: string;
  readonly closed: boolean;
  /** `foldVersion` of the fold that made the state. */
  readonly fold: number;
}

/** A case's state as its decisions say it now. */
export interface FoldedCase {
  readonly caseId: string;
  /** Of the last decision that is folded. */
  readonly seq: number;
  /** CaseState as JSON. */
  readonly state: string;
  readonly index: CaseIndex;
}

/** The whole log of a case: its decisions as JSON, in their order. */
export interface CaseLog {
  readonly caseId: string;
  readonly decisions: readonly string[];
}

export interface CaseHistory {
  readonly log: CaseLog;
  readonly copies: readonly SealedDocument[];
  /** Its content is gone; both lists are empty. */
  readonly destroyed: boolean;
}

/** One decision with everything that follows from it, written together or not at all. */
export interface DecisionWrite {
  readonly caseId: string;
  readonly decision: Decision;
  /** Of the command, so that the same key with other words is noticed. */
  readonly fingerprint: string;
  /** CaseState as JSON after the decision. */
  readonly state: string;
  readonly index: CaseIndex;
  /** Room numbers and the update number each was read at. */
  readonly readAt: readonly { readonly room: number; readonly head: number }[];
  /** Updates of rooms that exist, by the server. */
  readonly appends: readonly { readonly room: number; readonly bytes: Uint8Array }[];
  readonly opens: readonly NewRoom[];
  /** Copies that are kept: `freeze` closes the room to writers for good. */
  readonly copies: readonly (SealedDocument & { readonly freeze: boolean })[];
  /** What the audit log tells of it, at least a row. */
  readonly audits: readonly AuditEntry[];
}

/** `moved`: a room or the case is not where it was read; nothing was written. `known`: the key is in the log already. */
export type Decided =
  | { readonly ok: true; readonly appended: readonly number[]; readonly opened: readonly StoredRoom[] }
  | { readonly ok: false; readonly code: 'moved' | 'known' };

export interface StoredCase {
  readonly id: string;
  /** CaseState as JSON. */
  readonly state: string;
  readonly seq: number;
  /** `foldVersion` of the fold that made the state. */
  readonly fold: number;
  /** ISO 8601 UTC. */
  readonly updated: string;
}

/** Cases that may concern a person; the rights decide which of them are shown. */
export interface CaseSearch {
  readonly all?: boolean;
  readonly schools: readonly string[];
  readonly students: readonly string[];
  readonly person: string;
  readonly limit: number;
}

export interface Revocation {
  readonly person: string;
  /** Tokens issued before this instant are no longer taken; milliseconds since 1970. */
  readonly before: number;
}

/** Somebody has asked for the destruction of a case; a second person is needed. */
export interface AskedDestruction {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly person: string;
  /** The role in which it was asked. */
  readonly role: string;
  readonly basis: string;
}

/** Why a case must not be destroyed for now. */
export interface Hold {
  readonly basis: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly person: string;
}

export interface Storage {
  /** The room of a document at its newest epoch. */
  room(key: RoomKey): Promise<StoredRoom | null>;
  /** The newest epoch of each document of a case. */
  epochs(caseId: string): Promise<Readonly<Record<string, number>>>;
  load(key: RoomKey): Promise<LoadedRoom | null>;
  /** Appends of one tick are committed together. */
  append(append: Append): Promise<Appended>;
  /**
   * Keeps the newest snapshot of a room; an older one than the stored is ignored. A power cut may take it away: what it was made of is
   * on disk.
   */
  saveSnapshot(room: number, n: number, bytes: Uint8Array, gate: Uint8Array): Promise<void>;
  decide(write: DecisionWrite): Promise<Decided>;
  decisionByKey(caseId: string, key: string): Promise<{ decision: Decision; fingerprint: string } | null>;
  case(caseId: string): Promise<StoredCase | null>;
  /** Ids of cases, the one with the newest decision first. */
  cases(search: CaseSearch): Promise<readonly string[]>;
  /** Ids of the open cases of a student. */
  ofStudent(student: string): Promise<readonly string[]>;
  /** Logs of cases whose state was made by another fold than this one: those with ids after `after`, by id, at most `limit`. */
  foldedOtherwise(fold: number, after: string, limit: number): Promise<readonly CaseLog[]>;
  /** Puts states folded anew in the place of the stored ones. A case that has had a decision since is left as it is. */
  refold(cases: readonly FoldedCase[]): Promise<void>;
  /** Ids of open cases of this fold that are by another process: those after `after`, by id, at most `limit`. */
  ofOtherProcess(process: string, fold: number, after: string, limit: number): Promise<readonly string[]>;
  /** The newest kept copy of a document. */
  sealed(key: RoomKey): Promise<SealedDocument | null>;
  /** Writes the next row of the audit chain; entries of one tick are committed together. */
  audit(entry: AuditEntry): Promise<void>;
  /** Rows of the audit chain with numbers after `after`, in their order; with a case's id those about it. */
  auditRows(after: number, limit: number, caseId?: string): Promise<readonly AuditRow[]>;
  auditHead(): Promise<AuditHead>;
  /** Ids of all cases: those after `after`, by id, at most `limit`. */
  caseIds(after: string, limit: number): Promise<readonly string[]>;
  /** The whole log of a case, and every kept copy of its documents. */
  history(caseId: string): Promise<CaseHistory>;
  destruction(caseId: string): Promise<AskedDestruction | null>;
  /** Keeps that somebody asked for it, or takes it back with null, with a row in the audit log. */
  askDestruction(caseId: string, asked: AskedDestruction | null, entry: AuditEntry): Promise<void>;
  /** What stops the destruction of a case, in the order in which it was placed. */
  holds(caseId: string): Promise<readonly Hold[]>;
  /** Places a hold, or takes the one on this basis off with null, with a row in the audit log. One a basis: the first stays. */
  hold(caseId: string, basis: string, hold: Hold | null, entry: AuditEntry): Promise<void>;
  /**
   * Destroys a case for good, with its key: nobody reads it again, here or in a backup. What stays are its id, the numbers of its
   * decisions and the hashes of its documents, so that the audit log can still be verified.
   */
  destroy(caseId: string, entry: AuditEntry): Promise<void>;
  /** Keeps a disclosure (JSON) under its key, with its row in the audit log. Answers what is kept under the key: the first one. */
  disclose(caseId: string, key: string, json: string, entry: AuditEntry): Promise<string>;
  /** Disclosures of a case as JSON, in the order in which they were recorded. */
  disclosures(caseId: string): Promise<readonly string[]>;
  /** Keeps a revocation, with its row in the audit log. */
  revoke(revocation: Revocation, entry: AuditEntry): Promise<void>;
  revocations(): Promise<readonly Revocation[]>;
  /** 32 bytes of a name, the same each time; made when there are none, and kept among the keys of the cases. */
  secret(name: string): Promise<Uint8Array>;
  /**
   * Gives every room an epoch it never had, and those that open from now on too: what clients have of the time after a backup was
   * made must not be merged into what came back from it. Answers the epoch.
   */
  raiseEpochs(entry: AuditEntry): Promise<number>;
  /** Writes a row to see that the disk takes it. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The store could not do it: a full disk, a lost file, a lock that was not given back. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly code: 'full' | 'busy' | 'failed';
  constructor(code: 'full' | 'busy' | 'failed', message: string) {
    super(message);
    this.code = code;
  }
}
