/** The computed eligibility of a student. An entry of its own, so that only the page that shows it loads it. */
export { eligibilityMaterial } from './eligibility-material.js';
export { eligibilityStatus } from './eligibility-status.js';
