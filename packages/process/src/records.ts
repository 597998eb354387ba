/** Rules of the record itself: who may use it, on what ground it leaves the school, on what ground it is destroyed. An entry of its own: only servers ask. */
import { fits, standing } from './access.js';
import type { CaseState } from './case-state.js';
import {
  auditReaders,
  type DisclosureBasis,
  disclosureBases,
  type DisclosureBasisRow,
  type DisclosureNeed,
  recordRights,
  releaseRoles,
  retentionReaders,
} from './tables/records.js';
import type { Relation } from './tables/relations.js';
import type { Actor } from './types.js';

export { type Kept, keptBy, mayDestroy } from './retention.js';
export {
  auditedFacts,
  type DestructionBasis,
  type DisclosureBasis,
  type DisclosureNeed,
  destructionBases,
  destructionRoles,
  disclosureBases,
  type HoldBasis,
  holdBases,
} from './tables/records.js';

/**
 * What a person may do with the record of who has seen a case and to whom it was disclosed. Null for one who may not read it.
 * @param relations as for `mayOpen`
 */
export function mayUseRecord(state: CaseState, actor: Actor, relations: readonly Relation[]): 'read' | 'write' | null {
  const stands = standing(state, relations, false);
  const rows = recordRights.filter((row) => !(row.until && state.rightsTransferred) && fits(row, actor.roles, stands));
  return rows.some(({ may }) => may === 'write') ? 'write' : (rows[0]?.may ?? null);
}

/** When the person's emergency access ends that is open at this instant; null where none is. */
export function emergencyEnd({ breaks }: CaseState, { person }: Actor, at: string): string | null {
  const open = breaks.filter((one) => one.person === person && at < one.until).map(({ until }) => until);
  return open.sort().at(-1) ?? null;
}

export function mayReadAudit({ roles }: Actor): boolean {
  return auditReaders.some((role) => roles.includes(role));
}

/** Whether the person sees which records are due for destruction, of the cases whose record they keep. */
export function mayReadRetention({ roles }: Actor): boolean {
  return retentionReaders.some((role) => roles.includes(role));
}

/** Whether somebody who keeps the record of a case may take a hold off it. */
export function mayRelease({ roles }: Actor): boolean {
  return releaseRoles.some((role) => roles.includes(role));
}

/** What a disclosure on this ground needs and does not say, or null. */
export function disclosureLacks(
  basis: DisclosureBasis,
  said: { readonly [need in DisclosureNeed]?: string | readonly string[] | undefined },
): DisclosureNeed | null {
  const row: DisclosureBasisRow | undefined = disclosureBases.find(({ id }) => id === basis);
  const need = row?.asks;
  return need !== undefined && (said[need] ?? '').length === 0 ? need : null;
}
