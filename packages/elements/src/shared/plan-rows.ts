import { type CaseState, type DocumentView, type FieldRow, originalOf, type Process } from '@ssp-kit/process';
import type { CaseView } from '@ssp-kit/session/contract';
import { goalSentence } from './goal-sentence.js';
import { activePlanOf } from './active-plan.js';
import { nameRow, rowsOf } from './fields.js';
import { serviceName } from './plan-words.js';
import { defineTerms } from './terms.js';

const terms = defineTerms('plan-rows', {
  goal: 'Goal {number}',
  earlier: 'Of an earlier plan',
});

/** The list of a plan that a field of another document points into: `goals` of `plan/goals`; null for any other field. */
export function planListOf(row: FieldRow | null): string | null {
  if (row?.type !== 'row') return null;
  const [document, list] = row.refersTo?.split('/') ?? [];
  return document === 'plan' && list !== undefined ? list : null;
}

/**
 * The plan that a document speaks of: the one that was active when it was opened, else the active one. Null where there is none or
 * the person may not open it.
 */
export function planBehind(view: CaseView | null, document: string | undefined): string | null {
  const state = view?.case;
  const opened = state?.documents[document ?? '']?.openedBy;
  if (!state || opened === undefined) return activePlanOf(view);
  // A corrected version counts from the day of the plan that it corrects.
  const begins = (plan: string): number => originalOf(state, plan)?.sealed?.seq ?? Infinity;
  const then = state.plans.findLast((plan) => begins(plan.document) < opened)?.document;
  if (then === undefined) return activePlanOf(view);
  return view?.access.some((one) => one.document === then) ? then : null;
}

/** What the rows of a plan's list are called. `plan` is what stands in it, undefined where it is not open to the person. */
export function planRows(
  process: Process,
  list: string,
  plan: DocumentView | undefined,
  state: CaseState | null | undefined,
  locale: string,
): readonly { readonly code: string; readonly label: string }[] {
  const rows = rowsOf(plan, list);
  if (list === 'services') {
    return (state?.plan?.services ?? []).map((one) => ({ code: one.id, label: serviceName(process, one, rows) }));
  }
  if (list !== 'goals') return rows.map((row, index) => ({ code: row.id, label: nameRow(row, index) }));
  if (rows.length > 0) {
    const student = state?.student.name ?? '';
    return rows.map((row) => ({ code: row.id, label: goalSentence(row, student, locale) }));
  }
  return (state?.plan?.goals ?? []).map((code, index) => ({ code, label: terms('goal', { number: index + 1 }) }));
}

/** The rows to choose from, and the one that was chosen even where its plan is no longer at hand: nobody reads an id. */
export function withChosen<T extends { readonly code: string; readonly label: string }>(
  rows: readonly T[],
  chosen: unknown,
): readonly (T | { readonly code: string; readonly label: string })[] {
  if (typeof chosen !== 'string' || chosen === '' || rows.some(({ code }) => code === chosen)) return rows;
  return [...rows, { code: chosen, label: terms('earlier') }];
}
