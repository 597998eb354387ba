import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CaseUnderTest } from './case.fixtures.js';
import { areServicesStopped } from './consents.js';
import { completeEligibility, completeEvaluation, completeReview } from './sample-material.js';
import type { RowView } from './types.js';

const tried = {
  about: 'consent',
  date: '2026-11-20',
  method: 'phone',
  contact: 'Noelani Palakiko',
  relation: 'Mother',
  outcome: 'No answer.',
};
const answer = (result: string, document = 'consent-1') => ({
  document,
  result,
  receivedDate: '2026-12-01',
  signer: 'Noelani Palakiko',
});

const revoked = {
  document: 'consent-2',
  receivedDate: '2026-12-01',
  effectiveDate: '2026-12-08',
  signer: 'Noelani Palakiko',
};

/** A reevaluation of a student with an IEP whose consent form the family has. */
function reevaluating(): CaseUnderTest {
  const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2026-12-01');
  one.take('reevaluation.open', { trigger: 'need', reason: 'New needs.', bothAgree: true });
  one.write(one.newest('evaluation'), { agreedUnnecessary: false }).take('evaluation.decide').tell();
  return one.take('consent.provide', { document: one.newest('consent', '102c') });
}

describe('consent to an initial evaluation', () => {
  const waiting = () => CaseUnderTest.after('idea', { before: 'consent.record' });

  it('denied leaves the case where it waits, and closes it if the family wants', () => {
    const one = waiting().take('consent.record', answer('denied'));
    assert.equal(one.state.state, 'define-needs.consent');
    assert.deepEqual(one.refusal('consent.record', answer('given')), ['consent.record/open']);
    one.take('case.close', { reason: 'no-consent' });
    assert.deepEqual([one.state.state, one.state.closing?.reason], ['closed', 'no-consent']);
  });

  it('not answered needs attempts on record, and never lets it go on', () => {
    const one = waiting();
    assert.deepEqual(one.refusal('consent.record', answer('no-response')), ['consent.record/efforts']);
    assert.deepEqual(one.refusal('case.close', { reason: 'no-consent' }), ['case.close/efforts']);
    one.take('contact.record', tried).take('consent.record', answer('no-response'));
    assert.equal(one.state.state, 'define-needs.consent');
    // The family may still answer.
    assert.equal(one.take('consent.record', answer('given')).state.state, 'define-needs.eligibility');
  });

  it('is not the consent to a reevaluation', () => {
    const one = waiting().take('consent.request', { form: '102c' });
    const other = one.newest('consent', '102c');
    one.take('consent.provide', { document: other }).take('contact.record', tried);
    one.take('consent.record', answer('no-response', other));
    assert.equal(one.state.state, 'define-needs.consent');
    one.take('consent.record', answer('given', other));
    assert.equal(one.state.state, 'define-needs.consent');
  });

  it('waits for the notice, and for the form itself', () => {
    const one = CaseUnderTest.after('idea', { before: 'notice.provide' });
    assert.deepEqual(one.refusal('consent.record', answer('given')), [
      'consent.record/notice/evaluation',
      'consent.record/provided',
    ]);
  });

  it('counts the attempts that were made for this form', () => {
    const one = waiting().take('contact.record', { ...tried, document: 'conference-1' });
    one.take('consent.request', { form: '102c' });
    one.take('contact.record', { ...tried, document: one.newest('consent', '102c') });
    assert.deepEqual(one.refusal('consent.record', answer('no-response')), ['consent.record/efforts']);
    one.take('contact.record', { ...tried, document: 'consent-1' }).take('consent.record', answer('no-response'));
  });
});

describe('consent to a reevaluation', () => {
  it('without an answer may go on after efforts, through assessment and eligibility', () => {
    const one = reevaluating();
    const document = one.newest('consent', '102c');
    one.take('contact.record', tried).take('consent.record', answer('no-response', document));
    assert.equal(one.state.state, 'define-needs.eligibility');
    one.take('assessment.request', { person: 'evaluator', area: 'academic', due: one.day });
    one.take('assessment.file', { document: one.newest('assessment') }, 'evaluator').meet('eligibility');
    one.take('eligibility.decide', { document: one.newest('eligibility', 'idea') });
    one.take('eligibility.decide', { document: one.newest('eligibility', 's504') });
    assert.equal(one.state.state, 'develop-plan');
    assert.ok(
      !one.last.opens.some(({ document: id }) => id.startsWith('consent')),
      'services go on by the old consent',
    );
  });

  it('denied stays denied', () => {
    const one = reevaluating();
    one.take('consent.record', answer('denied', one.newest('consent', '102c')));
    assert.equal(one.state.state, 'define-needs.consent');
    assert.ok(one.state.plan);
  });
});

describe('consent to services', () => {
  it('denied keeps the IEP back; a form asked for anew changes nothing before it is answered', () => {
    const one = CaseUnderTest.after('idea', { before: 'plan.activate' }).on('2026-10-09');
    one.take('consent.request', { form: '102b' });
    const document = one.newest('consent', '102b');
    assert.equal(one.ask('plan.activate').ok, true);
    one
      .take('consent.provide', { document })
      .tell()
      .take('consent.record', {
        ...answer('denied', document),
        receivedDate: '2026-10-09',
      });
    assert.ok(one.refusal('plan.activate').includes('plan.activate/consent'));
  });

  it('revoked ends the case after the written notice, without a review', () => {
    const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2026-12-01');
    one.take('consent.revoke', revoked);
    assert.deepEqual(one.last.owes, ['revocation']);
    assert.equal(one.state.consents.find(({ form }) => form === '102b')?.revoked, '2026-12-01');
    assert.deepEqual(one.refusal('case.close', { reason: 'declined-services' }), ['case.close/notice/revocation']);
    one.tell().take('case.close', { reason: 'declined-services' });
    assert.deepEqual([one.state.state, one.state.plans[0]?.ended], ['closed', '2026-12-01']);
    assert.deepEqual(one.refusal('consent.revoke', revoked), 'not-open');
  });

  it('revoked, lets no session be signed that took place after the services had stopped', () => {
    const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2026-12-01');
    one.take('consent.revoke', revoked);
    const document = one.newest('log');
    const [session] = (one.documents[document]?.['sessions'] ?? []) as readonly RowView[];
    const on = (id: string, date: string) =>
      one.on('2026-12-10').write(document, { sessions: [{ ...(session as RowView), id, date }] });
    on('late', '2026-12-09');
    assert.deepEqual(one.refusal('service.sign', { document, session: 'late' }, 'provider'), ['service.sign/consent']);
    on('last', '2026-12-08').take('service.sign', { document, session: 'last' }, 'provider');
  });

  it('given again, lets sessions be signed from then on', () => {
    const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2026-12-01');
    one.take('consent.revoke', revoked).tell().on('2026-12-12');
    one.take('consent.request', { form: '102b' }).consent('102b');
    assert.equal(areServicesStopped(one.state, '2026-12-08'), false);
    assert.equal(areServicesStopped(one.state, '2026-12-11'), true);
    assert.equal(areServicesStopped(one.state, '2026-12-12'), false);
  });

  it('is revoked by the form that gave it, once', () => {
    const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2026-12-01');
    assert.deepEqual(one.refusal('consent.revoke', { ...revoked, document: 'consent-1' }), ['consent.revoke/given']);
    one.take('consent.revoke', revoked);
    assert.deepEqual(one.refusal('consent.revoke', revoked), ['consent.revoke/given']);
  });

  it('revoked, is asked for anew when a reevaluation finds the student eligible', () => {
    const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2026-12-01');
    one.take('consent.revoke', revoked).tell();
    one.take('reevaluation.open', { trigger: 'need', reason: 'New needs.', bothAgree: true });
    one.write(one.newest('evaluation'), completeEvaluation(one.day, 'no-assessment')).take('evaluation.decide');
    one.tell().meet('eligibility');
    for (const regulation of ['idea', 's504'])
      one.take('eligibility.decide', { document: one.newest('eligibility', regulation) });
    assert.ok(one.last.opens.some(({ about }) => about === '102b'));
  });

  it('revoked for an IEP of earlier times, ends no plan that needs none', () => {
    const one = CaseUnderTest.after('s504', { before: 'review.open' }).on('2026-12-01');
    const consent = { form: '102b', document: 'consent-9', provided: one.day, result: 'given', received: one.day };
    one.state = { ...one.state, consents: [...one.state.consents, { ...consent, revoked: one.day, seq: 1 }] };
    assert.deepEqual(one.refusal('case.close', { reason: 'declined-services' }), ['case.close/no-plan']);
  });

  it('revoked, and not given again, no plan can follow', () => {
    const one = CaseUnderTest.after('idea', { review: 'revise' }).on('2026-12-01');
    one.take('consent.revoke', revoked);
    assert.ok(one.refusal('plan.activate').includes('plan.activate/consent'));
  });
});

describe('eligibility', () => {
  const deciding = () => CaseUnderTest.after('idea', { before: 'eligibility.decide' });
  const decide = (one: CaseUnderTest, regulation: 'idea' | 's504', eligible: boolean) => {
    const document = one.newest('eligibility', regulation);
    return one
      .write(document, completeEligibility(regulation, eligible, one.day))
      .take('eligibility.decide', { document });
  };

  const ways = [
    [true, true, 'idea'],
    [true, false, 'idea'],
    [false, true, 's504'],
    [false, false, 'action'],
  ] as const;
  for (const [idea, s504, track] of ways)
    for (const order of [
      ['idea', 's504'],
      ['s504', 'idea'],
    ] as const)
      it(`IDEA ${idea}, 504 ${s504}, ${order[0]} first: pending until both are filed, then ${track}`, () => {
        const one = deciding();
        const eligible = { idea, s504 };
        decide(one, order[0], eligible[order[0]]);
        assert.deepEqual([one.state.state, one.state.track], ['define-needs.eligibility', null]);
        assert.equal(one.state.eligibilities.length, 1);
        decide(one, order[1], eligible[order[1]]);
        assert.deepEqual([one.state.state, one.state.track], ['develop-plan', track]);
        const opened = one.last.opens.map(({ document, about }) => about ?? document);
        assert.equal(opened.includes('plan-1'), true);
        assert.equal(opened.includes('102b'), track === 'idea');
        assert.deepEqual(one.last.owes, ['eligibility']);
        assert.ok(one.refusal('plan.activate').includes('plan.activate/notice/eligibility'));
      });

  it('records who dissents, with a statement of their own', () => {
    const one = deciding();
    const document = one.newest('eligibility', 'idea');
    const dissent = { id: 'd', order: 'a0', person: 'special-educator', name: 'Ben Ito', agrees: false };
    one.write(document, { dissent: [dissent] });
    assert.ok(one.refusal('eligibility.decide', { document }).includes('eligibility.decide/dissent'));
    one.write(document, { dissent: [{ ...dissent, statement: 'It is the instruction.' }] });
    one.take('eligibility.decide', { document });
    assert.equal(one.last.facts['dissent'], 1);
    assert.equal(JSON.stringify(one.last.facts).includes('instruction'), false);
  });

  it('without an assessment needs the conference and no report', () => {
    const one = CaseUnderTest.after('idea', { before: 'evaluation.decide' });
    one.write(one.newest('evaluation'), completeEvaluation(one.day, 'no-assessment')).take('evaluation.decide');
    assert.equal(one.state.state, 'define-needs.eligibility');
    const document = one.newest('eligibility', 'idea');
    assert.deepEqual(one.refusal('eligibility.decide', { document }), ['eligibility.decide/conference']);
    one.meet('eligibility').take('eligibility.decide', { document });
  });
});

describe('a reevaluation that ends the eligibility', () => {
  it('leads to a review and, after the notice, to the exit', () => {
    const one = CaseUnderTest.after('s504', { before: 'review.open' }).on('2026-12-01');
    const exit = { exitReason: 'no-longer-eligible', exitDate: one.day };
    one.take('review.open', { trigger: 'team-request' });
    one.write(one.newest('review'), exit).take('notice.draft', { about: 'exit' }).tell();
    assert.deepEqual(one.refusal('review.decide', { decision: 'exit' }), ['review.decide/reevaluated']);
    one.take('review.decide', { decision: 'reevaluate' });
    assert.equal(one.state.state, 'define-needs.evaluation');
    one.write(one.newest('evaluation'), completeEvaluation(one.day, 'no-assessment')).take('evaluation.decide');
    one.tell().meet('eligibility');
    for (const regulation of ['idea', 's504']) {
      const document = one.newest('eligibility', regulation);
      one.write(document, completeEligibility(regulation, false, one.day)).take('eligibility.decide', { document });
    }
    assert.deepEqual([one.state.state, one.state.track], ['evaluate-plan', 's504']);
    one.tell().write(one.newest('review'), { ...completeReview(one.day), ...exit });
    assert.deepEqual(one.refusal('review.decide', { decision: 'exit' }), ['review.decide/notice']);
    one.take('notice.draft', { about: 'exit' }).tell().take('review.decide', { decision: 'exit' });
    assert.deepEqual([one.state.closing?.reason, one.state.dates['exitDate']?.day], ['no-longer-eligible', one.day]);
  });
});
