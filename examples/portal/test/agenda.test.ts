import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Deadline, NextStep } from '@ssp-kit/process';
import type { CaseSummary } from '@ssp-kit/session/contract';
import { hawaiiClassic as process } from '@ssp-kit/process/profiles';
import { agenda } from '../src/agenda.js';

const today = '2026-11-24';
const reader = { id: 'ana', family: false };

function step(patch: Partial<NextStep>): NextStep {
  return {
    id: 'x',
    says: 'Do it',
    action: null,
    write: null,
    document: null,
    who: [],
    mine: true,
    due: null,
    status: null,
    ...patch,
  };
}

function deadline(patch: Partial<Deadline>): Deadline {
  return {
    ...{ clock: 'c', label: 'The answer', familyLabel: 'Your answer', start: '2026-11-01', due: '2026-11-20' },
    ...{ kind: 'due', unit: 'days', count: 19, stopped: null, status: 'late', daysLeft: -4 },
    ...{ because: [], stoppedBecause: [], source: '' },
    ...patch,
  };
}

function summary(id: string, patch: Partial<CaseSummary>): CaseSummary {
  return {
    id,
    student: { id: `s-${id}`, name: id, grade: null, school: null, schoolName: null },
    ...{ state: 'gather-data', stage: 'gather-data', track: null, coordinator: null, says: 'The team gathers data.' },
    ...{ nextSteps: [], deadlines: [], conferences: [], plan: null, updatedAt: '', local: false },
    ...patch,
  };
}

const service = {
  ...{ id: 'v', type: 'related', minutes: 30, count: 2, interval: 'week', location: 'regular-class' },
  ...{ provider: 'ana', startDate: '2026-10-01', endDate: '2027-02-01' },
};
const plan = {
  ...{
    document: 'plan-1',
    kind: 'action-plan',
    startDate: '2026-10-01',
    endDate: '2027-02-01',
    reviewDate: '2026-12-01',
  },
  ...{ services: [service], goals: [], lre: null },
};

describe('agenda', () => {
  it('names one step a case, the most pressing with its day and reason, late before soon before calm', () => {
    const { steps } = agenda(
      process,
      [
        summary('calm', { nextSteps: [step({ says: 'Write' })] }),
        summary('soon', { nextSteps: [step({ due: '2026-11-26', status: 'soon' })] }),
        summary('late', {
          nextSteps: [step({ says: 'First' }), step({ says: 'Second', due: '2026-11-20', status: 'late' })],
          deadlines: [deadline({})],
        }),
      ],
      reader,
      today,
    );
    assert.deepEqual(
      steps.map(({ caseId, says, why, daysLeft, after }) => [caseId, says, why, daysLeft, after]),
      [
        ['late', 'Second', 'The answer', -4, ['First']],
        ['soon', 'Do it', 'Planned for', 2, []],
        ['calm', 'Write', 'The team gathers data.', null, []],
      ],
    );
  });

  it('leaves out others’ steps and closed cases', () => {
    const cases = [
      summary('a', { nextSteps: [step({ mine: false })] }),
      summary('b', { state: 'closed', stage: null, nextSteps: [step({})] }),
    ];
    assert.deepEqual(agenda(process, cases, reader, today).steps, []);
  });

  it('puts what is more than a month away under later, and a review on the plan’s own day', () => {
    const review = step({ action: 'review.open' });
    const far = summary('far', { nextSteps: [step({ due: '2027-08-14', status: 'running' })] });
    const found = agenda(process, [far, summary('near', { nextSteps: [review], plan })], reader, today);
    assert.deepEqual(
      found.later.map(({ caseId }) => caseId),
      ['far'],
    );
    assert.deepEqual(
      found.steps.map(({ due, urgency }) => [due, urgency]),
      [['2026-12-01', 'soon']],
    );
  });

  it('lists a provider’s own services of running plans as sessions to log, not as steps', () => {
    const running = summary('a', { state: 'implement-plan', plan, nextSteps: [step({ write: 'log' })] });
    const found = agenda(process, [running], reader, today);
    assert.deepEqual(
      found.sessions.map(({ promise }) => promise),
      ['30 minutes, twice a week'],
    );
    assert.deepEqual(found.steps, []);
    assert.deepEqual(agenda(process, [running], { id: 'ben', family: false }, today).sessions, []);
  });

  it('lists conferences of the next seven days that were not held', () => {
    const conference = {
      document: 'conference-1',
      purpose: 'iep',
      planned: '2026-11-27',
      held: null,
      invitation: null,
      invited: null,
    };
    const found = agenda(
      process,
      [
        summary('a', {
          conferences: [
            conference,
            { ...conference, held: '2026-11-24' },
            { ...conference, planned: '2026-12-02' },
            { ...conference, planned: '2026-11-23' },
          ],
        }),
      ],
      reader,
      today,
    );
    assert.deepEqual(
      found.meetings.map(({ day, daysLeft }) => [day, daysLeft]),
      [['2026-11-27', 3]],
    );
  });

  it('tells of deadlines that others let pass, in the family’s words to the family', () => {
    const late = summary('a', { deadlines: [deadline({})] });
    assert.deepEqual(
      agenda(process, [late], reader, today).late.map(({ says }) => says),
      ['The answer'],
    );
    assert.deepEqual(
      agenda(process, [late], { id: 'k', family: true }, today).late.map(({ says }) => says),
      ['Your answer'],
    );
  });
});
