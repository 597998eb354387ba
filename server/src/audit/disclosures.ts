/** Disclosures to parties outside the school, as 34 CFR 99.32 asks them to be recorded with the record itself. */
import type { Storage } from '../storage/port.js';
import type { AuditEntry } from './chain.js';

/** On what ground a record may leave the school without the parent being the one who gets it. `asks` are fields it needs besides. */
export const disclosureBases = [
  { id: 'consent', label: 'Written consent of the parent or adult student', source: '34 CFR 99.30', asks: [] },
  {
    id: 'other-school',
    label: 'Another school where the student enrols',
    source: '34 CFR 99.31(a)(2), 99.34',
    asks: [],
  },
  {
    id: 'education-authority',
    label: 'Audit or evaluation by an education authority',
    source: '34 CFR 99.31(a)(3), 99.35',
    asks: [],
  },
  { id: 'financial-aid', label: 'Financial aid the student asked for', source: '34 CFR 99.31(a)(4)', asks: [] },
  {
    id: 'juvenile-justice',
    label: 'Juvenile justice system, by state law',
    source: '34 CFR 99.31(a)(5), 99.38',
    asks: [],
  },
  { id: 'study', label: 'A study for the school under a written agreement', source: '34 CFR 99.31(a)(6)', asks: [] },
  { id: 'accreditation', label: 'An accrediting organisation', source: '34 CFR 99.31(a)(7)', asks: [] },
  { id: 'court-order', label: 'A judicial order or subpoena', source: '34 CFR 99.31(a)(9)', asks: [] },
  {
    id: 'emergency',
    label: 'A health or safety emergency',
    source: '34 CFR 99.31(a)(10), 99.32(a)(5), 99.36',
    asks: ['threat'],
  },
  {
    id: 'child-welfare',
    label: 'A child welfare agency responsible for the student',
    source: '20 USC 1232g(b)(1)(L)',
    asks: [],
  },
  {
    id: 'redisclosure',
    label: 'Passed on by a party that had received it',
    source: '34 CFR 99.32(b), 99.33(b)',
    asks: ['furtherParties'],
  },
] as const satisfies readonly {
  readonly id: string;
  readonly label: string;
  readonly source: string;
  readonly asks: readonly ('threat' | 'furtherParties')[];
}[];

export type DisclosureBasis = (typeof disclosureBases)[number]['id'];

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

/** A field that this basis needs and that is not there, or null. */
export function missingOf(disclosure: Disclosure): string | null {
  const row = disclosureBases.find(({ id }) => id === disclosure.basis);
  return row?.asks.find((field) => (disclosure[field] ?? '').length === 0) ?? null;
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
