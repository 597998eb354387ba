import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addSchoolDays, isSchoolDay, schoolDaysBetween, schoolYearStart } from './school-calendar.js';
import { calendar, type SchoolCalendar } from './tables/calendar.js';

const own: SchoolCalendar = {
  ...calendar,
  closed: [
    { from: '2026-11-26', until: '2026-11-27', label: 'Thanksgiving' },
    { from: '2026-12-21', until: '2027-01-04', label: 'Winter break' },
  ],
};

describe('the school calendar', () => {
  it('holds school from Monday to Friday, but not on closed days', () => {
    const days = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30'];
    assert.deepEqual(
      days.map((day) => isSchoolDay(own, day)),
      [true, false, false, false, false, true],
    );
    assert.equal(isSchoolDay(calendar, '2026-11-26'), true);
    assert.equal(isSchoolDay(calendar, ''), false);
  });

  it('counts school days over weekends, holidays and a leap day', () => {
    assert.equal(addSchoolDays(own, '2026-11-25', 1), '2026-11-30');
    assert.equal(addSchoolDays(calendar, '2026-11-25', 1), '2026-11-26');
    assert.equal(addSchoolDays(own, '2026-12-14', 10), '2027-01-12');
    assert.equal(addSchoolDays(calendar, '2028-02-28', 1), '2028-02-29');
    assert.equal(addSchoolDays(own, '2026-11-28', 0), '2026-11-28');
  });

  it('counts between as it adds, both ways', () => {
    for (const count of [1, 5, 10, 23])
      assert.equal(schoolDaysBetween(own, '2026-11-25', addSchoolDays(own, '2026-11-25', count)), count);
    assert.equal(schoolDaysBetween(own, '2026-11-30', '2026-11-25'), -1);
    assert.equal(schoolDaysBetween(own, '2026-11-28', '2026-11-29'), 0);
  });

  it('refuses what cannot be counted', () => {
    assert.throws(() => addSchoolDays(calendar, '2026-11-25', -1), RangeError);
    assert.throws(() => addSchoolDays(calendar, '2026-11-25', 1.5), RangeError);
    const never = { ...calendar, closed: [{ from: '2000-01-01', until: '2100-01-01', label: 'Closed' }] };
    assert.throws(() => addSchoolDays(never, '2026-11-25', 1), RangeError);
  });

  it('begins its year on its own day', () => {
    assert.equal(schoolYearStart(calendar, '2026-07-01'), '2026-07-01');
    assert.equal(schoolYearStart(calendar, '2026-06-30'), '2025-07-01');
    const autumn = { ...calendar, schoolYear: { from: '09-01' } };
    assert.equal(schoolYearStart(autumn, '2027-01-15'), '2026-09-01');
  });
});
