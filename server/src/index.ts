export { type App, type AppOptions, createApp } from './app.js';
export type { Auth, NewToken } from './auth.js';
export { defaultLimits, type Limits } from './limits.js';
export { readSettings, type Settings } from './settings.js';
export { StartError } from './start-error.js';
export { startTestServer, type TestServer } from './test-server.js';
