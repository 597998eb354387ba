import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CaseUnderTest } from './case.fixtures.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import type { RowView } from './types.js';

const tried = {
  about: 'conference',
  date: '2026-09-20',
  method: 'phone',
  contact: 'Noelani Palakiko',
  relation: 'Mother',
  outcome: 'No answer.',
};

/** A case whose conference with this purpose is announced and can be held today. */
function announced(purpose: string): CaseUnderTest {
  const one = CaseUnderTest.after('idea', { before: 'plan.present' }).on('2026-10-07');
  one.take('conference.schedule', { purpose, date: one.day });
  return one.take('invitation.send', { document: one.newest('invitation') });
}

const attendance = (one: CaseUnderTest) =>
  (one.documents[one.newest('conference')]?.['attendance'] ?? []) as readonly RowView[];

function change(one: CaseUnderTest, memberType: string, patch: Partial<RowView>): CaseUnderTest {
  const rows = attendance(one).map((row) => (row['memberType'] === memberType ? { ...row, ...patch } : row));
  return one.write(one.newest('conference'), { attendance: rows as readonly RowView[] });
}

const hold = (one: CaseUnderTest) => one.refusal('conference.hold', { document: one.newest('conference') });
const held = (one: CaseUnderTest) => one.take('conference.hold', { document: one.newest('conference') });

for (const { purpose, calls, formal } of hawaiiClassic.conferences)
  describe(`a conference on ${purpose}`, () => {
    it('is held when everybody came', () => {
      const one = held(announced(purpose));
      assert.equal(one.state.conferences.at(-1)?.held, one.day);
    });

    for (const memberType of calls) {
      const absent = () => change(announced(purpose), memberType, { status: 'absent' });

      it(`misses the ${memberType}`, () => {
        assert.deepEqual(hold(absent()), ['conference.hold/members']);
        const gone = announced(purpose);
        const rest = attendance(gone).filter((row) => row['memberType'] !== memberType);
        assert.deepEqual(hold(gone.write(gone.newest('conference'), { attendance: rest })), [
          'conference.hold/members',
        ]);
      });

      it(`excuses the ${memberType} only as the law allows`, () => {
        const day = '2026-10-01';
        const input = change(absent(), memberType, {
          status: 'excused-input',
          excusal: 'consented-with-input',
          agreedDate: day,
        });
        assert.deepEqual(hold(input), ['conference.hold/attendance/writtenInput', 'conference.hold/excused-input']);
        held(change(input, memberType, { writtenInput: 'The tests say so.' }));
        // Written input that was never asked for is no agreement.
        const agreed = change(absent(), memberType, {
          status: 'excused',
          excusal: 'consented-with-input',
          agreedDate: day,
          writtenInput: 'So.',
        });
        assert.deepEqual(hold(agreed), ['conference.hold/excused']);
        change(agreed, memberType, { excusal: 'agreed-not-discussed', agreedDate: null });
        assert.deepEqual(hold(agreed), ['conference.hold/attendance/agreedDate', 'conference.hold/excused']);
        held(change(agreed, memberType, { agreedDate: day }));
      });
    }

    if (formal)
      it('needs the family, or the attempts to reach them about it', () => {
        const one = change(announced(purpose), 'parent', { status: 'absent' });
        assert.deepEqual(hold(one), ['conference.hold/family']);
        one.take('contact.record', { ...tried, about: 'consent' });
        assert.deepEqual(hold(one), ['conference.hold/family']);
        one.take('contact.record', { ...tried, document: 'conference-1' });
        assert.deepEqual(hold(one), ['conference.hold/family'], 'an attempt about another conference');
        held(one.take('contact.record', { ...tried, document: one.newest('conference') }));
      });

    if (formal)
      it('needs its invitation, and one that is never sent ends with an informal one', () => {
        const one = CaseUnderTest.after('idea', { before: 'plan.present' }).on('2026-10-07');
        one.take('conference.schedule', { purpose, date: one.day });
        assert.deepEqual(hold(one), ['conference.hold/invitation']);
        one.take('conference.schedule', { purpose: 'student-needs', date: one.day });
        held(one);
        assert.deepEqual(one.last.voids, [one.state.conferences.at(-1)?.invitation]);
      });
  });

it('an informal conference asks for no invitation and no member', () => {
  const one = CaseUnderTest.after('idea', { before: 'plan.present' }).on('2026-10-07');
  one.take('conference.schedule', { purpose: 'action-plan', date: one.day });
  one.write(one.newest('conference'), { attendance: attendance(one).slice(0, 1) });
  held(one);
});
