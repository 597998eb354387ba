import type { CycleType } from './tables/cycles.js';
import type { Track } from './tables/stages.js';
import type { Day } from './types.js';

/** What the cycle of a plan is computed from. */
export interface CycleMaterial {
  readonly track: Track;
  /** How many plans of this kind the student ever had active here, the active one included. */
  readonly earlierPlans: number;
  readonly active: { readonly endDate: Day } | null;
  /** What kind of evaluation led to the eligibility decision since the last activation; null when there was none. */
  readonly evaluationType: 'initial' | 'reevaluation' | null;
  readonly newEnd: Day | null;
  /** A conference for this plan was held since the last activation. */
  readonly conferenceHeldSince: boolean;
  /** The student came with a plan of this kind from another state. */
  readonly transferIn: boolean;
}

/** The kind of cycle a plan under way is. */
export function cycleType(material: CycleMaterial): CycleType {
  const { track, earlierPlans, active, evaluationType, newEnd, conferenceHeldSince, transferIn } = material;
  if (earlierPlans === 0) return transferIn && track !== 'action' ? 'transfer' : 'initial';
  if (evaluationType === 'reevaluation' && track !== 'action') return 'reevaluation';
  const goesOn = active === null || (newEnd !== null && newEnd > active.endDate);
  if (goesOn) return track === 'idea' ? 'annual' : 'review';
  if (track === 's504') return 'review';
  return track === 'idea' && !conferenceHeldSince ? 'amendment' : 'revision';
}
