import type { Attacker } from './attacker.js';
import { held, type Outcome, weak } from './outcome.js';
import type { Stage } from './stage.js';

/** One kind of attack. The runner looks at the room, the victim and the bystanders afterwards: a case judges only what it did itself. */
export interface HostileCase {
  readonly id: string;
  /** What the attacker does. */
  readonly does: string;
  /** What a server has to do. */
  readonly must: string;
  /** `own`: it needs people, rights and decisions of this project's server. */
  readonly needs?: 'own';
  /** It is judged by a clock or by memory too, which a busy machine may spoil. */
  readonly isMeasured?: true;
  run(stage: Stage): Promise<Outcome>;
}

/** Judges an attacker by its end: closed or asked for what is missing is as it should be. */
export async function turnedAway(attacker: Attacker): Promise<Outcome> {
  const end = await attacker.settle();
  if (end === 'closed') return held(`closed with ${attacker.closeCode}`);
  if (end === 'silent') return weak('the server stopped answering');
  if (attacker.wasAsked) return held('not taken: the server asked for what is missing');
  return weak('taken or ignored without a word');
}

/** A case of which every message alone has to end its socket. */
export function eachTurnedAway(
  row: Pick<HostileCase, 'id' | 'does' | 'must'>,
  messages: (stage: Stage) => readonly (Uint8Array | string)[],
  atOnce = 8,
): HostileCase {
  return {
    ...row,
    async run(stage) {
      const waiting = [...messages(stage)];
      const all = waiting.length;
      let open = 0;
      let silent = 0;
      const codes = new Map<number, number>();
      async function work(): Promise<void> {
        for (let message = waiting.pop(); message !== undefined; message = waiting.pop()) {
          const attacker = await stage.attacker();
          attacker.send(message);
          const end = await attacker.settle();
          if (end === 'silent') silent++;
          // Some are judged by somebody who has to be asked first.
          else if (end === 'answered' && !attacker.wasAsked && (await attacker.closedWithin(1_000)) === null) open++;
          if (attacker.closeCode !== null) codes.set(attacker.closeCode, (codes.get(attacker.closeCode) ?? 0) + 1);
          attacker.end();
        }
      }
      await Promise.all(Array.from({ length: Math.min(atOnce, all) }, work));
      const told = [...codes].map(([code, count]) => `${count} × ${code}`).join(', ');
      if (silent > 0) return weak(`${silent} of ${all} were not answered any more`);
      if (open > 0) return weak(`${open} of ${all} went by without a word${told ? ` (closed: ${told})` : ''}`);
      return held(`closed: ${told || 'none, all asked again'}`);
    },
  };
}
