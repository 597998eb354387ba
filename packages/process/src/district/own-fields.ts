import type { Process } from '../process.js';
import type { FieldRow, FieldType } from '../tables/fields/index.js';
import type { SectionRow } from '../tables/sections.js';
import type { Term } from '../tables/vocabularies/index.js';
import { entriesOf, itemsOf, join, objectOf, type Tell, textOf } from './reading.js';
import { whyNotAsked } from './required.js';
import { choicesOf } from './vocabularies.js';

const prefixPattern = /^x[A-Z][A-Za-z0-9]{1,19}$/;
const objectKeys = ['type', 'title', 'description', 'properties', 'required', 'additionalProperties'];
const fieldKeys = ['type', 'format', 'title', 'description', 'enum', 'oneOf', 'items'];
const ourKeys = ['x-familyLabel', 'x-section', 'x-tracks', 'x-abouts', 'x-when'];
const types = 'string, number, integer, boolean and array';

/** What the fields read so far come to. */
interface Own {
  readonly fields: FieldRow[];
  readonly vocabularies: Record<string, readonly Term[]>;
}

/** Where fields are read for: a document, or the rows of one of its lists. */
interface Place {
  readonly of: string;
  readonly list?: string;
  /** What every field of the place says of itself: of a list that is there, what its fields say. */
  readonly common: Partial<FieldRow>;
}

/** `fields`: a district’s own fields, as JSON Schema for a document (`plan`) or for the rows of a list (`plan/goals`). */
export function withOwnFields(process: Process, json: unknown, prefix: unknown, label: string, tell: Tell): Process {
  const places = entriesOf(json, 'fields', tell);
  if (prefix !== undefined && !isPrefix(prefix)) {
    tell('prefix', 'It has to be x, a capital letter and 1 to 19 letters or digits, for instance xKauai.');
    return process;
  }
  if (places.length === 0) return process;
  if (!isPrefix(prefix)) {
    tell('prefix', 'Own fields need a prefix of the district, for instance xKauai.');
    return process;
  }
  const own: Own = { fields: [], vocabularies: {} };
  const sections: SectionRow[] = [];
  for (const [name, schema] of places) {
    const row = join('fields', name);
    const place = placeOf(process, name, label, row, tell);
    const read = place && objectOf(schema, objectKeys, row, tell);
    if (!place || !read) continue;
    if (read['type'] !== 'object') tell(join(row, 'type'), 'It has to be "object": its properties are the fields.');
    const title = read['title'] === undefined ? label : (textOf(read['title'], join(row, 'title'), tell) ?? label);
    const isSectioned = place.list === undefined && process.sections.some(({ of }) => of === place.of);
    const inside = isSectioned ? { ...place, common: { ...place.common, section: prefix } } : place;
    const before = own.fields.length;
    readProperties(process, read, inside, prefix, row, own, tell);
    if (isSectioned && own.fields.slice(before).some(({ section }) => section === prefix))
      sections.push({ of: place.of, id: prefix, label: title, familyLabel: title });
  }
  for (const field of own.fields) tellLoose(process, [...process.fields, ...own.fields], field, tell);
  return {
    ...process,
    fields: [...process.fields, ...own.fields],
    sections: [...process.sections, ...sections],
    vocabularies: { ...process.vocabularies, ...own.vocabularies },
  };
}

/** Tells of a limit of a field that can never hold. */
function tellLoose(
  { documents, vocabularies }: Process,
  fields: readonly FieldRow[],
  field: FieldRow,
  tell: Tell,
): void {
  const { of, list, name, when, abouts = [] } = field;
  const row = join('fields', of, list ?? '', name);
  if (when && !fields.some((one) => one.of === of && one.list === list && one.name === when.field))
    tell(join(row, 'x-when'), `There is no field ${when.field} beside it.`);
  if (when && when.is.length === 0) tell(join(row, 'x-when'), 'It needs values in "is".');
  const topic = documents.find(({ kind }) => kind === of)?.about;
  const known =
    of === 'evaluation' ? ['initial', 'reevaluation'] : (vocabularies[topic ?? ''] ?? []).map(({ code }) => code);
  for (const about of abouts)
    if (!known.includes(about)) tell(join(row, 'x-abouts'), `No document of this kind is about ${about}.`);
}

function isPrefix(prefix: unknown): prefix is string {
  return typeof prefix === 'string' && prefixPattern.test(prefix);
}

function placeOf(process: Process, name: string, label: string, row: string, tell: Tell): Place | null {
  const [of = '', list, ...more] = name.split('/');
  const document = process.documents.find(({ kind }) => kind === of);
  const source = `district: ${label}`;
  if (document?.writer === 'server') tell(row, 'Only the server writes in this document.');
  else if (document && list === undefined) return { of, common: { source } };
  else if (document && list !== undefined && more.length === 0) {
    const there = process.fields.find((field) => field.of === of && field.list === list);
    const { section, tracks, abouts } = there ?? {};
    const common = { ...(section ? { section } : {}), ...(tracks ? { tracks } : {}), ...(abouts ? { abouts } : {}) };
    if (there) return { of, list, common: { source, ...common } };
    tell(row, `The document ${of} has no list ${list}.`);
  } else
    tell(row, 'Fields stand in a document (plan) or in one of its lists (plan/goals); there is none of this name.');
  return null;
}

function readProperties(
  process: Process,
  schema: Readonly<Record<string, unknown>>,
  place: Place,
  prefix: string,
  row: string,
  own: Own,
  tell: Tell,
): void {
  const properties = entriesOf(schema['properties'], join(row, 'properties'), tell);
  if (properties.length === 0) tell(row, 'It has no properties.');
  const required = itemsOf(schema['required'], join(row, 'required'), tell);
  for (const name of required) {
    const reason = whyNotAsked(process, place.of);
    if (!properties.some(([known]) => known === name))
      tell(join(row, 'required'), `There is no field ${String(name)}.`);
    else if (reason !== null) tell(join(row, 'required', String(name)), reason);
  }
  for (const [name, property] of properties) {
    const at = join(row, name);
    if (!isOwnName(name, prefix)) {
      tell(at, `The name has to begin with ${prefix} and a capital letter, and have letters and digits only.`);
      continue;
    }
    const read = objectOf(property, [...fieldKeys, ...ourKeys], at, tell);
    if (!read) continue;
    const items = read['items'];
    if (read['type'] === 'array' && (items as { type?: unknown } | null)?.type === 'object') {
      const inner = place.list === undefined ? objectOf(items, objectKeys, at, tell) : null;
      if (inner) readProperties(process, inner, { ...place, list: name }, prefix, at, own, tell);
      else tell(at, 'A list stands in a document, not in the rows of a list.');
    } else readField(process, read, { ...place, name }, required.includes(name), at, own, tell);
  }
}

function isOwnName(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && name.length <= 60 && /^[A-Z][0-9A-Za-z]*$/.test(name.slice(prefix.length));
}

function readField(
  process: Process,
  schema: Readonly<Record<string, unknown>>,
  { of, list, name, common }: Place & { readonly name: string },
  isNeeded: boolean,
  row: string,
  own: Own,
  tell: Tell,
): void {
  const label = textOf(schema['title'], join(row, 'title'), tell);
  const familyLabel = schema['x-familyLabel'] ?? label;
  const family = familyLabel === null ? null : textOf(familyLabel, join(row, 'x-familyLabel'), tell);
  const help =
    schema['description'] === undefined ? null : textOf(schema['description'], join(row, 'description'), tell);
  const terms = choicesOf((schema['type'] === 'array' ? schema['items'] : schema) as typeof schema, row, tell);
  const type = typeOf(schema, terms !== null);
  if (type === null) tell(row, `No field can be made of this. Types are ${types}; formats date, time, text, minutes.`);
  if (label === null || family === null || type === null) return;
  const more = { ...limits(process, schema, row, tell), ...(isNeeded ? { needed: true as const } : {}) };
  own.fields.push({
    ...{ of, ...(list === undefined ? {} : { list }), name, type, label, familyLabel: family },
    ...(help === null ? {} : { help }),
    ...(terms === null ? {} : { vocabulary: name }),
    ...(common as { source: string }),
    ...sectionOf(process, schema, of, list, row, tell),
    ...more,
  });
  if (terms !== null) {
    if (Object.hasOwn(own.vocabularies, name)) tell(row, 'Another field of this name has a pick list already.');
    own.vocabularies[name] = terms;
  }
}

/** The kind of field that a JSON Schema comes to, or null. */
function typeOf({ type, format, items }: Readonly<Record<string, unknown>>, isChoice: boolean): FieldType | null {
  if (type === 'array') return isChoice && (items as { type?: unknown }).type === 'string' ? 'choices' : null;
  if (isChoice) return type === 'string' && format === undefined ? 'choice' : null;
  switch (`${String(type)} ${String(format ?? '')}`) {
    case 'string ':
      return 'line';
    case 'string text':
      return 'text';
    case 'string date':
      return 'day';
    case 'string time':
      return 'time';
    case 'integer minutes':
      return 'minutes';
    case 'number ':
      return 'number';
    case 'boolean ':
      return 'yes-no';
    default:
      return null;
  }
}

function sectionOf(
  { sections }: Process,
  schema: Readonly<Record<string, unknown>>,
  of: string,
  list: string | undefined,
  row: string,
  tell: Tell,
): { readonly section?: string } {
  const section = schema['x-section'];
  if (section === undefined) return {};
  if (list === undefined && sections.some((one) => one.of === of && one.id === section))
    return { section: String(section) };
  tell(
    join(row, 'x-section'),
    list === undefined ? `The document ${of} has no such section.` : 'It stands where its list stands.',
  );
  return {};
}

/** On which tracks, in documents about what and when a field is asked. */
function limits(
  { tracks }: Process,
  schema: Readonly<Record<string, unknown>>,
  row: string,
  tell: Tell,
): Pick<FieldRow, 'tracks' | 'abouts' | 'when'> {
  const on = itemsOf(schema['x-tracks'], join(row, 'x-tracks'), tell).flatMap((id) => {
    const track = tracks.find((one) => one.id === id);
    if (!track) tell(join(row, 'x-tracks'), `There is no track ${String(id)}.`);
    return track ? [track.id] : [];
  });
  const abouts = itemsOf(schema['x-abouts'], join(row, 'x-abouts'), tell).map(String);
  const when =
    schema['x-when'] === undefined ? null : objectOf(schema['x-when'], ['field', 'is'], join(row, 'x-when'), tell);
  const is = itemsOf(when?.['is'], join(row, 'x-when/is'), tell).filter(
    (value): value is string | boolean => typeof value === 'string' || typeof value === 'boolean',
  );
  return {
    ...(on.length > 0 ? { tracks: on } : {}),
    ...(abouts.length > 0 ? { abouts } : {}),
    ...(when ? { when: { field: String(when['field']), is } } : {}),
  };
}
