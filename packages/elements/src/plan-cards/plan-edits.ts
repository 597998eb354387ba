import type { DocumentView, Plain, Process, RowView } from '@ssp-kit/process';
import type { DocumentHandle, Session } from '@ssp-kit/session/contract';
import { fieldRow } from '../shared/fields.js';
import type { ListName, PlanRows } from './rows.js';

/** A row that was removed, and what it takes to bring it back. */
export interface GoneRow {
  readonly list: ListName;
  readonly row: RowView;
  readonly after: string | null;
}

/** The plan in which rows are added, moved and removed. */
export interface EditedPlan {
  readonly session: Session | null;
  readonly document: DocumentHandle | null;
}

export function addRow(
  { session, document }: EditedPlan,
  list: ListName,
  id: string,
  values: Readonly<Record<string, Plain>>,
  after?: string | null,
): void {
  if (document === null) return;
  void session?.dispatch({
    type: 'row.add',
    caseId: document.caseId,
    document: document.id,
    list,
    id,
    values,
    ...(after === undefined ? {} : { after }),
  });
}

/** What a new row begins with: a goal its need; a service its goal and the plan's dates. */
export function firstAnswers(list: ListName, parent: string, data: DocumentView): Readonly<Record<string, Plain>> {
  if (list === 'goals') return { need: parent };
  if (list === 'needs') return {};
  const dates = ['startDate', 'endDate'].map((name) => [name, data[name]] as const);
  return {
    goal: parent,
    ...Object.fromEntries(dates.filter((date): date is readonly [string, string] => typeof date[1] === 'string')),
  };
}

export function removeRow(
  { session, document }: EditedPlan,
  rows: PlanRows,
  list: ListName,
  id: string,
): GoneRow | null {
  const at = rows[list].findIndex((row) => row.id === id);
  const row = rows[list][at];
  if (document === null || row === undefined) return null;
  void session?.dispatch({ type: 'row.remove', caseId: document.caseId, document: document.id, list, id });
  return { list, row, after: rows[list][at - 1]?.id ?? null };
}

/** The same id again: its words are still in the document, its short answers are written once more. */
export function bringBack(plan: EditedPlan, process: Process, { list, row, after }: GoneRow): void {
  const values: Record<string, Plain> = {};
  for (const [name, value] of Object.entries(row)) {
    const field = fieldRow(process, 'plan', name, list);
    if (field !== undefined && field.type !== 'text' && value != null) values[name] = value;
  }
  addRow(plan, list, row.id, values, after);
}

/**
 * Moves a card among its neighbours: behind the one it is to follow, wherever that stands in the whole list. Answers the
 * button at which the person stays, or null where there is no neighbour.
 */
export function moveRow(
  { session, document }: EditedPlan,
  rows: PlanRows,
  list: ListName,
  id: string,
  siblings: readonly string[],
  by: -1 | 1,
): 'up' | 'down' | null {
  const at = siblings.indexOf(id);
  const next = siblings[at + by];
  if (document === null || next === undefined) return null;
  const all = rows[list].map((row) => row.id);
  const after = by === 1 ? next : (all[all.indexOf(next) - 1] ?? null);
  void session?.dispatch({ type: 'row.move', caseId: document.caseId, document: document.id, list, id, after });
  const atEnd = by === 1 ? at + 1 === siblings.length - 1 : at - 1 === 0;
  return (by === 1) === atEnd ? 'up' : 'down';
}
