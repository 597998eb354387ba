// Every check, in the order in which they fail cheapest. A step that fails shows its output and ends the run; the last
// line sums up all runners, a check without tests of its own counting as one. `node scripts/test.mjs lint node` runs
// only the steps named.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findStories, findTests } from './lib/find-tests.mjs';
import { root } from './lib/run.mjs';
import { closingLine, readTotals, TOTALS_FILE } from './lib/totals.mjs';

const node = process.execPath;

/** `when`: what must exist for the step to have anything to do, asked when its turn comes. */
const steps = [
  { name: 'format', command: ['npx', 'biome', 'check', '--diagnostic-level=warn', '.'] },
  { name: 'lint', command: ['npx', 'eslint', '.'] },
  { name: 'knip', command: ['npx', 'knip', '--no-progress', '--no-config-hints'] },
  { name: 'tree', command: [node, 'scripts/check-tree.mjs'] },
  { name: 'manifest', command: [node, 'scripts/manifest.mjs', '--check'] },
  { name: 'copies', command: [node, 'scripts/check-single-copies.mjs'] },
  { name: 'examples', command: [node, 'scripts/check-examples.mjs'] },
  { name: 'build', command: [node, 'scripts/build.mjs'] },
  {
    name: 'node',
    command: [node, 'scripts/test-node.mjs'],
    when: () => findTests('node').length > 0,
  },
  { name: 'browser', command: ['npx', 'wtr'], when: () => findTests('browser').length > 0 },
  {
    name: 'e2e',
    command: [node, 'scripts/test-node.mjs', '--e2e'],
    when: () => findTests('e2e').length > 0,
  },
  {
    name: 'stories',
    command: ['npm', 'run', 'storybook:build'],
    when: () => findStories().length > 0,
  },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${steps.map((s) => s.name).join(', ')}.`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'ssp-test-'));
const sum = { passed: 0, failed: 0, skipped: 0 };

for (const step of steps) {
  if (asked.length > 0 && !asked.includes(step.name)) continue;
  if (step.when !== undefined && !step.when()) continue;
  const started = performance.now();
  const { passed, output, totals } = await attempt(step);
  for (const key of Object.keys(sum)) sum[key] += totals[key];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
  const told = `${passed ? '✓' : '✗'} ${step.name.padEnd(8)} ${seconds.padStart(6)} s`;
  if (!passed) console.log(output);
  console.log(`${told}  ${closingLine(totals)}${skipped}`);
  if (!passed) break;
}

rmSync(folder, { recursive: true, force: true });
console.log(closingLine(sum));
process.exitCode = sum.failed === 0 ? 0 : 1;

/** Runs one step and keeps what it says for the case that it fails. */
async function attempt({ name, command: [program, ...args] }) {
  const totalsFile = join(folder, `${name}.json`);
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && program !== node,
    env: { ...process.env, [TOTALS_FILE]: totalsFile },
  });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  child.stderr.on('data', (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  const counted = readTotals(totalsFile) ?? { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  // A runner that ends badly without a failed test is a failure all the same.
  const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
  return {
    passed: code === 0 && failed === 0,
    output: Buffer.concat(chunks).toString('utf8'),
    totals: { ...counted, failed },
  };
}
