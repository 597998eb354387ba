/** Whether what is stored can be used: the past as it was written, and every room whole. */
import type { AuditHead } from '../audit/chain.js';
import { type Verified, verifyAudit } from '../audit/verify.js';
import type { Records } from '../records/records.js';
import type { Storage } from '../storage/port.js';

export interface Drilled extends Verified {
  readonly rooms: number;
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
