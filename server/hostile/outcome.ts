/** What came of an attack: `held` as it should be, `weak` without harm to others but not as it should be, `broken` with harm. */
export type Verdict = 'held' | 'weak' | 'broken';

export interface Outcome {
  readonly verdict: Verdict;
  readonly reason: string;
}

export const held = (reason: string): Outcome => ({ verdict: 'held', reason });
export const weak = (reason: string): Outcome => ({ verdict: 'weak', reason });
export const broken = (reason: string): Outcome => ({ verdict: 'broken', reason });

const ranks: Readonly<Record<Verdict, number>> = { held: 0, weak: 1, broken: 2 };

/** The worst of several; of equals the first. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((a, b) => (ranks[b.verdict] > ranks[a.verdict] ? b : a));
}
