import assert from 'node:assert/strict';
import { it } from 'node:test';
import { caseloadRow } from './caseload-row.js';
import { samplePeople, walk } from './testing.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

it('says of a case in a list whose it is, who coordinates it, where it stands and what is next', () => {
  const { state } = walk('action', { until: 'implement-plan' });

  const row = caseloadRow(hawaiiClassic, state, samplePeople.coordinator, ['school'], '2026-10-01');

  assert.equal(row.student.name, state.student.name);
  assert.equal(row.coordinator, samplePeople.coordinator.name);
  assert.equal(row.says, 'The plan is active.');
  assert.equal(row.updatedAt, state.decisions.at(-1)?.at);
  assert.notEqual(row.nextSteps.length, 0);
});
