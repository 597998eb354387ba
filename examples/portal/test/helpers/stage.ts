import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.js';
import { nameOf, staff } from './people.js';
import { Person } from './person.js';
import { openSchool, type School } from './school.js';

/** One browser, one school's server, and the people who came: all that a scenario needs, and all of it is given back. */
export class Stage {
  readonly school: School;
  readonly browser: Browser;
  readonly #people: Person[] = [];

  private constructor(browser: Browser, school: School) {
    this.browser = browser;
    this.school = school;
  }

  /** `env`: settings of the server besides those of every test. */
  static async open(env: Readonly<Record<string, string>> = {}): Promise<Stage> {
    const browser = await openBrowser();
    try {
      return new Stage(browser, await openSchool(env));
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** Somebody of the school, or anybody by name, comes with a browser of their own and signs in. */
  async enter(who: keyof typeof staff | { readonly name: string }, device: 'phone' | 'desk' = 'desk'): Promise<Person> {
    const person = await this.arrive(typeof who === 'string' ? nameOf(staff[who]) : who.name, device);
    await person.signIn();
    return person;
  }

  /** Somebody by name comes with a browser of their own, and has not signed in yet. */
  async arrive(name: string, device: 'phone' | 'desk' = 'desk'): Promise<Person> {
    const person = await Person.arrive(this.browser, this.school.server, name, device);
    this.#people.push(person);
    return person;
  }

  /** The server is killed while people are at work, and started again; resolves when everybody is connected and has all saved. */
  async killServer(meanwhile: readonly Promise<void>[]): Promise<void> {
    const people = [...this.#people];
    for (const person of people) person.watch.trouble();
    await Promise.all([this.school.server.kill(), ...meanwhile]);
    await this.school.server.start();
    for (const person of people) {
      if (person.isConnected) await person.isSaved();
      person.watch.calm();
    }
  }

  /** Everyone leaves; fails where something happened on their pages, or in the server, that nobody expects. */
  async leave(): Promise<void> {
    const people = this.#people.splice(0);
    await Promise.all(people.map((person) => person.drop()));
    const found = people.flatMap(({ name, watch }) => watch.found.map((says) => `on a page of ${name}: ${says}`));
    assert.deepEqual([...found, ...this.school.server.faults], [], 'something happened that nobody expects');
  }

  /** Gives everything back, whatever failed before. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#people.splice(0).map((person) => person.drop()));
    await Promise.allSettled([this.browser.close(), this.school.close()]);
  }
}
