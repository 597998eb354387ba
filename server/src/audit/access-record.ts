/** Who has seen what of a case, day by day: a view of the audit log. */
import type { Storage } from '../storage/port.js';

export interface SeenRow {
  /** ISO day, UTC. */
  readonly day: string;
  readonly person: string;
  readonly document: string;
  /** ISO instant of the first time that day. */
  readonly first: string;
  /** By how it was seen: along with others, or read once. */
  readonly how: 'opened' | 'read';
}

const slice = 1_000;

const ways: Readonly<Record<string, SeenRow['how']>> = { 'document.open': 'opened', 'document.read': 'read' };

/** The newest first. */
export async function accessRecord(storage: Pick<Storage, 'auditRows'>, caseId: string): Promise<SeenRow[]> {
  const seen = new Map<string, SeenRow>();
  for (let after = 0; ; ) {
    const rows = await storage.auditRows(after, slice, caseId);
    const last = rows.at(-1);
    if (!last) return [...seen.values()].reverse();
    for (const { at, person, action, document } of rows) {
      const how = ways[action];
      if (!how || document === null) continue;
      const day = at.slice(0, 10);
      const name = JSON.stringify([day, person, document, how]);
      if (!seen.has(name)) seen.set(name, { day, person, document, first: at, how });
    }
    after = last.seq;
  }
}
