import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type CaseState, deadlines, localDay, type Plain, readiness } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { makeDemoDistrict } from '../src/demo/district.js';
import { demoPeople } from '../src/demo/people.js';
import { demoOn } from '../src/demo/sign-in.js';
import { defaultLimits } from '../src/limits.js';
import { openRecords, type Records } from '../src/records/records.js';
import { rosterOn } from '../src/roster/roster.js';
import { rosterMigrations } from '../src/roster/schema.js';
import { openSqlite, type SqliteStore } from '../src/storage/sqlite/sqlite.js';

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const now = new Date();
const today = localDay(now, hawaiiClassic.profile.timeZone);
let folder: string;
let store: SqliteStore;
let records: Records;
let states: CaseState[];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ssp-demo-'));
  const file = join(folder, 'ssp.db');
  store = await openSqlite({ file, tables: { roster: rosterMigrations } });
  records = openRecords(hawaiiClassic);
  const { storage, tables } = store;
  const services = {
    file,
    process: hawaiiClassic,
    storage,
    tables,
    records,
    limits: defaultLimits,
    log: quiet,
    now: () => now,
  };
  await makeDemoDistrict(services);
  const found = await storage.cases({ all: true, schools: [], students: [], person: '', limit: 100 });
  const stored = await Promise.all(found.map((id) => storage.case(id)));
  states = stored.map((row) => JSON.parse(row?.state ?? '') as CaseState);
});

after(async () => {
  await records.close();
  await store.storage.close();
  await rm(folder, { recursive: true });
});

function caseOf(name: string): CaseState {
  const state = states.find(({ student }) => student.name === name);
  assert.ok(state, `a case of ${name}`);
  return state;
}

async function ready(name: string, action: string, username: string, document: string, payload: Record<string, Plain>) {
  const state = caseOf(name);
  const person = (await rosterOn(store.tables, hawaiiClassic, () => today).personOf(username)) ?? '';
  const room = await store.storage.load({ caseId: state.case, document });
  const updates = room ? [...(room.snapshot ? [room.snapshot.bytes] : []), ...room.tail] : [];
  const [view] = await records.views([{ kind: room?.kind ?? '', updates }]);
  const documents = { [document]: view ?? {} };
  const actor = { person, name: username, roles: ['coordinator'] };
  const at = `${today}T18:00:00.000Z`;
  const asked = { state, action, payload, documents, actor, relations: ['school' as const], day: today, at };
  return readiness(hawaiiClassic, asked);
}

describe('the demo district', () => {
  it('has a case in every stage', () => {
    assert.deepEqual(
      new Set(states.map(({ state }) => state)),
      new Set([
        ...['express-concern.draft', 'express-concern.submitted', 'gather-data', 'define-needs.defining'],
        ...['define-needs.consent', 'define-needs.eligibility'],
        ...['develop-plan', 'implement-plan', 'evaluate-plan'],
      ]),
    );
  });

  it('has an active Action Plan and an active Modification Plan with signed sessions', () => {
    const action = caseOf('Ikaika Lopes');
    assert.equal(action.plan?.kind, 'action-plan');
    assert.equal(action.abbreviated, true);
    assert.equal(action.sessions.length, 8);
    const modification = caseOf('Lucas Hironaka');
    assert.equal(modification.plan?.kind, 'modification-plan');
    assert.equal(modification.sessions.length, 7);
  });

  it('has one late clock, and only one', () => {
    const late = states.flatMap((state) =>
      deadlines(hawaiiClassic, state, today)
        .filter(({ status }) => status === 'late' || status === 'missed')
        .map(({ clock }) => `${state.student.name}: ${clock}`),
    );
    assert.deepEqual(late, ['Jonah Apana: ref_decision']);
  });

  it('has a concern to file in which one answer is missing', async () => {
    const answer = await ready('Micah Tavares', 'referral.file', 'lkealoha', 'concern', {});
    assert.deepEqual(
      answer.requirements.filter(({ met }) => !met).map(({ id }) => id),
      ['referral.file/suspicion'],
    );
  });

  it('has a plan in writing whose activation tells what is missing', async () => {
    const answer = await ready('Nanea Pualoa', 'plan.activate', 'lkealoha', 'plan-1', {});
    const unmet = answer.requirements.filter(({ met }) => !met).map(({ id }) => id.slice('plan.activate/'.length));
    assert.deepEqual(unmet.toSorted(), [
      ...['alternateAssessment', 'conference', 'copy', 'explained', 'factorCommunication', 'factorTechnology'],
      ...['goals-incomplete', 'goals/schedule', 'lre', 'notice', 'objectives', 'reviewDate', 'special-factors'],
      'stateTesting',
    ]);
  });

  it('has every kind of document, and of the new ones some that are on record', () => {
    const all = states.flatMap(({ documents }) => Object.values(documents));
    const kinds = hawaiiClassic.documents.map(({ kind }) => kind);
    assert.deepEqual(new Set(all.map(({ kind }) => kind)), new Set<string>(kinds));
    const onRecord = new Set(all.filter(({ stands }) => stands === 'final').map(({ kind }) => kind));
    for (const kind of ['invitation', 'evaluation', 'consent', 'assessment', 'eligibility', 'notice', 'progress']) {
      assert.ok(onRecord.has(kind), kind);
    }
  });

  it('has a family that was asked for its consent and does not answer', () => {
    const { consents, contacts } = caseOf('Tomasi Leota');
    assert.deepEqual(
      consents.map(({ form, result }) => [form, result]),
      [['102a', null]],
    );
    assert.equal(contacts.filter(({ about }) => about === 'consent').length, 3);
  });

  it('has an IEP with its progress reported, and minutes that were corrected', () => {
    const { plan, documents, eligibilities } = caseOf('Anela Kamai');
    assert.equal(plan?.kind, 'iep');
    assert.deepEqual(
      eligibilities.map(({ regulation, eligible }) => [regulation, eligible]),
      [['idea', true]],
    );
    assert.equal(documents['progress-1']?.stands, 'final');
    const corrected = Object.values(documents).find(({ corrects }) => corrects !== undefined);
    assert.deepEqual([corrected?.kind, corrected?.stands], ['conference', 'final']);
    assert.equal(documents[corrected?.corrects ?? '']?.stands, 'superseded');
  });

  it('has a reevaluation whose last report only its evaluator writes', async () => {
    const { evaluations, documents, plan } = caseOf('Kawika Freitas');
    assert.deepEqual(
      evaluations.map(({ about }) => about),
      ['initial', 'reevaluation'],
    );
    assert.ok(plan);
    const evaluator = await rosterOn(store.tables, hawaiiClassic, () => today).personOf('ablake');
    const open = Object.values(documents).filter(({ kind, state }) => kind === 'assessment' && state === 'open');
    assert.deepEqual(
      open.map(({ writer }) => writer),
      [evaluator],
    );
  });

  it('dates nothing in the future that has happened', () => {
    for (const { decisions } of states) {
      for (const { day, at } of decisions) {
        assert.ok(day <= today);
        assert.ok(new Date(at) <= now);
      }
    }
  });

  it('signs in every one of its people, and finds the others by name', async () => {
    const demo = demoOn(store.tables, hawaiiClassic);
    for (const { id, name, roles } of demoPeople) {
      const token = await demo.signIn(id);
      assert.equal(token?.name, name);
      assert.deepEqual(token?.roles, roles);
    }
    assert.deepEqual(await demo.people(''), demoPeople);
    const [castillo] = await demo.people('castillo');
    assert.deepEqual(castillo?.roles, ['provider']);
    assert.equal((await demo.signIn(castillo?.id ?? ''))?.name, 'Joy Castillo');
    assert.equal(await demo.signIn('nobody'), null);
  });
});
