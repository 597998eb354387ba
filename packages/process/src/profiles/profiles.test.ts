import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readiness } from '../decide.js';
import { fold } from '../fold.js';
import { guards } from '../guards.js';
import type { Process } from '../process.js';
import { nextSteps } from '../steps.js';
import { relationsOfRole } from '../tables/relations.js';
import { type Walk, walk } from '../testing.js';
import { upgrade } from '../upgrade.js';
import * as profiles from './index.js';
import { nameOf, replace, without } from './override.js';

const { hawaiiClassic, hawaiiCurrent, ideaFederal } = profiles;
const names = (rows: readonly object[]) => new Set(rows.map(nameOf));
const relations = new Set<string>(Object.values(relationsOfRole).flat());

function allIn(values: readonly (string | null | undefined)[] | undefined, known: ReadonlySet<string>, where: string) {
  for (const value of values ?? [])
    if (typeof value === 'string') assert.ok(known.has(value), `${where} names ${value}, which no row has`);
}

/** What each row of a process names is there: so that no override leaves a loose end. */
function isWhole(process: Process): void {
  const { vocabularies } = process;
  const [stages, states, tracks] = [names(process.stages), names(process.states), names(process.tracks)];
  const [roles, kinds, actions] = [names(process.roles), names(process.documents), names(process.actions)];
  const [clocks, dates] = [names(process.clocks), names(process.dates)];
  const codes = (vocabulary: string) => names(vocabularies[vocabulary] ?? []);
  const fields = (of: string) => process.fields.filter((row) => row.of === of);

  for (const { id, stage } of process.states) allIn([stage], stages, id);
  for (const { id, conferences } of process.tracks) allIn(conferences, codes('conference-purpose'), id);
  allIn(process.staffRoles, roles, 'staffRoles');
  for (const row of process.actions) {
    allIn(row.from, states, row.id);
    allIn(row.roles, roles, row.id);
    allIn(row.relations, relations, row.id);
    const material = [...(row.reads ?? []), ...(row.seals ?? []), ...(row.voids ?? []), ...(row.cites ?? [])];
    allIn(
      material.filter((kind) => kind !== 'corrected'),
      kinds,
      row.id,
    );
    assert.ok(row.branches.length > 0, row.id);
    for (const { to, when, from, opens } of row.branches) {
      allIn(from, new Set(row.from), row.id);
      if (to !== 'same') allIn([to], states, row.id);
      if (when !== undefined) assert.ok(when in guards, `${row.id} is guarded by ${when}`);
      allIn(
        (opens ?? []).map(({ kind }) => kind).filter((kind) => kind !== 'same'),
        kinds,
        row.id,
      );
    }
  }
  for (const row of process.requirements) {
    allIn([row.action], actions, row.id);
    allIn(row.tracks, tracks, row.id);
    const of = row.at?.document ?? row.action;
    if (row.at && of !== 'corrected')
      assert.ok(
        fields(of).some(({ name, list }) => name === row.at?.field || list === row.at?.field),
        `${row.id} points to ${of}/${row.at.field}`,
      );
  }
  for (const row of process.fields) {
    const where = nameOf(row);
    assert.ok(kinds.has(row.of) || actions.has(row.of), where);
    allIn(row.tracks, tracks, where);
    if (row.vocabulary !== undefined) assert.ok(codes(row.vocabulary).size > 0, where);
    if (row.section !== undefined) allIn([`${row.of}/${row.section}`], names(process.sections), where);
    if (row.when) {
      const { field, is } = row.when;
      const asked = fields(row.of).find(({ name, list }) => name === field && list === row.list);
      assert.ok(asked, `${where} depends on ${field}`);
      if (asked.vocabulary !== undefined) allIn(is.map(String), codes(asked.vocabulary), where);
    }
    if (row.refersTo !== undefined) {
      const [list, document] = row.refersTo.split('/').reverse();
      assert.ok(
        fields(document ?? row.of).some((field) => field.list === list),
        where,
      );
    }
  }
  for (const row of process.rights) {
    allIn([row.document], kinds, 'rights');
    allIn(row.roles, roles, row.document);
    allIn(row.tracks, tracks, row.document);
  }
  for (const row of process.clocks) {
    const stops = [...(row.stopsWithAll ?? []), ...(row.stopsWithAny ?? [])];
    allIn([...row.start, ...stops.map((stop) => (typeof stop === 'string' ? stop : stop.date))], dates, row.id);
    allIn([row.agreed, ...(row.cautions ?? []).flatMap(({ after, until }) => [after, until])], dates, row.id);
    allIn(row.tracks, tracks, row.id);
  }
  for (const { id, sets } of process.events) {
    allIn([sets], dates, id);
    allIn([id], codes('case-event'), id);
  }
  for (const row of process.nextSteps) {
    allIn(row.states, states, row.id);
    allIn(row.who, roles, row.id);
    allIn([row.write], kinds, row.id);
    allIn([row.action], actions, row.id);
    allIn([row.clock], clocks, row.id);
    allIn(row.tracks, tracks, row.id);
    const action = process.actions.find(({ id }) => id === row.action);
    for (const state of action ? row.states : []) assert.ok(action?.from.includes(state), `${row.id} in ${state}`);
  }
  for (const row of process.sections) {
    allIn([row.of], kinds, nameOf(row));
    assert.ok(
      fields(row.of).some(({ section }) => section === row.id),
      `${nameOf(row)} has no field`,
    );
  }
  for (const row of process.notices) {
    allIn([row.on, row.before], actions, row.key);
    allIn([row.id], codes('notice-about'), row.key);
  }
  for (const row of process.conferences) {
    allIn([row.purpose], codes('conference-purpose'), row.purpose);
    allIn(row.calls, codes('member-type'), row.purpose);
  }
  for (const row of process.upgrades) if (row.states !== 'same') allIn(Object.values(row.states), states, row.from);
}

/** Sample cases of a process: of each of its tracks, with each way a review can end. */
function walks(process: Process): readonly Walk[] {
  return process.tracks.flatMap(({ id }) =>
    (['exit', 'continue', 'revise'] as const).map((review) => walk(id, { process, review, path: 'full' })),
  );
}

for (const process of Object.values(profiles))
  describe(process.profile.id, () => {
    it('has only rows that name what is there', () => isWhole(process));

    it('gives every row a name of its own', () => {
      const { rights: _rights, rosterRights: _roster, upgrades: _upgrades, substance: _substance, ...tables } = process;
      for (const [table, rows] of Object.entries(tables))
        if (Array.isArray(rows) && typeof rows[0] === 'object' && table !== 'conferences')
          assert.equal(names(rows).size, rows.length, table);
      for (const [name, terms] of Object.entries(process.vocabularies))
        assert.equal(names(terms).size, terms.length, name);
    });

    it('is plain JSON', () => assert.deepEqual(JSON.parse(JSON.stringify(process)), process));

    it('lets a case of each track be walked to its end', () => {
      for (const { id } of process.tracks) {
        const { state, decisions } = walk(id, { process, path: 'full' });
        assert.equal(state.state, 'closed', id);
        assert.equal(state.track, id);
        assert.deepEqual(fold(decisions), state);
        assert.ok(state.notices.every(({ provided }) => provided !== null));
      }
    });

    it('judges facts that its decisions have', () => {
      const seen = new Map(walks(process).flatMap(({ decisions }) => decisions.map((one) => [one.action, one.facts])));
      for (const { id, action, fact, than, when } of process.requirements) {
        const facts = seen.get(action);
        for (const name of facts ? [fact, than, when?.fact] : [])
          if (name !== undefined) assert.ok(name in (facts ?? {}), `${id} judges ${name}`);
      }
    });
  });

describe('hawaii-current', () => {
  const words = JSON.stringify(hawaiiCurrent);

  it('speaks of a 504 Plan and offers no Action Plan', () => {
    assert.ok(!words.includes('Modification Plan'));
    assert.equal(hawaiiCurrent.tracks.find(({ id }) => id === 's504')?.label, '504 Plan');
    assert.ok(!hawaiiCurrent.actions.some(({ id }) => id === 'process.abbreviate'));
    const toPlan = hawaiiCurrent.actions.flatMap(({ branches }) => branches).filter(({ to }) => to === 'develop-plan');
    for (const { when } of toPlan) assert.ok(!['notSuspected', 'noEvaluation', 'notEligible'].includes(String(when)));
  });

  it('suspects a disability in every referral, whatever was written', () => {
    const { state } = walk('action', { process: hawaiiCurrent, until: 'gather-data' });
    assert.equal(state.suspicion, 'yes');
    assert.equal(state.track, null);
    assert.ok(!hawaiiCurrent.fields.some(({ of, name }) => of === 'concern' && name === 'suspicion'));
  });

  it('keeps a case open until the family has the notice that there is no evaluation', () => {
    const { next } = walk('action', { process: hawaiiCurrent, before: 'notice.provide' });
    assert.ok(next);
    assert.equal(next.state.state, 'define-needs.evaluation');
    const close = { ...next, action: 'case.close', payload: { reason: 'no-plan-needed' } };
    const unmet = readiness(hawaiiCurrent, close).requirements.filter(({ met }) => !met);
    assert.deepEqual(
      unmet.map(({ id }) => id),
      ['case.close/notices'],
    );
    const steps = nextSteps(hawaiiCurrent, next.state, next.actor, next.relations, next.day).map(({ id }) => id);
    assert.ok(steps.includes('refused/close') && !steps.includes('evaluation/decide'), String(steps));
  });

  it('takes over the open cases of the classic process, but activates none of their Action Plans', () => {
    const { next } = walk('action', { before: 'plan.activate' });
    const moved = upgrade(hawaiiCurrent, next?.state as never, { key: 'k', day: '2026-03-01', at: '' });
    assert.equal(moved?.to, 'develop-plan');
    const kind = hawaiiCurrent.requirements.find(({ id }) => id === 'plan.activate/kind');
    assert.deepEqual(kind?.values, ['iep', 'modification-plan']);
  });
});

describe('idea-federal', () => {
  it('counts the federal days and none of Hawaii', () => {
    const ids = ideaFederal.clocks.map(({ id }) => id);
    assert.ok(ids.includes('eval_60_fed') && ids.includes('iep_meeting_fed'));
    for (const id of ['ref_decision', 'eval_60', 'iep_meeting_hi', 'comparable_iep']) assert.ok(!ids.includes(id), id);
    assert.equal(ideaFederal.profile.timeZone, 'America/New_York');
  });

  it('asks for objectives with an alternate assessment only, and for no consent before the conference', () => {
    const row = (id: string) => ideaFederal.requirements.find((one) => one.id === id);
    assert.deepEqual(row('plan.activate/objectives')?.when, { fact: 'alternateAssessment', is: [true] });
    assert.equal(row('plan.activate/consent-first'), undefined);
  });

  it('says nothing of Hawaii to anybody', () => {
    const texts: string[] = [];
    JSON.stringify(ideaFederal, (key, value) => {
      if (['label', 'familyLabel', 'help', 'says', 'does'].includes(key)) texts.push(String(value));
      return value;
    });
    for (const text of texts.filter((one) => one !== 'Hawaiian'))
      assert.doesNotMatch(text, /Hawaii|HAR |102[abc]|Modification Plan|15 days|90 days/);
  });
});

describe('overrides', () => {
  it('refuse a name that no row has, and leave the rows they come from alone', () => {
    assert.throws(() => replace(hawaiiClassic.actions, { 'plan.abolish': {} }), /plan.abolish/);
    assert.throws(() => without(hawaiiClassic.fields, ['plan/mood']), /plan\/mood/);
    const before = JSON.stringify(hawaiiClassic.actions);
    replace(hawaiiClassic.actions, { 'case.close': { label: 'End' } });
    assert.equal(JSON.stringify(hawaiiClassic.actions), before);
  });
});
