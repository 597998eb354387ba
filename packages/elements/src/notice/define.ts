import { define } from '../shared/define.js';
import { SspNotice } from './notice.js';

define('ssp-notice', SspNotice);
