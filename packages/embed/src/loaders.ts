/* eslint-disable no-restricted-syntax -- each is an entry of the elements' package, and a chunk of its own in the bundle */

/** How each element is fetched and registered when a page first uses its tag. */
export const loaders: Readonly<Record<string, () => Promise<unknown>>> = {
  'ssp-case': () => import('@ssp-kit/elements/case/define.js'),
  'ssp-caseload': () => import('@ssp-kit/elements/caseload/define.js'),
  'ssp-conference': () => import('@ssp-kit/elements/conference/define.js'),
  'ssp-evidence': () => import('@ssp-kit/elements/evidence/define.js'),
  'ssp-family': () => import('@ssp-kit/elements/family/define.js'),
  'ssp-needs-definition': () => import('@ssp-kit/elements/needs-definition/define.js'),
  'ssp-plan-builder': () => import('@ssp-kit/elements/plan-builder/define.js'),
  'ssp-plan-review': () => import('@ssp-kit/elements/plan-review/define.js'),
  'ssp-presence': () => import('@ssp-kit/elements/presence/define.js'),
  'ssp-referral-form': () => import('@ssp-kit/elements/referral-form/define.js'),
  'ssp-service-log': () => import('@ssp-kit/elements/service-log/define.js'),
  'ssp-stage-track': () => import('@ssp-kit/elements/stage-track/define.js'),
  'ssp-sync-status': () => import('@ssp-kit/elements/sync-status/define.js'),
  'ssp-team': () => import('@ssp-kit/elements/team/define.js'),
};
