import type { CaseState } from './case-state.js';
import { isDay } from './days.js';
import { corrected, documentOf, type Material } from './facts/index.js';
import { callFor } from './notice-triggers.js';
import type { Process } from './process.js';
import { actionRow } from './select.js';
import type { FieldRow } from './tables/fields/index.js';
import type { NoticeRow } from './tables/notices.js';
import type { RequirementRow } from './tables/requirements.js';
import { rowsOf } from './view-values.js';
import type { Day, DocumentView, Fact, Facts, Plain, RequirementResult } from './types.js';

/** What is asked: an action of a person on a case, with the answers of its form so far. */
interface Asked extends Omit<Material, 'process'> {
  readonly action: string;
}

/**
 * Every requirement of an action on this case's track, met or not: the answers of its form first, then those that the document it
 * seals cannot do without, then the rows of the table. Each id stands once: a row says nothing of a field that has no answer yet.
 */
export function judge(process: Process, question: Asked, facts: Facts): RequirementResult[] {
  const { state, action, payload } = question;
  const asked = documentRequirements(process, question);
  const unanswered = asked.filter(({ met }) => !met);
  const rows = process.requirements
    .filter((row) => row.action === action && onTrack(row, state) && applies(row, facts))
    .map((row) => result(row, question, facts))
    .filter((row) => !unanswered.some((one) => isSameField(one, row)));
  const ids = new Set(rows.map(({ id }) => id));
  return [
    ...formRequirements(process, action, payload),
    ...asked.filter(({ id }) => !ids.has(id)),
    ...noticeRequirements(process, question),
    ...rows,
  ];
}

function isSameField({ at: one }: RequirementResult, { at: other }: RequirementResult): boolean {
  return one?.row === undefined && one?.document === other?.document && one?.field === other?.field;
}

/** The questions of a decision's own form that must be answered. */
function formRequirements(
  { fields }: Process,
  action: string,
  payload: Readonly<Record<string, Plain>>,
): RequirementResult[] {
  return fields
    .filter((row) => row.of === action && row.required)
    .filter(({ when }) => when === undefined || when.is.includes(payload[when.field] as string | boolean))
    .map((row) => ({
      id: `${action}/form/${row.name}`,
      met: answered(payload[row.name]),
      label: askFor(row.label),
      source: row.source,
      at: { document: '', field: row.name },
    }));
}

/** The fields that a document must have answered before it is sealed: one result a field, for a list over all its rows. */
function documentRequirements(process: Process, question: Asked): RequirementResult[] {
  const { state, action, payload, documents, actor } = question;
  const row = actionRow(process, action);
  return (row?.seals ?? [])
    .filter((kind) => row?.reads?.includes(kind))
    .flatMap((named) => {
      const id = documentOf(state, named, payload, actor.person);
      const document = id === null ? undefined : state.documents[id];
      if (id === null || document === undefined) return [];
      const kind = named === corrected ? document.kind : named;
      return process.fields
        .filter((field) => field.of === kind && isNeeded(field, state, document.about))
        .map((field) => answerOf(action, id, field, documents[id] ?? {}));
    });
}

/** The notices that the family has to have before this action, by the rows that made them owed: one result for each subject. */
function noticeRequirements({ notices }: Process, { state, action }: Asked): RequirementResult[] {
  const gates = (row: NoticeRow | undefined) => row?.before === action && row.on !== action;
  const subjects = [...new Set(notices.filter(gates).map(({ id }) => id))];
  return subjects.flatMap((id) => {
    const owed = state.notices
      .filter(({ about }) => about === id)
      .map((notice) => ({ notice, row: callFor(notices, state.decisions, notice)?.row }))
      .filter(({ row }) => gates(row));
    const open = owed.find(({ notice }) => notice.provided === null);
    const told = open ?? owed.at(-1);
    if (told?.row === undefined) return [];
    const { label, source } = told.row;
    const document = open?.notice.document;
    return [
      {
        id: `${action}/notice/${id}`,
        met: open === undefined,
        label: `Give the family the notice: ${label}.`,
        source,
        ...(document ? { at: { document, field: 'providedDate' } } : {}),
      },
    ];
  });
}

function isNeeded({ needed, tracks, abouts }: FieldRow, { track }: CaseState, about: string | undefined): boolean {
  if (needed === undefined) return false;
  if (needed !== true && (track === null || !needed.includes(track))) return false;
  if (tracks !== undefined && (track === null || !tracks.includes(track))) return false;
  return abouts === undefined || (about !== undefined && abouts.includes(about));
}

function answerOf(action: string, document: string, field: FieldRow, view: DocumentView): RequirementResult {
  const { list, name, label, source } = field;
  const at = { document, field: name };
  if (list === undefined) {
    return {
      id: `${action}/${name}`,
      met: !isAsked(field, view) || answered(view[name]),
      label: askFor(label),
      source,
      at,
    };
  }
  const missing = rowsOf(view, list).find((row) => isAsked(field, row) && !answered(row[name]));
  return {
    id: `${action}/${list}/${name}`,
    met: missing === undefined,
    label: askFor(label),
    source,
    at: missing === undefined ? at : { ...at, row: missing.id },
  };
}

function isAsked({ when }: FieldRow, values: Readonly<Record<string, unknown>>): boolean {
  return when === undefined || when.is.some((value) => value === values[when.field]);
}

function result(row: RequirementRow, { state, payload, actor, day }: Asked, facts: Facts): RequirementResult {
  const fact = facts[row.fact] ?? null;
  const kind = row.at?.document;
  const document = kind === undefined ? '' : (documentOf(state, kind, payload, actor.person) ?? kind);
  const first = Array.isArray(fact) && row.is === 'none' ? fact[0] : undefined;
  return {
    id: row.id,
    met: holds(row, fact, facts, day),
    label: row.label,
    source: row.source,
    at: row.at && { document, field: row.at.field, ...(typeof first === 'string' ? { row: first } : {}) },
  };
}

function holds(row: RequirementRow, fact: Fact, facts: Facts, day: Day): boolean {
  switch (row.is) {
    case 'given':
      return fact !== null && fact !== '';
    case 'none':
      return Array.isArray(fact) ? fact.length === 0 : fact === 0;
    case 'some':
      return Array.isArray(fact) ? fact.length > 0 : typeof fact === 'number' && fact > 0;
    case 'yes':
      return fact === true;
    case 'no':
      return fact !== true;
    case 'not-future':
      return !isDay(fact) || fact <= day;
    case 'one-of':
      return typeof fact === 'string' && (row.values ?? []).includes(fact);
    case 'not-before': {
      const other = facts[row.than ?? ''];
      return !isDay(fact) || !isDay(other) || fact >= other;
    }
  }
}

function onTrack(row: RequirementRow, state: CaseState): boolean {
  return row.tracks === undefined || (state.track !== null && row.tracks.includes(state.track));
}

function applies(row: RequirementRow, facts: Facts): boolean {
  return row.when === undefined || row.when.is.includes(facts[row.when.fact] as string | boolean);
}

function answered(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '';
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0);
}

/** What is missing, by its label: a question is answered, everything else filled in. */
function askFor(label: string): string {
  return label.endsWith('?') ? `Answer: ${label}` : `Fill in: ${label}`;
}
