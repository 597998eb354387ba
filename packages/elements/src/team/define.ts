import { define } from '../shared/define.js';
import { SspTeam } from './team.js';

define('ssp-team', SspTeam);
