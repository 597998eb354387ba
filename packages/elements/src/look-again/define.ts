import { define } from '../shared/define.js';
import { SspLookAgain } from './look-again.js';

define('ssp-look-again', SspLookAgain);
