import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeCommand, tracksOf } from './case.fixtures.js';
import { guards } from './guards.js';
import { factsOf } from './facts/index.js';
import { actions } from './tables/actions.js';
import { federalClocks, hawaiiClocks } from './tables/clocks.js';
import { documents } from './tables/documents.js';
import { fields } from './tables/fields/index.js';
import { nextSteps } from './tables/next-steps.js';
import { requirements } from './tables/requirements.js';
import { relationsOfRole } from './tables/relations.js';
import { rights, rosterRights } from './tables/rights.js';
import { roles } from './tables/roles.js';
import { stages, states, tracks } from './tables/stages.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { type Walk, walk } from './testing.js';

const { vocabularies } = hawaiiClassic;
const ids = (rows: readonly { readonly id: string }[]) => new Set<string>(rows.map(({ id }) => id));
const kinds = new Set<string>(documents.map(({ kind }) => kind));
const actionIds = ids(actions);
const stateIds = ids(states);
const roleIds = ids(roles);
const trackIds = ids(tracks);
const relations = new Set<string>(Object.values(relationsOfRole).flat());

function allIn(values: readonly string[] | undefined, known: ReadonlySet<string>, where: string) {
  for (const value of values ?? []) assert.ok(known.has(value), `${where} names ${value}, which no table has`);
}

/** The facts that the finder of each action produces, on the track that comes to it. */
const factNames = new Map(
  actions.map(
    ({ id }) =>
      [
        id,
        new Set(Object.keys(factsOf(id, { ...completeCommand(id, tracksOf(id)[0]), process: hawaiiClassic }))),
      ] as const,
  ),
);

/** Every named day that a decision or a rule sets on a case, whichever way it goes. */
function datesEverSet(): ReadonlySet<string> {
  const walks: Walk[] = [
    walk('action', { path: 'full' }),
    walk('idea'),
    walk('s504'),
    walk('idea', { review: 'revise' }),
  ];
  const names = new Set(walks.flatMap(({ state }) => Object.keys(state.dates)));
  for (const { until } of [{ until: 'develop-plan' }, { until: 'implement-plan' }] as const)
    for (const track of ['idea', 's504'] as const)
      for (const name of Object.keys(walk(track, { until }).state.dates)) names.add(name);
  for (const before of ['conference.hold', 'plan.activate'])
    for (const name of Object.keys(walk('s504', { before }).state.dates)) names.add(name);
  // Ways the sample case does not take; deadlines.test.ts and fold.test.ts show that they set these.
  for (const name of ['withdrawnDate', 'ineligibleNoticeDate', 'needsConferenceDateWithoutAssessment']) names.add(name);
  for (const name of ['nextPlanConferenceDate', 'planConferencePlanned']) names.add(name);
  for (const name of ['emergencyAccessDate', 'emergencyReviewDate']) names.add(name);
  return names;
}

const dates = datesEverSet();

describe('tables', () => {
  it('give every row an id of its own', () => {
    for (const rows of [actions, states, stages, roles, tracks, hawaiiClocks, requirements, nextSteps])
      assert.equal(ids(rows).size, rows.length);
    assert.equal(kinds.size, documents.length);
    const places = fields.map(({ of, list, name }) => `${of}/${list ?? ''}/${name}`);
    assert.equal(new Set(places).size, places.length);
  });

  it('let every state be reached and left', () => {
    const reached = new Set(['express-concern.draft']);
    for (let size = -1; size !== reached.size; ) {
      size = reached.size;
      for (const { from, branches } of actions)
        if (from.some((state) => reached.has(state))) for (const { to } of branches) if (to !== 'same') reached.add(to);
    }
    assert.deepEqual(reached, stateIds);
    for (const { id } of states.filter((state) => state.id !== 'closed'))
      assert.ok(
        actions.some(
          ({ from, branches }) => from.includes(id) && branches.some(({ to }) => to !== 'same' && to !== id),
        ),
        `${id} has no exit`,
      );
    for (const { id } of stages) assert.ok(states.some(({ stage }) => stage === id));
  });

  it('name only what exists in an action', () => {
    for (const row of actions) {
      allIn(row.from, stateIds, row.id);
      allIn(row.roles, roleIds, row.id);
      allIn(row.relations, relations, row.id);
      const about = [...(row.reads ?? []), ...(row.seals ?? []), ...(row.voids ?? []), ...(row.cites ?? [])];
      // The copy in which a document is corrected is of that document’s kind.
      allIn(
        about.filter((kind) => kind !== 'corrected'),
        kinds,
        row.id,
      );
      assert.ok(row.roles.length > 0 && row.relations.length > 0 && row.from.length > 0, row.id);
      for (const { to, when, from, opens } of row.branches) {
        allIn(from, new Set(row.from), row.id);
        if (to !== 'same') assert.ok(stateIds.has(to), `${row.id} leads to ${to}`);
        if (when !== undefined) assert.ok(when in guards, `${row.id} is guarded by ${when}`);
        allIn(
          opens?.filter(({ copies }) => copies !== 'corrected').map(({ kind }) => kind),
          kinds,
          row.id,
        );
      }
    }
  });

  it('give every review a row for each goal, whichever decision opens it', () => {
    const opened = actions.flatMap(({ branches }) => branches.flatMap(({ opens }) => opens ?? []));
    assert.deepEqual(
      new Set(opened.filter(({ kind }) => kind === 'review').map(({ copies }) => copies)),
      new Set(['scheduled']),
    );
  });

  it('name only kinds of documents and of members that exist', () => {
    for (const { id, glances } of actions) allIn(glances, kinds, id);
    const members = new Set(vocabularies['member-type']?.map(({ code }) => code));
    for (const { id, memberType } of hawaiiClassic.roles) allIn(memberType ? [memberType] : [], members, id);
    for (const { kind } of documents.filter(({ kind }) => hawaiiClassic.substance.some(({ of }) => of === kind)))
      assert.ok(
        hawaiiClassic.documents.some((row) => row.kind === kind && row.correctable),
        `${kind} cannot be corrected`,
      );
  });

  it('name only what exists in a requirement, and judge a fact that the action has', () => {
    for (const row of requirements) {
      assert.ok(actionIds.has(row.action), row.id);
      assert.ok(row.id.startsWith(`${row.action}/`), row.id);
      allIn(row.tracks, trackIds, row.id);
      const known = factNames.get(row.action);
      for (const fact of [row.fact, row.than, row.when?.fact])
        if (fact !== undefined)
          assert.ok(known?.has(fact), `${row.id} judges ${fact}, which is no fact of ${row.action}`);
      assert.equal(row.is === 'one-of', row.values !== undefined, row.id);
      assert.equal(row.is === 'not-before', row.than !== undefined, row.id);
    }
  });

  it('mend every requirement at a field that exists', () => {
    for (const { id, action, at } of requirements) {
      if (at === undefined) continue;
      const of = at.document ?? action;
      if (at.document !== undefined) {
        const row = actions.find((candidate) => candidate.id === action);
        assert.ok(row?.reads?.includes(at.document), `${id} points into ${of}, which ${action} does not read`);
      }
      assert.ok(
        fields.some((field) => field.of === of && (field.name === at.field || field.list === at.field)),
        `${id} points to ${of}/${at.field}`,
      );
    }
  });

  it('have a vocabulary for every choice, and a list for every row that is pointed to', () => {
    for (const field of fields) {
      assert.ok(kinds.has(field.of) || actionIds.has(field.of), field.of);
      const where = `${field.of}/${field.name}`;
      assert.equal(field.type === 'choice' || field.type === 'choices', field.vocabulary !== undefined, where);
      if (field.vocabulary !== undefined) assert.ok((vocabularies[field.vocabulary]?.length ?? 0) > 0, where);
      allIn(field.tracks, trackIds, where);
      if (field.when) {
        const { when } = field;
        const asked = fields.find(
          ({ of, list, name }) => of === field.of && list === field.list && name === when.field,
        );
        assert.ok(asked, `${where} depends on ${when.field}`);
        if (asked.vocabulary !== undefined)
          allIn(when.is.map(String), new Set((vocabularies[asked.vocabulary] ?? []).map(({ code }) => code)), where);
      }
      if (field.refersTo !== undefined) {
        const [list, document] = field.refersTo.split('/').reverse();
        assert.ok(
          fields.some(({ of, list: has }) => of === (document ?? field.of) && has === list),
          where,
        );
      }
    }
    for (const [name, terms] of Object.entries(vocabularies))
      assert.equal(new Set(terms.map(({ code }) => code)).size, terms.length, name);
  });

  it('name only what exists in a right, and let nobody write what the server writes', () => {
    for (const row of rights) {
      allIn(row.roles, roleIds, row.document);
      allIn(row.relations, relations, row.document);
      const writer = documents.find(({ kind }) => kind === row.document)?.writer;
      assert.ok(writer !== undefined, row.document);
      if (row.may === 'write') assert.notEqual(writer, 'server', row.document);
      if (row.may === 'write' && writer === 'one-person') assert.deepEqual(row.relations, ['writer']);
    }
    for (const row of rosterRights) allIn([...row.roles], roleIds, 'rosterRights');
    for (const { kind } of documents)
      assert.ok(
        rights.some(({ document }) => document === kind),
        kind,
      );
  });

  it('let whoever may open a document of a case open its record', () => {
    const record = rights.filter(({ document }) => document === 'official');
    const opens = (role: string, relation: string) =>
      record.some((row) => row.roles.some((r) => r === role) && row.relations.some((r) => r === relation));
    for (const row of rights)
      for (const role of row.roles)
        for (const relation of row.relations.filter((name) => name !== 'writer' && name !== 'starter'))
          assert.ok(opens(role, relation), `${role} (${relation}) may open ${row.document} but not the record`);
  });

  it('point every next step to something that can be done there', () => {
    for (const row of nextSteps) {
      allIn(row.states, stateIds, row.id);
      allIn(row.who, roleIds, row.id);
      allIn(row.tracks, trackIds, row.id);
      allIn(
        [row.after, row.until].filter((name) => name !== undefined),
        dates,
        row.id,
      );
      if (row.clock !== undefined) assert.ok(ids(hawaiiClocks).has(row.clock), row.id);
      if (row.write !== undefined) assert.ok(kinds.has(row.write), row.id);
      assert.ok(row.write !== undefined || row.action !== undefined, row.id);
      const action = actions.find(({ id }) => id === row.action);
      if (row.action !== undefined) allIn(row.states, new Set(action?.from), `${row.id}: ${row.action}`);
      // Where there is a document to write, others write it and leave the decision to those who may.
      const decides = action && row.write === undefined ? row.who : [];
      for (const role of decides) assert.ok(action?.roles.includes(role), `${row.id}: ${role} may not`);
      if (action && row.who.length > 0)
        assert.ok(
          row.who.some((role) => action.roles.includes(role)),
          row.id,
        );
    }
    for (const { id } of states.filter((state) => state.id !== 'closed'))
      assert.ok(
        nextSteps.some(({ states: at }) => at.includes(id)),
        `${id} has no next step`,
      );
  });

  it('run clocks on dates that the case really has', () => {
    const named = ids(hawaiiClassic.dates);
    for (const row of [...hawaiiClocks, ...federalClocks]) {
      const stops = [...(row.stopsWithAll ?? []), ...(row.stopsWithAny ?? [])];
      const conditional = stops.filter((stop) => typeof stop !== 'string');
      const names = [...row.start, ...stops.map((stop) => (typeof stop === 'string' ? stop : stop.date))];
      const more = [row.agreed, row.cappedBy, ...(row.cautions ?? []).flatMap(({ after, until }) => [after, until])];
      allIn([...names, ...more.filter((name) => name !== undefined)], named, row.id);
      allIn(
        row.tracks?.filter((track) => track !== null),
        trackIds,
        row.id,
      );
      for (const { when } of conditional) allIn(when.tracks.map(String), trackIds, row.id);
      assert.ok(stops.length > 0 || row.display || row.each, row.id);
    }
    for (const { sets, id } of hawaiiClassic.events) allIn([sets], named, id);
    assert.deepEqual(ids(hawaiiClassic.events), new Set(vocabularies['case-event']?.map(({ code }) => code)));
  });

  it('say in words what people read, with a source', () => {
    const labels = [
      stages,
      roles,
      tracks,
      hawaiiClocks,
      actions,
      requirements,
      fields,
      documents,
      ...Object.values(vocabularies),
    ]
      .flatMap((rows) => rows as readonly { readonly label: string }[])
      .map(({ label }) => label);
    const says = [...states, ...nextSteps].map((row) => row.says);
    for (const text of [...labels, ...says, ...actions.map(({ does }) => does)]) assert.notEqual(text.trim(), '');
    const sourced: readonly { readonly source: string }[] = [
      ...actions,
      ...requirements,
      ...hawaiiClocks,
      ...rights,
      ...fields,
      ...tracks,
    ];
    for (const { source } of sourced) assert.notEqual(source.trim(), '');
  });
});
