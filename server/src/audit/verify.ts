/** Whether the past is as it was written: the chain of the audit log, and the decisions and sealed documents it tells of. */
import { createHash } from 'node:crypto';
import type { Storage } from '../storage/port.js';
import { type AuditHead, type AuditRow, faultAt, formatHead, noHead } from './chain.js';
import { decisionHash } from './decision-entries.js';

export interface Verified {
  readonly head: AuditHead;
  readonly cases: number;
  readonly decisions: number;
  readonly copies: number;
  /** Sentences, none where everything is as it was. */
  readonly faults: readonly string[];
}

type Source = Pick<Storage, 'auditRows' | 'auditHead' | 'caseIds' | 'history'>;

const slice = 1_000;

/** Reads everything once. `anchors` are heads that were written down elsewhere. */
export async function verifyAudit(storage: Source, anchors: readonly AuditHead[]): Promise<Verified> {
  const faults: string[] = [];
  const head = await verifyChain(storage, anchors, faults);
  let [cases, decisions, copies] = [0, 0, 0];
  for (let after = ''; ; ) {
    const ids = await storage.caseIds(after, slice);
    const last = ids.at(-1);
    if (last === undefined) break;
    for (const id of ids) {
      const found = await verifyCase(storage, id, head, faults);
      cases++;
      decisions += found.decisions;
      copies += found.copies;
    }
    after = last;
  }
  return { head, cases, decisions, copies, faults };
}

/** Ends at the first fault: nothing behind it can be believed. */
async function verifyChain(storage: Source, anchors: readonly AuditHead[], faults: string[]): Promise<AuditHead> {
  const waiting = [...anchors].sort((a, b) => a.seq - b.seq);
  let head = noHead;
  const meet = () => {
    while (waiting[0] && waiting[0].seq <= head.seq) {
      const anchor = waiting.shift() as AuditHead;
      if (anchor.hash !== head.hash)
        faults.push(`row ${anchor.seq} is not the one that was anchored: the log was made anew`);
    }
  };
  meet();
  for (;;) {
    const rows = await storage.auditRows(head.seq, slice);
    if (rows.length === 0) break;
    for (const row of rows) {
      const fault = faultAt(head, row);
      if (fault) {
        faults.push(fault);
        return head;
      }
      head = { seq: row.seq, hash: row.hash };
      meet();
    }
  }
  const anchored = waiting.at(-1);
  if (anchored)
    faults.push(`the log ends at row ${head.seq}, and ${formatHead(anchored)} was anchored: it was cut off`);
  return head;
}

/**
 * Decisions and copies of a case against the hashes that its audit rows tell. The rows are read last, since a server may be writing:
 * everything that was read has its row by then, and only rows of the chain as it was verified must have what they tell of.
 */
async function verifyCase(
  storage: Source,
  caseId: string,
  head: AuditHead,
  faults: string[],
): Promise<{ decisions: number; copies: number }> {
  const history = await storage.history(caseId).catch((error: Error) => error);
  if (history instanceof Error) {
    faults.push(`case ${caseId}: it cannot be read: ${history.message}`);
    return { decisions: 0, copies: 0 };
  }
  const { log, copies } = history;
  const { told, destroyed } = await toldOf(storage, caseId);
  if (history.destroyed) {
    if (!destroyed) faults.push(`case ${caseId}: its content is gone, and the audit log knows nothing of it`);
    return { decisions: 0, copies: 0 };
  }
  const found = new Map([
    ...log.decisions.map((json) => [`decision ${seqOf(json)}`, decisionHash(json)] as const),
    ...copies.map(({ document, version, json }) => {
      return [copyName(document, version), createHash('sha256').update(json).digest('hex')] as const;
    }),
  ]);
  for (const { name, hash, seq } of told) {
    const is = found.get(name);
    found.delete(name);
    if (is === undefined && seq <= head.seq) faults.push(`case ${caseId}: ${name} is missing`);
    if (is !== undefined && is !== hash) faults.push(`case ${caseId}: ${name} was changed`);
  }
  for (const name of found.keys()) faults.push(`case ${caseId}: ${name} is not in the audit log`);
  return { decisions: log.decisions.length, copies: copies.length };
}

interface Told {
  readonly name: string;
  readonly hash: string;
  /** Of the row that tells it. */
  readonly seq: number;
}

async function toldOf(storage: Source, caseId: string): Promise<{ told: Told[]; destroyed: boolean }> {
  const told: Told[] = [];
  let destroyed = false;
  for (let after = 0; ; ) {
    const rows = await storage.auditRows(after, slice, caseId);
    const last = rows.at(-1);
    if (!last) return { told, destroyed };
    destroyed ||= rows.some(({ action }) => action === 'case.destroy');
    told.push(...rows.flatMap(toldBy));
    after = last.seq;
  }
}

interface Detail {
  readonly seq?: number;
  readonly decision?: string;
  readonly decisions?: readonly string[];
  readonly version?: number;
  readonly copy?: string;
  /** Document, version and hash of each. */
  readonly copies?: readonly (readonly [string, number, string])[];
}

function toldBy(row: AuditRow): Told[] {
  const { seq, decision, decisions = [], version = 0, copies, copy } = (JSON.parse(row.detail) ?? {}) as Detail;
  const tell = (name: string, hash: string): Told => ({ name, hash, seq: row.seq });
  return [
    ...(seq !== undefined && decision !== undefined ? [tell(`decision ${seq}`, decision)] : []),
    ...decisions.map((hash, index) => tell(`decision ${index + 1}`, hash)),
    ...(copies ?? []).map(([document, of, hash]) => tell(copyName(document, of), hash)),
    ...(copy !== undefined ? [tell(copyName(row.document ?? '', version), copy)] : []),
  ];
}

function copyName(document: string, version: number): string {
  return `${document}, version ${version},`;
}

function seqOf(json: string): number {
  return (JSON.parse(json) as { readonly seq: number }).seq;
}
