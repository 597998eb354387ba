import { define } from '../shared/define.js';
import { SspCaseload } from './caseload.js';

define('ssp-caseload', SspCaseload);
