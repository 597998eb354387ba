// Measures what people feel: `npm run bench`, which builds first. Five people in one plan, a server process with durable
// writes on this machine's disk, everything over loopback; then the bytes of a page's first widget. Prints a table.
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { root, run } from './lib/run.mjs';

const programs = [
  'examples/portal/dist/bench/propagation.js',
  'examples/portal/dist/bench/typing.js',
  'examples/portal/dist/bench/judging.js',
];

const rows = programs.flatMap((program) => {
  const out = execFileSync(process.execPath, [program], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(out.trim().split('\n').at(-1)).rows;
});

console.log(`\n${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}\n`);
console.log('| milliseconds | samples | median | p95 | p99 | worst |');
console.log('|---|---:|---:|---:|---:|---:|');
for (const { name, samples } of rows) {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
  console.log(`| ${name} | ${sorted.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${sorted.at(-1).toFixed(1)} |`);
}

console.log('\nFirst widget on a page (ssp-service-log by /embed/ssp.js):');
await run('npm', ['run', '--silent', 'size', '--workspace', '@ssp-kit/embed']);
