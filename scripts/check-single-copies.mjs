// Two copies of these in one page or process do not recognise each other's objects: there must be one of each.
import { execFileSync } from 'node:child_process';
import { root } from './lib/run.mjs';

const SINGLE = ['yjs', 'lit', 'lit-html', 'lit-element', '@lit/reactive-element', 'xstate'];

const tree = JSON.parse(
  execFileSync('npm', ['ls', '--all', '--json', ...SINGLE], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  }),
);

const versions = new Map(SINGLE.map((name) => [name, new Set()]));

function collect(dependencies = {}) {
  for (const [name, { version, dependencies: inner }] of Object.entries(dependencies)) {
    if (version !== undefined) versions.get(name)?.add(version);
    collect(inner);
  }
}
collect(tree.dependencies);

const wrong = [...versions].filter(([, found]) => found.size !== 1);
for (const [name, found] of wrong) {
  console.error(`${name}: one version expected, found ${[...found].join(', ') || 'none'}`);
}
if (wrong.length > 0) process.exit(1);
console.log([...versions].map(([name, [version]]) => `${name} ${version}`).join(' · '));
