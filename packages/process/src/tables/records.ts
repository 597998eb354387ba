import type { Relation } from './relations.js';
import type { Role } from './roles.js';

/** Who may use the record of who has seen a case and to whom it was disclosed. `write` includes `read`. */
export interface RecordRightRow {
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  readonly may: 'read' | 'write';
  /** Only until the rights of the parents went over to the student. */
  readonly until?: 'rights-transfer';
  readonly source: string;
}

export const recordRights: readonly RecordRightRow[] = [
  { roles: ['coordinator', 'administrator'], relations: ['school', 'team', 'starter'], may: 'write', source: '34 CFR 99.32(a): the school keeps it' },
  { roles: ['district'], relations: ['district', 'team', 'break-glass'], may: 'write', source: '34 CFR 99.32(a); 99.36 for an emergency' },
  { roles: ['parent'], relations: ['child'], may: 'read', until: 'rights-transfer', source: '34 CFR 99.32(c)(1), 300.613' },
  { roles: ['student'], relations: ['adult-self'], may: 'read', source: '34 CFR 99.32(c)(1), 99.5, 300.520' },
];

/** Who reads the whole audit log, which tells of every case by its id. */
export const auditReaders: readonly Role[] = ['district'];

/** Facts of a decision that the audit log tells too: codes, numbers and instants only. */
export const auditedFacts: Readonly<Record<string, readonly string[]>> = {
  'access.break': ['until'],
  'access.review': ['access', 'outcome'],
};

/** What a disclosure on some ground must say besides. */
export type DisclosureNeed = 'threat' | 'furtherParties';

export interface DisclosureBasisRow {
  readonly id: string;
  readonly label: string;
  readonly asks?: DisclosureNeed;
  readonly source: string;
}

/** On what ground a record may leave the school without the parent being the one who gets it. */
export const disclosureBases = [
  { id: 'consent', label: 'Written consent of the parent or adult student', source: '34 CFR 99.30' },
  { id: 'other-school', label: 'Another school where the student enrols', source: '34 CFR 99.31(a)(2), 99.34' },
  { id: 'education-authority', label: 'Audit or evaluation by an education authority', source: '34 CFR 99.31(a)(3), 99.35' },
  { id: 'financial-aid', label: 'Financial aid the student asked for', source: '34 CFR 99.31(a)(4)' },
  { id: 'juvenile-justice', label: 'Juvenile justice system, by state law', source: '34 CFR 99.31(a)(5), 99.38' },
  { id: 'study', label: 'A study for the school under a written agreement', source: '34 CFR 99.31(a)(6)' },
  { id: 'accreditation', label: 'An accrediting organisation', source: '34 CFR 99.31(a)(7)' },
  { id: 'court-order', label: 'A judicial order or subpoena', source: '34 CFR 99.31(a)(9)' },
  { id: 'emergency', label: 'A health or safety emergency', asks: 'threat', source: '34 CFR 99.31(a)(10), 99.32(a)(5), 99.36' },
  { id: 'child-welfare', label: 'A child welfare agency responsible for the student', source: '20 USC 1232g(b)(1)(L)' },
  { id: 'redisclosure', label: 'Passed on by a party that had received it', asks: 'furtherParties', source: '34 CFR 99.32(b), 99.33(b)' },
] as const satisfies readonly DisclosureBasisRow[];

export type DisclosureBasis = (typeof disclosureBases)[number]['id'];

export interface DestructionBasisRow {
  readonly id: string;
  readonly label: string;
  /** Also before the rules of retention (retention.ts) have ended. */
  readonly early?: true;
  readonly source: string;
}

/** On what ground a record may be destroyed. */
export const destructionBases = [
  { id: 'parent-request', label: 'The family asks for it: the record is no longer needed', early: true, source: '34 CFR 300.624(b)' },
  { id: 'no-longer-needed', label: 'It is no longer needed, and the family was told so', source: '34 CFR 300.624(a)' },
  { id: 'order', label: 'A court or an authority orders it', early: true, source: '34 CFR 99.31(a)(9)' },
] as const satisfies readonly DestructionBasisRow[];

export type DestructionBasis = (typeof destructionBases)[number]['id'];

/** Destruction is agreed on by two people, one in each of these roles. */
export const destructionRoles = ['coordinator', 'district'] as const satisfies readonly Role[];

/** Who sees which records are due for destruction: of the cases whose record they keep. */
export const retentionReaders: readonly Role[] = ['district', 'administrator'];

/** Why a record must not be destroyed for now, whatever else is said of it. */
export const holdBases = [
  { id: 'litigation', label: 'A lawsuit is under way or expected', source: 'inference: the duty to preserve evidence' },
  { id: 'complaint', label: 'A state complaint or a due process complaint', source: '34 CFR 300.151-153, 300.507' },
  { id: 'records-request', label: 'Somebody has asked to inspect the record', source: '34 CFR 99.10(e)' },
  { id: 'investigation', label: 'An audit or an investigation', source: '2 CFR 200.334(a)' },
] as const;

export type HoldBasis = (typeof holdBases)[number]['id'];

/** Whoever keeps the record of a case puts a hold on it; these take it off. */
export const releaseRoles: readonly Role[] = ['district', 'administrator'];
