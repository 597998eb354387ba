import type { Day } from '@ssp-kit/process';
import type * as Y from 'yjs';
import { origins } from './origins.js';
import { entriesRoot } from './shape.js';

/** One signed session of a service. Never changed: a wrong one is made void, with its reason, and written anew. */
export interface SignedEntry {
  /** The session's id, the row id of the draft it was signed from. */
  readonly id: string;
  /** Row id of the service in the plan. */
  readonly service: string;
  /** The provider's person id. */
  readonly provider: string;
  readonly providerName: string;
  readonly date: Day;
  /** `HH:MM`, local. */
  readonly startTime: string | null;
  readonly minutes: number;
  /** Code of the vocabulary `session-status`. */
  readonly status: string;
  /** Code of the vocabulary `session-group`. */
  readonly group: string | null;
  readonly groupSize: number | null;
  /** Code of the vocabulary `location`. */
  readonly location: string | null;
  readonly note: string;
  /** Instant of the server, ISO 8601 UTC. */
  readonly signedAt: string;
  /** The decision that signed it. */
  readonly seq: number;
  readonly voided: null | { readonly reason: string; readonly at: string; readonly seq: number };
}

/** Writes an entry, or its void version, under its session's id. Server only. */
export function putEntry(doc: Y.Doc, entry: SignedEntry): void {
  doc.transact(() => {
    doc.getMap(entriesRoot).set(entry.id, structuredClone(entry));
  }, origins.server);
}

/** The signed sessions by date, start and id; void ones too. */
export function projectServices(doc: Y.Doc): SignedEntry[] {
  if (!doc.share.has(entriesRoot)) return [];
  const entries = [...doc.getMap<SignedEntry>(entriesRoot).values()];
  const key = (entry: SignedEntry): string => `${entry.date} ${entry.startTime ?? ''} ${entry.id}`;
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
