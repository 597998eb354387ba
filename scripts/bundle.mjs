// Bundles one browser entry with esbuild: `node scripts/bundle.mjs <entry> <outdir>`, from a package's folder.
// Dynamic imports become chunks of their own, so that a page loads offline storage only when it is on.
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const [entry, outdir] = process.argv.slice(2);
if (entry === undefined || outdir === undefined) {
  console.error('usage: node scripts/bundle.mjs <entry> <outdir>');
  process.exit(2);
}

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [entry],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['source', 'module'],
  chunkNames: 'chunks/[name]-[hash]',
  assetNames: 'assets/[name]-[hash]',
  loader: { '.woff2': 'file', '.svg': 'file' },
  minify: true,
  sourcemap: true,
  legalComments: 'linked',
  metafile: true,
  logLevel: 'warning',
});

for (const file of Object.keys(metafile.outputs).filter((name) => /\.(js|css)$/.test(name))) {
  const content = await readFile(file);
  const kilobytes = (gzipSync(content).length / 1024).toFixed(1);
  console.log(`${basename(process.cwd())}: ${relative('.', file)} ${kilobytes} KB gzip`);
}
