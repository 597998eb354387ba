import type { CaseDate, CaseState } from './case-state.js';
import type { EligibilityMaterial } from './eligibility-status.js';
import type { Process } from './process.js';
import type { EventRow } from './tables/events.js';
import type { Day } from './types.js';

/** What the eligibility status is computed from, as the official record has it. A case without a word on it counts as enrolled. */
export function eligibilityMaterial(state: CaseState, { events }: Pick<Process, 'events'>): EligibilityMaterial {
  return {
    decisions: state.eligibilities.map(({ regulation, decided, eligible, seq }) => ({
      regulation,
      decided,
      filed: decided,
      eligible,
      seq,
      notices: state.notices
        .filter(({ about, because }) => about === 'eligibility' && because === seq)
        .map((notice) => ({ provided: notice.provided, seq: notice.seq ?? notice.because })),
    })),
    consents: state.consents.map(({ form, result, revoked, seq }) => ({ form, result, revoked, seq })),
    reevaluationDeclined: reevaluationDeclined(state),
    enrollment: enrollmentOf(state, events),
    fapeDeclined: isAfter(state.dates['fapeDeclinedDate'], state.dates['fapeAcceptedDate']),
  };
}

/** The parents' refusal of a reevaluation (form 102c), until a later determination. An agreement that none is needed is no refusal. */
function reevaluationDeclined({ consents, eligibilities }: CaseState): Day | null {
  const last = consents.findLast(({ form }) => form === '102c');
  if (last?.result !== 'denied' || eligibilities.some(({ seq }) => seq > last.seq)) return null;
  return last.received;
}

/** What the last event on the enrollment says: of the latest day, and of several on one day the one that was recorded last. */
function enrollmentOf({ dates }: CaseState, rows: readonly EventRow[]): EligibilityMaterial['enrollment'] {
  let newest: { readonly date: CaseDate; readonly says: EligibilityMaterial['enrollment'] } | null = null;
  for (const { sets, enrollment } of rows) {
    const date = dates[sets];
    if (enrollment && date && isAfter(date, newest?.date)) newest = { date, says: enrollment };
  }
  return newest?.says ?? { status: null, exitCode: null };
}

function isAfter(date: CaseDate | undefined, other: CaseDate | undefined): boolean {
  if (!date) return false;
  return !other || date.day > other.day || (date.day === other.day && date.seq > other.seq);
}
