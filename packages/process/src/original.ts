import type { CaseDocument, CaseState } from './case-state.js';

/** The document as it first came on record, of which this one is a corrected version; itself when it corrects none. */
export function originalOf({ documents }: Pick<CaseState, 'documents'>, id: string): CaseDocument | undefined {
  const document = documents[id];
  return document?.corrects === undefined ? document : (originalOf({ documents }, document.corrects) ?? document);
}
