// Writes custom-elements.json, which tells editors and Storybook what the elements promise, into the packages that have
// elements: `node scripts/manifest.mjs`. With --check it writes nothing and fails where a committed manifest differs.
// Either way it fails where something public has no word of documentation.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer';
import { litPlugin } from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import { publicSurface } from './lib/manifest-plugin.mjs';
import { root } from './lib/run.mjs';

const PACKAGES = ['packages/elements', 'packages/embed'];
const WITHOUT_ELEMENTS = /\.(test|fixtures|terms|d)\.ts$/;

const check = process.argv.includes('--check');
const complaints = [];

for (const folder of PACKAGES) {
  const manifest = `${JSON.stringify(analyze(folder), null, 2)}\n`;
  const file = `${folder}/custom-elements.json`;
  const kept = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '';
  if (!check) writeFileSync(join(root, file), manifest);
  else if (kept !== manifest) complaints.push(`${file} is stale: npm run manifest --workspace @ssp-kit/elements`);
}

for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exit(1);
console.log(PACKAGES.map((folder) => `${folder}/custom-elements.json`).join(', '));

function analyze(folder) {
  const modules = sourcesOf(folder).map((file) => {
    const source = readFileSync(join(root, folder, file), 'utf8');
    return ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  });
  return create({ modules, plugins: [...litPlugin(), publicSurface(complaints)] });
}

/** Paths from the package's folder, in an order that no file system decides. */
function sourcesOf(folder) {
  return readdirSync(join(root, folder, 'src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !WITHOUT_ELEMENTS.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(join(root, folder).length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
