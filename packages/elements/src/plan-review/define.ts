import { define } from '../shared/define.js';
import { SspPlanReview } from './plan-review.js';

define('ssp-plan-review', SspPlanReview);
