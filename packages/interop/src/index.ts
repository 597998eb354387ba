export { readEdfi } from './edfi/read.js';
export { type Coverage, type Named, type Place, type RosterItem, UnusableInput } from './items.js';
export { type Lookup, memoryLookup } from './lookup.js';
export { readOneRoster } from './oneroster/read.js';
export type * from './rows.js';
