import { randomBytes } from 'node:crypto';
import type { Decision } from '@ssp-kit/process';
import { type AuditEntry, type AuditRow, link, noHead } from '../audit/chain.js';
import { freshEpoch } from './fresh-epoch.js';
import type {
  Append,
  Appended,
  AskedDestruction,
  CaseIndex,
  CaseLog,
  ClientClaim,
  Decided,
  DecisionWrite,
  FoldedCase,
  Hold,
  LoadedRoom,
  NewRoom,
  RoomKey,
  SealedDocument,
  Storage,
  StoredCase,
  StoredRoom,
} from './port.js';

interface MemoryRoom {
  stored: StoredRoom;
  readonly updates: Uint8Array[];
  readonly clients: ClientClaim[];
  snapshot: LoadedRoom['snapshot'];
}

/** The storage port in memory: for tests that need no disk, and the second witness of what the port means. */
export function memoryStorage(): Storage {
  const rooms: MemoryRoom[] = [];
  const decisions: { caseId: string; decision: Decision; fingerprint: string }[] = [];
  const cases = new Map<string, StoredCase & { readonly index: CaseIndex }>();
  const copies: SealedDocument[] = [];
  const audits: AuditRow[] = [];
  const disclosures: { caseId: string; key: string; json: string }[] = [];
  const asked = new Map<string, AskedDestruction>();
  const holds = new Map<string, Map<string, Hold>>();
  const destroyed = new Set<string>();
  let roomCount = 0;
  let epoch = 1;
  const revoked = new Map<string, number>();
  const secrets = new Map<string, Uint8Array>();

  const audit = (entry: AuditEntry) => {
    audits.push(link(audits.at(-1) ?? noHead, entry));
  };
  const byKey = ({ caseId, document }: RoomKey) =>
    rooms.find(({ stored }) => stored.caseId === caseId && stored.document === document);
  const byId = (id: number) => rooms.find(({ stored }) => stored.id === id);

  function put(room: MemoryRoom, bytes: Uint8Array): number {
    room.updates.push(bytes);
    room.stored = { ...room.stored, head: room.updates.length };
    return room.stored.head;
  }

  function open({ bytes, caseId, document, kind }: NewRoom): StoredRoom {
    const known = byKey({ caseId, document });
    if (known) return known.stored;
    const stored = { id: ++roomCount, caseId, document, kind, epoch, sealed: false, head: 0 };
    const room: MemoryRoom = { stored, updates: [], clients: [], snapshot: null };
    rooms.push(room);
    if (bytes) put(room, bytes);
    return room.stored;
  }

  function append({ room: id, n, bytes, claims }: Append): Appended {
    const room = byId(id);
    if (!room || room.stored.sealed) return { ok: false, code: 'sealed' };
    if (n !== room.stored.head + 1) return { ok: false, code: 'moved' };
    put(room, bytes);
    for (const claim of claims) {
      if (!room.clients.some(({ client }) => client === claim.client)) room.clients.push(claim);
    }
    return { ok: true };
  }

  function decide(write: DecisionWrite): Decided {
    const { caseId, decision, fingerprint } = write;
    if (destroyed.has(caseId)) return { ok: false, code: 'moved' };
    const known = decisions.some((row) => row.caseId === caseId && row.decision.key === decision.key);
    if (known) return { ok: false, code: 'known' };
    if ((cases.get(caseId)?.seq ?? 0) + 1 !== decision.seq) return { ok: false, code: 'moved' };
    if (write.readAt.some(({ room, head }) => byId(room)?.stored.head !== head)) return { ok: false, code: 'moved' };
    decisions.push({ caseId, decision, fingerprint });
    const { state, index } = write;
    cases.set(caseId, { id: caseId, state, seq: decision.seq, fold: index.fold, updated: decision.at, index });
    const appended = write.appends.map(({ room: id, bytes }) => {
      const room = byId(id);
      if (!room) throw new Error('a decision names a room that does not exist');
      return put(room, bytes);
    });
    const opened = write.opens.map(open);
    for (const { freeze, ...copy } of write.copies) {
      copies.push(copy);
      const room = byKey(copy);
      if (freeze && room) room.stored = { ...room.stored, sealed: true };
    }
    write.audits.forEach(audit);
    return { ok: true, appended, opened };
  }

  function logOf(caseId: string): CaseLog {
    const log = decisions.filter((row) => row.caseId === caseId);
    return { caseId, decisions: log.map(({ decision }) => JSON.stringify(decision)) };
  }

  function refold({ caseId, seq, state, index }: FoldedCase): void {
    const known = cases.get(caseId);
    if (known?.seq === seq) cases.set(caseId, { ...known, state, fold: index.fold, index });
  }

  const after = (id: string, limit: number, is: (index: CaseIndex) => boolean) =>
    [...cases.values()]
      .filter((row) => row.id > id && is(row.index))
      .map((row) => row.id)
      .sort()
      .slice(0, limit);

  return {
    room: async (key) => byKey(key)?.stored ?? null,
    epochs: async (caseId) =>
      Object.fromEntries(
        rooms.filter(({ stored }) => stored.caseId === caseId).map(({ stored }) => [stored.document, stored.epoch]),
      ),
    async load(key) {
      const room = byKey(key);
      if (!room) return null;
      const { stored, snapshot, updates, clients } = room;
      return { ...stored, snapshot, tail: updates.slice(snapshot?.n ?? 0), clients: [...clients] };
    },
    append: async (item) => append(item),
    async saveSnapshot(id, n, bytes, gate) {
      const room = byId(id);
      if (room && n >= (room.snapshot?.n ?? 0)) room.snapshot = { n, bytes, gate };
    },
    decide: async (write) => decide(write),
    async decisionByKey(caseId, key) {
      const row = decisions.find((known) => known.caseId === caseId && known.decision.key === key);
      return row ? { decision: row.decision, fingerprint: row.fingerprint } : null;
    },
    case: async (caseId) => (destroyed.has(caseId) ? null : (cases.get(caseId) ?? null)),
    cases: async ({ all, schools, students, person, limit }) =>
      [...cases.values()]
        .filter(({ id }) => !destroyed.has(id))
        .filter(
          ({ index }) =>
            all ||
            (index.school !== null && schools.includes(index.school)) ||
            students.includes(index.student) ||
            index.people.includes(person),
        )
        .sort((a, b) => (a.updated < b.updated ? 1 : -1))
        .slice(0, limit)
        .map(({ id }) => id),
    ofStudent: async (student) =>
      [...cases.values()].filter(({ index }) => index.student === student && !index.closed).map(({ id }) => id),
    foldedOtherwise: async (fold, from, limit) =>
      after(from, limit, (index) => index.fold !== fold)
        .filter((id) => !destroyed.has(id))
        .map(logOf),
    refold: async (folded) => folded.forEach(refold),
    ofOtherProcess: async (process, fold, from, limit) =>
      after(from, limit, (index) => !index.closed && index.fold === fold && index.process !== process),
    sealed: async ({ caseId, document }) =>
      copies.filter((copy) => copy.caseId === caseId && copy.document === document).at(-1) ?? null,
    audit: async (entry) => audit(entry),
    auditRows: async (from, limit, caseId) =>
      audits.filter((row) => row.seq > from && (caseId === undefined || row.caseId === caseId)).slice(0, limit),
    auditHead: async () => {
      const { seq, hash } = audits.at(-1) ?? noHead;
      return { seq, hash };
    },
    caseIds: async (from, limit) => after(from, limit, () => true),
    history: async (caseId) => ({
      log: logOf(caseId),
      copies: copies.filter((copy) => copy.caseId === caseId),
      destroyed: destroyed.has(caseId),
    }),
    destruction: async (caseId) => asked.get(caseId) ?? null,
    async askDestruction(caseId, ask, entry) {
      if (ask) asked.set(caseId, ask);
      else asked.delete(caseId);
      audit(entry);
    },
    holds: async (caseId) => [...(holds.get(caseId)?.values() ?? [])],
    async hold(caseId, basis, hold, entry) {
      const known = holds.get(caseId) ?? new Map<string, Hold>();
      if (known.has(basis) === (hold !== null)) return;
      if (hold) known.set(basis, hold);
      else known.delete(basis);
      holds.set(caseId, known);
      audit(entry);
    },
    async destroy(caseId, entry) {
      destroyed.add(caseId);
      for (const rows of [decisions, copies, disclosures]) {
        rows.splice(
          0,
          rows.length,
          ...((rows as { caseId: string }[]).filter((row) => row.caseId !== caseId) as never[]),
        );
      }
      rooms.splice(0, rooms.length, ...rooms.filter(({ stored }) => stored.caseId !== caseId));
      asked.delete(caseId);
      audit(entry);
    },
    async disclose(caseId, key, json, entry) {
      const known = disclosures.find((row) => row.caseId === caseId && row.key === key);
      if (known) return known.json;
      disclosures.push({ caseId, key, json });
      audit(entry);
      return json;
    },
    disclosures: async (caseId) => disclosures.filter((row) => row.caseId === caseId).map(({ json }) => json),
    async revoke({ person, before }, entry) {
      revoked.set(person, Math.max(before, revoked.get(person) ?? 0));
      audit(entry);
    },
    revocations: async () => [...revoked].map(([person, before]) => ({ person, before })),
    async secret(name) {
      const secret = secrets.get(name) ?? randomBytes(32);
      secrets.set(name, secret);
      return secret;
    },
    async raiseEpochs(entry) {
      epoch = freshEpoch(epoch);
      for (const room of rooms) room.stored = { ...room.stored, epoch };
      audit(entry);
      return epoch;
    },
    check: async () => undefined,
    close: async () => undefined,
  };
}
