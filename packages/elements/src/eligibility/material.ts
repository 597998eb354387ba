import type { CaseState } from '@ssp-kit/process';
import type { eligibilityStatus } from '@ssp-kit/process/eligibility';

type Material = Parameters<typeof eligibilityStatus>[0];

/** What the eligibility status is computed from, as the official record has it. A roster that is not here counts as enrolled. */
export function eligibilityMaterial(state: CaseState): Material {
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
    enrollment: { status: null, exitCode: null },
    fapeDeclined: false,
  };
}

/** The parents' refusal of a reevaluation (form 102c), until a later determination. An agreement that none is needed is no refusal. */
function reevaluationDeclined({ consents, eligibilities }: CaseState): string | null {
  const last = consents.findLast(({ form }) => form === '102c');
  if (last?.result !== 'denied' || eligibilities.some(({ seq }) => seq > last.seq)) return null;
  return last.received;
}
