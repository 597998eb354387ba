import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CaseState } from './case-state.js';
import { addDays } from './days.js';
import { type Command, decide, readiness } from './decide.js';
import { fields } from './tables/fields/index.js';
import { type RequirementRow, requirements } from './tables/requirements.js';
import { type Track, tracks } from './tables/stages.js';
import { completeCommand as makeCommand, sampleRows, walk } from './testing.js';
import type { DocumentView, Plain, RowView } from './types.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';

const made = new Map<string, Command>();

/** The sample's command of an action, made once. */
function completeCommand(action: string, track: Track = 'action'): Command {
  const key = `${action} ${track}`;
  const command = made.get(key) ?? makeCommand(action, track);
  made.set(key, command);
  return command;
}

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
  readonly from?: Command;
}

const future = '2031-01-06';

function document(kind: string, patch: Partial<DocumentView>): Change {
  return (command) => {
    const id = Object.keys(command.documents).findLast((name) => name.split('-')[0] === kind) ?? kind;
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

function addRow(kind: string, list: string, patch: Readonly<Record<string, Plain>>): Change {
  return (command) => {
    const rows = rowsOf(command, kind, list);
    return document(kind, { [list]: [...rows, { ...(rows[0] as RowView), id: 'another', ...patch }] })(command);
  };
}

function rowsOf(command: Command, kind: string, list: string): readonly RowView[] {
  const id = Object.keys(command.documents).findLast((name) => name.split('-')[0] === kind) ?? kind;
  return (command.documents[id]?.[list] ?? []) as readonly RowView[];
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

const servicesConsent: Command = {
  ...completeCommand('consent.record', 'idea'),
  ...walk('idea', { before: 'plan.activate' }),
  payload: { form: '102b', providedDate: '2026-09-28', result: 'given', receivedDate: '2026-09-29' },
  day: '2026-10-09',
};

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
  'process.abbreviate/reason': { by: payload({ reason: ' ' }) },
  'evidence.complete/items': { by: document('evidence', { items: [] }) },
  'evidence.complete/incomplete': { by: row('evidence', 'items', { statement: '' }) },
  'evidence.complete/parentAsked': { by: document('evidence', { parentAskedDate: null }), track: 's504' },
  'conference.hold/actualDate': { by: document('conference', { actualDate: null }) },
  'conference.hold/actualDate-past': { by: document('conference', { actualDate: future }) },
  'conference.hold/purpose': { by: document('conference', { purpose: 'lunch' }) },
  'conference.hold/present': { by: row('conference', 'attendance', { status: 'absent' }) },
  'needs.define/conference': { by: withoutDate('needsConferenceDate') },
  'needs.define/needs': { by: document('needs', { needs: [] }) },
  'needs.define/incomplete': { by: row('needs', 'needs', { area: 'no such area' }) },
  'evaluation.decide/reason': { by: payload({ reason: ' ' }) },
  'evaluation.decide/decisionDate': { by: payload({ decisionDate: future }) },
  'consent.record/receivedDate': { by: payload({ receivedDate: future }) },
  'consent.record/order': { by: payload({ receivedDate: '2026-08-20' }) },
  'consent.record/form-evaluation': { by: payload({ form: '102b' }) },
  'consent.record/form-services': { by: payload({ form: '102a' }), from: servicesConsent, track: 'idea' },
  'eligibility.decide/reports': { by: payload({ reportsReviewed: false }) },
  'eligibility.decide/decisionDate': { by: payload({ decisionDate: future }) },
  'eligibility.decide/reason': { by: payload({ reason: '\t' }) },
  'notice.record/providedDate': { by: payload({ providedDate: future }) },
  'notice.record/decided': { by: payload({ about: 'eligibility' }) },
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
  'plan.activate/eligibility-notice': { by: withoutDate('eligibilityNoticeDate') },
  'plan.activate/refusal-notice': {
    by: state(() => ({ evaluation: { regulation: 'both', willEvaluate: false, assessmentNeeded: false } })),
  },
  'plan.activate/notice': { by: withoutDate('planNoticeDate') },
  'plan.activate/consent': {
    by: state(({ consents }) => ({
      consents: [
        ...consents,
        { form: '102b', document: null, provided: null, result: 'denied', received: null, revoked: null, seq: 22 },
      ],
    })),
  },
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
  'service.void/reason': { by: payload({ reason: ' ' }) },
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
  'review.decide/notice': { by: withoutDate('reviewNoticeDate') },
  'case.close/no-plan': { by: state(() => ({ plan: walk('action', { before: 'review.open' }).state.plan })) },
};

const suspected = ['evaluation.decide', 'consent.record', 'eligibility.decide', 'notice.record'];

/** The tracks that come to an action. */
function tracksOf(action: string): readonly Track[] {
  if (suspected.includes(action)) return ['s504', 'idea'];
  return action === 'process.abbreviate' ? ['action'] : ['action', 's504', 'idea'];
}

function unmet(command: Command): readonly string[] {
  return readiness(hawaiiClassic, command)
    .requirements.filter(({ met }) => !met)
    .map(({ id }) => id);
}

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
      const complete = broken.from ?? completeCommand(item.action, track);
      assert.deepEqual(unmet(complete), []);
      const command = broken.by(complete);
      assert.deepEqual([...unmet(command)].sort(), [item.id, ...(broken.also ?? [])].sort());
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
    assert.deepEqual(unmet({ ...command, payload: { ...rest, result: 'no-response' } }), []);
  });
});

function asked(command: Command, item: RequirementRow): boolean {
  return readiness(hawaiiClassic, command).requirements.some(({ id }) => id === item.id);
}

it('the sample’s days are what the breaks above assume', () => {
  assert.equal(completeCommand('service.sign').day, addDays('2026-08-17', 60));
});
