import type { DocumentKind } from './documents.js';
import type { Role } from './roles.js';

/**
 * How a person stands to a student's case.
 * `school` staff of the student's school · `class` teaches the student · `team` on the case's team · `starter` began this case ·
 * `child` parent or guardian of the student, by token or admitted · `self` the student · `district` district staff of the tree ·
 * `writer` the one person a document was opened for · `provider` assigned to a service of the case.
 */
export type Relation = 'school' | 'class' | 'team' | 'starter' | 'child' | 'self' | 'district' | 'writer' | 'provider';

export interface RightRow {
  readonly document: DocumentKind;
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  readonly may: 'read' | 'write';
  /** Only once the document is sealed. */
  readonly sealed?: true;
  readonly source: string;
}

export interface RosterRightRow {
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  readonly source: string;
}

const teamStaff: readonly Role[] = ['coordinator', 'administrator', 'teacher', 'special-educator', 'provider', 'evaluator', 'district'];
const matrix = 'domain §11';

/**
 * Role × document, relationship first. No row, no right. A sealed document, and every document of a closed case, is read-only for all.
 * `write` includes `read`.
 */
export const rights: readonly RightRow[] = [
  { document: 'official', roles: [...teamStaff, 'supervisor'], relations: ['team', 'starter', 'provider'], may: 'read', source: matrix },
  { document: 'official', roles: ['coordinator', 'administrator'], relations: ['school'], may: 'read', source: matrix },
  { document: 'official', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'official', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },

  { document: 'concern', roles: ['coordinator', 'administrator'], relations: ['school', 'team'], may: 'write', source: matrix },
  { document: 'concern', roles: ['teacher', 'special-educator', 'provider'], relations: ['starter', 'team'], may: 'write', source: matrix },
  { document: 'concern', roles: ['parent'], relations: ['starter'], may: 'write', source: `${matrix}: parents raise a concern by a form` },
  { document: 'concern', roles: ['parent'], relations: ['child'], may: 'read', sealed: true, source: `${matrix}: parents read the referral` },
  { document: 'concern', roles: ['evaluator'], relations: ['team'], may: 'read', source: matrix },
  { document: 'concern', roles: ['district'], relations: ['district', 'team'], may: 'read', source: matrix },

  { document: 'evidence', roles: ['coordinator', 'administrator', 'teacher', 'special-educator', 'provider', 'evaluator'], relations: ['team'], may: 'write', source: matrix },
  { document: 'evidence', roles: ['coordinator', 'administrator'], relations: ['school'], may: 'write', source: matrix },
  { document: 'evidence', roles: ['district'], relations: ['district', 'team'], may: 'read', source: matrix },
  { document: 'evidence', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },

  { document: 'conference', roles: ['coordinator', 'administrator', 'special-educator'], relations: ['team'], may: 'write', source: matrix },
  { document: 'conference', roles: ['coordinator', 'administrator'], relations: ['school'], may: 'write', source: matrix },
  { document: 'conference', roles: ['teacher', 'provider', 'evaluator'], relations: ['team'], may: 'read', source: matrix },
  { document: 'conference', roles: ['district'], relations: ['district', 'team'], may: 'read', source: matrix },
  { document: 'conference', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },

  { document: 'needs', roles: teamStaff, relations: ['team'], may: 'write', source: matrix },
  { document: 'needs', roles: ['coordinator', 'administrator'], relations: ['school'], may: 'write', source: matrix },
  { document: 'needs', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'needs', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },

  { document: 'plan', roles: teamStaff, relations: ['team'], may: 'write', source: matrix },
  { document: 'plan', roles: ['coordinator', 'administrator'], relations: ['school'], may: 'write', source: matrix },
  { document: 'plan', roles: ['provider', 'special-educator', 'teacher', 'supervisor'], relations: ['provider', 'team'], may: 'read', source: matrix },
  { document: 'plan', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'plan', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },

  { document: 'review', roles: teamStaff, relations: ['team'], may: 'write', source: matrix },
  { document: 'review', roles: ['coordinator', 'administrator'], relations: ['school'], may: 'write', source: matrix },
  { document: 'review', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'review', roles: ['parent'], relations: ['child'], may: 'read', source: matrix },

  { document: 'family', roles: ['parent', 'student', 'interpreter'], relations: ['writer'], may: 'write', source: 'design §4: that person’s own words' },
  { document: 'family', roles: teamStaff, relations: ['team'], may: 'read', source: 'design §4' },
  { document: 'family', roles: ['coordinator', 'administrator'], relations: ['school'], may: 'read', source: 'design §4' },

  { document: 'log', roles: ['provider', 'special-educator', 'teacher', 'coordinator'], relations: ['writer'], may: 'write', source: matrix },
  { document: 'log', roles: ['supervisor'], relations: ['team'], may: 'read', source: matrix },

  { document: 'services', roles: teamStaff, relations: ['team', 'provider'], may: 'read', source: matrix },
  { document: 'services', roles: ['district'], relations: ['district'], may: 'read', source: matrix },
  { document: 'services', roles: ['coordinator', 'administrator'], relations: ['school'], may: 'read', source: matrix },
  { document: 'services', roles: ['supervisor'], relations: ['team'], may: 'read', source: matrix },
];

/** Who may see a student of the roster and begin a case about them. */
export const rosterRights: readonly RosterRightRow[] = [
  { roles: ['coordinator', 'administrator'], relations: ['school'], source: matrix },
  { roles: ['teacher', 'special-educator', 'provider'], relations: ['class', 'school'], source: `${matrix}: staff of the school raise concerns` },
  { roles: ['parent'], relations: ['child'], source: matrix },
];
