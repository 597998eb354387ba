import { define } from '../shared/define.js';
import { SspEvidence } from './evidence.js';

define('ssp-evidence', SspEvidence);
