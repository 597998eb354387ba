import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { type Kea, openBrowser, openKea } from './kea.js';

let browser: Browser;
let kea: Kea;
let page: Page;
/** What the browser complained about: blocked styles and scripts, errors. */
let complaints: string[];

before(async () => {
  [browser, kea] = await Promise.all([openBrowser(), openKea()]);
});
after(async () => {
  await browser?.close();
  await kea?.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterEach(async () => {
  await page.close();
});

const log = () => page.getByRole('heading', { name: 'Service log: Ikaika Lopes' });
const note = () => page.locator('ssp-service-log').getByLabel('Note').first();

async function open(): Promise<void> {
  await page.goto(kea.url);
  await log().waitFor();
  await note().waitFor();
}

describe('the kit in a tab of an information system', () => {
  it('shows the plan and the service log under a strict policy', async () => {
    await open();
    await page.locator('ssp-plan-builder').getByText('Ikaika needs a clear s sound').first().waitFor();
    assert.deepEqual(complaints, []);
  });

  it('never submits the system’s form, by no button and no key', async () => {
    await open();
    const widget = page.locator('ssp-service-log');
    await widget.getByLabel('Minutes').first().press('Enter');
    await widget
      .getByRole('button', { name: 'Where and with whom' })
      .or(widget.getByText('Where and with whom'))
      .first()
      .click();
    await widget.getByRole('button', { name: 'Log a session' }).first().click();
    await note().press('Enter');
    assert.equal(await log().isVisible(), true);
    assert.equal(await kea.saves(), 0);
  });

  it('keeps the system’s styles out, and its own in', async () => {
    await open();
    const looks = await page.evaluate(() => {
      const widget = document.querySelector('ssp-service-log');
      const heading = widget?.shadowRoot?.querySelector('h2');
      const legend = document.querySelector('#tab legend');
      if (!heading || !legend) return null;
      const { fontSize, textTransform, fontFamily, color } = getComputedStyle(heading);
      return {
        ours: { fontSize, textTransform, serif: fontFamily.includes('Georgia'), red: color === 'rgb(139, 0, 0)' },
        theirs: getComputedStyle(legend).textTransform,
        sheets: document.adoptedStyleSheets.length,
        styles: document.querySelectorAll('style').length,
      };
    });
    assert.deepEqual(looks, {
      ours: { fontSize: '22px', textTransform: 'none', serif: false, red: false },
      theirs: 'uppercase',
      sheets: 0,
      styles: 0,
    });
  });

  it('lives through removal and return, and loses no word', async () => {
    const closed: Promise<unknown>[] = [];
    page.on('websocket', (socket) => {
      closed.push(new Promise((resolve) => socket.once('close', resolve)));
    });
    await open();
    await note().fill('Words on the way out.');
    await page.getByRole('link', { name: 'General Info' }).click();
    await page.getByLabel('Common name').waitFor();
    assert.equal(await page.locator('ssp-session').count(), 0);
    await Promise.all(closed);
    await page.getByRole('link', { name: 'Support' }).click();
    await note().evaluate(
      (area, words) =>
        new Promise<void>((resolve) => {
          const look = () => ((area as HTMLTextAreaElement).value === words ? resolve() : requestAnimationFrame(look));
          look();
        }),
      'Words on the way out.',
    );
    assert.deepEqual(complaints, []);
  });

  it('leaves no token in the page', async () => {
    await open();
    assert.doesNotMatch(await page.content(), /eyJ/);
  });

  it('asks once and says so when the system has signed the person out', async () => {
    let asked = 0;
    await page.route('**/token', (route) => {
      asked += 1;
      return route.fulfill({ contentType: 'text/html', body: '<script>location="/login"</script>' });
    });
    await page.addInitScript(() => {
      addEventListener('ssp-auth-required', (event) => {
        document.documentElement.dataset['problem'] = (event as CustomEvent<{ problem: string }>).detail.problem;
      });
    });
    await page.goto(kea.url);
    await page.waitForFunction(() => document.documentElement.dataset['problem'] === 'not-json');
    assert.equal(asked, 1);
  });

  it('loads at most 110 KB for its first widget', () => {
    const folder = fileURLToPath(new URL('../../../../packages/embed/', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, ['size.mjs'], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0, stdout);
  });
});
