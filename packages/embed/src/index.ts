/** For applications with a bundler of their own: importing this registers `ssp-session` and every element. */
import './context-root.js';
import './register-all.js';

export type { CaseChange, StageChange } from './case-changes.js';
export { setBundleAddress } from './server-base.js';
export { SspSession } from './ssp-session.js';
export type { GetToken, TokenProblem } from './token-source.js';
