export { judgingText } from '../fingerprint.js';
export { districtProcess } from './district-process.js';
export type { Fault } from './reading.js';
