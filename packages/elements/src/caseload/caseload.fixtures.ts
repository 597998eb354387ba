import type { CaseSummary } from '@ssp-kit/session/contract';
import { FakeSession } from '@ssp-kit/session/fake';
import { makeCase } from '../shared/case.fixtures.js';

const states = ['express-concern.draft', 'gather-data', 'develop-plan', 'implement-plan', 'evaluate-plan'] as const;

const students = [
  { name: 'Kai Kahale', grade: '3' },
  { name: 'Malia Santos', grade: '5' },
  { name: 'Noa Kamakau', grade: '1' },
  { name: 'Emi Tanaka', grade: '4' },
  { name: 'Jonah Puaoi-Christensen', grade: '2' },
];

/** Cases in several stages, as the care coordinator meets them. */
export function summaries(): readonly CaseSummary[] {
  return states.map((until, at) => {
    const { case: one } = makeCase(until);
    const view = one.view.get();
    const state = view.case;
    if (state === null) throw new Error('fixture: no case');
    const person = students[at] ?? { name: 'Somebody', grade: '1' };
    return {
      id: `0192f0a0-0000-7000-8000-0000000000b${at}`,
      student: { ...state.student, ...person, id: `student-${at}` },
      state: state.state,
      stage: state.stage,
      track: state.track,
      coordinator: 'Ana Kealoha',
      says: 'The team is at work.',
      nextSteps: view.nextSteps.map((step) => ({ ...step, mine: step.mine && at !== 3 })),
      deadlines:
        at === 1 || at === 2
          ? [
              {
                clock: 'ref_decision',
                label: 'Answer to the request for evaluation',
                familyLabel: 'The school’s answer to your request',
                kind: 'due',
                unit: 'days',
                count: 15,
                start: '2026-11-09',
                due: at === 1 ? '2026-11-20' : '2026-11-27',
                stopped: null,
                status: at === 1 ? 'late' : 'soon',
                daysLeft: at === 1 ? -4 : 3,
                because: [],
                stoppedBecause: [],
                source: 'HAR 8-60-10(d)(2)',
              },
            ]
          : [],
      conferences: state.conferences,
      plan: state.plan,
      updatedAt: '2026-11-24T18:00:00.000Z',
      local: at === 0,
    };
  });
}

/** A session with a caseload, and nothing else. */
export function caseloadSession(cases: readonly CaseSummary[] = summaries()): FakeSession {
  return new FakeSession({ view: { caseload: { state: 'ready', cases } } });
}
