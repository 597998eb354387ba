export { hawaiiClassic } from './hawaii-classic.js';
export { hawaiiCurrent } from './hawaii-current.js';
export { ideaFederal } from './idea-federal.js';
