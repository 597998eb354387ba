import type { RowView } from '@ssp-kit/process';

/** Where each card of a plan stands: the goals under their need, the services under their goal; '' are those without. */
export interface Arrangement {
  readonly needs: readonly string[];
  readonly goals: ReadonlyMap<string, readonly string[]>;
  readonly services: ReadonlyMap<string, readonly string[]>;
}

interface PlanRows {
  readonly needs: readonly RowView[];
  readonly goals: readonly RowView[];
  readonly services: readonly RowView[];
}

/**
 * Puts a plan's rows in reading order. While somebody works in the cards (`shown`), known cards keep their places and new ones
 * come in between; only what is gone goes.
 */
export function arrange(rows: PlanRows, shown: Arrangement | null): Arrangement {
  const needs = places(ids(rows.needs), shown?.needs ?? null);
  const known = new Set(needs);
  const needOf = parents(rows.goals, 'need', known, shown?.goals ?? null);
  const goalIds = new Set(ids(rows.goals));
  const goalOf = parents(rows.services, 'goal', goalIds, shown?.services ?? null);
  return {
    needs,
    goals: group(['', ...needs], rows.goals, needOf, shown?.goals ?? null),
    services: group(['', ...goalIds], rows.services, goalOf, shown?.services ?? null),
  };
}

function parents(
  rows: readonly RowView[],
  field: string,
  known: ReadonlySet<string>,
  shown: ReadonlyMap<string, readonly string[]> | null,
): ReadonlyMap<string, string> {
  const held = new Map([...(shown ?? [])].flatMap(([parent, children]) => children.map((child) => [child, parent])));
  return new Map(
    rows.map((row) => {
      const wanted = row[field];
      const parent = typeof wanted === 'string' && known.has(wanted) ? wanted : '';
      const before = held.get(row.id);
      return [row.id, before !== undefined && (before === '' || known.has(before)) ? before : parent];
    }),
  );
}

function group(
  heads: readonly string[],
  rows: readonly RowView[],
  parentOf: ReadonlyMap<string, string>,
  shown: ReadonlyMap<string, readonly string[]> | null,
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    heads.map((head) => {
      const wanted = ids(rows).filter((id) => parentOf.get(id) === head);
      return [head, places(wanted, shown?.get(head) ?? null)];
    }),
  );
}

/** The wanted order; with `shown`, what is shown stays in its order and the rest comes in behind its neighbour. */
function places(wanted: readonly string[], shown: readonly string[] | null): readonly string[] {
  if (shown === null) return wanted;
  const order = shown.filter((id) => wanted.includes(id));
  wanted.forEach((id, at) => {
    if (order.includes(id)) return;
    const before = at === 0 ? -1 : order.indexOf(wanted[at - 1] ?? '');
    order.splice(before + 1, 0, id);
  });
  return order;
}

function ids(rows: readonly RowView[]): readonly string[] {
  return rows.map(({ id }) => id);
}
