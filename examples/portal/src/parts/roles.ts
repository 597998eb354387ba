import type { Process } from '@ssp-kit/process';

/** Roles as people read them: `Teacher, Care coordinator`. */
export function rolesInWords({ roles }: Process, ids: readonly string[]): string {
  return ids.map((id) => roles.find((role) => role.id === id)?.label ?? id).join(', ');
}

export function isFamily(ids: readonly string[]): boolean {
  return ids.length > 0 && ids.every((id) => id === 'parent' || id === 'student' || id === 'interpreter');
}

/** Whether the roster's rights let somebody of these roles begin a case; for whom, the server decides. */
export function mayRaiseConcern({ rosterRights }: Process, ids: readonly string[]): boolean {
  return rosterRights.some(({ roles }) => roles.some((role) => ids.includes(role)));
}
