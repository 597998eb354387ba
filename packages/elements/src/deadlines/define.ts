import { define } from '../shared/define.js';
import { SspDeadlines } from './deadlines.js';

define('ssp-deadlines', SspDeadlines);
