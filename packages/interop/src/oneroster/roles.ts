import type { Role } from '@ssp-kit/process';
import type { PersonKind } from '../rows.js';

/** OneRoster 1.2 roles, and the School Data Sync list for specialists, by what they mean here. Lower case, no `ext:`. */
const roles: Readonly<Record<string, { readonly kind: PersonKind; readonly role?: Role }>> = {
  student: { kind: 'student' },
  parent: { kind: 'contact' },
  guardian: { kind: 'contact' },
  relative: { kind: 'contact' },
  teacher: { kind: 'staff', role: 'teacher' },
  aide: { kind: 'staff' },
  proctor: { kind: 'staff' },
  paraprofessional: { kind: 'staff' },
  counselor: { kind: 'staff', role: 'coordinator' },
  carecoordinator: { kind: 'staff', role: 'coordinator' },
  studentservicescoordinator: { kind: 'staff', role: 'coordinator' },
  principal: { kind: 'staff', role: 'administrator' },
  assistantprincipal: { kind: 'staff', role: 'administrator' },
  siteadministrator: { kind: 'staff', role: 'administrator' },
  administrator: { kind: 'staff', role: 'administrator' },
  districtadministrator: { kind: 'staff', role: 'district' },
  systemadministrator: { kind: 'staff', role: 'system' },
  specialeducationteacher: { kind: 'staff', role: 'special-educator' },
  specialservices: { kind: 'staff', role: 'special-educator' },
  psychologist: { kind: 'staff', role: 'evaluator' },
  evaluator: { kind: 'staff', role: 'evaluator' },
  occupationaltherapist: { kind: 'staff', role: 'provider' },
  physicaltherapist: { kind: 'staff', role: 'provider' },
  speechtherapist: { kind: 'staff', role: 'provider' },
  provider: { kind: 'staff', role: 'provider' },
  nurse: { kind: 'staff', role: 'provider' },
};

/** What a role string means. A word nobody knows is staff without a role here; it is kept as the title. */
export function meaning(role: string): {
  readonly kind: PersonKind;
  readonly role: Role | null;
  readonly title: string;
} {
  const known = roles[role.toLowerCase().replace(/^ext:/, '')];
  return {
    kind: known?.kind ?? 'staff',
    role: known?.role ?? null,
    title: known?.role ? '' : role,
  };
}
