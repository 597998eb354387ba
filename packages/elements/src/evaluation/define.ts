import { define } from '../shared/define.js';
import { SspEvaluation } from './evaluation.js';

define('ssp-evaluation', SspEvaluation);
