export * from './close-codes.js';
export * from './commands.js';
export * from './http.js';
export * from './messages.js';
export * from './rooms.js';
