import { define } from '../shared/define.js';
import { SspDecision } from './decision.js';

define('ssp-decision', SspDecision);
