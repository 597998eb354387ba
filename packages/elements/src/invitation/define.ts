import { define } from '../shared/define.js';
import { SspInvitation } from './invitation.js';

define('ssp-invitation', SspInvitation);
