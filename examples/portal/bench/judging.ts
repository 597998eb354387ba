/**
 * In a browser: folding a case of a thousand decisions, judging every action of it, and drawing a whole case of forty documents.
 * No server. Prints one line of JSON for scripts/bench.mjs.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser } from '../test/helpers/browser.js';
import { repository } from '../test/helpers/repository.js';
import type { Measured } from './judging.page.js';

const out = mkdtempSync(join(tmpdir(), 'ssp-bench-'));
const browser = await openBrowser();
try {
  const bundled = spawnSync(process.execPath, ['../../scripts/bundle.mjs', 'bench/judging.page.ts', out], {
    cwd: `${repository}examples/portal`,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (bundled.status !== 0) throw new Error('the page of the bench was not bundled');
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addScriptTag({ path: join(out, 'judging.page.js'), type: 'module' });
  await page.waitForFunction(() => globalThis.measured !== undefined);
  const rows = await page.evaluate(() => globalThis.measured as readonly Measured[]);
  console.log(JSON.stringify({ rows }));
} finally {
  await browser.close();
  rmSync(out, { recursive: true, force: true });
}
