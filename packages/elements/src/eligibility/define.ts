import { define } from '../shared/define.js';
import { SspEligibility } from './eligibility.js';

define('ssp-eligibility', SspEligibility);
