import { define } from '../shared/define.js';
import { SspNeedsDefinition } from './needs-definition.js';

define('ssp-needs-definition', SspNeedsDefinition);
