// `npm run bench`, which builds first: what people feel in a browser, then the server beside others (docs/bench.md).
// `npm run bench -- browser` and `npm run bench -- server [--long] [--rounds N] [--kills N] [scenario ...]` run one of them.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root, run } from './lib/run.mjs';

const [which, ...rest] = process.argv.slice(2);
if (which !== undefined && which !== 'browser' && which !== 'server') {
  console.error('npm run bench [-- browser | -- server [--long] [--rounds N] [--kills N] [scenario ...]]');
  process.exit(2);
}
if (which !== 'server') await browser();
if (which !== 'browser') await server(rest);

/** Hocuspocus is no part of the product: it is installed when it is first measured against. Without it the rest is measured. */
async function server(args) {
  const peers = join(root, 'server/bench/peers');
  if (!existsSync(join(peers, 'node_modules/@hocuspocus/server'))) {
    console.error('Installing what the server is measured against (once; its SQLite may have to be compiled) ...');
    try {
      execFileSync('npm', ['install', '--no-package-lock', '--no-audit', '--no-fund', '--workspaces=false'], {
        cwd: peers,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      });
    } catch {
      console.error('It could not be installed: only the others are measured.');
    }
  }
  const whole = args.every((arg) => arg.startsWith('--'));
  await run(process.execPath, ['server/dist/bench/run.js', ...args, ...(whole ? ['--write', 'docs/bench.md'] : [])]);
}

/** Five people in one plan, a server process with durable writes on this machine's disk, then the bytes of a page's first widget. */
async function browser() {
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

  console.log(
    `\n${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}\n`,
  );
  console.log('| milliseconds | samples | median | p95 | p99 | worst |');
  console.log('|---|---:|---:|---:|---:|---:|');
  for (const { name, samples } of rows) {
    const sorted = samples.toSorted((a, b) => a - b);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))].toFixed(1);
    console.log(
      `| ${name} | ${sorted.length} | ${at(0.5)} | ${at(0.95)} | ${at(0.99)} | ${sorted.at(-1).toFixed(1)} |`,
    );
  }

  console.log('\nFirst widget on a page (ssp-service-log by /embed/ssp.js):');
  await run('npm', ['run', '--silent', 'size', '--workspace', '@ssp-kit/embed']);
}
