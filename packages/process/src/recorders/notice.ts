import type { CaseNotice, CaseState } from '../case-state.js';
import { kindOf } from '../document-kind.js';
import type { Decision } from '../types.js';
import { dated, type Recorders, sealedBy } from './recorder.js';
import { stringOf } from '../view-values.js';

export const noticeRecorders: Recorders = {
  /** Revision 1: a notice given on paper, without a document. */
  'notice.record': (state, decision) => {
    const { facts, seq } = decision;
    const notice = {
      about: String(facts['about']),
      because: seq,
      document: null,
      provided: stringOf(facts['providedDate']),
      seq,
    };
    return dated({ ...state, notices: [...state.notices, notice] }, 'safeguardsDate', decision);
  },
  'notice.provide': (state, decision) => {
    const document = sealedBy(decision, 'notice');
    const provided = stringOf(decision.facts['providedDate']) ?? decision.day;
    const given = {
      ...state,
      notices: state.notices.map((row) => (row.document === document ? { ...row, provided, seq: decision.seq } : row)),
    };
    return dated(given, 'safeguardsDate', decision);
  },
};

/** The notices that a decision made owed, and the drafts it opened for them or for others. */
export function oweNotices(state: CaseState, { owes = [], opens, seq }: Decision): CaseState {
  const drafts = opens.filter(({ document, corrects }) => kindOf(document) === 'notice' && corrects === undefined);
  if (owes.length === 0 && drafts.length === 0) return state;
  const draftOf = (about: string) => drafts.find((row) => row.about === about)?.document ?? null;
  const owed: CaseNotice[] = owes.map((about) => ({
    about,
    because: seq,
    document: draftOf(about),
    provided: null,
    seq: null,
  }));
  const others: CaseNotice[] = [];
  let notices = state.notices;
  for (const { document, about = '' } of drafts) {
    if (owes.includes(about)) continue;
    // A notice that is owed without a draft gets this one; any other is drafted of one's own accord.
    const at = notices.findIndex((row) => row.about === about && row.document === null && row.provided === null);
    if (at < 0) others.push({ about, because: seq, document, provided: null, seq: null });
    else notices = notices.map((row, index) => (index === at ? { ...row, document } : row));
  }
  return { ...state, notices: [...notices, ...owed, ...others] };
}
