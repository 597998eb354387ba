import { define } from '../shared/define.js';
import { SspConference } from './conference.js';

define('ssp-conference', SspConference);
