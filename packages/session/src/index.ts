export type * from './contract.js';
export type { Log } from './log.js';
export { memoryStore } from './offline/memory.js';
export type { OfflineStore } from './offline/ports.js';
export { createSession, type SessionOptions } from './session.js';
export { SignedOut } from './tokens.js';
export { uuidv7 } from './uuid.js';
