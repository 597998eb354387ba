// Bundles one browser entry with esbuild: `node scripts/bundle.mjs <entry> <outdir>`, from a package's folder.
// Dynamic imports become chunks of their own, so that a page loads offline storage only when it is on.
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, transform } from 'esbuild';
import ts from 'typescript';

const [entry, outdir] = process.argv.slice(2);
if (entry === undefined || outdir === undefined) {
  console.error('usage: node scripts/bundle.mjs <entry> <outdir>');
  process.exit(2);
}

/** A minifier leaves templates alone: the elements' styles are minified as what they are before the module is. */
const minifiedStyles = {
  name: 'minified-styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.styles\.ts$/ }, async ({ path }) => ({ contents: await minifyStyles(path), loader: 'ts' }));
  },
};

/** Of a template's white space one blank counts wherever a line ends, and none of its comments; what is said in it stays as it is. */
const minifiedTemplates = {
  name: 'minified-templates',
  setup({ onLoad }) {
    onLoad({ filter: /packages[\\/](elements|embed)[\\/]src[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: minifyTemplates(path, await readFile(path, 'utf8')),
      loader: 'ts',
    }));
  },
};

/**
 * What a page never uses of lib0, which keeps a good deal more of it in the bundle: coloured lines for the console, and the channel between
 * tabs, which the session leaves closed.
 */
const unusedHelpers = {
  logging: `
    export const [BOLD, UNBOLD, ORANGE, RED] = ['', '', '', ''];
    export const print = (...words) => console.log(...words);
    export const warn = (...words) => console.warn(...words);`,
  broadcastchannel: 'export const [subscribe, unsubscribe, publish] = Array(3).fill(() => undefined);',
};
const withoutHelpers = {
  name: 'without-helpers',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]lib0[\\/](logging|broadcastchannel)\.js$/ }, ({ path }) => ({
      contents: unusedHelpers[basename(path, '.js')],
    }));
  },
};

async function minifyStyles(path) {
  // Those with values or escapes in them are no style sheets to esbuild: white space and comments go below.
  const parts = (await readFile(path, 'utf8')).split(/css`([^`$\\]*)`/);
  const minified = parts.map(async (part, index) => {
    if (index % 2 === 0) return part;
    // In utf8: an escape of CSS would be one of JavaScript in the template, `\b7` a backspace and a 7.
    const { code } = await transform(part, { loader: 'css', minify: true, target: 'esnext', charset: 'utf8' });
    if (/[`$\\]/.test(code)) throw new Error(`${path}: minified styles that no template can hold.`);
    return `css\`${code.trim()}\``;
  });
  return minifyTemplates(path, (await Promise.all(minified)).join(''));
}

function minifyTemplates(path, code) {
  const cuts = [];
  const visit = (node) => {
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg|css|staticHtml)$/.test(node.tag.getText())) {
      const { template } = node;
      const parts = ts.isTemplateExpression(template)
        ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
        : [template];
      for (const part of parts) {
        for (const { index, 0: space } of part.getText().matchAll(/\s*(\/\*[^*]*\*\/\s*|\n\s*)+/g)) {
          cuts.push([part.getStart() + index, space.length]);
        }
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true));
  let minified = code;
  for (const [start, length] of cuts.sort(([a], [b]) => b - a)) {
    minified = `${minified.slice(0, start)} ${minified.slice(start + length)}`;
  }
  return minified;
}

rmSync(outdir, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [entry],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  define: { 'globalThis.process.env.NODE_ENV': '"production"' },
  conditions: ['source', 'module'],
  chunkNames: 'chunks/[name]-[hash]',
  assetNames: 'assets/[name]-[hash]',
  loader: { '.woff2': 'file', '.svg': 'file' },
  minify: true,
  plugins: [minifiedStyles, minifiedTemplates, withoutHelpers],
  sourcemap: true,
  // Beside each file, `<file>.LEGAL.txt`: a line in every chunk that names it would be loaded each time.
  legalComments: 'external',
  metafile: true,
  logLevel: 'warning',
});

for (const file of Object.keys(metafile.outputs).filter((name) => /\.(js|css)$/.test(name))) {
  const content = await readFile(file);
  const kilobytes = (gzipSync(content).length / 1024).toFixed(1);
  console.log(`${basename(process.cwd())}: ${relative('.', file)} ${kilobytes} KB gzip`);
}
