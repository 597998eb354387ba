/** What scenarios measure, and how the rounds of a run become one line. */
import type { TargetName } from './target.js';

/** A figure of one target in one round, by its name. */
export type Figures = Readonly<Record<string, number>>;

export interface Measured {
  readonly round: number;
  readonly target: TargetName;
  readonly figures: Figures;
}

export interface FigureRow {
  readonly name: string;
  readonly unit: string;
  /** A number of things, of which no ratio is told. */
  readonly count?: true;
  /** Digits behind the point. */
  readonly digits?: number;
}

/** One thing that is measured in the same way on each target. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** What was done, in one sentence for the table. */
  readonly does: string;
  readonly targets: readonly TargetName[];
  readonly figures: readonly FigureRow[];
  readonly rounds: number;
  measure(target: TargetName): Promise<Figures>;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** NaN for no values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Lines of a Markdown table: each figure's median of the rounds, and the median of the ratios round by round to Hocuspocus. */
export function tableOf(
  { targets, figures }: Scenario,
  measured: readonly Measured[],
  labels: (name: TargetName) => string,
): string[] {
  const compared = targets.includes('ssp') && targets.includes('hocuspocus');
  const of = (target: TargetName, name: string, round?: number) =>
    measured
      .filter((one) => one.target === target && (round === undefined || one.round === round))
      .map((one) => one.figures[name])
      .filter((value) => value !== undefined);
  const rounds = [...new Set(measured.map(({ round }) => round))];
  const head = ['', ...targets.map(labels), ...(compared ? ['SSP Kit ÷ Hocuspocus'] : [])];
  const lines = [
    `| ${head.join(' | ')} |`,
    `|---|${head
      .slice(1)
      .map(() => '---:|')
      .join('')}`,
  ];
  for (const { name, unit, digits = 1, count } of figures) {
    const cells = targets.map((target) => {
      const values = of(target, name);
      return values.length > 0 ? median(values).toFixed(digits) : '–';
    });
    const ratios = rounds.flatMap((round) => {
      const [ours] = of('ssp', name, round);
      const [theirs] = of('hocuspocus', name, round);
      return ours !== undefined && theirs !== undefined && theirs !== 0 ? [ours / theirs] : [];
    });
    if (compared) cells.push(!count && ratios.length > 0 ? `${median(ratios).toFixed(2)} ×` : '–');
    lines.push(`| ${name}${unit ? `, ${unit}` : ''} | ${cells.join(' | ')} |`);
  }
  return lines;
}
