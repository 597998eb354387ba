import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { deadlines } from '../deadlines.js';
import { decide, readiness } from '../decide.js';
import { foldNext } from '../fold.js';
import type { Process } from '../process.js';
import * as builtIn from '../profiles/index.js';
import { walk } from '../testing.js';
import { upgrade } from '../upgrade.js';
import { type Fault, districtProcess } from './index.js';
import { misfit } from './json-schema.fixtures.js';

const profiles = Object.values(builtIn);
const { hawaiiClassic, ideaFederal } = builtIn;
const folder = new URL('../../../../examples/district/', import.meta.url);
const schema = read(new URL('../../district.schema.json', import.meta.url));
const kauai = read(new URL('kauai-made-up.json', folder));
const plain = { extends: 'hawaii-classic', id: 'plain', label: 'Plain' };

function read(file: URL): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function made(json: unknown): Process {
  const result = districtProcess(profiles, json);
  assert.ok(result.ok, JSON.stringify(result));
  return result.process;
}

function faultsOf(json: unknown): readonly Fault[] {
  const result = districtProcess(profiles, json);
  return result.ok ? [] : result.faults;
}

describe('a district’s file', () => {
  const process = made(kauai);

  it('changes nothing of the profile where it says nothing', () => {
    const { version, profile, upgrades: _upgrades, ...rows } = made(plain);
    const { version: _version, profile: base, upgrades: _classic, ...classic } = hawaiiClassic;
    assert.deepEqual(rows, classic);
    assert.equal(version, `plain/${base.revision}`);
    assert.deepEqual(profile, { ...base, id: 'plain', label: 'Plain' });
  });

  it('can extend each built-in profile, and gives plain JSON', () => {
    for (const { profile } of profiles) {
      const own = made({ ...plain, extends: profile.id });
      assert.deepEqual(JSON.parse(JSON.stringify(own)), own);
    }
    assert.equal(made({ ...plain, extends: 'idea-federal' }).profile.timeZone, ideaFederal.profile.timeZone);
    assert.deepEqual(JSON.parse(JSON.stringify(process)), process);
  });

  it('says rows in other words', () => {
    assert.equal(process.stages[0]?.label, 'Speak Up');
    assert.equal(process.tracks.find(({ id }) => id === 's504')?.label, '504 Plan');
    assert.equal(
      process.vocabularies['roles']?.find(({ code }) => code === 'coordinator')?.label,
      process.roles[0]?.label,
    );
    assert.equal(
      process.vocabularies['location']?.find(({ code }) => code === 'community')?.label,
      'On the land or at sea',
    );
    const description = process.fields.find(({ of, name }) => of === 'concern' && name === 'description');
    assert.equal(description?.label, 'What do you see?');
    assert.equal(description?.familyLabel, 'What worries us');
  });

  it('adds fields, lists and pick lists of its own, with a section', () => {
    const own = process.fields.filter(({ name }) => name.startsWith('xKauai'));
    assert.deepEqual(
      own.map(({ of, list, type }) => [of, list, type]),
      [
        ['concern', undefined, 'choice'],
        ['concern', undefined, 'line'],
        ['concern', undefined, 'text'],
        ['plan', 'xKauaiOutings', 'line'],
        ['plan', 'xKauaiOutings', 'day'],
        ['plan', 'xKauaiOutings', 'number'],
        ['plan', 'goals', 'choice'],
      ],
    );
    assert.deepEqual(
      process.sections.find(({ of, id }) => of === 'concern' && id === 'xKauai')?.label,
      'From the island',
    );
    assert.deepEqual(process.vocabularies['xKauaiValue']?.[0], { code: 'kuleana', label: 'kuleana' });
  });

  it('demands an own field at the decision that seals its document, and takes the answer', () => {
    const { next } = walk('action', { before: 'referral.file' });
    assert.ok(next);
    const concern = { ...next.documents['concern'], homeLanguage: 'haw' };
    const ask = (view: object) => ({
      ...next,
      state: { ...next.state, processVersion: process.version },
      documents: { concern: { ...concern, ...view } },
    });
    const unmet = readiness(process, ask({})).requirements.filter(({ met }) => !met);
    assert.deepEqual(
      unmet.map(({ id }) => id),
      ['referral.file/xKauaiTransport'],
    );
    assert.ok(decide(process, ask({ xKauaiTransport: 'bus' })).ok);
  });

  it('gives less time than the law, and its own calendar', () => {
    const { state, next } = walk('idea', { before: 'evaluation.decide' });
    const due = (by: Process) =>
      deadlines(by, state, next?.day ?? '').find(({ clock }) => clock === 'ref_decision')?.due;
    assert.ok(String(due(process)) < String(due(hawaiiClassic)));
    assert.equal(process.calendar.closed[0]?.until, '2026-09-07');
    assert.equal(process.calendar.terms?.length, 4);
  });

  it('lets a case be walked, and takes over the cases of the profile it extends', () => {
    const { state } = walk('idea', { until: 'gather-data' });
    const moved = upgrade(process, state, { key: 'k', day: '2026-02-02', at: '' });
    assert.ok(moved);
    assert.equal(foldNext(state, moved).processVersion, process.version);
    assert.equal(walk('s504', { process: made({ ...plain, days: { eval_60: 45 } }) }).state.state, 'closed');
  });

  it('names roles as the host does', () => {
    assert.deepEqual(process.profile.hostRoles, { SSC: 'coordinator', SPED: 'special-educator' });
  });
});

describe('a wrong district’s file', () => {
  const own = (property: object, at = 'concern') => ({
    prefix: 'xDist',
    fields: { [at]: { type: 'object', properties: { xDistOne: { title: 'One', ...property } } } },
  });
  const wrong: readonly (readonly [part: object, row: string, reason: RegExp])[] = [
    [{ extends: 'mars' }, 'extends', /hawaii-classic/],
    [{ id: 'Not A Name' }, 'id', /small letters/],
    [{ id: 'idea-federal' }, 'id', /built-in/],
    [{ label: ' ' }, 'label', /text/],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone', /IANA/],
    [{ colour: 'red' }, 'colour', /Known are/],
    [{ labels: { stages: { 'stage-7': 'Seven' } } }, 'labels/stages/stage-7', /nothing of this name/],
    [{ labels: { moods: {} } }, 'labels/moods', /Known are stages/],
    [{ labels: { stages: { 'gather-data': { labl: 'x' } } } }, 'labels/stages/gather-data/labl', /Known are label/],
    [{ labels: { stages: { 'gather-data': 7 } } }, 'labels/stages/gather-data', /text/],
    [{ labels: { vocabularies: { mood: { a: 'b' } } } }, 'labels/vocabularies/mood', /no vocabulary/],
    [{ labels: { vocabularies: { location: { mars: 'b' } } } }, 'labels/vocabularies/location/mars', /no term/],
    [{ labels: [] }, 'labels', /object/],
    [{ required: { 'plan/mood': 'needed' } }, 'required/plan/mood', /no field/],
    [{ required: { 'concern/homeLanguage': true } }, 'required/concern/homeLanguage', /"needed" or "optional"/],
    [
      { required: { 'eligibility/adverseEffect': 'optional' } },
      'required/eligibility/adverseEffect',
      /by law .*300\.8/,
    ],
    [{ required: { 'concern/description': 'optional' } }, 'required/concern/description', /concern\.submit is judged/],
    [{ required: { 'log/sessions/minutes': 'needed' } }, 'required/log/sessions/minutes', /No decision seals/],
    [{ required: { 'case.close/reason': 'optional' } }, 'required/case.close/reason', /without this answer/],
    [{ days: { eval_60: 90 } }, 'days/eval_60', /gives 60 days .*only give less/],
    [{ days: { eval_60: 1.5 } }, 'days/eval_60', /whole number of days/],
    [{ days: { eval_90: 9 } }, 'days/eval_90', /no deadline/],
    [{ days: { reeval_min_gap: 2 } }, 'days/reeval_min_gap', /how long to wait/],
    [{ days: { age_out: 20 } }, 'days/age_out', /birthday/],
    [{ retention: { referral: 2 } }, 'retention/referral', /law asks for 3 years .*only keep longer/],
    [{ retention: { draft: 0 } }, 'retention/draft', /whole number of years/],
    [{ retention: { plan: 3 } }, 'retention/plan', /Known are draft, referral, sessions/],
    [{ days: { service_log_late: 30 } }, 'days/service_log_late', /judged elsewhere/],
    [{ calendar: { closed: [{ from: '2026-02-30', label: 'x' }] } }, 'calendar/closed/0', /YYYY-MM-DD/],
    [
      { calendar: { closed: [{ from: '2026-02-02', until: '2026-02-01', label: 'x' }] } },
      'calendar/closed/0',
      /ends before/,
    ],
    [{ calendar: { schoolYear: { from: '02-29' } } }, 'calendar/schoolYear/from', /MM-DD/],
    [{ calendar: { schoolYear: {}, moon: 1 } }, 'calendar/moon', /Known are/],
    [{ vocabularies: { mood: { add: [] } } }, 'vocabularies/mood', /no vocabulary/],
    [{ vocabularies: { suspicion: { remove: ['no'] } } }, 'vocabularies/suspicion', /rules know/],
    [{ vocabularies: { 'raised-via': { remove: ['pigeon'] } } }, 'vocabularies/raised-via/remove/pigeon', /no term/],
    [
      { vocabularies: { 'exit-reason': { remove: ['age-limit'] } } },
      'vocabularies/exit-reason/remove/age-limit',
      /rule/,
    ],
    [{ vocabularies: { location: { add: [{ code: 'home', label: 'x' }] } } }, 'vocabularies/location/add/0', /already/],
    [
      { vocabularies: { location: { add: [{ code: 'A B', label: 'x' }] } } },
      'vocabularies/location/add/0/code',
      /small letters/,
    ],
    [{ roles: { teacher: 'administrator' } }, 'roles/teacher', /role of ours/],
    [{ roles: { Boss: 'king' } }, 'roles/Boss', /one of coordinator/],
    [{ prefix: 'kauai' }, 'prefix', /xKauai/],
    [{ fields: { concern: { type: 'object', properties: {} } } }, 'prefix', /need a prefix/],
    [own({ type: 'string' }, 'diary'), 'fields/diary', /none of this name/],
    [own({ type: 'string' }, 'official'), 'fields/official', /Only the server/],
    [own({ type: 'string' }, 'plan/moods'), 'fields/plan/moods', /no list moods/],
    [own({ type: 'date' }), 'fields/concern/xDistOne', /Types are/],
    [own({ type: 'string', minLength: 3 }), 'fields/concern/xDistOne/minLength', /Known are/],
    [own({ type: 'string', title: '' }), 'fields/concern/xDistOne/title', /text/],
    [own({ type: 'string', enum: [] }), 'fields/concern/xDistOne', /at least one/],
    [own({ type: 'string', 'x-section': 'moon' }), 'fields/concern/xDistOne/x-section', /no such section/],
    [own({ type: 'string', 'x-tracks': ['moon'] }), 'fields/concern/xDistOne/x-tracks', /no track/],
    [own({ type: 'string', 'x-abouts': ['moon'] }, 'consent'), 'fields/consent/xDistOne/x-abouts', /about moon/],
    [
      own({ type: 'string', 'x-when': { field: 'moon', is: [true] } }),
      'fields/concern/xDistOne/x-when',
      /no field moon/,
    ],
    [
      {
        prefix: 'xDist',
        fields: { concern: { type: 'object', properties: { mood: { type: 'string', title: 'M' } } } },
      },
      'fields/concern/mood',
      /begin with xDist/,
    ],
    [
      { prefix: 'xDist', fields: { concern: { type: 'object', properties: {}, required: ['xDistTwo'] } } },
      'fields/concern/required',
      /no field xDistTwo/,
    ],
  ];

  for (const [part, row, reason] of wrong)
    it(`is told of ${row}: ${reason.source}`, () => {
      const faults = faultsOf({ ...plain, ...part });
      const fault = faults.find((one) => one.row === row);
      assert.ok(fault, JSON.stringify(faults));
      assert.match(fault.reason, reason);
    });

  it('is told of everything at once', () => {
    const faults = faultsOf({ ...plain, days: { eval_60: 90 }, roles: { Boss: 'king' }, colour: 'red' });
    assert.deepEqual(
      faults.map(({ row }) => row),
      ['colour', 'days/eval_60', 'roles/Boss'],
    );
    for (const value of [null, 7, 'text', []]) assert.equal(faultsOf(value).length, 1);
  });

  it('cannot reach for what every object has', () => {
    const json = JSON.parse(
      '{"extends":"hawaii-classic","id":"plain","label":"P","labels":{"constructor":{},"vocabularies":{"toString":{}}},' +
        '"vocabularies":{"__proto__":{"add":[]}},"roles":{"__proto__":"teacher"},"__proto__":{"days":{}}}',
    );
    assert.equal(faultsOf(json).length, 4);
    assert.equal(({} as { days?: unknown }).days, undefined);
  });
});

describe('district.schema.json', () => {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
    it(`fits ${name}, which makes a process`, () => {
      const json = read(new URL(name, folder));
      assert.equal(misfit(schema, json), null);
      assert.deepEqual(faultsOf(json), []);
    });

  it('names the built-in profiles', () => {
    const { properties } = schema as { properties: { extends: { enum: string[] } } };
    assert.deepEqual(
      properties.extends.enum,
      profiles.map(({ profile }) => profile.id),
    );
  });

  it('does not fit what is wrong', () => {
    assert.match(String(misfit(schema, { ...kauai, colour: 'red' })), /colour: is not known/);
    assert.match(String(misfit(schema, { ...kauai, days: { eval_60: 0 } })), /too small/);
    assert.match(String(misfit(schema, { ...kauai, prefix: 'kauai' })), /does not fit/);
    assert.match(String(misfit(schema, { id: 'x' })), /has no extends/);
  });
});
