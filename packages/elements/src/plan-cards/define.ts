import { define } from '../shared/define.js';
import { SspPlanCards } from './plan-cards.js';

define('ssp-plan-cards', SspPlanCards);
