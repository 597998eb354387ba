import { append, whileGrowing } from './append.js';
import type { CaseDocument, CaseState, StudentRef } from './case-state.js';
import { kindOf } from './document-kind.js';
import { withDerivedDates } from './dates.js';
import { type StateId, stageIds } from './tables/stages.js';
import { conferenceRecorders } from './recorders/conference.js';
import { emergencyRecorders } from './recorders/emergency.js';
import { evaluationRecorders, openConsents } from './recorders/evaluation.js';
import { noticeRecorders, oweNotices } from './recorders/notice.js';
import { planRecorders } from './recorders/plan.js';
import { beginEvaluation, openedBy, type Recorders } from './recorders/recorder.js';
import { referralRecorders } from './recorders/referral.js';
import { teamRecorders } from './recorders/team.js';
import type { Decision } from './types.js';
import { stringOf } from './view-values.js';

/** Counts up when a CaseState has another shape than before, or says another thing of the same decisions: stored states are then folded anew. */
export const foldVersion = 6;

/**
 * Folds a case's decisions, in their order, into its state. Applies the record and judges nothing, so it gives the same
 * state in any browser and in ten years. Null for an empty log. Throws when a number is missing in the log.
 */
export function fold(decisions: readonly Decision[]): CaseState | null {
  const [first, ...rest] = decisions;
  if (first === undefined) return null;
  const begun = foldNext(null, first);
  return whileGrowing([begun.decisions, begun.dateChanges, begun.sessions, begun.contacts], () =>
    rest.reduce(foldNext, begun),
  );
}

export function foldNext(state: CaseState | null, decision: Decision): CaseState {
  if (decision.seq !== (state?.seq ?? 0) + 1)
    throw new Error(`decision ${decision.seq} does not follow ${state?.seq ?? 0}`);
  const before = state ?? firstState(decision);
  const moved = move(before, decision);
  return withDerivedDates(record(openConsents(oweNotices(moved, decision), decision), decision), before);
}

function firstState(decision: Decision): CaseState {
  const { facts } = decision;
  const student: StudentRef = {
    id: stringOf(facts['student']) ?? '',
    name: stringOf(facts['studentName']) ?? '',
    grade: stringOf(facts['grade']),
    school: stringOf(facts['school']),
    schoolName: stringOf(facts['schoolName']),
    birthDate: stringOf(facts['birthDate']),
  };
  return {
    case: stringOf(facts['case']) ?? '',
    student,
    state: 'express-concern.draft',
    stage: 'express-concern',
    track: null,
    suspicion: null,
    abbreviated: false,
    seq: 0,
    processVersion: decision.processVersion,
    starter: decision.actor.person,
    documents: {},
    team: [],
    family: [],
    conferences: [],
    dates: {},
    dateChanges: [],
    plan: null,
    sessions: [],
    stages: stageIds.map((stage) => ({ stage, entered: null, skipped: null })),
    evaluations: [],
    notices: [],
    consents: [],
    eligibilities: [],
    contacts: [],
    corrections: {},
    plans: [],
    rightsTransferred: null,
    breaks: [],
    closing: null,
    decisions: [],
  };
}

/** What every decision does: number, state, stage, documents opened and sealed. */
function move(state: CaseState, decision: Decision): CaseState {
  const to = decision.to as StateId;
  const stage = stageIds.find((id) => id === to.split('.')[0]) ?? null;
  return {
    ...state,
    seq: decision.seq,
    state: to,
    stage,
    documents: documentsAfter(state.documents, decision),
    stages: state.stages.map((row) =>
      row.stage === stage && row.entered === null ? { ...row, entered: decision.day } : row,
    ),
    decisions: append(state.decisions, decision),
  };
}

function documentsAfter(known: CaseState['documents'], decision: Decision): CaseState['documents'] {
  const { opens, seals, voids = [], day, seq, action } = decision;
  if (opens.length === 0 && seals.length === 0) return known;
  const documents: Record<string, CaseDocument> = { ...known };
  for (const { document, ...more } of opens) {
    documents[document] = {
      id: document,
      kind: kindOf(document),
      state: 'open',
      stands: 'draft',
      openedOn: day,
      openedBy: seq,
      ...more,
    };
  }
  for (const { document, version, hash } of seals) {
    const before = documents[document];
    if (!before) continue;
    documents[document] = {
      ...before,
      state: 'sealed',
      stands: voids.includes(document) ? 'void' : 'final',
      sealed: { seq, action, day, version, hash },
    };
  }
  return documents;
}

/** What a decision of this kind adds. An action without an entry only moves the case. */
function record(state: CaseState, decision: Decision): CaseState {
  return recorders[decision.action]?.(state, decision) ?? state;
}

const recorders: Recorders = {
  'process.upgraded': (state, decision) => {
    const upgraded = { ...state, processVersion: decision.processVersion };
    const document = openedBy(decision, 'evaluation');
    if (document === null) return upgraded;
    const [last] = state.evaluations.slice(-1);
    // The question was put already; now it has its document.
    return last && last.decided === null
      ? { ...upgraded, evaluations: [...state.evaluations.slice(0, -1), { ...last, document }] }
      : beginEvaluation(upgraded, decision, 'initial');
  },
  ...referralRecorders,
  ...teamRecorders,
  ...conferenceRecorders,
  ...evaluationRecorders,
  ...noticeRecorders,
  ...planRecorders,
  ...emergencyRecorders,
};
