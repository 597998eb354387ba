/** Counters of the process, as Prometheus reads them. Nothing of a person or a case is in them. */
export interface Metrics {
  count(name: 'decisions' | 'decisions_refused' | 'requests' | 'faults'): void;
  text(gauges: Readonly<Record<string, number>>): string;
}

export function makeMetrics(): Metrics {
  const counters = { decisions: 0, decisions_refused: 0, requests: 0, faults: 0 };
  return {
    count: (name) => {
      counters[name]++;
    },
    text: (gauges) =>
      [
        ...Object.entries(counters).flatMap(([name, value]) => [
          `# TYPE ssp_${name}_total counter`,
          `ssp_${name}_total ${value}`,
        ]),
        ...Object.entries(gauges).flatMap(([name, value]) => [`# TYPE ssp_${name} gauge`, `ssp_${name} ${value}`]),
        '',
      ].join('\n'),
  };
}
