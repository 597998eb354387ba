/** Whether what is stored can be used: the past as it was written, and every room whole. */
import type { AuditHead } from '../audit/chain.js';
import { type Verified, verifyAudit } from '../audit/verify.js';
import type { Records } from '../records/records.js';
import type { Storage } from '../storage/port.js';
import { openDatabase } from '../storage/sqlite/database.js';

export interface Drilled extends Omit<Verified, 'faults'> {
  readonly rooms: number;
  readonly faults: string[];
}

const slice = 1_000;

/** Reads everything once. `anchors` are heads of the time up to which the copy goes. */
export async function drill(
  storage: Storage,
  records: Pick<Records, 'fold'>,
  anchors: readonly AuditHead[],
): Promise<Drilled> {
  const verified = await verifyAudit(storage, anchors);
  const faults = [...verified.faults];
  let rooms = 0;
  for (let after = ''; ; ) {
    const ids = await storage.caseIds(after, slice);
    const last = ids.at(-1);
    if (last === undefined) return { ...verified, rooms, faults };
    for (const caseId of ids) {
      for (const document of Object.keys(await storage.epochs(caseId))) {
        rooms++;
        const fault = await faultOf(storage, records, caseId, document);
        if (fault) faults.push(`case ${caseId}: ${document} cannot be opened: ${fault}`);
      }
    }
    after = last;
  }
}

/** What in a closed database file is of later than an instant (ISO 8601 UTC). */
export function laterThan(file: string, instant: string): string[] {
  const db = openDatabase(file);
  try {
    const late = (sql: string, value: string | number) =>
      Number(db.all<{ count: number }>(`SELECT count(*) AS count ${sql}`, [value])[0]?.count ?? 0);
    const counts = {
      'rows of the audit log': late('FROM audit WHERE at > ?', instant),
      cases: late('FROM cases WHERE updated > ?', instant),
      updates: late('FROM updates WHERE at > ?', Date.parse(instant)),
    };
    return Object.entries(counts).flatMap(([what, count]) =>
      count > 0 ? [`${count} ${what} are of later than ${instant}`] : [],
    );
  } finally {
    db.close();
  }
}

async function faultOf(
  storage: Storage,
  records: Pick<Records, 'fold'>,
  caseId: string,
  document: string,
): Promise<string | null> {
  try {
    const room = await storage.load({ caseId, document });
    if (!room) return 'it is not there';
    const behind = room.head - (room.snapshot?.n ?? 0);
    if (room.tail.length !== behind) return `${behind - room.tail.length} updates are missing`;
    await records.fold(room.snapshot ? [room.snapshot.bytes, ...room.tail] : room.tail);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
