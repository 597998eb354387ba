import { type CaseState, foldVersion } from '@ssp-kit/process';
import type { CaseIndex } from './storage/port.js';

/** What is stored beside a case's state, so that it is found. */
export function indexOf(state: CaseState): CaseIndex {
  return {
    student: state.student.id,
    school: state.student.school,
    people: [
      state.starter,
      ...state.team.map(({ person }) => person),
      ...state.family.map(({ person }) => person),
      ...(state.plan?.services ?? []).map(({ provider }) => provider),
    ],
    process: state.processVersion,
    closed: isClosed(state),
    fold: foldVersion,
  };
}

/** A case that belongs to no stage is over. */
export function isClosed({ stage }: CaseState): boolean {
  return stage === null;
}
