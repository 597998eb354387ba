import type { CaseState } from './case-state.js';

/** What the family was to be reached for: its documents, and the decision with which it began. */
interface Aim {
  readonly about: string;
  readonly documents: readonly (string | null)[];
  readonly since: number;
}

/** How often somebody tried to reach the family for one thing: naming a document of it, or none once it had begun. */
export function attempts({ contacts }: Pick<CaseState, 'contacts'>, { about, documents, since }: Aim): number {
  return contacts.filter(
    (row) => row.about === about && (row.document === null ? row.seq > since : documents.includes(row.document)),
  ).length;
}
