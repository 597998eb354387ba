import { define } from '../shared/define.js';
import { SspSyncStatus } from './sync-status.js';

define('ssp-sync-status', SspSyncStatus);
