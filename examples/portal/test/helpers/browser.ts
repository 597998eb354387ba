import { type Browser, chromium } from 'playwright-core';
import { repository } from './repository.js';

interface FindChromium {
  findChromium(): string;
  readonly chromiumFlags: readonly string[];
}

/** The system's Chromium, headless; one for all people of a test, each in a context of their own. */
export async function openBrowser(): Promise<Browser> {
  const { findChromium, chromiumFlags }: FindChromium = await import(
    new URL('scripts/find-chromium.mjs', `file://${repository}`).href
  );
  return chromium.launch({
    executablePath: findChromium(),
    args: [
      ...chromiumFlags,
      // Pages of several people are open at once, and each is somebody's window in front.
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
      '--disable-renderer-backgrounding',
    ],
  });
}
