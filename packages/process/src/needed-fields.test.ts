import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeCommand, tracksOf } from './case.fixtures.js';
import type { CaseDocument } from './case-state.js';
import { type Command, decide, documentsRead, readiness } from './decide.js';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { sampleRows } from './sample-material.js';
import type { FieldRow } from './tables/fields/index.js';
import { type Track, tracks } from './tables/stages.js';
import type { DocumentView, Plain, RequirementResult, RowView } from './types.js';

const { fields, actions, vocabularies } = hawaiiClassic;
const needed = fields.filter((row) => row.needed !== undefined);

/** Rules that sum up several fields: they say it too when one of these is missing. */
const sums = ['plan.activate/special-factors'];

/** The decision that seals a kind of document, of which its fields are asked. */
function sealer(kind: string): string {
  const row = actions.find(({ seals, reads }) => seals?.includes(kind) && reads?.includes(kind));
  assert.ok(row, `nothing seals ${kind}`);
  return row.id;
}

/** An answer of the kind that a field asks for. */
function sample({ type, vocabulary, name, refersTo }: FieldRow, day: string): Plain {
  switch (type) {
    case 'day':
      return day;
    case 'time':
      return '14:00';
    case 'number':
    case 'minutes':
      return 1;
    case 'yes-no':
      return false;
    case 'choice':
      return vocabularies[vocabulary ?? '']?.[0]?.code ?? '';
    case 'choices':
      return [vocabularies[vocabulary ?? '']?.[0]?.code ?? ''];
    case 'person':
      return 'coordinator';
    case 'row':
      return refersTo?.endsWith('goals') || name === 'goal' ? sampleRows.goal : sampleRows.need;
    default:
      return 'Written.';
  }
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** The place of a field: the document itself, or the first row of its list. */
function placeOf(view: DocumentView, { list }: FieldRow): Readonly<Record<string, unknown>> {
  return list === undefined
    ? view
    : ((view[list] as readonly RowView[] | undefined)?.[0] ?? { id: 'row', order: 'a0' });
}

function put(view: DocumentView, { list, name }: FieldRow, value: Plain): DocumentView {
  if (list === undefined) return { ...view, [name]: value };
  const [first = { id: 'row', order: 'a0' }, ...rest] = (view[list] ?? []) as readonly RowView[];
  return { ...view, [list]: [{ ...first, [name]: value } as RowView, ...rest] };
}

const siblingOf = (row: FieldRow) =>
  fields.find(({ of, list, name }) => of === row.of && list === row.list && name === row.when?.field);

/** A view in which a field is asked: the field it depends on has the answer for it, and so on. */
function asking(view: DocumentView, row: FieldRow): DocumentView {
  const sibling = siblingOf(row);
  if (row.when === undefined || sibling === undefined) return row.list === undefined ? view : put(view, row, '');
  const asked = asking(view, sibling);
  const { is } = row.when;
  return is.some((value) => value === placeOf(asked, row)[row.when?.field ?? ''])
    ? asked
    : put(asked, sibling, is[0] as Plain);
}

interface Case {
  readonly command: Command;
  readonly document: string;
  readonly row: FieldRow;
  readonly track: Track;
  readonly about: string | undefined;
}

/** Every kind of document in which a field is needed: on which tracks, and about what. */
function* cases(row: FieldRow): Generator<Case> {
  const action = sealer(row.of);
  for (const { id: track } of tracks) {
    if (!tracksOf(action).includes(track)) continue;
    if (row.tracks && !row.tracks.includes(track)) continue;
    if (row.needed !== true && !row.needed?.includes(track)) continue;
    const command = completeCommand(action, track);
    const [document] = documentsRead(hawaiiClassic, command.state, action, command.payload, command.actor.person) as [
      string,
    ];
    for (const about of row.abouts ?? [command.state.documents[document]?.about]) {
      const documents = {
        ...command.state.documents,
        [document]: { ...(command.state.documents[document] as CaseDocument), about },
      } as Command['state']['documents'];
      // The track is decided by the eligibility: until then a case has none.
      const state = { ...command.state, documents };
      if (row.needed !== true && state.track !== track) continue;
      yield { command: { ...command, state }, document, row, track, about };
    }
  }
}

const filledIn = ({ command, document }: Case, view: DocumentView): Command => ({
  ...command,
  documents: { ...command.documents, [document]: view },
});

const open = (command: Command): readonly RequirementResult[] =>
  readiness(hawaiiClassic, command).requirements.filter(({ met }) => !met);

/** A document in which the field is asked and answered, and everything else that is then needed too. */
function answered(one: Case): DocumentView {
  let view = asking(one.command.documents[one.document] ?? {}, one.row);
  for (let round = 0; round < 6; round++) {
    const blank = fields.filter(
      (row) =>
        row.of === one.row.of &&
        isBlank(placeOf(view, row)[row.name]) &&
        open(filledIn(one, view)).some(({ at }) => at?.document === one.document && at.field === row.name),
    );
    if (blank.length === 0) break;
    for (const row of blank) view = put(view, row, sample(row, one.command.day));
  }
  return view;
}

describe('a field without which its document cannot be sealed', () => {
  for (const row of needed) {
    const name = [row.of, row.list, row.name].filter((part) => part !== undefined).join('/');
    const id = [sealer(row.of), row.list, row.name].filter((part) => part !== undefined).join('/');

    it(`${name}: left blank, is all that is missing`, () => {
      let asked = 0;
      for (const one of cases(row)) {
        const where = `${one.track}, about ${one.about}`;
        const view = answered(one);
        const before = open(filledIn(one, view)).map((result) => result.id);
        assert.ok(!before.includes(id), where);
        const command = filledIn(one, put(view, row, null));
        const missing = open(command);
        // A rule about the whole list may say it in its own words too.
        const more = missing.filter(
          ({ id: other, at }) =>
            other !== id && !before.includes(other) && !sums.includes(other) && at?.field !== row.list,
        );
        assert.deepEqual(
          more.map((result) => result.id),
          [],
          where,
        );
        const found = missing.find((result) => result.id === id);
        assert.ok(found, `${id} is not asked: ${where}`);
        assert.deepEqual([found.at?.document, found.at?.field], [one.document, row.name], where);
        const answer = decide(hawaiiClassic, command);
        assert.ok(!answer.ok && answer.code === 'unmet', where);
        assert.ok(
          answer.unmet.some((result) => result.id === id),
          where,
        );
        asked++;
      }
      assert.ok(asked > 0, `no sample asks for ${name}`);
    });

    if (row.when && !hawaiiClassic.requirements.some((rule) => rule.id === id))
      it(`${name}: not asked while ${row.when.field} has another answer`, () => {
        const sibling = siblingOf(row) as FieldRow;
        for (const one of cases(row)) {
          const others: readonly Plain[] =
            sibling.type === 'yes-no'
              ? [true, false]
              : (vocabularies[sibling.vocabulary ?? ''] ?? []).map(({ code }) => code);
          const other = others.find((value) => !row.when?.is.includes(value as string | boolean));
          if (other === undefined) continue;
          const view = put(put(answered(one), sibling, other), row, null);
          const asks = open(filledIn(one, view)).filter((result) => result.id === id);
          assert.deepEqual(asks, [], one.track);
        }
      });
  }

  it('blank in one row of several, points to that row', () => {
    const command = completeCommand('invitation.send', 's504');
    const id = String(command.payload['document']);
    const invitees = command.documents[id]?.['invitees'] as readonly RowView[];
    const blank = invitees.map((one, at) => (at === 2 ? { ...one, name: ' ' } : one));
    const missing = open({
      ...command,
      documents: { ...command.documents, [id]: { ...command.documents[id], invitees: blank } },
    });
    assert.deepEqual(
      missing.map(({ at }) => at),
      [{ document: id, field: 'name', row: invitees[2]?.id }],
    );
  });
});
