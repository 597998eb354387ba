import type { Scenario } from './figures.js';
import { conference } from './scenarios/conference.js';
import { decisions } from './scenarios/decisions.js';
import { join } from './scenarios/join.js';
import { kill } from './scenarios/kill.js';
import { memory } from './scenarios/memory.js';
import { merge } from './scenarios/merge.js';
import { saturation } from './scenarios/saturation.js';
import { storm } from './scenarios/storm.js';

/** Everything that is measured, in a few minutes or, for a release, in an hour. Made when it is asked for: some build large documents. */
export function scenarios(long: boolean, kills = long ? 200 : 20): Readonly<Record<string, () => Scenario>> {
  const seconds = long ? 20 : 8;
  return {
    'conference-20x5': () => conference(20, 5, seconds, 3),
    'conference-60x6': () => conference(60, 6, seconds, 3),
    saturation: () => saturation(50, 6, long ? 4 : 2, long ? 3 : 1),
    'join-plan': () => join('plan', long ? 20 : 4, long ? 3 : 1),
    'join-log': () => join('log', long ? 20 : 4, long ? 3 : 1),
    kill: () => kill(kills),
    memory: () => memory(long ? 1_000 : 300),
    storm: () => storm(60, 5, long ? 5 : 2),
    merge: () => merge(long ? 20 : 5, long ? 3 : 1),
    decisions: () => decisions(20, long ? 60 : 12, long ? 3 : 1),
  };
}
