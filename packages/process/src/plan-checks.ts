import { type LeastRestrictive, lreOfPlan as placementOf } from './lre.js';
import type { Process } from './process.js';
import { lre } from './tables/lre.js';
import type { DocumentView } from './types.js';

/** Questions about a plan while it is written. An entry of its own, so that a page without a plan does not load them. */
export { checkGoal, weeklyGrowth } from './goal-check.js';

/** The placement of a plan, by the built-in rows where no process is given. */
export function lreOfPlan(plan: DocumentView, process: Pick<Process, 'lre'> = { lre }): LeastRestrictive | null {
  return placementOf(plan, process);
}
