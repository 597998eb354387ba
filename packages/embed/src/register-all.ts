// `ssp-session` is first, so that it is there when the elements below it ask for a session.
import './register-session.js';
import '@ssp-kit/elements/case/define.js';
import '@ssp-kit/elements/caseload/define.js';
import '@ssp-kit/elements/conference/define.js';
import '@ssp-kit/elements/evidence/define.js';
import '@ssp-kit/elements/family/define.js';
import '@ssp-kit/elements/needs-definition/define.js';
import '@ssp-kit/elements/plan-builder/define.js';
import '@ssp-kit/elements/plan-review/define.js';
import '@ssp-kit/elements/presence/define.js';
import '@ssp-kit/elements/referral-form/define.js';
import '@ssp-kit/elements/service-log/define.js';
import '@ssp-kit/elements/stage-track/define.js';
import '@ssp-kit/elements/sync-status/define.js';
import '@ssp-kit/elements/team/define.js';
