/**
 * From a keystroke in one browser to its letter in another: five people of the demo type into one goal of one plan, each
 * at an ordinary pace, against a server process with durable writes. Prints one line of JSON for scripts/bench.mjs.
 */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/helpers/browser.js';
import { openDemo, writers } from './demo.js';

const keystrokes = 70;
/** Between two letters of one person, in milliseconds: 40 words a minute. */
const pace = { from: 200, to: 400 };

interface Watched {
  /** When each key went down, in milliseconds since 1970. */
  readonly keys: number[];
  /** By label: when each letter stood in the field, and when it had been painted. */
  readonly letters: Record<string, { at: number; painted: number }[]>;
}

declare global {
  var watched: Watched;
}

const demo = await openDemo();
let browser: Browser | null = null;
try {
  browser = await openBrowser();
  const pages: Page[] = [];
  for (const { person } of writers) pages.push(await openPlan(browser, person));
  for (const page of pages) await watch(page);
  await Promise.all(pages.map((page, at) => type(page, writers[at]?.label ?? '')));
  await Promise.all(pages.map(allLettersAreThere));
  console.log(JSON.stringify(judge(await Promise.all(pages.map((page) => page.evaluate(() => globalThis.watched))))));
} finally {
  await browser?.close();
  await demo.close();
}

/** Somebody signs in and opens the plan, with the card of its first goal open. */
async function openPlan(browser: Browser, person: string): Promise<Page> {
  const { token, expiresAt } = await demo.signIn(person);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  await page.addInitScript(
    (account) => sessionStorage.setItem('ssp-portal.account', account),
    JSON.stringify({ person, name: person, roles: ['teacher'], schoolName: null, token, expiresAt, demo: true }),
  );
  await page.goto(`${demo.url}/#/case/${demo.caseId}`);
  const goal = page
    .locator('ssp-plan-builder')
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Goal 1', exact: true }) })
    .last();
  const toggle = goal.getByRole('button', { name: /^(Edit|Done)/ }).first();
  await toggle.waitFor();
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
  for (const { label } of writers) await page.getByLabel(label, { exact: true }).first().waitFor();
  return page;
}

/** Notes the time of each key, and of each letter of the others when it comes into the field and when it is painted. */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    globalThis.watched = { keys: [], letters: {} };
  });
  for (const { label } of writers) {
    const area = page.getByLabel(label, { exact: true }).first();
    await area.evaluate((element, label) => {
      const field = element as HTMLTextAreaElement;
      const begun = field.value.length;
      const letters: { at: number; painted: number }[] = [];
      globalThis.watched.letters[label] = letters;
      const now = () => performance.timeOrigin + performance.now();
      field.addEventListener('keydown', (event) => {
        if (event.key.length === 1 && !event.ctrlKey)
          globalThis.watched.keys.push(performance.timeOrigin + event.timeStamp);
      });
      const setRangeText = field.setRangeText.bind(field) as (...args: unknown[]) => void;
      field.setRangeText = ((...args: unknown[]) => {
        setRangeText(...args);
        const fresh: { at: number; painted: number }[] = [];
        while (begun + letters.length < field.value.length) {
          const letter = { at: now(), painted: 0 };
          letters.push(letter);
          fresh.push(letter);
        }
        requestAnimationFrame(() => {
          setTimeout(() => {
            for (const letter of fresh) letter.painted = now();
          });
        });
      }) as typeof field.setRangeText;
    }, label);
  }
}

async function type(page: Page, label: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first();
  await field.press('Control+End');
  for (let at = 0; at < keystrokes; at += 1) {
    await page.keyboard.press('abcdefghijklmnopqrstuvwxyz'[at % 26] ?? 'a');
    await pause(pace.from + Math.random() * (pace.to - pace.from));
  }
}

async function allLettersAreThere(page: Page): Promise<void> {
  await page.waitForFunction(
    ([count, people]) => {
      const done = Object.values(globalThis.watched.letters).filter(
        (letters) => letters.length >= count && letters.every(({ painted }) => painted > 0),
      );
      return done.length === people;
    },
    [keystrokes, writers.length - 1] as const,
  );
}

/** Each keystroke in each of the other browsers is one sample. */
function judge(all: readonly Watched[]) {
  const inField: number[] = [];
  const painted: number[] = [];
  all.forEach(({ keys }, writer) => {
    const label = writers[writer]?.label ?? '';
    assert.equal(keys.length, keystrokes, 'a key was not counted');
    all.forEach(({ letters }, reader) => {
      if (reader === writer) return;
      keys.forEach((key, at) => {
        const letter = letters[label]?.[at];
        assert.ok(letter, 'a letter was not seen');
        inField.push(letter.at - key);
        painted.push(letter.painted - key);
      });
    });
  });
  return {
    rows: [
      {
        name: `keystroke to another browser's field (${writers.length} people, ${keystrokes * writers.length} keystrokes)`,
        samples: inField,
      },
      { name: 'keystroke to another browser, painted', samples: painted },
    ],
  };
}
