/** Writing a plan together, as people do it in the plan builder. */
import type { Locator } from 'playwright-core';
import { day } from './day.js';
import type { Person } from './person.js';

export function planOf(person: Person): Locator {
  return person.page.locator('ssp-plan-builder');
}

/** The card of the first goal. */
export function goalOf(person: Person): Locator {
  return (
    planOf(person)
      .getByRole('listitem')
      .filter({ has: person.page.getByRole('heading', { name: 'Goal 1', exact: true }) })
      // Beside a revision's draft stands the plan in force, which is only read.
      .filter({ has: person.page.getByRole('button', { name: /^(Edit|Done)/ }) })
      .last()
  );
}

/** Opens the first goal's card to write in it, where it is closed. */
export async function openGoal(person: Person): Promise<void> {
  const goal = goalOf(person);
  await person.sees(goal);
  const edit = goal.getByRole('button', { name: /^(Edit|Done)/ }).first();
  if ((await edit.getAttribute('aria-expanded')) === 'false') await person.clicks(edit);
  await person.field('Will do what', goal);
}

/** A need, by who is in the plan first. */
export async function addNeed(person: Person, statement: string): Promise<void> {
  const plan = planOf(person);
  await person.presses('Add a need', plan);
  const need = await person.rowInFocus(plan);
  await person.types('Need', statement, need);
  await person.answers('Area', 'Academic', need);
}

/** A goal for the need whose words are these, without what the student will do: that is written together. */
export async function addGoal(person: Person, { steps = false } = {}): Promise<void> {
  const plan = planOf(person);
  await person.presses(/^Add a goal/, plan);
  const goal = await person.rowInFocus(plan);
  await person.fills('Given what', 'a new passage of the second grade', goal);
  await person.fills('How well', 'with at most two mistakes', goal);
  await person.fills('Baseline', '11', goal);
  await person.fills('Target', '40', goal);
  await person.fills('Unit', 'words a minute', goal);
  await person.answers('Direction', 'should go up', goal);
  await person.fills('By when', day(150), goal);
  if (!steps) return;
  await person.presses('Add a step', goal);
  const step = await person.rowInFocus(goal);
  await person.fills('Step', 'twenty words a minute', step);
  await person.fills('How well', 'with at most four mistakes', step);
  await person.fills('By when', day(75), step);
}

export async function addService(
  person: Person,
  { name, kind, provider, position }: { name: string; kind: string; provider: string; position?: string },
): Promise<void> {
  const plan = planOf(person);
  await person.presses(/^Add a service/, plan);
  const service = await person.rowInFocus(plan);
  await person.fills('Service', name, service);
  await person.answers('Kind of service', kind, service);
  await person.fills('Minutes a session', '30', service);
  await person.fills('How many times', '2', service);
  await person.answers('Every', 'week', service);
  await person.answers('Where', 'Separate room', service);
  await person.answers('Provider', provider, service);
  if (position) await person.fills('Who gives it, by position', position, service);
  await person.fills('From', day(), service);
  await person.fills('Until', day(150), service);
}

export async function addAccommodation(person: Person, what: string): Promise<void> {
  const plan = planOf(person);
  await person.presses('Add an accommodation', plan);
  const row = await person.rowInFocus(plan);
  await person.types('Accommodation', what, row);
  await person.answers('Kind', 'Timing and scheduling', row);
  await person.answers('Where', 'Regular class', row);
}

/** Everyone named sees the plan sealed, with nothing left to write in. */
export async function isSealedFor(people: readonly Person[]): Promise<void> {
  for (const person of people) {
    await person.reads('Part of the record since', planOf(person));
    const fields = await planOf(person).getByRole('textbox').count();
    if (fields > 0) throw new Error(`${person.name} still finds ${fields} fields to write in`);
  }
}

export async function setDates(person: Person): Promise<void> {
  const plan = planOf(person);
  await person.fills('Plan starts', day(), plan);
  await person.fills('Plan ends', day(180), plan);
  await person.fills('Next review', day(90), plan);
}

/** As people type, in milliseconds between two letters. */
const pace = 35;

/**
 * Somebody who writes into one text of the first goal with an alphabet of their own, so that nobody's letters can be taken
 * for another's: which of them are there, in which order, and how often.
 */
export class Pen {
  readonly #person: Person;
  readonly #label: string;
  readonly #alphabet: string;
  #written = '';

  constructor(person: Person, label: string, alphabet: string) {
    this.#person = person;
    this.#label = label;
    this.#alphabet = alphabet;
  }

  get written(): string {
    return this.#written;
  }

  async write(count: number): Promise<void> {
    const all = [...this.#alphabet];
    const from = this.#written.length;
    // A step that shares no divisor with the alphabet's length: neighbours differ, and a doubled letter is seen.
    const next = Array.from({ length: count }, (_, at) => all[((from + at) * 7) % all.length]).join('');
    this.#written += next;
    await this.#person.types(this.#label, next, goalOf(this.#person), pace);
  }

  /** Waits until every letter stands in this person's page, each once and in the order it was typed. */
  async standsFor(person: Person): Promise<void> {
    await person.hasLetters(await person.field(this.#label, goalOf(person)), this.#alphabet, this.#written);
  }
}
