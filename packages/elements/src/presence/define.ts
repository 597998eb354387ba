import { define } from '../shared/define.js';
import { SspPresence } from './presence.js';

define('ssp-presence', SspPresence);
