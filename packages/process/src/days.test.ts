import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addDays, addMonths, addYears, daysBetween, isDay, localDay, schoolYear } from './days.js';

describe('days', () => {
  it('takes only real days of the calendar', () => {
    for (const day of ['2026-01-31', '2024-02-29', '2000-02-29', '2026-12-31']) assert.equal(isDay(day), true, day);
    const none = [
      '2026-02-29',
      '1900-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '2026-01-01T00:00',
      '',
    ];
    for (const day of [...none, null, undefined, 20260101, ['2026-01-01']])
      assert.equal(isDay(day), false, String(day));
  });

  it('turns the day in Honolulu at ten in the morning of UTC', () => {
    assert.equal(localDay(new Date('2026-11-24T09:59:59.999Z'), 'Pacific/Honolulu'), '2026-11-23');
    assert.equal(localDay(new Date('2026-11-24T10:00:00.000Z'), 'Pacific/Honolulu'), '2026-11-24');
    assert.equal(localDay(new Date('2027-01-01T09:00:00.000Z'), 'Pacific/Honolulu'), '2026-12-31');
    assert.equal(localDay(new Date('2028-03-01T05:00:00.000Z'), 'Pacific/Honolulu'), '2028-02-29');
  });

  it('adds days over months, years and leap days', () => {
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(addDays('2028-02-28', 1), '2028-02-29');
    assert.equal(addDays('2026-02-28', 1), '2026-03-01');
    assert.equal(addDays('2026-03-01', -1), '2026-02-28');
    assert.equal(addDays('2026-11-01', 0), '2026-11-01');
  });

  it('adds years and lets a leap day fall back', () => {
    assert.equal(addYears('2026-08-17', 1), '2027-08-17');
    assert.equal(addYears('2028-02-29', 1), '2029-02-28');
    assert.equal(addYears('2028-02-29', 4), '2032-02-29');
  });

  it('adds months, to the last day of a shorter one', () => {
    assert.equal(addMonths('2026-10-09', 3), '2027-01-09');
    assert.equal(addMonths('2027-11-30', 3), '2028-02-29');
    assert.equal(addMonths('2026-08-31', 6), '2027-02-28');
    assert.equal(addMonths('2026-03-31', -1), '2026-02-28');
  });

  it('counts whole days both ways, also where clocks change', () => {
    assert.equal(daysBetween('2026-03-01', '2026-03-31'), 30);
    assert.equal(daysBetween('2026-03-31', '2026-03-01'), -30);
    assert.equal(daysBetween('2028-02-28', '2028-03-01'), 2);
  });

  it('begins a school year on 1 July', () => {
    assert.equal(schoolYear('2026-06-30'), '2025-2026');
    assert.equal(schoolYear('2026-07-01'), '2026-2027');
    assert.equal(schoolYear('2027-01-01'), '2026-2027');
  });
});
