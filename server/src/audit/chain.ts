/** The audit log as a chain: every row names the hash of the one before it, so that nobody changes the past unseen. */
import { createHash } from 'node:crypto';

export interface AuditEntry {
  /** ISO 8601 UTC. */
  readonly at: string;
  readonly person: string;
  readonly action: string;
  readonly caseId: string | null;
  readonly document: string | null;
  /** Plain JSON: ids, numbers, codes and hashes, never content or names. */
  readonly detail: unknown;
}

/** The end of a chain: the number of its last row, 0 for an empty one, and that row's hash. */
export interface AuditHead {
  readonly seq: number;
  /** SHA-256, hex. */
  readonly hash: string;
}

/** An entry in its place. `detail` is the JSON text as it is hashed. */
export interface AuditRow extends Omit<AuditEntry, 'detail'>, AuditHead {
  readonly detail: string;
  readonly prev: string;
}

export const noHead: AuditHead = { seq: 0, hash: '0'.repeat(64) };

/** The row by which a chain goes on. */
export function link(head: AuditHead, { detail, ...entry }: AuditEntry): AuditRow {
  const row = { ...entry, detail: JSON.stringify(detail ?? null), seq: head.seq + 1, prev: head.hash };
  return { ...row, hash: hashOf(row) };
}

export function hashOf({ seq, at, person, action, caseId, document, detail, prev }: Omit<AuditRow, 'hash'>): string {
  const fields = JSON.stringify([seq, at, person, action, caseId, document, detail, prev]);
  return createHash('sha256').update(fields).digest('hex');
}

/** What is wrong at a row, or null. `before` is the end of the chain so far. */
export function faultAt(before: AuditHead, row: AuditRow): string | null {
  if (row.seq !== before.seq + 1) {
    return row.seq > before.seq + 1
      ? `row ${before.seq + 1} is missing`
      : `row ${row.seq} stands a second time or out of its order`;
  }
  if (row.prev !== before.hash) return `row ${row.seq} does not follow from the row before it`;
  if (row.hash !== hashOf(row)) return `row ${row.seq} was changed`;
  return null;
}

/** `<hash>@<seq>`, as heads are written down elsewhere. */
export function formatHead({ seq, hash }: AuditHead): string {
  return `${hash}@${seq}`;
}

/** Null for what is no head. */
export function parseHead(text: string): AuditHead | null {
  const [, hash, seq] = /^([0-9a-f]{64})@(0|[1-9]\d{0,14})$/.exec(text) ?? [];
  return hash !== undefined && seq !== undefined ? { hash, seq: Number(seq) } : null;
}
