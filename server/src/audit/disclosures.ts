/** Disclosures to parties outside the school, as 34 CFR 99.32 asks them to be recorded with the record itself. */
import type { DisclosureBasis } from '@ssp-kit/process/records';
import type { Storage } from '../storage/port.js';
import type { AuditEntry } from './chain.js';

export interface Disclosure {
  /** A UUID of who records it, so that the same is not recorded twice. */
  readonly key: string;
  /** ISO day on which it was disclosed or asked for. */
  readonly day: string;
  readonly party: string;
  readonly purpose: string;
  readonly basis: DisclosureBasis;
  /** What was disclosed: documents by their ids, or words. */
  readonly what: readonly string[];
  /** The articulable and significant threat, in an emergency. */
  readonly threat?: string;
  /** Names of parties to whom it was or may be passed on. */
  readonly furtherParties?: readonly string[];
}

/** As it is kept: who recorded it and when. */
export interface RecordedDisclosure extends Disclosure {
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** Keeps a disclosure with its row in the audit log, which names its key and basis only. */
export async function disclose(
  storage: Pick<Storage, 'disclose'>,
  { at, person, caseId, disclosure }: { at: string; person: string; caseId: string; disclosure: Disclosure },
): Promise<RecordedDisclosure> {
  const recorded = { ...disclosure, recordedAt: at, recordedBy: person };
  const { key, basis } = disclosure;
  const entry: AuditEntry = { at, person, action: 'case.disclose', caseId, document: null, detail: { key, basis } };
  const kept = await storage.disclose(caseId, key, JSON.stringify(recorded), entry);
  return JSON.parse(kept) as RecordedDisclosure;
}
