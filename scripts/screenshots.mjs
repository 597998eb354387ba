// Pictures of every portal page and every story, as people will meet them, into the folder screenshots:
// `npm run screenshots [-- portal | stories] [-- part of a name ...]`. The portal's need a build (`npm run build`).
import { createReadStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './find-chromium.mjs';
import { startDemo } from './lib/demo-server.mjs';
import { portalPages } from './lib/portal-shots.mjs';
import { root, run } from './lib/run.mjs';

const WIDTHS = [360, 768, 1280];
const SCHEMES = ['light', 'dark'];

const built = join(root, 'stories/storybook-static');
const target = join(root, 'screenshots');
const args = process.argv.slice(2);
const kinds = args.filter((arg) => arg === 'portal' || arg === 'stories');
const parts = args.filter((arg) => !kinds.includes(arg));
const isAsked = (name) => parts.length === 0 || parts.some((part) => name.includes(part));

mkdirSync(target, { recursive: true });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  if (kinds.length === 0 || kinds.includes('portal')) await takePortal();
  if (kinds.length === 0 || kinds.includes('stories')) await takeStories();
} finally {
  await browser.close();
}

async function takePortal() {
  const demo = await startDemo();
  try {
    const pages = (await portalPages(demo.url)).filter(({ name }) => isAsked(name));
    const accounts = new Set(pages.map(({ account }) => account));
    await inEverySize(async (page, take) => {
      for (const account of accounts) {
        await page.goto(`${demo.url}/healthz`);
        await page.evaluate((kept) => {
          globalThis.sessionStorage.setItem('ssp-portal.account', JSON.stringify(kept));
        }, account);
        for (const { name, hash } of pages.filter((one) => one.account === account)) {
          await page.goto(`${demo.url}/${hash}`);
          await page.getByRole('main').getByRole('heading').first().waitFor();
          await page.waitForLoadState('networkidle');
          await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
          await take(`portal-${name}`);
        }
      }
    });
    console.log(`${pages.length} portal pages`);
  } finally {
    await demo.close();
  }
}

async function takeStories() {
  await run('npm', ['run', '--silent', 'storybook:build', '--', '--quiet']);
  const { entries } = JSON.parse(readFileSync(join(built, 'index.json'), 'utf8'));
  const stories = Object.values(entries).filter(({ id, type }) => type === 'story' && isAsked(id));
  const server = await serve(built);
  try {
    await inEverySize(async (page, take) => {
      for (const { id } of stories) {
        await page.goto(`${server.url}/iframe.html?id=${id}&viewMode=story`);
        await page.locator('#storybook-root > *').first().waitFor({ state: 'attached' });
        await take(id);
      }
    });
    console.log(`${stories.length} stories`);
  } finally {
    server.close();
  }
}

/** Gives `work` a page of each width and scheme, and the way to take `<name>-<width>-<scheme>.png` of it. */
async function inEverySize(work) {
  for (const colorScheme of SCHEMES) {
    for (const width of WIDTHS) {
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: 'reduce' });
      await work(page, async (name) => {
        await page.evaluate(() => globalThis.document.fonts.ready);
        // As tall as the page: what is fixed to the window's edge then stands where a person sees it.
        const height = await page.evaluate(() => globalThis.document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height: Math.max(height, 800) });
        await page.screenshot({ path: join(target, `${name}-${width}-${colorScheme}.png`), fullPage: true });
        await page.setViewportSize({ width, height: 800 });
      });
      await page.close();
    }
  }
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
