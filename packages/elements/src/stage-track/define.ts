import { define } from '../shared/define.js';
import { SspStageTrack } from './stage-track.js';

define('ssp-stage-track', SspStageTrack);
