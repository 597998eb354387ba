/** The invariants of decisions on top of shared documents. */
export const invariants = {
  I1: 'the log is 1..n, chained; what was once shown stays at its place',
  I2: 'one event at most for a key; the same command again has the same answer, another under its key none',
  I3: 'an accepted answer is an event in the log, a refused one is none',
  I4: 'no strict decision overtakes one that its person had not seen',
  I5: 'replaying the log gives the stored state and the official record',
  I6: 'what is sealed is what was signed: seen, hash, copy and room agree',
  I7: 'a sealed room takes nothing; an open one takes what its writer may write, and nothing of anybody else',
  I8: 'what was acknowledged, or seen by another, is in the room after any crash',
  I9: 'what was refused is not in the room, and still with its author',
  I10: 'who decides or writes has the right at that moment; after a revocation nobody has',
  I11: 'every command and every edit is answered once there is a connection',
} as const;

export type Invariant = keyof typeof invariants;

/** An invariant that did not hold. */
export class Violation extends Error {
  readonly invariant: Invariant;

  constructor(invariant: Invariant, what: string) {
    super(`${invariant} (${invariants[invariant]}): ${what}`);
    this.name = 'Violation';
    this.invariant = invariant;
  }
}

export function hold(invariant: Invariant, holds: boolean, what: () => string): asserts holds {
  if (!holds) throw new Violation(invariant, what());
}
