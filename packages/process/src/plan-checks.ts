/** Questions about a plan while it is written. An entry of its own, so that a page without a plan does not load them. */
export { checkGoal, weeklyGrowth } from './goal-check.js';
export { lreOfPlan } from './lre.js';
