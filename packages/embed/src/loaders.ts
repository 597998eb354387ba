/**
 * How each element is fetched and registered when a page first uses its tag. Elements that stand on a page together come
 * together: one file each would be many small ones, which compress worse and wait for each other.
 */
export const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'ssp-service-log': () => import('./groups/service-log.js'),
  'ssp-plan-builder': () => import('./groups/plan-builder.js'),
  'ssp-caseload': () => import('./groups/overview.js'),
  'ssp-presence': () => import('./groups/overview.js'),
  'ssp-stage-track': () => import('./groups/overview.js'),
  'ssp-sync-status': () => import('./groups/overview.js'),
  'ssp-case': () => import('./groups/case.js'),
  'ssp-conference': () => import('./groups/case.js'),
  'ssp-consent': () => import('./groups/case.js'),
  'ssp-deadlines': () => import('./groups/case.js'),
  'ssp-eligibility': () => import('./groups/case.js'),
  'ssp-evaluation': () => import('./groups/case.js'),
  'ssp-evidence': () => import('./groups/case.js'),
  'ssp-family': () => import('./groups/case.js'),
  'ssp-history': () => import('./groups/case.js'),
  'ssp-invitation': () => import('./groups/case.js'),
  'ssp-needs-definition': () => import('./groups/case.js'),
  'ssp-notice': () => import('./groups/case.js'),
  'ssp-plan-review': () => import('./groups/case.js'),
  'ssp-referral-form': () => import('./groups/case.js'),
  'ssp-team': () => import('./groups/case.js'),
};
