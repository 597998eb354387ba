/** What is done with whole documents. It runs on a thread of its own (worker.ts): nothing else in the server makes a Y.Doc. */
import type { Decision, DocumentView, Process } from '@ssp-kit/process';
import {
  appendDecision,
  canonicalJson,
  contentHash,
  fill,
  project,
  projectServices,
  putEntry,
  type SignedEntry,
} from '@ssp-kit/record';
import * as Y from 'yjs';
import { RoomGate } from '../gate.js';
import type { ClientClaim } from '../storage/port.js';

/** The clientID of everything the server writes. One writer a room and one number keep the state vectors short. */
export const serverClient = 1;

/** A document as stored bytes: its snapshot and the updates behind it, in their order. */
export interface Bytes {
  readonly kind: string;
  readonly updates: readonly Uint8Array[];
}

export interface Sealed {
  readonly json: string;
  readonly hash: string;
}

export function tasksOf(process: Process) {
  return {
    /** Projections, for facts and for reading. */
    views(documents: readonly Bytes[]): DocumentView[] {
      return documents.map((document) => withDoc(document.updates, (doc) => project(process, document.kind, doc)));
    },

    /** Canonical JSON and its SHA-256. */
    async seal(documents: readonly Bytes[]): Promise<Sealed[]> {
      return Promise.all(
        documents.map(async ({ kind, updates }) => {
          const view = withDoc(updates, (doc) => project(process, kind, doc));
          return { json: canonicalJson(view), hash: await contentHash(view) };
        }),
      );
    },

    /**
     * Names of the fields and lists in which a document is no longer as it was when it had this hash; null when it is not found among
     * its updates: it was folded since, or was never stored like that.
     */
    async changedSince({ kind, updates }: Bytes, hash: string): Promise<string[] | null> {
      const doc = new Y.Doc();
      let then: DocumentView | null = null;
      let now = project(process, kind, doc);
      for (const update of updates) {
        if ((await contentHash(now)) === hash) then = now;
        Y.applyUpdate(doc, update);
        now = project(process, kind, doc);
      }
      doc.destroy();
      return then && differing(then, now);
    },

    /** The update by which a decision enters the official record. */
    official(updates: readonly Uint8Array[], decision: Decision): Uint8Array {
      return change(updates, (doc) => appendDecision(doc, decision));
    },

    entries(updates: readonly Uint8Array[]): SignedEntry[] {
      return withDoc(updates, projectServices);
    },

    /** The update by which a signed or voided session enters the services of a school year. */
    services(updates: readonly Uint8Array[], entry: SignedEntry): Uint8Array {
      return change(updates, (doc) => putEntry(doc, entry));
    },

    /** The first update of a new document that begins with content. */
    fill(kind: string, view: DocumentView): Uint8Array {
      return change([], (doc) => fill(process, doc, kind, view));
    },

    /** What of an update a client with this state vector lacks. */
    cut(update: Uint8Array, stateVector: Uint8Array): Uint8Array {
      return Y.diffUpdate(update, stateVector);
    },

    /** The index of a gate that has taken these updates, as bytes; `stored` is the gate they are behind. */
    gate(stored: Uint8Array | null, updates: readonly Uint8Array[], clients: readonly ClientClaim[]): Uint8Array {
      const gate = stored ? RoomGate.fromBytes(stored) : new RoomGate();
      gate.takeStored(updates, new Map(clients.map(({ client, person }) => [client, person])));
      return gate.toBytes();
    },

    /** One snapshot of everything. Throws when something in it waits for what is not there. */
    fold(updates: readonly Uint8Array[]): Uint8Array {
      return withDoc(updates, (doc) => {
        if (doc.store.pendingStructs || doc.store.pendingDs) throw new Error('the room has gaps');
        return Y.encodeStateAsUpdate(doc);
      });
    },
  };
}

export type Tasks = ReturnType<typeof tasksOf>;

function differing(one: DocumentView, other: DocumentView): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  const part = (view: DocumentView, name: string) => canonicalJson({ [name]: view[name] });
  return [...names].filter((name) => part(one, name) !== part(other, name));
}

function withDoc<T>(updates: readonly Uint8Array[], work: (doc: Y.Doc) => T): T {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    return work(doc);
  } finally {
    doc.destroy();
  }
}

/** What `write` adds to the document. */
function change(updates: readonly Uint8Array[], write: (doc: Y.Doc) => void): Uint8Array {
  return withDoc(updates, (doc) => {
    const made: Uint8Array[] = [];
    doc.clientID = serverClient;
    doc.on('update', (update: Uint8Array) => made.push(update));
    write(doc);
    if (made.length === 0) return Y.encodeStateAsUpdate(new Y.Doc());
    return made.length === 1 ? (made[0] as Uint8Array) : Y.mergeUpdates(made);
  });
}
