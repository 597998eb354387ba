import { define } from '../shared/define.js';
import { SspPlanBuilder } from './plan-builder.js';

define('ssp-plan-builder', SspPlanBuilder);
