import { define } from '../shared/define.js';
import { SspConsent } from './consent.js';

define('ssp-consent', SspConsent);
