import {
  type CaseState,
  type DocumentView,
  type FieldRow,
  fieldsOf,
  isPrompt,
  listsOf,
  type Process,
  type RequirementResult,
  type SectionRow,
} from '@ssp-kit/process';
import { isAsked, isForThis, labelFor, nameRow, pathOf, rowsOf } from '../shared/fields.js';

/**
 * How far a section is. `not-needed`: by the answers so far nothing in it is asked. `optional`: it may stay empty, and does.
 */
export type SectionState = 'not-needed' | 'optional' | 'not-started' | 'in-progress' | 'complete';

/** One thing that the document cannot do without: the path to go to, and what is asked there. */
export interface MissingAnswer {
  readonly path: string;
  readonly says: string;
}

/** A section of a form: what it asks now, and how far it is. */
export interface FormSection {
  /** Of its row; empty for the only section of a short form. */
  readonly id: string;
  /** Empty for the only section of a short form. */
  readonly label: string;
  readonly help: string;
  /** Fields of the document itself that are asked by the answers so far. */
  readonly fields: readonly FieldRow[];
  readonly lists: readonly string[];
  readonly state: SectionState;
  readonly missing: readonly MissingAnswer[];
}

/** Which form, with what is written in it so far. */
export interface Form {
  readonly kind: string;
  /** The document's id, for requirements that name it. */
  readonly document: string;
  readonly data: DocumentView;
  readonly track: CaseState['track'];
  /** What the document was opened about. */
  readonly about: string | undefined;
  readonly audience: 'staff' | 'family';
  /** What the process says of the decision that seals the document; its sentences come after the unanswered fields. */
  readonly requirements: readonly RequirementResult[];
}

/** The sections of a form in their order: those of other tracks and occasions left out. */
export function sectionsOf(process: Process, form: Form): readonly FormSection[] {
  const rows = process.sections.filter((row) => row.of === form.kind);
  if (rows.length === 0) return [sectionOf(process, form, null, () => true)];
  const known = new Set(rows.map(({ id }) => id));
  const first = rows[0]?.id;
  return rows
    .filter((row) => isForThis(row, form.track, form.about))
    .map((row) =>
      sectionOf(process, form, row, ({ section = '' }) => (known.has(section) ? section : first) === row.id),
    );
}

/** What of a form's sections is not placed: of the section `id`, else the sections of which nothing is placed. */
export function unplacedIn(
  sections: readonly FormSection[],
  placed: ReadonlySet<string>,
  id?: string,
): readonly FormSection[] {
  const isPlaced = ({ fields, lists }: FormSection): boolean =>
    fields.some(({ name }) => placed.has(name)) || lists.some((list) => placed.has(list));
  if (id === undefined) return sections.filter((section) => !isPlaced(section));
  return sections
    .filter((section) => section.id === id)
    .map((section) => ({
      ...section,
      fields: section.fields.filter(({ name }) => !placed.has(name)),
      lists: section.lists.filter((list) => !placed.has(list)),
    }));
}

/** Sections that are laid out together, as one under a name: as far as the least of them. */
export function joinSections(label: string, [first, ...others]: readonly [FormSection, ...FormSection[]]): FormSection {
  const all = [first, ...others];
  const states = new Set(
    all.map(({ state }) => state).filter((state) => state !== 'not-needed' && state !== 'optional'),
  );
  const [only = first.state] = states;
  return {
    ...first,
    label,
    fields: all.flatMap(({ fields }) => fields),
    lists: all.flatMap(({ lists }) => lists),
    missing: all.flatMap(({ missing }) => missing),
    state: states.size > 1 ? 'in-progress' : only,
  };
}

function sectionOf(
  process: Process,
  form: Form,
  row: SectionRow | null,
  isHere: (field: FieldRow) => boolean,
): FormSection {
  const { kind, data, audience, track, about } = form;
  const fields = fieldsOf(process, kind).filter((field) => isHere(field) && isAsked(field, data, track, about));
  const lists = listsOf(process, kind).filter((list) =>
    fieldsOf(process, kind, list).some((field) => isHere(field) && isForThis(field, track, about)),
  );
  const missing = missingIn(process, form, fields, lists);
  const written =
    fields.some(({ name }) => isAnswered(data[name])) || lists.some((list) => rowsOf(data, list).length > 0);
  return {
    id: row?.id ?? '',
    label: (audience === 'family' ? row?.familyLabel : row?.label) ?? '',
    help: row?.help ?? '',
    fields,
    lists,
    missing,
    state:
      fields.length + lists.length === 0
        ? 'not-needed'
        : missing.length === 0
          ? written
            ? 'complete'
            : 'optional'
          : written
            ? 'in-progress'
            : 'not-started',
  };
}

function missingIn(
  process: Process,
  form: Form,
  fields: readonly FieldRow[],
  lists: readonly string[],
): readonly MissingAnswer[] {
  const own = fields
    .filter((field) => isOpen(field, form.data[field.name], form))
    .map((field) => ({ path: field.name, says: labelFor(field, form.audience) }));
  const inRows = lists.flatMap((list) => missingInList(process, form, list));
  const known = new Set([...own, ...inRows].map(({ path }) => path));
  const further = form.requirements
    .filter(({ met, at }) => !met && at !== undefined && isOf(at.document, form))
    .map(({ at, label }) => ({ path: requirementPath(form.data, at?.field ?? '', at?.row), says: label }))
    .filter(({ path }) => isIn(path, fields, lists) && !known.has(path) && !isAnswerOf(path, known));
  return [...own, ...inRows, ...further];
}

function missingInList(process: Process, form: Form, list: string): readonly MissingAnswer[] {
  const fields = fieldsOf(process, form.kind, list);
  return rowsOf(form.data, list).flatMap((row, index) =>
    fields
      .filter((field) => isAsked(field, row, form.track, form.about) && isOpen(field, row[field.name], form))
      .map((field) => ({
        path: pathOf(field, row.id),
        says: `${nameRow(row, index)}: ${labelFor(field, form.audience)}`,
      })),
  );
}

/** Needed and without an answer; or begun with a draft that still asks its writer for something. */
function isOpen({ needed, type }: FieldRow, value: unknown, { track }: Form): boolean {
  if (type === 'text' || type === 'line') if (isPrompt(value)) return true;
  if (needed === undefined || isAnswered(value)) return false;
  return needed === true || (track !== null && needed.includes(track));
}

function isOf(document: string, { kind, document: id }: Form): boolean {
  return document === kind || document === id;
}

function isIn(path: string, fields: readonly FieldRow[], lists: readonly string[]): boolean {
  const name = path.split('/')[0] ?? '';
  return lists.includes(name) || fields.some((field) => field.name === name);
}

/** `goals/<row>` says no more than `goals/<row>/criterion` does, and a field of a list no more than its rows do. */
function isAnswerOf(path: string, known: ReadonlySet<string>): boolean {
  return [...known].some((one) => one.startsWith(`${path}/`));
}

/** A requirement names a field and a row: its list is the one that has that row. */
export function requirementPath(data: DocumentView, field: string, row: string | undefined): string {
  if (row === undefined) return field;
  const list = Object.keys(data).find((name) => rowsOf(data, name).some(({ id }) => id === row));
  return list === undefined ? field : `${list}/${row}/${field}`;
}

/** Whether something is answered: words, a value, at least one choice or row. */
export function isAnswered(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null;
}
