import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run.mjs';

const BROWSER_PACKAGES = ['packages/elements', 'packages/embed'];

/**
 * The compiled test files of one kind (`node`, `e2e`) or the sources of the `browser` kind, as paths from the root. A
 * compiled test whose source is gone is a leftover of an earlier build and is left out.
 */
export function findTests(kind) {
  const packages = folders('packages');
  if (kind === 'e2e') return folders('examples').flatMap((folder) => compiled(folder, 'test'));
  if (kind === 'browser') {
    return packages.flatMap((folder) =>
      walk(`${folder}/src`).filter((file) =>
        file.endsWith(BROWSER_PACKAGES.includes(folder) ? '.test.ts' : '.browser.test.ts'),
      ),
    );
  }
  const inNode = packages.filter((folder) => !BROWSER_PACKAGES.includes(folder));
  return [...inNode.flatMap((folder) => compiled(folder, 'src', '')), ...compiled('server', 'test')];
}

/** The stories' sources. */
export function findStories() {
  return walk('stories').filter((file) => file.endsWith('.stories.ts') && !file.includes('/node_modules/'));
}

/** The compiled tests of `<folder>/<source>`, which `tsc` writes into `<folder>/dist/<output>`. */
function compiled(folder, source, output = source) {
  const from = output === '' ? `${folder}/dist` : `${folder}/dist/${output}`;
  return walk(from).filter((file) => {
    if (!file.endsWith('.test.js') || file.endsWith('.browser.test.js')) return false;
    const origin = `${folder}/${source}${file.slice(from.length)}`.replace(/\.js$/, '.ts');
    return existsSync(join(root, origin));
  });
}

function folders(parent) {
  return readdirSync(join(root, parent), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${parent}/${entry.name}`);
}

function walk(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}
