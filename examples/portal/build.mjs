// Bundles the portal into dist/public and tells its service worker which files it keeps.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const out = join(here, 'dist/public');

const bundled = spawnSync(process.execPath, ['../../scripts/bundle.mjs', 'src/main.ts', 'dist/public'], {
  cwd: here,
  stdio: 'inherit',
});
if (bundled.status !== 0) process.exit(bundled.status ?? 1);
cpSync(join(here, 'public'), out, { recursive: true });

// Fetched beside the entry instead of after it.
const imported = readFileSync(join(out, 'main.js'), 'utf8').matchAll(/(?:from|import)"\.\/(chunks\/[^"]+)"/g);
const links = [...imported].map(([, name]) => `<link rel="modulepreload" href="/${name}">\n    `).join('');
const page = readFileSync(join(out, 'index.html'), 'utf8');
writeFileSync(join(out, 'index.html'), page.replace('<script type="module"', `${links}<script type="module"`));

const names = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter(
    (entry) => entry.isFile() && !/\.(map|txt)$/.test(entry.name) && !['sw.js', 'index.html'].includes(entry.name),
  )
  .map((entry) => join(entry.parentPath, entry.name).slice(out.length).replaceAll('\\', '/'))
  .sort();
const hash = createHash('sha256');
for (const name of ['/index.html', ...names]) hash.update(name).update(readFileSync(join(out, name)));
const shell = { version: `portal-${hash.digest('hex').slice(0, 16)}`, files: ['/', ...names] };

const worker = readFileSync(join(out, 'sw.js'), 'utf8');
writeFileSync(join(out, 'sw.js'), worker.replace('const shell = {};', `const shell = ${JSON.stringify(shell)};`));
