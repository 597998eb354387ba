import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ActivePlan, PlannedService, SignedSession } from './case-state.js';
import { delivery, promisedMinutes } from './delivery.js';
import { calendar } from './tables/calendar.js';

const reading: PlannedService = {
  id: 'reading',
  type: 'support',
  minutes: 30,
  count: 2,
  interval: 'week',
  location: 'regular-class',
  provider: 'ana',
  startDate: '2026-11-02', // a Monday
  endDate: '2026-11-27',
};

function session(change: Partial<SignedSession>): SignedSession {
  return {
    id: 's',
    service: 'reading',
    provider: 'ana',
    date: '2026-11-04',
    minutes: 30,
    status: 'provided',
    seq: 1,
    void: false,
    ...change,
  };
}

const plan: ActivePlan = {
  document: 'plan-1',
  kind: 'action-plan',
  startDate: '2026-11-02',
  endDate: '2026-11-27',
  reviewDate: null,
  lre: null,
  services: [reading, { ...reading, id: 'speech', interval: 'month' }],
  goals: [],
};

describe('promisedMinutes', () => {
  const cases: readonly [says: string, change: Partial<PlannedService>, today: string, minutes: number][] = [
    ['owes nothing on its first day', {}, '2026-11-02', 0],
    ['owes a fifth of a week after one weekday', {}, '2026-11-03', 12],
    ['owes one week after a week', {}, '2026-11-09', 60],
    ['owes the same over the weekend', {}, '2026-11-08', 60],
    ['stops with its end', {}, '2027-05-01', 240],
    ['owes nothing before it starts', {}, '2026-10-01', 0],
    ['counts school days for a daily service', { interval: 'day', count: 1 }, '2026-11-09', 150],
    ['counts part of a month', { interval: 'month' }, '2026-11-30', 55],
    ['counts part of a quarter', { interval: 'quarter' }, '2026-11-30', 18],
    ['owes nothing for an interval it does not know', { interval: 'moon' }, '2026-11-30', 0],
    ['owes nothing when its dates are missing', { startDate: '', endDate: '' }, '2026-11-30', 0],
  ];
  for (const [says, change, today, minutes] of cases) {
    it(says, () => assert.equal(promisedMinutes(calendar, { ...reading, ...change }, today), minutes));
  }

  it('owes nothing on closed days, in a part of the week and in a whole one', () => {
    const thanksgiving = { from: '2026-11-26', until: '2026-11-27', label: 'Thanksgiving' };
    const ownDays = { ...calendar, closed: [thanksgiving] };
    assert.equal(promisedMinutes(calendar, reading, '2026-11-30'), 240);
    assert.equal(promisedMinutes(ownDays, reading, '2026-11-30'), 216);
    const week = { ...thanksgiving, from: '2026-11-23' };
    assert.equal(promisedMinutes({ ...calendar, closed: [week] }, reading, '2026-11-30'), 180);
  });
});

describe('delivery', () => {
  it('counts signed sessions that took place', () => {
    const sessions = [
      session({ id: 'a' }),
      session({ id: 'b', minutes: 25 }),
      session({ id: 'c', void: true }),
      session({ id: 'd', status: 'student-absent', minutes: 0 }),
      session({ id: 'e', service: 'other' }),
    ];
    assert.deepEqual(delivery({ calendar }, { plan, sessions }, '2026-11-09'), [
      { service: 'reading', promised: 60, delivered: 55, sessions: 2 },
      { service: 'speech', promised: 13, delivered: 0, sessions: 0 },
    ]);
  });

  it('has nothing to say without a plan', () => {
    assert.deepEqual(delivery({ calendar }, { plan: null, sessions: [] }, '2026-11-09'), []);
  });
});
