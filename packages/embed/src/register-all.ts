// `ssp-session` is first, so that it is there when the elements below it ask for a session.
import './register-session.js';
import './groups/overview.js';
import './groups/service-log.js';
import './groups/plan-builder.js';
import './groups/case.js';
