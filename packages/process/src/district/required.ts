import type { Process } from '../process.js';
import { nameOf } from '../profiles/override.js';
import type { FieldRow } from '../tables/fields/index.js';
import { entriesOf, isLaw, join, type Tell } from './reading.js';

/** `required`: fields that have to be answered here, and fields that need not. */
export function withRequired(process: Process, json: unknown, tell: Tell): Process {
  const changes = new Map<string, (row: FieldRow) => FieldRow>();
  for (const [name, value] of entriesOf(json, 'required', tell)) {
    const row = join('required', name);
    const field = process.fields.find((one) => nameOf(one) === name);
    if (field === undefined) tell(row, 'There is no field of this name.');
    else if (value === 'needed') {
      const reason = whyNotNeeded(process, field);
      if (reason === null) changes.set(name, needed);
      else tell(row, reason);
    } else if (value === 'optional') {
      const reason = whyNotOptional(process, field);
      if (reason === null) changes.set(name, optional);
      else tell(row, reason);
    } else tell(row, 'It has to be "needed" or "optional".');
  }
  return { ...process, fields: process.fields.map((row) => changes.get(nameOf(row))?.(row) ?? row) };
}

/** Why a field of this document cannot be demanded; null where a decision asks for it. */
export function whyNotAsked({ documents, actions }: Process, of: string): string | null {
  if (documents.find(({ kind }) => kind === of)?.writer === 'server') return 'Only the server writes in this document.';
  const asks = actions.some(({ reads, seals }) => reads?.includes(of) && seals?.includes(of));
  return asks ? null : 'No decision seals this document, so nothing would ask for the field.';
}

function whyNotNeeded(process: Process, { of }: FieldRow): string | null {
  return process.actions.some(({ id }) => id === of) ? null : whyNotAsked(process, of);
}

function whyNotOptional({ requirements }: Process, { of, name, list, needed: is, required, source }: FieldRow) {
  if (required) return 'The decision cannot be recorded without this answer.';
  if (is !== undefined && isLaw(source)) return `It is demanded by law (${source}).`;
  const judged = requirements.find(({ at }) => at?.document === of && (at.field === name || at.field === list));
  if (is === undefined && judged) return `The decision ${judged.action} is judged on it (${judged.source}).`;
  return is === undefined ? 'It need not be answered as it is.' : null;
}

function needed(row: FieldRow): FieldRow {
  return row.of.includes('.') ? { ...row, required: true } : { ...row, needed: true };
}

function optional({ needed: _needed, ...row }: FieldRow): FieldRow {
  return row;
}
