/** Roles a host or the roster gives to a person. The relationship to the student is asked first, then the role (rights.ts). */
export const roles = [
  { id: 'coordinator', label: 'Care coordinator' },
  { id: 'administrator', label: 'School administrator', memberType: 'representative' },
  { id: 'teacher', label: 'Teacher', memberType: 'regular-teacher' },
  { id: 'special-educator', label: 'Special education teacher', memberType: 'special-teacher' },
  { id: 'provider', label: 'Service provider', memberType: 'provider' },
  { id: 'evaluator', label: 'Evaluator', memberType: 'evaluation-interpreter' },
  { id: 'district', label: 'District staff' },
  { id: 'supervisor', label: 'Service supervisor' },
  { id: 'parent', label: 'Parent or guardian' },
  { id: 'student', label: 'Student' },
  { id: 'interpreter', label: 'Interpreter' },
  { id: 'system', label: 'System administrator' },
  { id: 'billing', label: 'Billing' },
] as const;

export type Role = (typeof roles)[number]['id'];

export interface RoleRow {
  readonly id: Role;
  readonly label: string;
  /** What it usually is at a conference, a code of the vocabulary `member-type`. */
  readonly memberType?: string;
}

/** Roles of school staff who can be on a team. */
export const staffRoles = ['coordinator', 'administrator', 'teacher', 'special-educator', 'provider', 'evaluator', 'district', 'supervisor'] as const satisfies readonly Role[];
