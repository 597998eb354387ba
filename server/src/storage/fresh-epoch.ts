/** Milliseconds since 1970 at the begin of 2025. */
const begin = 1_735_689_600_000;

/**
 * An epoch that no room of this district ever had. Two restores of one backup must not give the same, and the second knows nothing of
 * the first: so it counts the milliseconds since 2025, and always goes up. A room's name has place for 300 years of it.
 */
export function freshEpoch(before: number): number {
  return Math.max(before + 1, Date.now() - begin);
}
