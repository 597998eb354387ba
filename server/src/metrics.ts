/** What the process counts, as Prometheus reads it. Nothing of a person or a case is in it: codes and numbers only. */

/** Counters, each with the one label it has, if any, and what it counts. */
const counters = {
  requests: [null, 'Requests to the API'],
  faults: [null, 'Requests that ended with a fault of ours'],
  decisions: [null, 'Decisions that were taken'],
  decisions_refused: ['code', 'Decisions that were refused'],
  updates: [null, 'Updates that are on disk'],
  updates_refused: ['code', 'Updates that were not taken'],
  sockets_refused: ['code', 'Sockets that were not let in, by their close code'],
} as const satisfies Readonly<Record<string, readonly [label: string | null, help: string]>>;

export type Counter = keyof typeof counters;

/** Upper bounds in seconds: a keystroke is to be on disk within 15 ms at the median and 150 ms at the worst. */
const buckets = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5] as const;

export interface Metrics {
  count(name: Counter, label?: string): void;
  /** Seconds from a received update to the disk. */
  committed(seconds: number): void;
  text(gauges: Readonly<Record<string, number>>): string;
}

export function makeMetrics(): Metrics {
  const counted = new Map<Counter, Map<string, number>>();
  /** How many took at most as long as each bound. */
  const atMost = buckets.map(() => 0);
  let [commits, seconds] = [0, 0];

  function counterLines(name: Counter): string[] {
    const [label, help] = counters[name];
    const values = [...(counted.get(name) ?? (label === null ? [['', 0] as const] : []))];
    return [
      `# HELP ssp_${name}_total ${help}`,
      `# TYPE ssp_${name}_total counter`,
      ...values.map(([value, count]) => `ssp_${name}_total${label === null ? '' : `{${label}="${value}"}`} ${count}`),
    ];
  }

  return {
    count(name, label = '') {
      const values = counted.get(name) ?? new Map<string, number>();
      counted.set(name, values);
      values.set(label, (values.get(label) ?? 0) + 1);
    },

    committed(took) {
      commits++;
      seconds += took;
      for (let index = buckets.length - 1; index >= 0 && took <= (buckets[index] as number); index--) {
        atMost[index] = (atMost[index] as number) + 1;
      }
    },

    text(gauges) {
      return [
        ...(Object.keys(counters) as Counter[]).flatMap(counterLines),
        '# HELP ssp_commit_seconds From a received update to the disk',
        '# TYPE ssp_commit_seconds histogram',
        ...buckets.map((bound, index) => `ssp_commit_seconds_bucket{le="${bound}"} ${atMost[index]}`),
        `ssp_commit_seconds_bucket{le="+Inf"} ${commits}`,
        `ssp_commit_seconds_sum ${seconds}`,
        `ssp_commit_seconds_count ${commits}`,
        ...Object.entries(gauges).flatMap(([name, value]) => [`# TYPE ssp_${name} gauge`, `ssp_${name} ${value}`]),
        '',
      ].join('\n');
    },
  };
}
