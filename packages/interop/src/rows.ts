import type { Role } from '@ssp-kit/process';

/**
 * Roster rows as plain data, the same whatever they were read from. `id` and references to other rows are ids of the
 * source; days are `YYYY-MM-DD`; what the source does not say is null. `active: false` says that the source itself ends it.
 */
export type RosterRow =
  | SchoolRow
  | PersonRow
  | StaffRoleRow
  | GuardianRow
  | ClassRow
  | ClassMemberRow
  | EnrolmentRow
  | ProgramRow;

export type RowName = RosterRow['is'];

export interface SchoolRow {
  readonly is: 'school';
  readonly id: string;
  readonly stateId: string | null;
  readonly name: string;
  readonly type: 'school' | 'district' | 'other';
  /** Source id of the organization above. */
  readonly parent: string | null;
  readonly active: boolean;
}

export type PersonKind = 'staff' | 'contact' | 'student';

export interface PersonRow {
  readonly is: 'person';
  /** Null when these files do not say it (a delta): whoever knows the person already knows the kind. */
  readonly kind: PersonKind | null;
  readonly id: string;
  readonly stateId: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly preferredName: string | null;
  readonly email: string | null;
  readonly username: string | null;
  /** Of students only. */
  readonly birthDate: string | null;
  /** Of students only: `KG`, `01` to `12`, or the source's own word. */
  readonly grade: string | null;
  readonly active: boolean;
}

export interface StaffRoleRow {
  readonly is: 'staff-role';
  readonly person: string;
  readonly school: string;
  /** Null for a position that the process gives no role to. */
  readonly role: Role | null;
  /** The source's word for the position, '' where it says no more than the role. */
  readonly title: string;
  readonly begin: string | null;
  readonly end: string | null;
  readonly active: boolean;
}

/** A contact of a student. It gives no right by itself; `educationRights` true does (null: the source does not say). */
export interface GuardianRow {
  readonly is: 'guardian';
  readonly student: string;
  readonly contact: string;
  readonly relation: string | null;
  readonly educationRights: boolean | null;
  readonly language: string | null;
  readonly interpreter: boolean | null;
  /** Whom to call first: 1, 2, … */
  readonly order: number | null;
  readonly active: boolean;
}

export interface ClassRow {
  readonly is: 'class';
  readonly id: string;
  readonly school: string;
  readonly title: string;
  readonly begin: string | null;
  readonly end: string | null;
  readonly active: boolean;
}

export interface ClassMemberRow {
  readonly is: 'class-member';
  readonly class: string;
  readonly person: string;
  readonly role: 'teacher' | 'student';
  readonly begin: string | null;
  readonly end: string | null;
  readonly active: boolean;
}

export interface EnrolmentRow {
  readonly is: 'enrolment';
  readonly student: string;
  readonly school: string;
  readonly grade: string | null;
  readonly begin: string | null;
  readonly end: string | null;
  readonly active: boolean;
}

export interface ProgramRow {
  readonly is: 'program';
  readonly student: string;
  readonly kind: 'special-education' | 'section-504' | 'language' | 'other';
  readonly name: string;
  readonly begin: string | null;
  readonly end: string | null;
  /** What the source says besides, by its own names without prefixes of descriptors. */
  readonly detail: Readonly<Record<string, string | readonly string[]>>;
  readonly active: boolean;
}
