import { define } from '../shared/define.js';
import { SspReferralForm } from './referral-form.js';

define('ssp-referral-form', SspReferralForm);
