import '@ssp-kit/elements/caseload/define.js';
import '@ssp-kit/elements/presence/define.js';
import '@ssp-kit/elements/stage-track/define.js';
import '@ssp-kit/elements/sync-status/define.js';
