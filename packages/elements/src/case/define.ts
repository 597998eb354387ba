import { define } from '../shared/define.js';
import { SspCase } from './case.js';

define('ssp-case', SspCase);
