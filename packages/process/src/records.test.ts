import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { disclosureLacks, mayReadAudit, mayUseRecord } from './records.js';
import { stranger, transferred, underWay } from './rights.fixtures.js';
import { disclosureBases, recordRights } from './tables/records.js';
import { everyRelation, relationsOfRole } from './tables/relations.js';
import { roles } from './tables/roles.js';

describe('the record of access and disclosure', () => {
  it('is for the roles and relations of its rows, and for nobody else', () => {
    for (const { id: role } of roles)
      for (const relation of everyRelation)
        for (const rightsTransferred of [null, transferred]) {
          // The adult student comes as `self`, as every student does: by the transfer alone they are an adult.
          const isAdult = relation === 'self' && rightsTransferred !== null;
          const counts = relationsOfRole[role].includes(relation) && relation !== 'adult-self';
          const row = recordRights.find(
            ({ roles: of, relations, until }) =>
              of.includes(role) &&
              relations.includes(isAdult ? 'adult-self' : relation) &&
              !(until && rightsTransferred),
          );
          const may = mayUseRecord({ ...underWay, rightsTransferred }, stranger(role), [relation]);
          assert.equal(may, (counts && row?.may) || null, `${role}, ${relation}, ${rightsTransferred?.day}`);
        }
  });

  it('asks for the relationship first: a coordinator at whose school the child is not reads it as a parent', () => {
    const parent = { ...stranger('parent'), roles: ['parent', 'coordinator'] };
    assert.equal(mayUseRecord(underWay, parent, ['child']), 'read');
    assert.equal(mayUseRecord(underWay, parent, ['school']), 'write');
  });
});

describe('the audit log', () => {
  it('is read by the district alone', () => {
    assert.deepEqual(
      roles.filter(({ id }) => mayReadAudit(stranger(id))).map(({ id }) => id),
      ['district'],
    );
  });
});

describe('a disclosure', () => {
  it('says the threat in an emergency and the further parties when it is passed on', () => {
    const lacking = disclosureBases.map(({ id }) => [id, disclosureLacks(id, { threat: '', furtherParties: [] })]);
    assert.deepEqual(
      lacking.filter(([, need]) => need !== null),
      [
        ['emergency', 'threat'],
        ['redisclosure', 'furtherParties'],
      ],
    );
    assert.equal(disclosureLacks('emergency', { threat: 'seen' }), null);
    assert.equal(disclosureLacks('redisclosure', { furtherParties: ['A clinic'] }), null);
  });
});
