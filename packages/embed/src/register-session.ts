import { define } from '@ssp-kit/elements';
import { SspSession } from './ssp-session.js';

define('ssp-session', SspSession);
