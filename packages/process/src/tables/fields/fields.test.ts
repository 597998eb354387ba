import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documents } from '../documents.js';
import { sections } from '../sections.js';
import { tracks } from '../stages.js';
import { vocabularies } from '../vocabularies/index.js';
import type { FieldRow } from './field-row.js';
import { fields } from './index.js';

const nextKinds = ['invitation', 'evaluation', 'consent', 'assessment', 'eligibility', 'notice', 'progress'];
const kinds = new Set<string>([...documents.map(({ kind }) => kind), ...nextKinds]);
const trackIds = new Set<string>(tracks.map(({ id }) => id));
const lists: Readonly<Record<string, readonly { readonly code: string }[]>> = vocabularies;

const at = ({ of, list, name }: FieldRow) => [of, list, name].filter((part) => part !== undefined).join('/');
const sectionsOf = (of: string) => sections.filter((section) => section.of === of);
const rowsWith = (has: (row: FieldRow) => unknown) => fields.filter((row) => has(row) !== undefined);

/** Documents that only staff read. */
const staffOnly = new Set(['log']);

for (const [name, rows] of Object.entries({ fields }))
  it(`${name} have a place of their own each`, () => {
    assert.deepEqual(
      rows.map(at).filter((place, index, all) => all.indexOf(place) !== index),
      [],
    );
  });

describe('a field', () => {
  it('is picked from a vocabulary exactly if it is a choice', () => {
    for (const row of fields) {
      const picked = row.type === 'choice' || row.type === 'choices';
      assert.equal(row.vocabulary !== undefined, picked, at(row));
      if (row.vocabulary !== undefined) assert.ok(lists[row.vocabulary], `${at(row)} names ${row.vocabulary}`);
    }
  });

  it('depends on a field of the same place and on a value that it can have', () => {
    for (const row of rowsWith(({ when }) => when)) {
      const other = fields.find(({ of, list, name }) => of === row.of && list === row.list && name === row.when?.field);
      assert.ok(other && other !== row, `${at(row)} depends on ${row.when?.field}`);
      assert.ok(row.when && row.when.is.length > 0, at(row));
      for (const value of row.when.is)
        if (other.type === 'yes-no') assert.equal(typeof value, 'boolean', at(row));
        else
          assert.ok(
            lists[other.vocabulary ?? '']?.some(({ code }) => code === value),
            `${at(row)}: ${value}`,
          );
    }
  });

  it('is asked nowhere that the field it depends on is not', () => {
    for (const row of rowsWith(({ when }) => when)) {
      const other = fields.find(({ of, list, name }) => of === row.of && list === row.list && name === row.when?.field);
      if (other?.tracks)
        assert.ok(
          row.tracks?.every((track) => other.tracks?.includes(track)),
          at(row),
        );
      if (other?.abouts)
        assert.ok(
          row.abouts?.every((about) => other.abouts?.includes(about)),
          at(row),
        );
    }
  });

  it('points into a list that exists', () => {
    for (const row of rowsWith(({ refersTo }) => refersTo)) {
      const [first = '', second] = (row.refersTo ?? '').split('/');
      const [of, list] = second === undefined ? [row.of, first] : [first, second];
      assert.equal(row.type, 'row', at(row));
      assert.ok(
        fields.some((other) => other.of === of && other.list === list),
        `${at(row)} points into ${row.refersTo}`,
      );
    }
  });

  it('has words for the family where a family reads it, and a source everywhere', () => {
    for (const row of fields) {
      assert.ok(row.label.length > 0 && /^[EHPLIK?]( |$|;)/.test(row.source), `${at(row)}: ${row.source}`);
      if (kinds.has(row.of) && !staffOnly.has(row.of)) assert.ok(row.familyLabel, at(row));
    }
  });

  it('is needed in a document and required in a form', () => {
    for (const row of fields) {
      if (row.needed !== undefined) assert.ok(kinds.has(row.of), at(row));
      if (row.required !== undefined) assert.ok(!kinds.has(row.of), at(row));
      if (Array.isArray(row.needed)) for (const track of row.needed) assert.ok(row.tracks?.includes(track), at(row));
      if (row.tracks !== undefined) assert.ok(row.of === 'plan' && row.tracks.every((track) => trackIds.has(track)), at(row));
    }
  });
});

describe('a section', () => {
  it('has a name of its own in its form, and fields', () => {
    for (const { of, id, tracks: own, abouts } of sections) {
      assert.equal(sectionsOf(of).filter((other) => other.id === id).length, 1, `${of}/${id}`);
      const inside = fields.filter((row) => row.of === of && row.section === id);
      assert.ok(inside.length > 0, `${of}/${id} is empty`);
      for (const row of inside) {
        if (own)
          assert.ok(
            row.tracks?.every((track) => own.includes(track)),
            at(row),
          );
        if (abouts)
          assert.ok(
            row.abouts?.every((about) => abouts.includes(about)),
            at(row),
          );
      }
    }
  });

  it('holds every field of its form, a list whole', () => {
    for (const row of fields) {
      const known = sectionsOf(row.of).map(({ id }) => id);
      assert.equal(row.section !== undefined, known.length > 0, at(row));
      if (row.section !== undefined) assert.ok(known.includes(row.section), at(row));
      if (row.list !== undefined) for (const other of fields.filter(({ of, list }) => of === row.of && list === row.list)) assert.equal(other.section, row.section, at(other));
    }
  });

  it('breaks every form of more than nine fields', () => {
    for (const kind of kinds) if (sectionsOf(kind).length === 0 && kind !== 'log' && kind !== 'progress') assert.ok(fields.filter(({ of }) => of === kind).length <= 9, kind);
  });
});

it('every vocabulary has codes of its own and is asked for or computed', () => {
  const computed = ['lre-school-age'];
  for (const [name, terms] of Object.entries(lists)) {
    assert.equal(new Set(terms.map(({ code }) => code)).size, terms.length, name);
    assert.ok(computed.includes(name) || fields.some(({ vocabulary }) => vocabulary === name), name);
  }
});
