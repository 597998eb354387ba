/**
 * Measures the server against others on this machine: `node server/dist/bench/run.js [--long] [--rounds N] [--kills N] [scenario …]`.
 * Each target is a process of its own, and within a run they take turns, so that the ratios mean something on a busy machine.
 * Writes docs/bench.md when everything is measured.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Measured, type Scenario, tableOf } from './figures.js';
import { repository } from './repository.js';
import { scenarios } from './scenarios.js';
import { kinds, type TargetName } from './target.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    long: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    kills: { type: 'string' },
    only: { type: 'string' },
    write: { type: 'string' },
  },
});
const hasPeers = existsSync(join(repository, 'server/bench/peers/node_modules/@hocuspocus/server'));
const known = scenarios(values.long, values.kills === undefined ? undefined : Number(values.kills));
const asked = Object.keys(known).filter(
  (id) => positionals.length === 0 || positionals.some((part) => id.startsWith(part)),
);
if (asked.length === 0) {
  console.error(`No such scenario. They are: ${Object.keys(known).join(', ')}.`);
  process.exit(1);
}
const label = (name: TargetName) => kinds[name].label;

const sections: string[] = [];
for (const id of asked) {
  const scenario = (known[id] as () => Scenario)();
  const targets = scenario.targets.filter(
    (name) => (hasPeers || name !== 'hocuspocus') && (values.only === undefined || values.only === name),
  );
  const rounds = Number(values.rounds ?? scenario.rounds);
  const lines = section({ ...scenario, targets }, await measure(scenario, targets, rounds), rounds);
  sections.push(lines);
  console.log(lines);
}
if (values.write !== undefined) {
  writeFileSync(values.write, `${head()}\n${sections.join('\n')}`);
}

async function measure(scenario: Scenario, targets: readonly TargetName[], rounds: number): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    // Whoever begins one round ends the next.
    for (const target of round % 2 === 0 ? targets : targets.toReversed()) {
      const begun = performance.now();
      const figures = await scenario.measure(target);
      measured.push({ round, target, figures });
      const seconds = ((performance.now() - begun) / 1000).toFixed(0);
      console.error(`${scenario.id} ${round + 1}/${rounds} ${target} (${seconds} s): ${JSON.stringify(figures)}`);
    }
  }
  return measured;
}

function section(scenario: Scenario, measured: readonly Measured[], rounds: number): string {
  const often = rounds === 1 ? 'Measured once.' : `Medians of ${rounds} rounds.`;
  return [`## ${scenario.title}`, '', `${scenario.does} ${often}`, '', ...tableOf(scenario, measured, label), ''].join(
    '\n',
  );
}

function head(): string {
  const [cpu] = cpus();
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return [
    '# How fast the server is',
    '',
    'Made by `npm run bench -- server`. Targets take turns within each round: compare the columns of one table, never the times of two.',
    'SSP Kit runs as it is installed: every letter on disk before anyone else sees it, tokens, rights, gate, audit and encryption on. Hocuspocus 4.7.0 runs with',
    'its SQLite extension, both with their defaults. The plain fan-out forwards frames and keeps nothing.',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${memory} GB, Node ${process.versions.node}, load ${loadavg()[0]?.toFixed(1)} at the end.`,
    '',
  ].join('\n');
}
