import type { CaseView } from '@ssp-kit/session/contract';

/** The document of the active plan, or null where there is none or the person may not open it. */
export function activePlanOf(view: CaseView | null): string | null {
  const document = view?.case?.plan?.document;
  return view?.access.some((one) => one.document === document) ? (document ?? null) : null;
}
