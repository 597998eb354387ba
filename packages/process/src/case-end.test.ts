import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mayOpen, relationsIn } from './access.js';
import { CaseUnderTest, unmet } from './case.fixtures.js';
import { clockOf, deadlines } from './deadlines.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { nextSteps } from './steps.js';
import { samplePeople } from './testing.js';

const on = (before: string, track: 'action' | 's504' | 'idea' = 's504') =>
  CaseUnderTest.after(track, { before, ...(track === 'action' ? { path: 'full' as const } : {}) }).on('2026-12-01');

describe('a case that ends', () => {
  it('closed without a plan, is withdrawn and can only be read', () => {
    const one = on('evaluation.decide').take('case.close', { reason: 'withdrawn' });
    assert.deepEqual(
      [one.state.state, one.state.stage, one.state.closing?.reason, one.state.dates['withdrawnDate']?.day],
      ['closed', null, 'withdrawn', '2026-12-01'],
    );
    for (const document of Object.values(one.state.documents))
      assert.notEqual(mayOpen(hawaiiClassic, one.state, document.id, samplePeople.coordinator, ['school']), 'write');
    assert.equal(one.refusal('team.add', { person: 'teacher', role: 'Teacher' }), 'not-open');
  });

  it('with an active plan ends only by a review, and a superseded one too', () => {
    const one = on('review.open');
    assert.deepEqual(one.refusal('case.close', { reason: 'withdrawn' }), ['case.close/no-plan']);
    assert.deepEqual(one.refusal('case.supersede', { by: 'another', reason: 'Twice.' }), ['case.supersede/no-plan']);
  });

  it('superseded by another case, keeps what was written', () => {
    const one = on('evaluation.decide');
    const documents = Object.keys(one.state.documents);
    one.take('case.supersede', { by: 'another', reason: 'Begun twice.' });
    assert.deepEqual([one.state.state, one.state.closing?.reason], ['closed', 'superseded']);
    assert.equal(one.last.facts['by'], 'another');
    assert.deepEqual(Object.keys(one.state.documents), documents);
    assert.deepEqual(on('evaluation.decide').refusal('case.supersede', { by: one.state.case, reason: 'Twice.' }), [
      'case.supersede/other',
    ]);
  });

  it('moved, goes along to the other school and stays where it stands', () => {
    const one = on('evaluation.decide');
    const { state } = one.state;
    assert.equal(one.refusal('case.move', { school: 'school-2', reason: 'Moved.' }), 'no-right');
    one.take('case.move', { school: 'school-2', reason: 'The family moved.' }, 'district');
    assert.deepEqual([one.state.state, one.state.student.school], [state, 'school-2']);
    assert.deepEqual(one.refusal('case.move', { school: 'school-2', reason: 'Again.' }, 'district'), [
      'case.move/other',
    ]);
  });
});

describe('a student', () => {
  it('has one open referral', () => {
    const one = on('referral.file');
    one.elsewhere = { openCases: 1, activePlans: [] };
    assert.deepEqual(one.refusal('referral.file'), ['referral.file/one-open']);
    one.elsewhere = { openCases: 0, activePlans: [] };
    one.take('referral.file');
  });

  for (const [track, kind, other] of [
    ['action', 'action-plan', 'iep'],
    ['s504', 'modification-plan', 'action-plan'],
    ['idea', 'iep', 'modification-plan'],
  ] as const)
    it(`has one active ${kind}`, () => {
      const one = on('plan.activate', track);
      one.elsewhere = { openCases: 1, activePlans: [{ case: 'another', kind }] };
      assert.deepEqual(one.refusal('plan.activate'), ['plan.activate/one']);
      one.elsewhere = { openCases: 1, activePlans: [{ case: 'another', kind: other }] };
      one.take('plan.activate');
    });
});

describe('the rights of an adult student', () => {
  const transfer = { day: '2026-12-01', informedBy: 'Leilani Kahale' };

  it('go over at 18, once', () => {
    const one = on('review.open');
    one.state = { ...one.state, student: { ...one.state.student, birthDate: '2008-12-02' } };
    assert.deepEqual(one.refusal('rights.transfer', transfer), ['rights.transfer/age']);
    one.on('2026-12-02').take('rights.transfer', { ...transfer, day: '2026-12-02' });
    assert.deepEqual(one.state.rightsTransferred, { day: '2026-12-02', seq: one.state.seq });
    assert.deepEqual(one.refusal('rights.transfer', { ...transfer, day: '2026-12-02' }), ['rights.transfer/once']);
    assert.equal(one.state.dates['rightsTransferredDate']?.day, '2026-12-02');
  });

  it('do not go over while nobody knows the date of birth', () => {
    const one = on('review.open');
    assert.deepEqual(one.refusal('rights.transfer', transfer), ['rights.transfer/birthDate']);
  });

  it('of a student born on leap day go over on the day that the year has', () => {
    const one = on('review.open');
    one.state = { ...one.state, student: { ...one.state.student, birthDate: '2008-02-29' } };
    assert.deepEqual(one.refusal('rights.transfer', { ...transfer, day: '2026-02-27' }), ['rights.transfer/age']);
    one.take('rights.transfer', { ...transfer, day: '2026-03-01' });
  });
});

describe('an emergency', () => {
  const payload = { reason: 'A complaint is examined.', party: 'Complaints office' };

  it('opens a case to read, also a closed one, for an hour', () => {
    for (const one of [on('evaluation.decide'), on('evaluation.decide').take('case.close', { reason: 'withdrawn' })]) {
      const { system, coordinator } = samplePeople;
      const { state } = one.state;
      assert.equal(one.refusal('access.break', payload), 'no-right');
      const missing = ['access.break/form/reason', 'access.break/form/party'];
      assert.deepEqual(one.refusal('access.break', { reason: ' ', party: '' }, 'system'), missing);
      one.take('access.break', payload, 'system');
      assert.equal(one.state.state, state);
      assert.equal(one.state.breaks[0]?.until, '2026-12-01T19:00:00.000Z');
      assert.deepEqual(one.last.words, payload);
      assert.deepEqual(relationsIn(one.state, system, '2026-12-01T18:59:59.999Z'), ['break-glass']);
      assert.deepEqual(relationsIn(one.state, system, '2026-12-01T19:00:00.000Z'), []);
      assert.equal(relationsIn(one.state, coordinator, '2026-12-01T18:30:00.000Z').includes('break-glass'), false);
      assert.equal(mayOpen(hawaiiClassic, one.state, 'concern', system, ['break-glass']), 'read');
    }
  });

  const due = (one: CaseUnderTest) =>
    deadlines(hawaiiClassic, one.state, one.day).find(({ clock }) => clock === 'access_review');
  const steps = (one: CaseUnderTest) =>
    nextSteps(hawaiiClassic, one.state, samplePeople.administrator, ['school'], one.day)
      .filter(({ action }) => action === 'access.review')
      .map(({ id, says, mine }) => [id, says, mine]);
  const found = { outcome: 'justified', words: 'There was a complaint.' };

  it('is reviewed by somebody of the school, each access by itself', () => {
    const one = on('evaluation.decide').take('access.break', payload, 'system');
    const first = one.last.seq;
    assert.deepEqual(one.refusal('access.review', found, 'system'), 'no-right');
    one.take('access.break', payload, 'district');
    const second = one.last.seq;
    assert.deepEqual(steps(one), [
      [`access/review/${first}`, 'Review the emergency access of Sam Ota', true],
      [`access/review/${second}`, 'Review the emergency access of Tani Okada', true],
    ]);
    assert.deepEqual([due(one)?.start, due(one)?.due, due(one)?.stopped], ['2026-12-01', '2026-12-02', null]);
    assert.deepEqual(one.refusal('access.review', { access: '999' }, 'administrator'), [
      'access.review/form/outcome',
      'access.review/form/words',
      'access.review/access',
    ]);

    one.take('access.review', { ...found, access: String(second), outcome: 'not-justified' }, 'administrator');
    assert.deepEqual(one.refusal('access.review', { ...found, access: String(second) }), ['access.review/once']);
    assert.equal(due(one)?.stopped, null);
    one.on('2026-12-02').take('access.review', { ...found, access: String(first) });
    assert.deepEqual(
      one.state.breaks.map(({ seq, review }) => [seq, review?.outcome, review?.person]),
      [
        [first, 'justified', 'coordinator'],
        [second, 'not-justified', 'administrator'],
      ],
    );
    assert.deepEqual([steps(one), due(one)?.stopped, due(one)?.status], [[], '2026-12-02', 'met']);

    one.take('access.break', payload, 'system');
    assert.deepEqual([due(one)?.start, due(one)?.stopped], ['2026-12-02', null]);
  });

  it('is not reviewed by whoever read', () => {
    const one = on('evaluation.decide').take('access.break', payload, 'system');
    const both = {
      ...one.command('access.review', { ...found, access: String(one.last.seq) }),
      actor: { ...samplePeople.system, roles: ['coordinator'] },
    };
    assert.deepEqual(unmet(both), ['access.review/own']);
  });

  it('is still to be reviewed when the case is closed', () => {
    const one = on('evaluation.decide').take('case.close', { reason: 'withdrawn' });
    one.take('access.break', payload, 'system');
    assert.equal(steps(one).length, 1);
    one.take('access.review', { ...found, access: String(one.last.seq) }, 'administrator');
    assert.deepEqual(steps(one), []);
  });
});

describe('a corrected clock', () => {
  it('counts from the corrected day, says who and why, and stops as before', () => {
    const one = on('evaluation.decide').on('2026-08-28');
    const clock = () => clockOf(hawaiiClassic, 'ref_decision', one.state, one.day);
    assert.equal(clock()?.due, '2026-09-01');
    one.take('clock.correct', { clock: 'ref_decision', start: '2026-08-14', reason: 'The letter came on Friday.' });
    assert.deepEqual(
      [clock()?.start, clock()?.due, clock()?.corrected?.reason, clock()?.corrected?.by],
      ['2026-08-14', '2026-08-29', 'The letter came on Friday.', 'Leilani Kahale'],
    );
    one.take('clock.correct', { clock: 'ref_decision', stop: '2026-08-28', reason: 'The notice went by mail.' });
    assert.deepEqual([clock()?.start, clock()?.stopped, clock()?.status], ['2026-08-14', '2026-08-28', 'met']);
    assert.deepEqual(one.refusal('clock.correct', { clock: 'ref_decision', reason: 'None.' }), ['clock.correct/any']);
    assert.deepEqual(one.refusal('clock.correct', { clock: 'moon', start: '2026-08-14', reason: 'None.' }), [
      'clock.correct/clock',
    ]);
  });
});

describe('an event', () => {
  for (const { id, sets } of hawaiiClassic.events)
    it(`${id} sets ${sets}, and of several the latest counts`, () => {
      const one = on('evaluation.decide');
      for (const day of ['2026-10-05', '2026-11-05', '2026-09-05']) one.take('event.record', { event: id, day });
      assert.equal(one.state.dates[sets]?.day, '2026-11-05');
      assert.deepEqual(one.refusal('event.record', { event: id, day: '2026-12-02' }), ['event.record/day']);
    });

  it('that refuses a request of the parents owes its notice', () => {
    const one = on('evaluation.decide').take('event.record', { event: 'parent-request-refused', day: '2026-12-01' });
    assert.deepEqual(one.last.owes, ['parent-request']);
    one.tell();
  });
});
