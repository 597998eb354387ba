import type { CaseEvaluation, CaseState } from '../case-state.js';
import { stringOf } from '../view-values.js';
import { kindOf } from '../document-kind.js';
import type { Day, Decision, Fact, FactRow } from '../types.js';

/** What a decision of one kind adds to its case. Applies what was recorded and judges nothing. */
export type Recorder = (state: CaseState, decision: Decision) => CaseState;
export type Recorders = Readonly<Record<string, Recorder>>;

/** Sets a named date; without a day nothing changes. */
export function dated(
  state: CaseState,
  name: string,
  { seq, facts }: Decision,
  day: Day | null = stringOf(facts[name]),
): CaseState {
  return day ? { ...state, dates: { ...state.dates, [name]: { day, seq } } } : state;
}

/** Of several sources the earliest counts; what is recorded later and lies later changes nothing. */
export function first(state: CaseState, name: string, decision: Decision, day: Day | null): CaseState {
  const known = state.dates[name]?.day;
  return day !== null && known !== undefined && known <= day ? state : dated(state, name, decision, day);
}

/** Of several the latest counts, whatever the order in which they were recorded. */
export function last(state: CaseState, name: string, decision: Decision, day: Day | null): CaseState {
  const known = state.dates[name]?.day;
  return day !== null && known !== undefined && day < known ? state : dated(state, name, decision, day);
}

export function without(state: CaseState, names: readonly string[]): CaseState {
  return { ...state, dates: Object.fromEntries(Object.entries(state.dates).filter(([name]) => !names.includes(name))) };
}

/** The document of a kind that a decision opened. */
export function openedBy({ opens }: Decision, kind: string): string | null {
  return opens.find(({ document }) => kindOf(document) === kind)?.document ?? null;
}

/** The document of a kind that a decision sealed and that took effect by it. */
export function sealedBy({ seals, voids = [] }: Decision, kind: string): string | null {
  return seals.find(({ document }) => kindOf(document) === kind && !voids.includes(document))?.document ?? null;
}

/** An evaluation whose question is put by this decision. What is on record of an earlier one no longer counts. */
export function beginEvaluation(state: CaseState, decision: Decision, about: CaseEvaluation['about']): CaseState {
  const evaluation: CaseEvaluation = {
    document: openedBy(decision, 'evaluation'),
    about,
    opened: decision.day,
    decided: null,
    regulation: null,
    willEvaluate: null,
    assessmentNeeded: null,
    seq: decision.seq,
  };
  return { ...without(state, ['evaluationDecisionDate']), evaluations: [...state.evaluations, evaluation] };
}

export function list(fact: Fact | undefined): readonly string[] {
  return Array.isArray(fact) ? fact.filter((item) => typeof item === 'string') : [];
}

export function rows(fact: Fact | undefined): readonly FactRow[] {
  return Array.isArray(fact) ? fact.filter((item): item is FactRow => typeof item === 'object' && item !== null) : [];
}
