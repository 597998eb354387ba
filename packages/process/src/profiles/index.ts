export { hawaiiClassic } from './hawaii-classic.js';
