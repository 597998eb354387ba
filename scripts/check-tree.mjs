// What must not be in the repository: a package registry's host, an absolute path of somebody's machine, a lockfile
// that serves one platform only.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { root } from './lib/run.mjs';

const complaints = [];

function asText(path) {
  return path.replace(/[/\\]$/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const forbidden = [
  [/\bregistry\.[a-z0-9-]+\.(org|com|net|dev)\b/, "a package registry's host"],
  [/"resolved": "https?:/, "a package registry's address"],
  [new RegExp(`(?<![\\w.@/-])(${asText(root)}|${asText(homedir())})/`), 'a path of this machine'],
  [/(?<![\w.@/-])\/(home|Users)\/[a-z][\w.-]*\//, "a path of somebody's machine"],
];

function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard')
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)));

for (const file of files) {
  const content = readFileSync(join(root, file));
  if (content.includes(0)) continue; // binary
  const lines = content.toString('utf8').split('\n');
  for (const [pattern, what] of forbidden) {
    const index = lines.findIndex((line) => pattern.test(line));
    if (index >= 0) complaints.push(`${file}:${index + 1} holds ${what}`);
  }
}

// npm 11.16 to 11.19 drops other platforms' packages from the lockfile on every install (npm/cli#9846): they stay named
// as optional, but without an entry. What counts is the lockfile that git holds, not the one an install has just spoilt.
const { packages } = JSON.parse(git('show', ':package-lock.json'));
const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies).filter((name) => !isLocked(place, name)),
);
if (missing.length > 0) {
  complaints.push(
    `package-lock.json misses optional packages of other platforms (${missing[0]} and ${missing.length - 1} more): ` +
      'write it with `npx npm@11.13.0 install`',
  );
}

/** Looks where Node would: in the package's own folder, then in each one above it. */
function isLocked(place, name) {
  for (let folder = place; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
    const prefix = folder === '' ? '' : `${folder}/`;
    if (packages[`${prefix}node_modules/${name}`] !== undefined) return true;
    if (!folder.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined;
  }
}

for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exit(1);
console.log(`${files.length} files: no registry, no machine's path, every platform in the lockfile`);
