/** `ssp audit …`: works beside a running server. */
import { StartError } from '../start-error.js';
import type { Storage } from '../storage/port.js';
import { readAnchors } from './anchor.js';
import { formatHead, parseHead } from './chain.js';
import { verifyAudit } from './verify.js';

export interface AuditEnvironment {
  readonly storage: Pick<Storage, 'auditRows' | 'auditHead' | 'caseIds' | 'history'>;
  /** The file of heads that the settings name. */
  readonly anchor: string | null;
  readonly print: (line: string) => void;
}

const usage = 'audit is "audit head", or "audit verify [--head <hash>@<number>]".';

/** Answers the exit code: 1 where something is not as it was written. */
export async function auditCommand(args: readonly string[], environment: AuditEnvironment): Promise<number> {
  const { storage, anchor, print } = environment;
  const [what, option, value] = args;
  if (what === 'head' && option === undefined) {
    print(formatHead(await storage.auditHead()));
    return 0;
  }
  if (what !== 'verify' || (option !== undefined && option !== '--head') || args.length > 3)
    throw new StartError(usage);
  const given = value === undefined ? null : parseHead(value);
  if (option && !given) throw new StartError('--head is <hash>@<number>, as "ssp audit head" prints it.');
  const anchors = [...(anchor ? readAnchors(anchor) : []), ...(given ? [given] : [])];
  const { head, cases, decisions, copies, faults } = await verifyAudit(storage, anchors);
  for (const fault of faults) print(fault);
  print(
    `${head.seq} rows, ${anchors.length} anchored heads, ${cases} cases, ${decisions} decisions, ${copies} kept documents: ` +
      (faults.length === 0 ? 'everything is as it was written.' : `${faults.length} faults.`),
  );
  if (anchors.length === 0) print('No anchored head was given: a log that was cut off or made anew cannot be told.');
  print(`Head: ${formatHead(head)}`);
  return faults.length === 0 ? 0 : 1;
}
