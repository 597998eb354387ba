import '@ssp-kit/elements/case/define.js';
import '@ssp-kit/elements/conference/define.js';
import '@ssp-kit/elements/evidence/define.js';
import '@ssp-kit/elements/family/define.js';
import '@ssp-kit/elements/needs-definition/define.js';
import '@ssp-kit/elements/plan-review/define.js';
import '@ssp-kit/elements/referral-form/define.js';
import '@ssp-kit/elements/team/define.js';
