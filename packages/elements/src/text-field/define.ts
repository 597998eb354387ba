import { define } from '../shared/define.js';
import { SspTextField } from './text-field.js';

define('ssp-text-field', SspTextField);
