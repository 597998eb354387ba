/** Seconds since 1970 at the begin of 2025. */
const begin = 1_735_689_600;

/**
 * An epoch that no room of this district ever had. Two restores of one backup must not give the same, and the second knows nothing of
 * the first: so it counts the seconds since 2025, and always goes up.
 */
export function freshEpoch(before: number): number {
  return Math.max(before + 1, Math.floor(Date.now() / 1_000) - begin);
}
