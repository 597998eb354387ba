import { define } from '../shared/define.js';
import { SspFamily } from './family.js';

define('ssp-family', SspFamily);
