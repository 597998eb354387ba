/** What histories have met: which decisions in which states, with which end. */
import { hawaiiClassic } from '@ssp-kit/process/profiles';

export class Coverage {
  histories = 0;
  steps = 0;
  commands = 0;
  taken = 0;
  words = 0;
  crashes = 0;
  /** Most events that one key has made. */
  eventsPerKey = 0;
  readonly outcomes = new Map<string, number>();
  readonly #tried = new Set<string>();
  readonly #taken = new Set<string>();

  count(state: string, action: string, outcome: string): void {
    this.commands++;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    const cell = `${state} ${action}`;
    this.#tried.add(cell);
    if (outcome === 'taken') {
      this.taken++;
      this.#taken.add(cell);
    }
  }

  /** Parts of the states × actions of the rows, from 0 to 1. */
  get cells(): { readonly tried: number; readonly taken: number; readonly actions: number } {
    const cells = hawaiiClassic.actions.flatMap(({ id, from }) => from.map((state) => `${state} ${id}`));
    const part = (met: Set<string>) => cells.filter((cell) => met.has(cell)).length / cells.length;
    const { actions } = hawaiiClassic;
    const done = actions.filter(({ id, from }) => from.some((state) => this.#taken.has(`${state} ${id}`)));
    return { tried: part(this.#tried), taken: part(this.#taken), actions: done.length / actions.length };
  }

  lines(): string[] {
    const { tried, taken, actions } = this.cells;
    const percent = (part: number) => `${Math.round(part * 100)} %`;
    const outcomes = [...this.outcomes].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
    return [
      `${this.histories} histories, ${this.steps} steps, ${this.crashes} crashes, ${this.words} edits, ${this.commands} answers, ${this.taken} decisions taken`,
      `events per key: at most ${this.eventsPerKey}`,
      `states × actions of the rows: tried ${percent(tried)}, taken ${percent(taken)}; actions taken ${percent(actions)}`,
      `answers: ${outcomes.join(', ')}`,
    ];
  }
}
