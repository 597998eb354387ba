import { type FieldRow, fieldsOf, type Plain, type Process, type RequirementResult } from '@ssp-kit/process';
import { isAsked } from '../shared/fields.js';

export type Payload = Readonly<Record<string, Plain>>;

/** The form of one decision: what its fields are, what is answered so far, and what is fixed by the place it is taken at. */
export class DecisionForm {
  readonly #action: string;
  readonly #fixed: Payload;
  readonly #all: readonly FieldRow[];
  /** Every answer: what the form begins with, what the person said, and what is fixed. */
  readonly answers: Payload;

  constructor(process: Process, action: string, fixed: Payload, answers: Payload) {
    this.#action = action;
    this.#fixed = fixed;
    this.#all = fieldsOf(process, action);
    this.answers = { ...answers, ...fixed };
  }

  /** Whether there is anything to ask. */
  get asks(): boolean {
    return this.#all.some((row) => !(row.name in this.#fixed));
  }

  /** The fields that are asked: not the fixed ones, and only those that matter by the answers so far. */
  get fields(): readonly FieldRow[] {
    return this.#all.filter((row) => !(row.name in this.#fixed) && isAsked(row, this.answers));
  }

  get unanswered(): readonly FieldRow[] {
    return this.fields.filter(({ name, required }) => required && (this.answers[name] ?? '') === '');
  }

  /** What is sent: answers of fields that are no longer asked are left out. */
  get payload(): Payload {
    const names = [...new Set([...Object.keys(this.#fixed), ...this.fields.map(({ name }) => name)])];
    return Object.fromEntries(
      names.map((name) => [name, this.answers[name] ?? null] as const).filter(([, value]) => value !== null),
    );
  }

  /** Whether a requirement is met in this form, not in a document. */
  holds({ at }: RequirementResult): boolean {
    if (at === undefined || !this.asks) return false;
    const document = Reflect.get(at, 'document');
    return (document === undefined || document === '') && this.#all.some(({ name }) => name === at.field);
  }

  /** What is wrong with a field: the process's own sentence, else `required` where an answer has to be given; '' when nothing is. */
  errorOf(row: FieldRow, unmet: readonly RequirementResult[], required: string): string {
    const value = this.answers[row.name];
    const empty = value == null || value === '';
    const generic = `${this.#action}/form/`;
    const said = unmet.find(
      (one) => this.holds(one) && one.at?.field === row.name && !one.id.startsWith(generic),
    )?.label;
    if (row.required && empty) return said ?? required;
    return empty ? '' : (said ?? '');
  }
}
