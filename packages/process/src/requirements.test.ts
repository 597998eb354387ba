import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CaseUnderTest, completeCommand, tracksOf, unmet } from './case.fixtures.js';
import type { CaseBreak, CaseConsent, CaseState } from './case-state.js';
import { addDays } from './days.js';
import { type Command, decide, readiness } from './decide.js';
import { fold } from './fold.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { fields } from './tables/fields/index.js';
import { type RequirementRow, requirements } from './tables/requirements.js';
import { type Track, tracks } from './tables/stages.js';
import { samplePeople, sampleRows, walk } from './testing.js';
import type { DocumentView, Plain, RowView } from './types.js';

type Change = (command: Command) => Command;

interface Break {
  /** Changes complete material so that this row's fact fails. */
  readonly by: Change;
  /** The track of the material: the row's first, or the first that comes to the action. */
  readonly track?: Track;
  /** Rows that cannot but fail with it. */
  readonly also?: readonly string[];
  /** What `decide` says: `unmet`, unless the form's own check is first. */
  readonly code?: string;
  /** Material to start from when it is not the sample's command of the action. */
  readonly from?: () => Command;
}

const future = '2031-01-06';

function document(kind: string, patch: Partial<DocumentView>): Change {
  return (command) => {
    const id = idOf(command, kind);
    return {
      ...command,
      documents: { ...command.documents, [id]: { ...command.documents[id], ...patch } as DocumentView },
    };
  };
}

/** Changes the first row of a list. */
function row(kind: string, list: string, patch: Readonly<Record<string, Plain | undefined>>): Change {
  return (command) => {
    const [first, ...rest] = rowsOf(command, kind, list);
    return document(kind, { [list]: [{ ...(first as RowView), ...patch }, ...rest] })(command);
  };
}

/** Takes the rows out of a list that stand for a member type. */
function withoutMember(kind: string, list: string, memberType: string): Change {
  return (command) =>
    document(kind, { [list]: rowsOf(command, kind, list).filter((one) => one['memberType'] !== memberType) })(command);
}

function addRow(kind: string, list: string, patch: Readonly<Record<string, Plain>>): Change {
  return (command) => {
    const rows = rowsOf(command, kind, list);
    return document(kind, { [list]: [...rows, { ...(rows[0] as RowView), id: 'another', ...patch }] })(command);
  };
}

function rowsOf(command: Command, kind: string, list: string): readonly RowView[] {
  return (command.documents[idOf(command, kind)]?.[list] ?? []) as readonly RowView[];
}

/** The document that a command is about. */
function idOf({ payload, documents }: Command, kind: string): string {
  const isKind = (name: unknown): name is string => typeof name === 'string' && name.split('-')[0] === kind;
  return isKind(payload['document']) ? payload['document'] : (Object.keys(documents).findLast(isKind) ?? kind);
}

/** Changes the rows of a list that stand for a member type. */
function attendance(memberType: string, patch: Readonly<Record<string, Plain>>): Change {
  return (command) =>
    document('conference', {
      attendance: rowsOf(command, 'conference', 'attendance').map((one) =>
        one['memberType'] === memberType ? { ...one, ...patch } : one,
      ),
    })(command);
}

function payload(patch: Readonly<Record<string, Plain>>): Change {
  return (command) => ({ ...command, payload: { ...command.payload, ...patch } });
}

function state(change: (state: CaseState) => Partial<CaseState>): Change {
  return (command) => ({ ...command, state: { ...command.state, ...change(command.state) } });
}

function withoutDate(name: string): Change {
  return state(({ dates }) => ({ dates: Object.fromEntries(Object.entries(dates).filter(([key]) => key !== name)) }));
}

function all(...changes: readonly Change[]): Change {
  return (command) => changes.reduce((result, change) => change(result), command);
}

function service(patch: Readonly<Record<string, string>>): Change {
  return state(({ plan }) => ({
    plan: plan && { ...plan, services: plan.services.map((item) => ({ ...item, ...patch })) },
  }));
}

/** The sample's command that closes the conference on eligibility: a formal one. */
function formalConference(): Command {
  const { state, documents } = walk('idea', { before: 'eligibility.decide' });
  const at = state.decisions.findIndex(
    ({ action, facts }) => action === 'conference.hold' && facts['purpose'] === 'eligibility',
  );
  const before = fold(state.decisions.slice(0, at)) as CaseState;
  const { seals, day } = state.decisions[at] as CaseState['decisions'][number];
  const payload = { document: seals[0]?.document ?? '' };
  return { ...completeCommand('conference.hold', 'idea'), state: before, documents, payload, day, base: before.seq };
}

/** A reevaluation that both sides agree to leave out, in the last months before it is due. */
function agreement(): Command {
  const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2029-08-01');
  one.take('reevaluation.open', { trigger: 'triennial', reason: 'Three years.' });
  one.write(one.newest('evaluation'), {
    agreedUnnecessary: true,
    agreementDate: one.day,
    willEvaluate: false,
    areas: [],
  });
  return one.command('evaluation.decide');
}

/** A change of the IEP within its time, which the family agrees to without a conference. */
function amendment(): Command {
  const one = CaseUnderTest.after('idea', { before: 'review.open' }).on('2026-11-16');
  one.take('plan.revise', { trigger: 'parent-request', reason: 'Two more sessions.' });
  const dates = { startDate: '2026-11-16', endDate: '2027-02-01', reviewDate: '2027-01-15' };
  const service = ((one.documents['plan-2']?.['services'] ?? []) as readonly RowView[])[0] as RowView;
  one.write('plan-2', {
    ...dates,
    services: [{ ...service, startDate: dates.startDate, endDate: dates.endDate }],
    changeSummary: 'Two more sessions a week.',
    amendmentAgreedDate: '2026-11-16',
  });
  one.take('plan.present').tell();
  return one.command('plan.activate');
}

/** A corrected copy of the plan, with a name spelled anew. */
function correctedPlan(): Command {
  const one = CaseUnderTest.after('s504', { before: 'review.open' }).on('2026-11-16');
  one.take('document.correct', { document: 'plan-1', note: 'A name was misspelled.' });
  one.write('plan-2', { parentDecisionNote: 'Read with Auntie Kēhau.' });
  return one.command('correction.file', { document: 'plan-2' }, 'administrator');
}

const someConsent: CaseConsent = {
  form: '102b',
  document: null,
  provided: null,
  result: null,
  received: null,
  revoked: null,
  seq: 22,
};

function consents(change: (row: CaseConsent) => Partial<CaseConsent>): Change {
  return state((one) => ({ consents: one.consents.map((row) => ({ ...row, ...change(row) })) }));
}

const born = (birthDate: string | null) => state(({ student }) => ({ student: { ...student, birthDate } }));

const someReview = { outcome: 'justified', person: 'coordinator', name: '', day: '2026-09-01', seq: 99 };
const reviewed = (change: (one: CaseBreak) => CaseBreak) => state(({ breaks }) => ({ breaks: breaks.map(change) }));

const transition = document('plan', {
  postEducation: 'A course in carpentry.',
  postEmployment: 'A job in a workshop.',
  coursesOfStudy: 'Shop class.',
  transitionServices: 'A visit to a workshop.',
});

const breaks: Readonly<Record<string, Break>> = {
  'concern.submit/description': { by: document('concern', { description: ' \n' }) },
  'referral.file/raisedBy': { by: document('concern', { raisedBy: '' }) },
  'referral.file/raisedVia': { by: document('concern', { raisedVia: 'pigeon' }) },
  'referral.file/receivedDate': { by: document('concern', { receivedDate: '2026-02-30' }) },
  'referral.file/receivedDate-past': { by: document('concern', { receivedDate: future }) },
  'referral.file/areas': { by: document('concern', { areas: ['no such area'] }) },
  'referral.file/description': { by: document('concern', { description: '' }) },
  'referral.file/suspicion': { by: document('concern', { suspicion: 'maybe' }) },
  'referral.file/suspicionReason': {
    by: all(document('concern', { suspicion: 'unsure', suspicionReason: '' })),
    track: 's504',
  },
  'referral.file/parentNotifiedDate': { by: document('concern', { parentNotifiedDate: null }) },
  'process.abbreviate/suspicion': { by: state(() => ({ suspicion: 'unsure' })) },
  'process.abbreviate/reason': { by: payload({ reason: ' ' }), also: ['process.abbreviate/form/reason'] },
  'evidence.complete/items': { by: document('evidence', { items: [] }) },
  'evidence.complete/incomplete': { by: row('evidence', 'items', { statement: '' }) },
  'evidence.complete/parentAsked': { by: document('evidence', { parentAskedDate: null }), track: 's504' },
  'conference.hold/actualDate': { by: document('conference', { actualDate: null }) },
  'conference.hold/actualDate-past': { by: document('conference', { actualDate: future }) },
  'conference.hold/purpose': { by: document('conference', { purpose: 'lunch' }) },
  'conference.hold/present': { by: document('conference', { attendance: [] }) },
  'needs.define/conference': { by: withoutDate('needsConferenceDate') },
  'needs.define/needs': { by: document('needs', { needs: [] }) },
  'needs.define/incomplete': { by: row('needs', 'needs', { area: 'no such area' }) },
  'plan.activate/coordinator': {
    by: state(({ team }) => ({ team: team.map((one) => ({ ...one, coordinator: false })) })),
  },
  'plan.activate/startDate': { by: document('plan', { startDate: null }) },
  'plan.activate/endDate': { by: document('plan', { endDate: null }) },
  'plan.activate/order': { by: document('plan', { endDate: '2026-10-01' }), also: ['plan.activate/services-outside'] },
  'plan.activate/year': { by: document('plan', { endDate: '2027-10-10' }) },
  'plan.activate/reviewDate': { by: document('plan', { reviewDate: null }) },
  'plan.activate/needs': { by: row('plan', 'needs', { statement: '' }) },
  'plan.activate/goals': {
    by: document('plan', { goals: [] }),
    also: ['plan.activate/needs-without-goal', 'plan.activate/services-without-goal'],
  },
  'plan.activate/needs-without-goal': { by: addRow('plan', 'needs', {}) },
  'plan.activate/goals-without-need': { by: addRow('plan', 'goals', { need: 'gone' }) },
  'plan.activate/goals-incomplete': { by: row('plan', 'goals', { baseline: undefined }) },
  'plan.activate/goals-flat': { by: row('plan', 'goals', { target: 41 }) },
  'plan.activate/objectives': { by: row('plan', 'goals', { objectives: '' }) },
  'plan.activate/services': { by: document('plan', { services: [] }) },
  'plan.activate/services-incomplete': { by: row('plan', 'services', { minutes: -30 }) },
  'plan.activate/providers-on-team': { by: row('plan', 'services', { provider: 'stranger' }) },
  'plan.activate/services-without-goal': { by: row('plan', 'services', { goal: 'gone' }) },
  'plan.activate/services-outside': { by: row('plan', 'services', { startDate: '2026-10-08' }) },
  'plan.activate/accommodations': { by: row('plan', 'accommodations', { what: '' }) },
  'plan.activate/serviceAvailabilityDate': { by: document('plan', { serviceAvailabilityDate: null }) },
  'plan.activate/presentLevels': { by: document('plan', { presentLevels: '' }) },
  'plan.activate/lre': { by: document('plan', { regularClassMinutes: 1801 }) },
  'plan.activate/stateTesting': { by: document('plan', { stateTesting: '' }) },
  'plan.activate/progressReporting': { by: document('plan', { progressReporting: '' }) },
  'plan.activate/explained': { by: document('plan', { parentExplainedDate: null }) },
  'plan.activate/copy': { by: document('plan', { parentCopyDate: null }) },
  'plan.activate/consent-first': {
    by: state(({ dates }) => ({ dates: { ...dates, planConferenceDate: { day: '2026-09-28', seq: 21 } } })),
  },
  'plan.activate/conference': { by: withoutDate('planConferenceDate') },
  'provider.assign/service': { by: payload({ service: 'gone' }) },
  'provider.assign/member': { by: payload({ person: 'stranger' }) },
  'service.sign/service': { by: service({ provider: 'special-educator' }) },
  'service.sign/date': { by: row('log', 'sessions', { date: undefined }) },
  'service.sign/date-past': { by: row('log', 'sessions', { date: '2026-10-17' }) },
  'service.sign/date-recent': {
    by: all(row('log', 'sessions', { date: '2025-10-15' }), service({ startDate: '2025-10-01' })),
  },
  'service.sign/date-plan': { by: row('log', 'sessions', { date: '2026-10-08' }) },
  'service.sign/consent': {
    track: 'idea',
    by: state(({ consents }) => ({
      consents: consents.map((one) =>
        one.form === '102b' ? { ...one, revoked: '2026-10-10', stops: '2026-10-15' } : one,
      ),
    })),
  },
  'service.sign/status': { by: row('log', 'sessions', { status: 'no such status' }) },
  'service.sign/minutes': { by: row('log', 'sessions', { minutes: 0 }) },
  'service.sign/group': { by: row('log', 'sessions', { group: 'group', groupSize: 1 }) },
  'service.sign/note': { by: row('log', 'sessions', { note: '' }) },
  'service.sign/once': {
    by: (command) => ({
      ...command,
      state: { ...command.state, sessions: completeCommand('service.void').state.sessions },
    }),
  },
  'service.void/known': { by: payload({ session: 'gone' }) },
  'service.void/reason': { by: payload({ reason: ' ' }), also: ['service.void/form/reason'] },
  'team.coordinate/member': { by: payload({ person: 'stranger' }) },
  'team.remove/member': { by: payload({ person: 'stranger' }) },
  'family.admit/once': {
    by: state(() => ({ family: [{ person: 'parent', name: '', relation: '', document: 'family-1' }] })),
  },
  'conference.schedule/date': { by: payload({ date: 'soon' }), code: 'invalid-payload' },
  'review.decide/date': { by: document('review', { reviewDate: null }) },
  'review.decide/outcomes': { by: row('review', 'outcomes', { outcome: 'no such outcome' }) },
  'review.decide/fidelity': { by: document('review', { fidelity: 'no such answer' }) },
  'review.decide/conclusion': { by: document('review', { conclusion: '' }) },
  'review.decide/informed': { by: document('review', { parentInformedDate: null }) },
  'case.close/no-plan': { by: state(() => ({ plan: walk('action', { before: 'review.open' }).state.plan })) },
  'referral.file/enrolledDate': {
    by: document('concern', { transferFrom: 'other-state-iep' }),
    also: ['referral.file/enrolledDate'],
  },
  'referral.file/one-open': { by: (command) => ({ ...command, elsewhere: { openCases: 1, activePlans: [] } }) },
  'suspicion.raise/not-yet': { by: state(() => ({ suspicion: 'yes' })) },
  'suspicion.raise/day': { by: payload({ day: future }) },
  'invitation.send/announcedDate-past': {
    by: document('invitation', { announcedDate: future }),
    also: ['invitation.send/early'],
  },
  'invitation.send/early': { by: document('invitation', { meetingDate: '2026-08-01' }) },
  'invitation.send/family': { by: withoutMember('invitation', 'invitees', 'parent') },
  'invitation.send/notices': { by: document('invitation', { notices: [] }) },
  'invitation.send/notices-incomplete': {
    by: row('invitation', 'notices', { language: '' }),
    also: ['invitation.send/notices/language'],
  },
  'contact.record/date': { by: payload({ date: future }) },
  'conference.hold/invitation': {
    from: formalConference,
    by: state((one) => ({ conferences: one.conferences.map((item) => ({ ...item, invited: null })) })),
  },
  'conference.hold/family': { from: formalConference, by: attendance('parent', { status: 'absent' }) },
  'conference.hold/members': { from: formalConference, by: attendance('special-teacher', { status: 'absent' }) },
  'conference.hold/excused': {
    from: formalConference,
    by: attendance('special-teacher', { status: 'excused', excusal: 'agreed-not-discussed' }),
    also: ['conference.hold/attendance/agreedDate'],
  },
  'conference.hold/excused-input': {
    from: formalConference,
    by: attendance('special-teacher', {
      status: 'excused-input',
      excusal: 'consented-with-input',
      agreedDate: '2026-09-20',
    }),
    also: ['conference.hold/attendance/writtenInput'],
  },
  'evaluation.decide/decisionDate-past': { by: document('evaluation', { decisionDate: future }) },
  'evaluation.decide/areas': { by: document('evaluation', { areas: [] }) },
  'evaluation.decide/agreement': {
    from: agreement,
    by: (command) => ({ ...command, day: '2029-05-01' }),
    also: ['evaluation.decide/decisionDate-past'],
  },
  'consent.request/one': { by: state(() => ({ consents: [{ ...someConsent, form: '102c' }] })) },
  'consent.provide/providedDate-past': { by: document('consent', { providedDate: future }) },
  'consent.record/provided': { by: consents(() => ({ provided: null })) },
  'consent.record/open': { by: consents(() => ({ result: 'denied' })) },
  'consent.record/receivedDate': { by: payload({ receivedDate: future }) },
  'consent.record/order': { by: payload({ receivedDate: '2026-08-20' }) },
  'consent.record/efforts': { by: payload({ result: 'no-response' }) },
  'consent.revoke/given': { by: consents(() => ({ revoked: '2026-10-01' })) },
  'consent.revoke/receivedDate': { by: payload({ receivedDate: future, effectiveDate: addDays(future, 7) }) },
  'consent.revoke/order': { by: payload({ effectiveDate: '2026-08-20' }) },
  'assessment.request/consent': { by: withoutDate('assessmentConsentDate') },
  'assessment.request/member': { by: payload({ person: 'stranger' }) },
  'assessment.file/reportDate-past': { by: document('assessment', { reportDate: future }) },
  'eligibility.decide/decisionDate-past': { by: document('eligibility', { decisionDate: future }) },
  'eligibility.decide/reports': {
    by: state(({ documents }) => ({
      documents: {
        ...documents,
        'assessment-2': { ...(documents['assessment-1'] as CaseState['documents'][string]), state: 'open' },
      },
    })),
  },
  'eligibility.decide/report': {
    by: state(({ documents }) => ({
      documents: Object.fromEntries(Object.entries(documents).filter(([id]) => id !== 'assessment-1')),
    })),
  },
  'eligibility.decide/conference': { by: withoutDate('eligibilityConferenceDate') },
  'eligibility.decide/excluded': { by: document('eligibility', { exclusionReading: true }), track: 'idea' },
  'eligibility.decide/needs': { by: document('eligibility', { needsSpecialEducation: false }), track: 'idea' },
  'eligibility.decide/dissent': {
    by: document('eligibility', { dissent: [{ id: 'd', order: 'a0', name: 'Ben Ito', agrees: false }] }),
    also: ['eligibility.decide/dissent/statement'],
  },
  'notice.draft/known': {
    by: payload({ about: 'the weather' }),
    also: ['notice.draft/reached'],
    code: 'invalid-payload',
  },
  'notice.draft/one': {
    by: state(({ notices }) => ({
      notices: [...notices, { about: 'parent-request', because: 9, document: 'notice-9', provided: null, seq: null }],
    })),
  },
  'notice.draft/reached': { by: payload({ about: 'evaluation' }) },
  'notice.provide/elements': { by: document('notice', { why: '[Say why…]' }) },
  'notice.provide/providedDate-past': { by: document('notice', { providedDate: future }) },
  'plan.activate/refusal-notice': {
    by: state(({ evaluations }) => ({
      evaluations: [
        ...evaluations,
        {
          document: null,
          about: 'initial',
          opened: '2026-09-01',
          decided: '2026-09-01',
          regulation: 'both',
          willEvaluate: false,
          assessmentNeeded: false,
          seq: 9,
        },
      ],
    })),
  },
  'plan.activate/notice': {
    by: state(({ notices }) => ({ notices: notices.filter(({ about }) => about !== 'plan') })),
  },
  'plan.activate/consent': {
    by: state((one) => ({ consents: [...one.consents, { ...someConsent, result: 'denied' }] })),
  },
  'plan.activate/special-factors': {
    by: document('plan', { factorBehavior: 'sometimes' }),
  },
  'plan.activate/transition': { by: born('2010-12-01') },
  'plan.activate/rights-informed': { by: all(born('2009-12-01'), transition) },
  'plan.activate/amendment': {
    from: amendment,
    by: document('plan', { amendmentAgreedDate: null }),
  },
  'plan.activate/one': {
    by: (command) => ({
      ...command,
      elsewhere: { openCases: 0, activePlans: [{ case: 'another', kind: 'action-plan' }] },
    }),
  },
  'plan.revise/active': { by: state(() => ({ plan: null })) },
  'provider.assign/active': { by: state(() => ({ plan: null })), also: ['provider.assign/service'] },
  'progress.open/active': { by: state(() => ({ plan: null })) },
  'progress.publish/goals': { by: row('progress', 'goals', { code: 'splendid' }) },
  'progress.publish/sentDate-past': { by: document('progress', { sentDate: future }) },
  'review.decide/notice': {
    by: state(({ notices }) => ({ notices: notices.filter(({ about }) => about !== 'exit') })),
  },
  'review.decide/exitReason': { by: document('review', { exitReason: 'boredom' }) },
  'review.decide/reevaluated': { by: document('review', { exitReason: 'no-longer-eligible' }) },
  'reevaluation.open/active': { by: state(() => ({ plan: null })) },
  'reevaluation.open/eligible': { by: state(() => ({ track: 'action' })) },
  'review.decide/eligible': { by: payload({ decision: 'reevaluate' }), track: 'action' },
  'reevaluation.open/gap': { by: payload({ bothAgree: false }) },
  'document.correct/record': { by: payload({ document: 'family-1' }) },
  'document.correct/one': {
    by: state(({ documents }) => ({
      documents: {
        ...documents,
        'plan-2': {
          id: 'plan-2',
          kind: 'plan',
          state: 'open',
          stands: 'draft',
          openedOn: '2026-11-01',
          openedBy: 30,
          corrects: 'plan-1',
        },
      },
    })),
  },
  'correction.file/changes': { by: document('concern', { raisedBy: 'Ms. Akana, grade 3 teacher' }) },
  'correction.file/revision': {
    from: correctedPlan,
    by: row('plan', 'goals', { target: 90 }),
  },
  'clock.correct/clock': { by: payload({ clock: 'no such clock' }) },
  'clock.correct/any': { by: payload({ start: null }) },
  'event.record/day': { by: payload({ day: future }) },
  'rights.transfer/once': { by: state(() => ({ rightsTransferred: { day: '2026-09-01', seq: 9 } })) },
  'rights.transfer/birthDate': { by: born(null) },
  'rights.transfer/age': { by: born('2015-01-01') },
  'access.review/access': { by: payload({ access: '999' }) },
  'access.review/once': { by: reviewed((one) => ({ ...one, review: someReview })) },
  'access.review/own': { by: reviewed((one) => ({ ...one, person: samplePeople.administrator.person })) },
  'case.move/other': { by: payload({ school: 'school' }) },
  'case.supersede/other': { by: payload({ by: '01990000-0000-7000-8000-000000000000' }) },
  'case.supersede/no-plan': { by: state(() => ({ plan: walk('action', { before: 'review.open' }).state.plan })) },
  'case.close/efforts': {
    by: all(
      payload({ reason: 'no-consent' }),
      state(() => ({ consents: [{ ...someConsent, form: '102a' }] })),
    ),
  },
};

describe('requirements', () => {
  it('are each broken once here, so a new row needs a case', () => {
    assert.deepEqual(Object.keys(breaks).sort(), requirements.map(({ id }) => id).sort());
  });

  for (const action of new Set(requirements.map((item) => item.action)))
    it(`of ${action} are all met by the sample’s material, on every track that comes to it`, () => {
      for (const track of tracksOf(action)) {
        const command = completeCommand(action, track);
        assert.deepEqual(unmet(command), [], track);
        assert.equal(decide(hawaiiClassic, command).ok, true, track);
      }
    });

  for (const item of requirements) {
    const broken = breaks[item.id];
    if (!broken) continue;
    it(`${item.id}: refused, and only for this, when it is not met`, () => {
      const track = broken.track ?? item.tracks?.[0] ?? (tracksOf(item.action)[0] as Track);
      const complete = broken.from?.() ?? completeCommand(item.action, track);
      assert.deepEqual(unmet(complete), []);
      const command = broken.by(complete);
      assert.deepEqual([...unmet(command)].sort(), [...new Set([item.id, ...(broken.also ?? [])])].sort());
      const answer = decide(hawaiiClassic, command);
      assert.ok(!answer.ok);
      assert.equal(answer.code, broken.code ?? 'unmet');
      if (answer.code === 'unmet') assert.ok(answer.unmet.some(({ id }) => id === item.id));
    });

    if (item.tracks)
      it(`${item.id}: not asked on other tracks`, () => {
        for (const { id: track } of tracks.filter(
          ({ id }) => !item.tracks?.includes(id) && tracksOf(item.action).includes(id),
        ))
          assert.equal(asked(completeCommand(item.action, track), item), false, track);
      });
  }

  it('point to the open document, and to the row where it is mended', () => {
    const command = row('plan', 'goals', { measure: '' })(completeCommand('plan.activate', 's504'));
    const found = readiness(hawaiiClassic, command).requirements.find(
      ({ id }) => id === 'plan.activate/goals-incomplete',
    );
    assert.deepEqual(found?.at, { document: 'plan-1', field: 'goals', row: sampleRows.goal });
  });

  it('count an unsure suspicion, and one not given, as yes', () => {
    for (const suspicion of ['yes', 'unsure', null] as const) {
      const command = state(() => ({ suspicion }))(completeCommand('process.abbreviate'));
      assert.deepEqual(unmet(command), ['process.abbreviate/suspicion'], String(suspicion));
    }
    const filing = document('concern', { suspicion: 'unsure', suspicionReason: 'It does not get better.' });
    const answer = decide(hawaiiClassic, filing(completeCommand('referral.file')));
    assert.ok(answer.ok);
    assert.equal(answer.decision.facts['suspicion'], 'unsure');
  });

  it('let one void one’s own session, and the team’s coordinator or supervisor any', () => {
    const command = completeCommand('service.void');
    const { team } = command.state;
    const as = (person: string, role: string, on = team) =>
      decide(hawaiiClassic, {
        ...command,
        state: { ...command.state, team: on },
        actor: { person, name: person, roles: [role] },
      }).ok;
    const supervised = [...team, { person: 'boss', name: 'B', role: '', coordinator: false, since: '2026-08-17' }];
    assert.deepEqual(
      [as('provider', 'provider'), as('coordinator', 'coordinator'), as('boss', 'supervisor', supervised)],
      [true, true, true],
    );
    assert.deepEqual(
      [as('teacher', 'teacher'), as('special-educator', 'special-educator'), as('boss', 'supervisor')],
      [false, false, false],
    );
  });
});

describe('every requirement', () => {
  it('stands once, with an id of its own', () => {
    for (const { id: action } of hawaiiClassic.actions)
      for (const track of tracksOf(action)) {
        const ids = readiness(hawaiiClassic, completeCommand(action, track)).requirements.map(({ id }) => id);
        assert.deepEqual(
          ids.filter((id, at) => ids.indexOf(id) !== at),
          [],
          `${action} on ${track}`,
        );
      }
  });
});

describe('a notice that comes before', () => {
  const rows = hawaiiClassic.notices.filter(({ before, on }) => before !== undefined && before !== on);

  for (const { key, id, before = '', on, when } of rows)
    it(`${key} keeps ${before} back until it is given, and sends to its draft`, () => {
      const track = tracksOf(before).at(-1) as Track;
      const owed = { about: id, because: 3, document: 'notice-9', provided: null, seq: null };
      const given = { ...owed, provided: '2026-09-01', seq: 4 };
      const owing = (...added: CaseState['notices']) =>
        state(({ notices, decisions }) => ({
          notices: [...notices, ...added],
          decisions: decisions.map((one) =>
            one.seq === 3 ? { ...one, action: on, facts: when ? { [when.fact]: when.is[0] ?? null } : {} } : one,
          ),
        }))(completeCommand(before, track));
      assert.deepEqual(unmet(owing(owed)), [`${before}/notice/${id}`]);
      assert.deepEqual(unmet(owing(given, owed)), [`${before}/notice/${id}`]);
      assert.deepEqual(unmet(owing(given)), []);
      const answer = decide(hawaiiClassic, owing(owed));
      assert.ok(!answer.ok && answer.code === 'unmet');
      assert.deepEqual(
        answer.unmet.map(({ at }) => at),
        [{ document: 'notice-9', field: 'providedDate' }],
      );
    });
});

it('a notice that comes before is named by the row that made it owed', () => {
  const one = CaseUnderTest.after('idea', { before: 'plan.activate' });
  const [eligible, notEligible] = one.state.notices.filter(({ about }) => about === 'eligibility');
  const said = (waiting: CaseState['notices'][number] | undefined) => {
    const notices = one.state.notices.map((row) => (row === waiting ? { ...row, provided: null } : row));
    const command = { ...one.command('plan.activate'), state: { ...one.state, notices } };
    return readiness(hawaiiClassic, command).requirements.find(({ id }) => id === 'plan.activate/notice/eligibility');
  };
  assert.equal(said(eligible)?.label, 'Give the family the notice: Eligible.');
  assert.equal(said(notEligible)?.label, 'Give the family the notice: Not eligible.');
});

describe('the answers of a form', () => {
  for (const field of fields.filter(({ required }) => required))
    it(`${field.of}/${field.name} is asked for`, () => {
      const track = tracksOf(field.of).at(-1) as Track;
      const { [field.name]: _answer, ...rest } = completeCommand(field.of, track).payload;
      const command = { ...completeCommand(field.of, track), payload: rest };
      const needed = readiness(hawaiiClassic, command).requirements.find(
        ({ id }) => id === `${field.of}/form/${field.name}`,
      );
      assert.equal(needed?.met, false);
      assert.deepEqual(needed.at, { document: '', field: field.name });
      const answer = decide(hawaiiClassic, command);
      assert.equal(!answer.ok && answer.code, 'unmet');
    });

  it('are asked for only while another answer calls for them', () => {
    const command = completeCommand('consent.record', 's504');
    const { receivedDate: _date, ...rest } = command.payload;
    assert.deepEqual(unmet({ ...command, payload: { ...rest, result: 'no-response' } }), ['consent.record/efforts']);
  });
});

function asked(command: Command, item: RequirementRow): boolean {
  return readiness(hawaiiClassic, command).requirements.some(({ id }) => id === item.id);
}

it('the sample’s days are what the breaks above assume', () => {
  assert.equal(completeCommand('service.sign').day, addDays('2026-08-17', 60));
});
