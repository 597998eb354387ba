import { define } from '../shared/define.js';
import { SspField } from './field.js';

define('ssp-field', SspField);
