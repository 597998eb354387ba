import { type DocumentKind, documents } from './documents.js';
import type { Relation } from './relations.js';
import type { Role } from './roles.js';
import type { Track } from './stages.js';

export type { Relation } from './relations.js';

export interface RightRow {
  readonly document: DocumentKind;
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  readonly may: 'read' | 'write';
  /** Only once the document is sealed. */
  readonly sealed?: true;
  /** Only until the rights of the parents went over to the student. */
  readonly until?: 'rights-transfer';
  /** Only while the case is on one of these tracks. */
  readonly tracks?: readonly Track[];
  readonly source: string;
}

export interface RosterRightRow {
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  readonly source: string;
}

const lead: readonly Role[] = ['coordinator', 'administrator'];
const teach: readonly Role[] = ['teacher', 'special-educator', 'provider'];
const teamStaff: readonly Role[] = [...lead, ...teach, 'evaluator', 'district'];
const matrix = 'domain §11';
const adult = `${matrix}; 34 CFR 300.520: the student has the parents’ rights from majority on`;
const breakGlass = `${matrix}, hard rule e: only with a reason on record`;

/**
 * Role × document, relationship first. No row, no right. A sealed document, and every document of a closed case, is read-only for all.
 * `write` includes `read`. District staff read by their tree and write once they are on the team.
 */
export const rights: readonly RightRow[] = [
  { document: 'official', roles: [...teamStaff, 'supervisor'], relations: ['team', 'starter', 'provider'], may: 'read', source: 'design §4: everyone who may open the case' },
  { document: 'official', roles: lead, relations: ['school'], may: 'read', source: matrix },
  { document: 'official', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'official', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },
  { document: 'official', roles: ['student'], relations: ['self', 'adult-self'], may: 'read', source: `${matrix}: students read the team list` },
  { document: 'official', roles: ['interpreter'], relations: ['invited'], may: 'read', source: 'design §4: everyone who may open the case' },

  { document: 'concern', roles: lead, relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'concern', roles: teach, relations: ['starter', 'team'], may: 'write', source: matrix },
  { document: 'concern', roles: ['evaluator'], relations: ['team'], may: 'read', source: matrix },
  { document: 'concern', roles: ['district'], relations: ['team'], may: 'write', source: `${matrix}: the referral` },
  { document: 'concern', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'concern', roles: ['parent'], relations: ['starter'], may: 'write', until: 'rights-transfer', source: `${matrix}: parents raise a concern by a form` },
  { document: 'concern', roles: ['parent'], relations: ['starter'], may: 'read', source: `${matrix}: their own` },
  { document: 'concern', roles: ['parent'], relations: ['child'], may: 'read', sealed: true, source: `${matrix}: parents read the referral` },
  { document: 'concern', roles: ['student'], relations: ['adult-self'], may: 'read', sealed: true, source: adult },

  { document: 'evidence', roles: lead, relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'evidence', roles: [...teach, 'evaluator'], relations: ['team'], may: 'write', source: matrix },
  { document: 'evidence', roles: ['district'], relations: ['district', 'team'], may: 'read', source: matrix },
  { document: 'evidence', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },
  { document: 'evidence', roles: ['student'], relations: ['adult-self'], may: 'read', source: adult },

  { document: 'invitation', roles: lead, relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'invitation', roles: ['special-educator'], relations: ['team'], may: 'write', source: matrix },
  { document: 'invitation', roles: ['teacher', 'provider', 'evaluator'], relations: ['team'], may: 'read', source: matrix },
  { document: 'invitation', roles: ['district'], relations: ['district', 'team'], may: 'read', source: matrix },
  { document: 'invitation', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },
  { document: 'invitation', roles: ['student'], relations: ['self', 'adult-self'], may: 'read', source: matrix },
  { document: 'invitation', roles: ['interpreter'], relations: ['invited'], may: 'read', source: matrix },

  { document: 'conference', roles: lead, relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'conference', roles: ['special-educator'], relations: ['team'], may: 'write', source: matrix },
  { document: 'conference', roles: ['teacher', 'provider', 'evaluator'], relations: ['team'], may: 'read', source: matrix },
  { document: 'conference', roles: ['district'], relations: ['district', 'team'], may: 'read', source: matrix },
  { document: 'conference', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },
  { document: 'conference', roles: ['student'], relations: ['self', 'adult-self'], may: 'read', source: matrix },
  { document: 'conference', roles: ['interpreter'], relations: ['invited'], may: 'read', source: matrix },

  { document: 'needs', roles: lead, relations: ['school', 'team'], may: 'write', source: `${matrix}: as the draft of the plan they go into` },
  { document: 'needs', roles: [...teach, 'evaluator', 'district'], relations: ['team'], may: 'write', source: `${matrix}: as the draft of the plan` },
  { document: 'needs', roles: ['district'], relations: ['district'], may: 'read', source: `${matrix}: as the draft of the plan` },
  { document: 'needs', roles: ['parent'], relations: ['child'], may: 'read', source: `${matrix}: as the draft of the plan` },
  { document: 'needs', roles: ['student'], relations: ['adult-self'], may: 'read', source: adult },
  { document: 'needs', roles: ['interpreter'], relations: ['invited'], may: 'read', source: `${matrix}: as the draft of the plan` },

  { document: 'evaluation', roles: lead, relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'evaluation', roles: ['special-educator', 'evaluator', 'district'], relations: ['team'], may: 'write', source: matrix },
  { document: 'evaluation', roles: ['teacher', 'provider'], relations: ['team'], may: 'read', source: matrix },
  { document: 'evaluation', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'evaluation', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },
  { document: 'evaluation', roles: ['student'], relations: ['adult-self'], may: 'read', source: adult },

  { document: 'consent', roles: lead, relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'consent', roles: ['special-educator'], relations: ['team'], may: 'write', source: matrix },
  { document: 'consent', roles: ['teacher', 'provider', 'evaluator'], relations: ['team'], may: 'read', source: matrix },
  { document: 'consent', roles: ['district'], relations: ['district', 'team'], may: 'read', source: matrix },
  { document: 'consent', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },
  { document: 'consent', roles: ['student'], relations: ['adult-self'], may: 'read', source: adult },

  { document: 'assessment', roles: ['evaluator'], relations: ['writer'], may: 'write', source: `${matrix}, hard rule c: its author alone` },
  { document: 'assessment', roles: ['provider', 'special-educator'], relations: ['writer'], may: 'write', source: 'domain §15.4: whoever the assessment was asked of is its evaluator' },
  { document: 'assessment', roles: ['evaluator'], relations: ['team'], may: 'read', source: matrix },
  { document: 'assessment', roles: lead, relations: ['school', 'team'], may: 'read', sealed: true, source: matrix },
  { document: 'assessment', roles: teach, relations: ['team'], may: 'read', sealed: true, source: matrix },
  { document: 'assessment', roles: ['district'], relations: ['district', 'team'], may: 'read', sealed: true, source: matrix },
  { document: 'assessment', roles: ['supervisor'], relations: ['team'], may: 'read', sealed: true, source: `${matrix}: supervisors sign the report` },
  { document: 'assessment', roles: ['parent'], relations: ['child'], may: 'read', sealed: true, source: `${matrix}; 34 CFR 300.306(a)(2)` },
  { document: 'assessment', roles: ['student'], relations: ['adult-self'], may: 'read', sealed: true, source: adult },

  { document: 'eligibility', roles: lead, relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'eligibility', roles: ['special-educator', 'provider', 'evaluator', 'district'], relations: ['team'], may: 'write', source: matrix },
  { document: 'eligibility', roles: ['teacher'], relations: ['team'], may: 'write', source: `${matrix}: dissent` },
  { document: 'eligibility', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'eligibility', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },
  { document: 'eligibility', roles: ['student'], relations: ['adult-self'], may: 'read', source: adult },

  { document: 'notice', roles: lead, relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'notice', roles: ['special-educator', 'district'], relations: ['team'], may: 'write', source: matrix },
  { document: 'notice', roles: ['teacher', 'provider', 'evaluator'], relations: ['team'], may: 'read', source: matrix },
  { document: 'notice', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'notice', roles: ['parent'], relations: ['child'], may: 'read', source: `${matrix}; 34 CFR 300.520: also after majority` },
  { document: 'notice', roles: ['student'], relations: ['adult-self'], may: 'read', source: adult },
  { document: 'notice', roles: ['interpreter'], relations: ['invited'], may: 'read', source: `${matrix}: to translate` },

  { document: 'plan', roles: lead, relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'plan', roles: teach, relations: ['team'], may: 'write', source: matrix },
  { document: 'plan', roles: ['evaluator', 'district'], relations: ['team'], may: 'write', tracks: ['idea', 's504'], source: matrix },
  { document: 'plan', roles: teach, relations: ['provider'], may: 'read', source: '34 CFR 300.323(d): accessible to every provider' },
  { document: 'plan', roles: ['district'], relations: ['district', 'team'], may: 'read', source: matrix },
  { document: 'plan', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },
  { document: 'plan', roles: ['student'], relations: ['adult-self'], may: 'read', source: adult },
  { document: 'plan', roles: ['interpreter'], relations: ['invited'], may: 'read', source: matrix },

  { document: 'progress', roles: ['coordinator'], relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'progress', roles: ['administrator'], relations: ['school', 'team'], may: 'read', source: matrix },
  { document: 'progress', roles: teach, relations: ['team', 'provider'], may: 'write', source: `${matrix}: their own goals` },
  { document: 'progress', roles: ['district'], relations: ['district', 'team'], may: 'read', source: matrix },
  { document: 'progress', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },
  { document: 'progress', roles: ['student'], relations: ['self', 'adult-self'], may: 'read', source: matrix },

  { document: 'review', roles: lead, relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'review', roles: [...teach, 'evaluator', 'district'], relations: ['team'], may: 'write', source: matrix },
  { document: 'review', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'review', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },
  { document: 'review', roles: ['student'], relations: ['adult-self'], may: 'read', source: adult },
  { document: 'review', roles: ['interpreter'], relations: ['invited'], may: 'read', source: matrix },

  { document: 'family', roles: ['parent'], relations: ['writer'], may: 'write', until: 'rights-transfer', source: 'design §4: that person’s own words' },
  { document: 'family', roles: ['parent'], relations: ['writer'], may: 'read', source: '34 CFR 300.520: parents keep what they may read' },
  { document: 'family', roles: ['student', 'interpreter'], relations: ['writer'], may: 'write', source: 'design §4: that person’s own words' },
  { document: 'family', roles: teamStaff, relations: ['team'], may: 'read', source: 'design §4' },
  { document: 'family', roles: lead, relations: ['school'], may: 'read', source: 'design §4' },

  { document: 'log', roles: [...teach, 'coordinator'], relations: ['writer'], may: 'write', source: `${matrix}: whoever the plan names as provider` },
  { document: 'log', roles: ['supervisor'], relations: ['team'], may: 'read', source: 'design §4' },

  { document: 'services', roles: lead, relations: ['school', 'team'], may: 'read', source: matrix },
  { document: 'services', roles: teach, relations: ['team', 'provider'], may: 'read', source: 'design §4: the team' },
  { document: 'services', roles: ['district'], relations: ['district', 'team'], may: 'read', source: matrix },
  { document: 'services', roles: ['supervisor'], relations: ['team'], may: 'read', source: matrix },

  ...documents.map(({ kind }): RightRow => ({ document: kind, roles: ['system', 'district'], relations: ['break-glass'], may: 'read', source: breakGlass })),
];

/** Who may see a student of the roster and begin a case about them. */
export const rosterRights: readonly RosterRightRow[] = [
  { roles: lead, relations: ['school'], source: matrix },
  { roles: teach, relations: ['class', 'school'], source: `${matrix}: staff of the school raise concerns` },
  { roles: ['parent'], relations: ['child'], source: matrix },
];
