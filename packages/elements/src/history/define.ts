import { define } from '../shared/define.js';
import { SspHistory } from './history.js';

define('ssp-history', SspHistory);
