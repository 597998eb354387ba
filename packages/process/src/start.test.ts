import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialState } from './chart.js';
import { startCase } from './decide.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

test('a case starts where the chart starts', () => {
  const actor = { person: 'ana', name: 'Ana', roles: ['teacher'] };
  const student = { id: 's1', name: 'Noa', grade: null, school: null, schoolName: null };
  const first = startCase(hawaiiClassic, {
    caseId: 'c',
    key: 'k',
    actor,
    student,
    day: '2026-11-24',
    at: '2026-11-24T00:00:00Z',
  });
  assert.equal(first.to, initialState(hawaiiClassic));
});
