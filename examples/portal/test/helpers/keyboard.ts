import type { Locator } from 'playwright-core';
import type { Person } from './person.js';

/** What the keyboard is in: what it is called, and the elements around it from the outside in. */
export interface InFocus {
  readonly name: string;
  readonly tag: string;
  readonly around: readonly string[];
  /** The nearest document around it that was opened in the case; '' outside of any. */
  readonly document: string;
}

/** Somebody who has no mouse: goes through the portal by Tab, Shift+Tab, Enter, Space and the arrows alone. */
export class Keyboard {
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.#person.page.keyboard.press(key);
  }

  /** What the keyboard is in now, through every shadow root. */
  inFocus(): Promise<InFocus> {
    return this.#person.page.evaluate(() => {
      const around: string[] = [];
      let document_ = '';
      let one = document.activeElement;
      while (one?.shadowRoot?.activeElement) {
        around.push(one.localName);
        one = one.shadowRoot.activeElement;
      }
      for (let up: Node | null = one; up !== null; up = up.parentNode ?? (up instanceof ShadowRoot ? up.host : null)) {
        if (document_ === '' && up instanceof HTMLElement) document_ = up.dataset['opened'] ?? '';
      }
      const root = one?.getRootNode() as Document | ShadowRoot | undefined;
      const words = (ids: string | null | undefined) =>
        (ids ?? '')
          .split(/\s+/)
          .map((id) => (id === '' ? '' : (root?.querySelector(`#${CSS.escape(id)}`)?.textContent ?? '')))
          .join(' ');
      const labels =
        one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement
          ? one.labels
          : null;
      const name =
        one?.getAttribute('aria-label') ||
        words(one?.getAttribute('aria-labelledby')) ||
        [...(labels ?? [])].map(({ textContent }) => textContent).join(' ') ||
        (one?.textContent ?? '');
      return { name: name.replace(/\s+/g, ' ').trim(), tag: one?.localName ?? '', around, document: document_ };
    });
  }

  /** Goes on by Tab until the keyboard is in what is called so; a part of the page can be asked for by its element. */
  async tabTo(name: string | RegExp, { back = false, within = '', most = 300 } = {}): Promise<InFocus> {
    const passed: string[] = [];
    for (let count = 0; count < most; count += 1) {
      await this.press(back ? 'Shift+Tab' : 'Tab');
      const found = await this.inFocus();
      const named = typeof name === 'string' ? found.name === name : name.test(found.name);
      if (named && (within === '' || found.around.includes(within))) return found;
      passed.push(`${found.tag} ${found.name.slice(0, 60)}`);
    }
    throw new Error(`${this.#person.name} does not come to ${String(name)} by Tab; passed:\n${passed.join('\n')}`);
  }

  /** Waits until the keyboard is in something for which this holds: what a key led to may take a while to be there. */
  async isIn(says: string, holds: (found: InFocus) => boolean): Promise<InFocus> {
    const end = Date.now() + 40_000;
    for (;;) {
      const found = await this.inFocus();
      if (holds(found)) return found;
      if (Date.now() > end) throw new Error(`the keyboard is not in ${says}, but in ${JSON.stringify(found)}`);
      await this.#person.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }

  /** Whether a part of the page is there and can be seen. */
  async sees(what: Locator): Promise<void> {
    await this.#person.sees(what);
  }
}
