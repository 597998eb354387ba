import type { HostileCase } from '../case.js';
import { doorCases } from './door.js';
import { floodCases } from './floods.js';
import { framingCases } from './framing.js';
import { messageCases } from './messages.js';
import { presenceCases } from './presence.js';
import { rightCases } from './rights.js';
import { updateCases } from './updates.js';

export interface Chapter {
  readonly title: string;
  readonly cases: readonly HostileCase[];
}

/** Every case, in the order in which they are run. */
export const chapters: readonly Chapter[] = [
  { title: 'Messages that are none', cases: messageCases },
  { title: 'Broken frames and handshakes', cases: framingCases },
  { title: 'Updates that Yjs would take and suffer from', cases: updateCases },
  { title: 'State vectors and presence', cases: presenceCases },
  { title: 'The door', cases: doorCases },
  { title: 'Rights', cases: rightCases },
  { title: 'Too much, too slow, too many', cases: floodCases },
];
