import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type EligibilityDecision, type EligibilityMaterial, eligibilityStatus } from './eligibility-status.js';

const idea: EligibilityDecision = {
  regulation: 'idea',
  decided: '2026-09-01',
  filed: '2026-09-02',
  eligible: true,
  seq: 10,
  notices: [{ provided: '2026-09-03', seq: 11 }],
};
const consent = { form: '102b', result: 'given', revoked: null, seq: 12 };
const full: EligibilityMaterial = {
  decisions: [idea, { ...idea, regulation: 's504' }],
  consents: [consent],
  reevaluationDeclined: null,
  enrollment: { status: null, exitCode: null },
  fapeDeclined: false,
};

type Expected = readonly [eligible: boolean, receiving: boolean];
const yes: Expected = [true, true];
const no: Expected = [false, false];
const away = (status: string, exitCode: string | null) => ({ enrollment: { status, exitCode } });

/** What changes, and what IDEA and Section 504 say then. */
const cases: readonly (readonly [
  says: string,
  change: Partial<EligibilityMaterial>,
  idea: Expected,
  s504: Expected,
])[] = [
  ['everything in order', {}, yes, yes],
  ['no determination', { decisions: [] }, no, no],
  ['one regulation only', { decisions: [idea] }, yes, no],
  ['a determination that is not filed', { decisions: [{ ...idea, filed: null }] }, no, no],
  ['a newer one says no', { decisions: [idea, { ...idea, decided: '2026-10-01', eligible: false, seq: 20 }] }, no, no],
  [
    'an unfiled newer one says no',
    { decisions: [idea, { ...idea, decided: '2026-10-01', filed: null, eligible: false, seq: 20 }] },
    yes,
    no,
  ],
  ['of one day the later counts', { decisions: [{ ...idea, eligible: false, seq: 30 }, idea] }, no, no],
  [
    'an older one entered later does not count',
    { decisions: [idea, { ...idea, decided: '2023-09-01', eligible: false, seq: 40 }] },
    yes,
    no,
  ],
  ['no notice', { decisions: [{ ...idea, notices: [] }] }, no, no],
  [
    'the newest notice not provided',
    {
      decisions: [
        {
          ...idea,
          notices: [
            { provided: '2026-09-03', seq: 11 },
            { provided: null, seq: 15 },
          ],
        },
      ],
    },
    no,
    no,
  ],
  ['no consent form at all', { consents: [] }, yes, yes],
  ['services refused', { consents: [{ ...consent, result: 'denied' }] }, no, yes],
  ['no answer yet', { consents: [{ ...consent, result: null }] }, no, yes],
  ['no response', { consents: [{ ...consent, result: 'no-response' }] }, no, yes],
  ['consent revoked', { consents: [{ ...consent, revoked: '2027-01-05' }] }, no, yes],
  [
    'refused first, given later',
    {
      consents: [
        { ...consent, result: 'denied' },
        { ...consent, seq: 18 },
      ],
    },
    yes,
    yes,
  ],
  ['revoked before this determination', { consents: [{ ...consent, revoked: '2025-01-05', seq: 3 }] }, yes, yes],
  ['an old consent revoked since', { consents: [{ ...consent, revoked: '2026-11-05', seq: 3 }] }, no, yes],
  ['refused on another notice', { consents: [{ ...consent, result: 'denied', notice: 5 }] }, yes, yes],
  ['refused on this notice', { consents: [{ ...consent, result: 'denied', notice: 11 }] }, no, yes],
  ['a refused evaluation is another form', { consents: [{ ...consent, form: '102a', result: 'denied' }] }, yes, yes],
  ['reevaluation declined', { reevaluationDeclined: '2026-10-01' }, no, yes],
  ['blank status', away(' ', null), yes, yes],
  ['deceased', away('deceased', '053'), no, no],
  ['graduated', away('graduated', null), no, no],
  ['in flight', away('I', null), [true, false], [true, false]],
  ['left with 053', away('I', '053'), yes, yes],
  ['left with 068', away('I', '068'), yes, yes],
  ['left with 075', away('I', '075'), yes, yes],
  ['left with 060', away('I', '060'), [true, false], [true, false]],
  ['home-schooled, accepts', away('H', '055'), yes, yes],
  ['home-schooled, declined', { ...away('H', '055'), fapeDeclined: true }, [true, false], [true, false]],
  ['declined while enrolled changes nothing', { fapeDeclined: true }, yes, yes],
];

describe('eligibilityStatus', () => {
  for (const [says, change, ...expected] of cases) {
    it(says, () => {
      const { idea: first, s504 } = eligibilityStatus({ ...full, ...change });
      assert.deepEqual(
        [first, s504].map(({ eligible, receiving }) => [eligible, receiving]),
        expected,
      );
    });
  }

  it('tells every term, and the decision it comes from', () => {
    const { idea: status, s504 } = eligibilityStatus(full);
    assert.deepEqual(
      status.because.map(({ id, seq }) => [id, seq]),
      [
        ['determination', 10],
        ['notice', 11],
        ['consent', 12],
        ['reevaluation', null],
        ['enrollment', null],
        ['services', null],
      ],
    );
    assert.deepEqual(
      s504.because.map(({ id }) => id),
      ['determination', 'notice', 'enrollment', 'services'],
    );
    for (const { says } of [...status.because, ...s504.because]) assert.match(says, /^[A-Z].*\.$/);
  });

  it('is eligible when all its terms hold, whatever the order of the rows', () => {
    const day = fc.constantFrom('2026-01-05', '2026-06-01', '2026-09-01');
    const decision = fc.record({
      regulation: fc.constantFrom<'idea' | 's504'>('idea', 's504'),
      decided: day,
      filed: fc.option(day),
      eligible: fc.boolean(),
      notices: fc.array(fc.record({ provided: fc.option(day), seq: fc.nat(99) }), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(decision, { maxLength: 5 }),
        fc.constantFrom(null, 'H', 'I', 'graduated'),
        (rows, status) => {
          const decisions = rows.map((row, seq) => ({ ...row, seq }));
          const material = { ...full, decisions, enrollment: { status, exitCode: null } };
          const told = eligibilityStatus(material);
          assert.deepEqual(eligibilityStatus({ ...material, decisions: [...decisions].reverse() }), told);
          for (const { eligible, receiving, because } of [told.idea, told.s504]) {
            const met = (part: string) => because.filter((term) => term.for === part).every((term) => term.met);
            assert.equal(eligible, met('eligible'));
            assert.equal(receiving, met('eligible') && met('receiving'));
          }
        },
      ),
    );
  });
});
