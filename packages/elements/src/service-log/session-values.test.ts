import { expect } from '@open-wc/testing';
import { firstValues } from './session-values.js';

describe('firstValues', () => {
  const service = {
    id: 's1',
    type: 'support',
    minutes: 30,
    count: 2,
    interval: 'week',
    location: 'regular-class',
    provider: 'cyra',
    startDate: '2026-11-09',
    endDate: '2027-06-04',
  };
  const session = { id: 'a', order: '', service: 's1', status: 'provided', date: '2026-11-10', startTime: '09:10' };

  it('begins with the plan where there was no session yet', () => {
    expect(firstValues(service, [], '2026-11-24')).to.deep.equal({
      service: 's1',
      date: '2026-11-24',
      status: 'provided',
      minutes: 30,
      location: 'regular-class',
      group: 'individual',
    });
  });

  it('repeats the last time, never its date or its note', () => {
    const last = { ...session, date: '2026-11-17', minutes: 25, group: 'group', groupSize: 3, note: 'words' };
    const values = firstValues(service, [last, session], '2026-11-24');

    expect(values).to.include({ date: '2026-11-24', startTime: '09:10', minutes: 25, group: 'group', groupSize: 3 });
    expect(values).not.to.have.property('note');
  });

  it('passes over other services and sessions that did not take place', () => {
    const absent = { ...session, date: '2026-11-20', status: 'student-absent', minutes: 5 };
    const other = { ...session, date: '2026-11-21', service: 's2', minutes: 60 };

    expect(firstValues(service, [absent, other, { ...session, minutes: 20 }], '2026-11-24')['minutes']).to.equal(20);
  });
});
