import type { CaseState, Deadline, NextStep, StudentRef } from './case-state.js';
import { deadlines } from './deadlines.js';
import { nextSteps } from './steps.js';
import type { Relation } from './tables/rights.js';
import type { Process } from './process.js';
import type { Actor, Day } from './types.js';

/** A case as it stands in a list of cases, for the person who looks. */
export interface CaseloadRow {
  readonly id: string;
  readonly student: StudentRef;
  readonly state: CaseState['state'];
  readonly stage: CaseState['stage'];
  readonly track: CaseState['track'];
  /** The care coordinator's name. */
  readonly coordinator: string | null;
  /** Where the case stands, in a sentence. */
  readonly says: string;
  readonly nextSteps: readonly NextStep[];
  readonly deadlines: readonly Deadline[];
  readonly conferences: CaseState['conferences'];
  readonly plan: CaseState['plan'];
  /** ISO 8601; '' before the first decision. */
  readonly updatedAt: string;
}

export function caseloadRow(
  process: Process,
  state: CaseState,
  actor: Actor,
  relations: readonly Relation[],
  today: Day,
): CaseloadRow {
  return {
    id: state.case,
    student: state.student,
    state: state.state,
    stage: state.stage,
    track: state.track,
    coordinator: state.team.find(({ coordinator }) => coordinator)?.name ?? null,
    says: process.states.find(({ id }) => id === state.state)?.says ?? '',
    nextSteps: nextSteps(process, state, actor, relations, today),
    deadlines: deadlines(process, state, today),
    conferences: state.conferences,
    plan: state.plan,
    updatedAt: state.decisions.at(-1)?.at ?? '',
  };
}
