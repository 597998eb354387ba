/** Honest people's updates through the gate: it has to take every one. */
import { Room } from '../test/gate/room.js';
import { random } from './random.js';

export interface HonestResult {
  readonly updates: number;
  readonly histories: number;
  /** What went wrong in the first history that was not taken whole, with its seed; null when all were. */
  readonly fault: string | null;
}

/** Five people who write, undo, reload and are offline, in one history of 300 steps after the other, until `wanted` updates were judged. */
export function honestUpdates(wanted: number, seed = 1): HonestResult {
  let updates = 0;
  let histories = 0;
  while (updates < wanted) {
    const next = random(seed + histories);
    const room = new Room();
    try {
      for (let step = 0; step < 300; step++) room.step(next(5), next(100), next(10_000));
      updates += room.settle();
    } catch (error) {
      return { updates, histories, fault: `history ${seed + histories}: ${(error as Error).message}` };
    }
    histories++;
  }
  return { updates, histories, fault: null };
}
