// `ssp-session` is first, so that it is there when the elements below it ask for a session.
import './register-session.js';
