/** What histories have met: which decisions in which states, with which end. */
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { type Aims, cellOf } from './aims.js';

/** Refusals that say nothing of the decision in the state that its person saw. */
const besides: ReadonlySet<string> = new Set(['replayed', 'key-reused', 'stale', '401', '404']);

/** How much of what can happen has happened, from 0 to 1. */
export interface Met {
  readonly accepted: number;
  readonly refused: number;
  readonly all: number;
}

export class Coverage {
  histories = 0;
  steps = 0;
  commands = 0;
  taken = 0;
  words = 0;
  crashes = 0;
  repeats = 0;
  /** Most events that one key has made. */
  eventsPerKey = 0;
  readonly outcomes = new Map<string, number>();
  readonly #aims: Aims;
  readonly #accepted = new Set<string>();
  readonly #refused = new Set<string>();

  constructor(aims: Aims) {
    this.#aims = aims;
  }

  count(state: string, action: string, outcome: string): void {
    this.commands++;
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
    if (outcome === 'taken') {
      this.taken++;
      this.#accepted.add(cellOf(state, action));
    } else if (!besides.has(outcome)) {
      this.#refused.add(cellOf(state, action));
    }
  }

  /** Of the decisions that some case accepts in a state, those that were taken; and of all in all states, those that were refused. */
  get met(): Met {
    const acceptable = [...this.#aims.found.values()].flat().map(({ cell }) => cell);
    const refusable = hawaiiClassic.states.flatMap(({ id: state }) =>
      hawaiiClassic.actions.map(({ id }) => cellOf(state, id)),
    );
    const accepted = acceptable.filter((cell) => this.#accepted.has(cell)).length;
    const refused = refusable.filter((cell) => this.#refused.has(cell)).length;
    return {
      accepted: accepted / acceptable.length,
      refused: refused / refusable.length,
      all: (accepted + refused) / (acceptable.length + refusable.length),
    };
  }

  /** Decisions taken in states in which no case was found that accepts them. */
  get surprises(): string[] {
    return this.#aims.unreached.filter((cell) => this.#accepted.has(cell));
  }

  lines(): string[] {
    const { accepted, refused, all } = this.met;
    const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
    const outcomes = [...this.outcomes].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${name} ${count}`);
    const beyond = this.#aims.unreached.length - this.surprises.length;
    return [
      `${this.histories} histories, ${this.steps} steps, ${this.crashes} crashes, ${this.repeats} repeats, ${this.words} edits, ${this.commands} answers, ${this.taken} decisions taken`,
      `events per key: at most ${this.eventsPerKey}`,
      `states × actions: ${percent(all)} (accepted ${percent(accepted)}, refused ${percent(refused)}); ${beyond} that the rows open were never accepted in a case`,
      `answers: ${outcomes.join(', ')}`,
    ];
  }
}
