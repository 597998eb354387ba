import { define } from '../shared/define.js';
import { SspFieldList } from './field-list.js';

define('ssp-field-list', SspFieldList);
