import { roles } from '@ssp-kit/process';

/** Roles as people read them: `Teacher, Care coordinator`. */
export function rolesInWords(ids: readonly string[]): string {
  return ids.map((id) => roles.find((role) => role.id === id)?.label ?? id).join(', ');
}

export function isFamily(ids: readonly string[]): boolean {
  return ids.length > 0 && ids.every((id) => id === 'parent' || id === 'student' || id === 'interpreter');
}

/** Whether the roster's rights let somebody of these roles begin a case; for whom, the server decides. */
export function mayRaiseConcern(ids: readonly string[]): boolean {
  return ids.some((id) =>
    ['coordinator', 'administrator', 'teacher', 'special-educator', 'provider', 'parent'].includes(id),
  );
}
