import type { CaseState, DocumentView, Process, RowView } from '@ssp-kit/process';
import { fieldRow, isAsked, nameRow, rowsOf } from '../shared/fields.js';
import { terms } from './plan-cards.terms.js';

/** The lists of a plan that are shown as cards. */
export const lists = ['needs', 'goals', 'services'] as const;

export type ListName = (typeof lists)[number];

export type PlanRows = Readonly<Record<ListName, readonly RowView[]>>;

/** The field in which the writing of a new row begins; a row is blank while it is empty. */
export const firstField: Readonly<Record<ListName, string>> = {
  needs: 'statement',
  goals: 'behavior',
  services: 'name',
};

/** The fields of a row in the order in which one is looked for that is still empty. */
const order: Readonly<Record<ListName, readonly string[]>> = {
  needs: ['statement', 'area', 'waivedReason'],
  goals: ['need', 'behavior', 'baseline', 'target', 'measure', 'dueDate', 'schedule', 'criterion', 'condition'],
  services: [
    'goal',
    'name',
    'type',
    'minutes',
    'count',
    'interval',
    'location',
    'provider',
    'startDate',
    'endDate',
    'role',
  ],
};

export function isList(name: string): name is ListName {
  return lists.some((list) => list === name);
}

export function planRows(data: DocumentView | undefined): PlanRows {
  return { needs: rowsOf(data, 'needs'), goals: rowsOf(data, 'goals'), services: rowsOf(data, 'services') };
}

/** The rows of these ids, in their order. */
export function pick(rows: readonly RowView[], ids: readonly string[]): readonly RowView[] {
  return ids.map((id) => rows.find((row) => row.id === id)).filter((row) => row !== undefined);
}

/** Whether an answer stands in a row; a link counts only when it leads to a row that is there. */
export function isAnswered(rows: PlanRows, row: RowView, name: string): boolean {
  const value = row[name];
  if (name === 'need') return rows.needs.some(({ id }) => id === value);
  if (name === 'goal') return rows.goals.some(({ id }) => id === value);
  return value != null && String(value).trim() !== '';
}

/** The field of a row to go to: the first that is asked and empty, else the one that is mended most often. */
export function firstEmpty(
  process: Process,
  rows: PlanRows,
  list: ListName,
  row: RowView,
  state: CaseState | null,
): string {
  const asked = order[list].filter((name) => {
    const field = fieldRow(process, 'plan', name, list);
    return field !== undefined && isAsked(field, row, state?.track ?? null);
  });
  const empty = asked.find((name) => !isAnswered(rows, row, name));
  if (empty !== undefined) return empty;
  if (list === 'goals') return 'target';
  const offTeam = !state?.team.some(({ person }) => person === row['provider']);
  return list === 'services' ? (offTeam ? 'provider' : 'startDate') : 'statement';
}

/** What a card is called where a button speaks of it. */
export function cardName(list: ListName, row: RowView): string {
  const name = nameRow(row, -1);
  if (name !== '0') return name;
  return list === 'services' ? terms('withoutName') : list === 'goals' ? terms('goal', { number: '' }).trim() : '';
}
