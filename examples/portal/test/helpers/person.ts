import assert from 'node:assert/strict';
import { type Browser, type BrowserContext, errors, type Locator, type Page } from 'playwright-core';
import { CutProxy } from './cut-proxy.js';
import { Watch } from './watch.js';

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const desk = { viewport: { width: 1280, height: 900 } };

/** How long a person waits for something to appear. Generous: the machine may be busy, and a wait ends when it comes. */
const patience = 40_000;

/** Where on the page one looks: the whole page, or a part of it. */
type Place = Page | Locator;

/** Somebody at a browser of their own, behind a network of their own. Uses the portal by what it shows and says. */
export class Person {
  readonly name: string;
  readonly watch = new Watch();
  readonly #browser: Browser;
  readonly #proxy: CutProxy;
  readonly #device: 'phone' | 'desk';
  #context: BrowserContext;
  #page: Page;

  private constructor(
    name: string,
    browser: Browser,
    proxy: CutProxy,
    device: 'phone' | 'desk',
    context: BrowserContext,
    page: Page,
  ) {
    this.name = name;
    this.#browser = browser;
    this.#proxy = proxy;
    this.#device = device;
    this.#context = context;
    this.#page = page;
  }

  /** Opens a browser for the person, behind a network of its own; nobody is signed in yet. */
  static async arrive(
    browser: Browser,
    server: { readonly port: number },
    name: string,
    device: 'phone' | 'desk',
  ): Promise<Person> {
    const proxy = await CutProxy.before(server.port);
    const context = await newContext(browser, device);
    const person = new Person(name, browser, proxy, device, context, await context.newPage());
    await person.watch.follow(context);
    return person;
  }

  get page(): Page {
    return this.#page;
  }

  /** Has an open browser, and a network. */
  get isConnected(): boolean {
    return this.#proxy.isWhole && !this.#page.isClosed();
  }

  get origin(): string {
    return this.#proxy.url;
  }

  async signIn(): Promise<void> {
    await this.#page.goto(this.#proxy.url);
    await this.#page.getByRole('searchbox').fill(this.name);
    await this.#page.getByRole('button', { name: this.name }).first().click();
    await this.sees(this.#page.getByRole('heading', { level: 1, name: 'Today' }));
  }

  async sees(what: Locator): Promise<void> {
    try {
      await what.first().waitFor({ state: 'visible', timeout: patience });
    } catch (error) {
      throw await this.#told(error);
    }
  }

  async seesNo(what: Locator): Promise<void> {
    try {
      await what.first().waitFor({ state: 'hidden', timeout: patience });
    } catch (error) {
      throw await this.#told(error);
    }
  }

  /** A sentence or a part of one, anywhere on the page. */
  async reads(text: string | RegExp, place: Place = this.#page): Promise<void> {
    await this.sees(place.getByText(text).locator('visible=true'));
  }

  /** Waits until every word is where the sentence at the top says. */
  async isSaved(): Promise<void> {
    await this.sees(this.sync.getByText('Saved', { exact: true }));
    await this.seesNo(this.sync.getByText(/No connection|Connecting|Signed out/));
  }

  get sync(): Locator {
    return this.#page.locator('ssp-sync-status');
  }

  async goTo(page: 'Today' | 'Caseload' | 'Students' | 'Children' | 'Concern'): Promise<void> {
    await this.#page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: page }).click();
  }

  async openCase(caseId: string): Promise<void> {
    await this.#page.goto(`${this.#proxy.url}/#/case/${caseId}`);
    await this.sees(this.#page.locator('ssp-case').getByRole('heading').first());
  }

  /** Types into a text or a short field, letter by letter, behind what stands there. */
  async types(label: string | RegExp, text: string, place: Place = this.#page, delay = 0): Promise<void> {
    const field = await this.field(label, place);
    await field.press('Control+End');
    await field.pressSequentially(text, { delay, timeout: 120_000 });
  }

  /** Fills a field as one does by pasting, and leaves it. */
  async fills(label: string | RegExp, text: string, place: Place = this.#page): Promise<void> {
    const field = await this.field(label, place);
    await field.fill(text);
    await field.press('Tab');
  }

  /** Chooses one of the answers of a question, by tile or by list. */
  async answers(question: string, answer: string, place: Place = this.#page): Promise<void> {
    const name = { name: question, exact: true };
    const tiles = place.getByRole('group', name).locator('visible=true').last();
    const list = place.getByRole('combobox', name).locator('visible=true').last();
    await this.sees(tiles.or(list));
    try {
      if ((await list.count()) > 0) await list.selectOption({ label: answer }, { timeout: patience });
      else await tiles.getByText(answer, { exact: true }).click({ timeout: patience });
    } catch (error) {
      throw await this.#told(error);
    }
  }

  async presses(name: string | RegExp, place: Place = this.#page): Promise<void> {
    await this.clicks(place.getByRole('button', { name, exact: true }));
  }

  async clicks(what: Locator): Promise<void> {
    try {
      await this.#click(what.locator('visible=true').last());
    } catch (error) {
      throw await this.#told(error);
    }
  }

  /** A button that only says that it is not ready can still be pressed: it then tells why. */
  async #saysNotReady(button: Locator): Promise<boolean> {
    return (await button.getAttribute('aria-disabled', { timeout: patience })) === 'true';
  }

  /** What a decision lacks is judged when the page is idle: its button can say so in the moment in which it is pressed. */
  async #click(one: Locator): Promise<void> {
    for (const end = Date.now() + patience; ; ) {
      if (await this.#saysNotReady(one)) return await one.press('Enter', { timeout: patience });
      try {
        return await one.click({ timeout: patience / 4 });
      } catch (error) {
        if (!(error instanceof errors.TimeoutError) || Date.now() > end) throw error;
      }
    }
  }

  /** Presses a decision's button, answers its form in the dialog and sends it; resolves once it is in the record. */
  async decides(label: string, answer: (form: Locator) => Promise<void>, place: Place = this.#page): Promise<void> {
    await this.presses(label, place);
    const dialog = this.#page.getByRole('dialog', { name: label, exact: true });
    await this.sees(dialog);
    await answer(dialog);
    await this.presses(label, dialog);
    await this.seesNo(dialog);
  }

  /** A field to write in, by its label. */
  async field(label: string | RegExp, place: Place = this.#page): Promise<Locator> {
    // Where a sealed document makes place for the next one, its answers are there for a moment, to read alone.
    const control = this.#page.locator('input, textarea, select');
    const shown = place.getByLabel(label, { exact: true }).and(control).locator('visible=true').last();
    await this.sees(shown);
    return shown;
  }

  /** The row of a list that the person is in, by its place and not by the focus: it stays the same row. */
  async rowInFocus(place: Locator): Promise<Locator> {
    const row = place
      .locator('[data-row]')
      .filter({ has: this.#page.locator(':focus') })
      .last();
    await this.sees(row);
    const id = await row.getAttribute('data-row');
    return place.locator(`[data-row="${id}"]`);
  }

  /** Waits until the field holds exactly these words. */
  async hasValue(field: Locator, value: string): Promise<void> {
    await this.#until(
      field,
      ({ element, wanted }) => (element as HTMLInputElement).value === wanted,
      value,
      async () => `the field to be ${JSON.stringify(value)}, it is ${JSON.stringify(await field.inputValue())}`,
    );
  }

  /** Waits until the letters of one alphabet in the field are these, whatever others wrote between them. */
  async hasLetters(field: Locator, alphabet: string, wanted: string): Promise<void> {
    await this.#until(
      field,
      ({ element, wanted: given }) => {
        const { alphabet, wanted } = JSON.parse(given) as { alphabet: string; wanted: string };
        const { value } = element as HTMLTextAreaElement;
        return [...value].filter((letter) => alphabet.includes(letter)).join('') === wanted;
      },
      JSON.stringify({ alphabet, wanted }),
      async () => `the letters ${JSON.stringify(wanted)}, the field is ${JSON.stringify(await field.inputValue())}`,
    );
  }

  /** Waits until the person's keyboard is in the field. */
  async isIn(field: Locator): Promise<void> {
    await this.#until(
      field,
      ({ element }) => (element.getRootNode() as ShadowRoot | Document).activeElement === element,
      '',
      async () => 'the keyboard to be in the field',
    );
  }

  /** Waits until the field is said to be wrong, in these words. */
  async isToldWrong(field: Locator, says: string): Promise<void> {
    await this.#until(
      field,
      ({ element, wanted }) => {
        const control = element as Element;
        const root = control.getRootNode() as ShadowRoot | Document;
        const ids = control.getAttribute('aria-describedby')?.split(' ') ?? [];
        const words = ids.map((id) => root.querySelector(`[id="${id}"]`)?.textContent ?? '').join(' ');
        return control.getAttribute('aria-invalid') === 'true' && words.includes(wanted);
      },
      says,
      async () => `the field to be described by ${JSON.stringify(says)}`,
    );
  }

  /** Waits until a text stands in exactly one of the fields of a place. */
  async hasOnce(place: Locator, text: string): Promise<void> {
    await this.#until(
      place,
      ({ element, wanted }) => {
        const place = element as Element;
        let count = 0;
        const look = (root: Element | ShadowRoot): void => {
          for (const one of root.querySelectorAll('*')) {
            if (one instanceof HTMLTextAreaElement && one.value.includes(wanted)) count += 1;
            if (one.shadowRoot) look(one.shadowRoot);
          }
        };
        if (place.shadowRoot) look(place.shadowRoot);
        look(place);
        return count === 1;
      },
      text,
      async () => `${JSON.stringify(text)} to stand there once`,
    );
  }

  /** The case that is open. */
  get caseId(): string {
    const id = /#\/case\/([^/]+)/.exec(this.#page.url())?.[1];
    assert.ok(id, `${this.name} has no case open: ${this.#page.url()}`);
    return id;
  }

  async #until(
    at: Locator,
    isTrue: (given: { element: Node; wanted: string }) => boolean,
    wanted: string,
    what: () => Promise<string>,
  ): Promise<void> {
    try {
      const element = await at.first().elementHandle({ timeout: patience });
      if (element === null) throw new errors.TimeoutError('nothing is there');
      await this.#page.waitForFunction(isTrue, { element, wanted }, { timeout: patience });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      const told = await this.#told(error);
      throw new Error(`waited for ${await what().catch(() => wanted)}\n${told}`, { cause: error });
    }
  }

  /** The network of this person breaks off. */
  cutOff(): void {
    this.watch.trouble();
    this.#proxy.cut();
  }

  /** It is back; resolves once the page says so and has nothing left to send. */
  async isBack(): Promise<void> {
    this.#proxy.mend();
    await this.isSaved();
    this.watch.calm();
  }

  /** The page's process dies. What this browser keeps on disk stays; the person opens a new page and signs in. */
  async crashAndReturn(): Promise<void> {
    const crashed = new Promise<void>((resolve) => this.#page.once('crash', () => resolve()));
    const session = await this.#context.newCDPSession(this.#page);
    session.send('Page.crash').catch(() => undefined); // nobody is left to answer
    await crashed;
    await this.#page.close();
    this.#page = await this.#context.newPage();
    await this.signIn();
  }

  /** The browser is gone without a word, with all it kept; later the person comes back with another one. */
  async vanish(): Promise<void> {
    await this.#context.close();
  }

  async returnWithAnother(): Promise<void> {
    this.#context = await newContext(this.#browser, this.#device);
    await this.watch.follow(this.#context);
    this.#page = await this.#context.newPage();
    await this.signIn();
  }

  /** Ends the person's browser; fails where something happened on its pages that nobody expects. */
  async leave(): Promise<void> {
    await this.drop();
    assert.deepEqual(this.watch.found, [], `unexpected on the pages of ${this.name}`);
  }

  /** Ends the person's browser, whatever happened on its pages. */
  async drop(): Promise<void> {
    try {
      await this.#context.close();
    } finally {
      await this.#proxy.close();
    }
  }

  /** An error with what the person saw. */
  async #told(error: unknown): Promise<unknown> {
    if (!(error instanceof errors.TimeoutError)) return error;
    const shown = await this.#page
      .locator('body')
      .ariaSnapshot({ timeout: 5_000 })
      .catch(() => '(nothing)');
    const found = this.watch.found.join('\n');
    return new Error(`${this.name}: ${error.message}\n${found}\nOn the page of ${this.#page.url()}:\n${shown}`);
  }
}

function newContext(browser: Browser, device: 'phone' | 'desk'): Promise<BrowserContext> {
  return browser.newContext({
    ...(device === 'phone' ? phone : desk),
    locale: 'en-US',
    timezoneId: 'Pacific/Honolulu',
    serviceWorkers: 'allow',
  });
}
