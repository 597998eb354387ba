// What a page with one `ssp-service-log` loads from /embed, without offline storage: `npm run size -w @ssp-kit/embed`,
// after a build. Ends with exit code 1 above the limit.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const LIMIT_KB = 110;
const ELEMENT = 'ssp-service-log';
const folder = fileURLToPath(new URL('dist/bundle/', import.meta.url));

const entry = join(folder, 'ssp.js');
const loader = new RegExp(`"${ELEMENT}":\\(\\)=>import\\("\\./([^"]+)"\\)`).exec(readFileSync(entry, 'utf8'));
if (loader === null) throw new Error(`The bundle has no loader for ${ELEMENT}.`);

const files = new Map();
follow(entry);
follow(join(folder, loader[1]));

let total = { plain: 0, gzip: 0, brotli: 0 };
for (const [file, content] of files) {
  const size = {
    plain: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content).length,
  };
  total = { plain: total.plain + size.plain, gzip: total.gzip + size.gzip, brotli: total.brotli + size.brotli };
  print(file.slice(folder.length), size);
}
print(`${files.size} files for ${ELEMENT}`, total);
if (total.gzip > LIMIT_KB * 1024) {
  console.error(`More than ${LIMIT_KB} KB gzip.`);
  process.exitCode = 1;
}

// A page gets its process from the server: the rows of a built-in profile in the bundle would be loaded for nothing.
for (const name of readdirSync(folder, { recursive: true })) {
  if (!name.endsWith('.js') || !readFileSync(join(folder, name), 'utf8').includes('hawaii-classic')) continue;
  console.error(`${name} contains a built-in profile.`);
  process.exitCode = 1;
}

/** A file and everything it imports statically. */
function follow(file) {
  if (files.has(file)) return;
  const content = readFileSync(file);
  files.set(file, content);
  for (const [, name] of content.toString('utf8').matchAll(/(?:from|import)"(\.{1,2}\/[^"]+)"/g)) {
    follow(join(dirname(file), name));
  }
}

function print(name, { plain, gzip, brotli }) {
  const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`.padStart(10);
  console.log(`${name.padEnd(34)}${kilobytes(plain)}${kilobytes(gzip)} gzip${kilobytes(brotli)} brotli`);
}
