import { define } from '../shared/define.js';
import { SspServiceLog } from './service-log.js';

define('ssp-service-log', SspServiceLog);
