// Pictures of every story, as people will meet it: `npm run screenshots [-- part of a story's id ...]`. They are written
// to screenshots/<story>-<width>-<scheme>.png.
import { createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './find-chromium.mjs';
import { root, run } from './lib/run.mjs';

const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'];

const built = join(root, 'stories/storybook-static');
const target = join(root, 'screenshots');
const parts = process.argv.slice(2);

await run('npm', ['run', '--silent', 'storybook:build', '--', '--quiet']);
const { entries } = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(
  ({ id, type }) => type === 'story' && (parts.length === 0 || parts.some((part) => id.includes(part))),
);
if (stories.length === 0) {
  console.error('No story matches.');
  process.exit(1);
}

mkdirSync(target, { recursive: true });
const server = await serve(built);
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
      for (const { id } of stories) {
        await page.goto(`${server.url}/iframe.html?id=${id}&viewMode=story`);
        await page.locator('#storybook-root > *').first().waitFor({ state: 'attached' });
        await page.evaluate(() => globalThis.document.fonts.ready);
        await page.screenshot({ path: join(target, `${id}-${width}-${colorScheme}.png`), fullPage: true });
      }
      await page.close();
    }
  }
  console.log(`${stories.length} stories, ${WIDTHS.length * SCHEMES.length} pictures each, in screenshots/`);
} finally {
  await browser.close();
  server.close();
}

/** Serves a folder on a free port of this machine. */
async function serve(folder) {
  const types = {
    '.css': 'text/css',
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
  };
  const http = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = join(folder, normalize(decodeURIComponent(pathname)));
    if (!file.startsWith(folder) || !existsSync(file) || extname(file) === '') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${http.address().port}`, close: () => http.close() };
}
