import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseConsent, CaseEligibility, CaseEvaluation, CaseState } from './case-state.js';
import { withDerivedDates } from './dates.js';
import { walk } from './testing.js';

const blank: CaseState = { ...walk('idea', { before: 'concern.submit' }).state, dates: {}, dateChanges: [], seq: 20 };
const datesOf = (more: Partial<CaseState>) => withDerivedDates({ ...blank, ...more }).dates;

const consent: CaseConsent = {
  form: '102a',
  document: null,
  provided: '2026-09-01',
  result: 'given',
  received: '2026-09-05',
  revoked: null,
  seq: 5,
};
const initial: CaseEvaluation = {
  document: 'evaluation',
  about: 'initial',
  opened: '2026-08-27',
  decided: '2026-08-28',
  regulation: 'both',
  willEvaluate: true,
  assessmentNeeded: true,
  seq: 3,
};
const again: CaseEvaluation = {
  ...initial,
  document: 'evaluation-2',
  about: 'reevaluation',
  opened: '2029-08-01',
  decided: null,
  seq: 12,
};
const eligible: CaseEligibility = {
  regulation: 'idea',
  document: null,
  eligible: true,
  category: 'sld',
  decided: '2026-09-25',
  seq: 7,
};

describe('dates from the lists of a case', () => {
  it('names the day of the newest notice that was owed, and none while it is not provided', () => {
    const given = { about: 'evaluation', because: 3, document: 'notice-1', provided: '2026-08-29', seq: 4 };
    assert.deepEqual(datesOf({ notices: [given] })['evaluationNoticeDate'], { day: '2026-08-29', seq: 4 });
    const owed = { ...given, because: 12, document: null, provided: null, seq: null };
    assert.equal(datesOf({ notices: [given, owed] })['evaluationNoticeDate'], undefined);
    const declined = { ...given, about: 'reevaluation-declined' };
    assert.equal(datesOf({ notices: [declined] })['triennialAgreementNoticeDate']?.day, '2026-08-29');
    const request = { ...given, about: 'parent-request' };
    assert.equal(datesOf({ notices: [request] })['parentRequestNoticeDate']?.day, '2026-08-29');
  });

  it('takes the earliest consent of the current evaluation', () => {
    const later = { ...consent, provided: '2026-09-03', received: '2026-09-08', seq: 6 };
    const dates = datesOf({ evaluations: [initial], consents: [later, consent] });
    assert.equal(dates['consentRequestDate']?.day, '2026-09-01');
    assert.equal(dates['assessmentConsentDate']?.day, '2026-09-05');
    const next = datesOf({ evaluations: [initial, again], consents: [consent] });
    assert.deepEqual([next['consentRequestDate'], next['assessmentConsentDate']], [undefined, undefined]);
    const form = { ...consent, form: '102c', received: '2029-08-20', seq: 14 };
    assert.equal(
      datesOf({ evaluations: [initial, again], consents: [consent, form] })['assessmentConsentDate']?.day,
      '2029-08-20',
    );
  });

  it('starts no clock with a consent that was denied, or not answered', () => {
    for (const result of ['denied', 'no-response', null])
      assert.equal(datesOf({ consents: [{ ...consent, result }] })['assessmentConsentDate'], undefined);
  });

  it('keeps the consent to services until it is revoked', () => {
    const services = { ...consent, form: '102b' };
    assert.equal(
      datesOf({ evaluations: [initial, again], consents: [services] })['servicesConsentDate']?.day,
      '2026-09-05',
    );
    const revoked = { ...services, revoked: '2027-01-05', seq: 9 };
    const dates = datesOf({ consents: [revoked] });
    assert.equal(dates['servicesConsentDate'], undefined);
    assert.equal(dates['servicesDeclinedDate']?.day, '2027-01-05');
    const anew = { ...services, received: '2028-02-29', seq: 15 };
    const twice = { ...revoked, revoked: '2028-06-01', seq: 16 };
    assert.equal(datesOf({ consents: [revoked, services, twice] })['servicesConsentDate'], undefined);
    assert.equal(datesOf({ consents: [revoked, anew] })['servicesConsentDate']?.day, '2028-02-29');
  });

  it('names the notice of services that were refused, of this evaluation only', () => {
    const refused = { ...consent, form: '102b', result: 'denied' };
    assert.equal(datesOf({ evaluations: [initial], consents: [refused] })['servicesRefusedDate']?.day, '2026-09-01');
    assert.equal(datesOf({ evaluations: [initial], consents: [refused] })['servicesDeclinedDate']?.day, '2026-09-05');
    assert.equal(datesOf({ evaluations: [initial, again], consents: [refused] })['servicesRefusedDate'], undefined);
  });

  it('separates the eligibility of this evaluation from the last one', () => {
    const now = datesOf({ evaluations: [initial], eligibilities: [eligible] });
    assert.deepEqual(
      [now['eligibilityDate']?.day, now['ideaEligibilityDate']?.day, now['needsServicesDate']?.day],
      ['2026-09-25', '2026-09-25', '2026-09-25'],
    );
    const next = datesOf({ evaluations: [initial, again], eligibilities: [eligible] });
    assert.deepEqual([next['eligibilityDate'], next['lastEligibilityDate']?.day], [undefined, '2026-09-25']);
    const decided = datesOf({
      evaluations: [initial, again],
      eligibilities: [eligible, { ...eligible, decided: '2029-09-20', seq: 15 }],
    });
    assert.deepEqual([decided['ideaEligibilityDate']?.day, decided['needsServicesDate']], ['2029-09-20', undefined]);
  });

  it('ends an evaluation without eligibility with its notice only', () => {
    const not = { ...eligible, eligible: false };
    const told = { about: 'eligibility', because: 7, document: 'notice-2', provided: '2026-09-28', seq: 8 };
    assert.equal(datesOf({ eligibilities: [not], notices: [told] })['ineligibleNoticeDate']?.day, '2026-09-28');
    assert.equal(datesOf({ eligibilities: [eligible], notices: [told] })['ineligibleNoticeDate'], undefined);
    const under504 = { ...eligible, regulation: 's504' as const, seq: 8 };
    assert.equal(datesOf({ eligibilities: [not, under504], notices: [told] })['ineligibleNoticeDate'], undefined);
  });

  it('knows the birthday, the contacts and the end of the case', () => {
    const contact = {
      about: 'consent',
      document: null,
      day: '2026-09-02',
      method: 'phone',
      relation: 'Mother',
      seq: 5,
    };
    const dates = datesOf({
      student: { ...blank.student, birthDate: '2016-02-29' },
      contacts: [contact, { ...contact, day: '2026-09-01', seq: 6 }],
      closing: { reason: 'moved', day: '2026-12-01', seq: 19 },
    });
    assert.deepEqual(
      [dates['birthDate']?.day, dates['lastContactDate'], dates['caseClosedDate']?.day],
      ['2016-02-29', { day: '2026-09-02', seq: 5 }, '2026-12-01'],
    );
  });

  it('starts with a suspicion only where the referral was filed without one', () => {
    const decisions = walk('action', { before: 'evidence.complete' }).decisions;
    const suspicionDate = { day: '2026-10-20', seq: 19 };
    assert.deepEqual(datesOf({ decisions, dates: { suspicionDate } })['suspicionAfterFilingDate'], suspicionDate);
    const filed = walk('idea', { before: 'evidence.complete' }).decisions;
    assert.equal(datesOf({ decisions: filed, dates: { suspicionDate } })['suspicionAfterFilingDate'], undefined);
  });
});
