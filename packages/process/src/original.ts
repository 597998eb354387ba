import type { CaseDocument, CaseState } from './case-state.js';

type Documents = Pick<CaseState, 'documents'>;

/** The document as it first came on record, of which this one is a corrected version; itself when it corrects none. */
export function originalOf({ documents }: Documents, id: string): CaseDocument | undefined {
  const document = documents[id];
  return document?.corrects === undefined ? document : (originalOf({ documents }, document.corrects) ?? document);
}

/**
 * The documents of a kind that count, oldest first: none that is void or was replaced, and no correction that is being written. A
 * corrected version has the place of its original.
 */
export function countingDocuments(state: Documents, kind: string): readonly CaseDocument[] {
  const openedBy = ({ id }: CaseDocument) => originalOf(state, id)?.openedBy ?? 0;
  return Object.values(state.documents)
    .filter(({ kind: of, stands, state: lock, corrects }) => {
      const isCorrecting = corrects !== undefined && lock === 'open';
      return of === kind && stands !== 'void' && stands !== 'superseded' && !isCorrecting;
    })
    .sort((a, b) => openedBy(a) - openedBy(b));
}
