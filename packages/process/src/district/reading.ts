/** Reads the parts of a district's file; what is wrong is told with the place in the file and a sentence, and left out. */

export interface Fault {
  /** Where it stands in the file: `days/eval_60`. */
  readonly row: string;
  /** What is wrong with it, a sentence. */
  readonly reason: string;
}

export type Tell = (row: string, reason: string) => void;

type Plain = Readonly<Record<string, unknown>>;

const longest = 2000;

/** The entries of an object; none, and a fault, where it is something else. */
export function entriesOf(value: unknown, row: string, tell: Tell): readonly (readonly [string, unknown])[] {
  if (value === undefined) return [];
  if (isPlain(value)) return Object.entries(value);
  tell(row, 'It has to be an object with names and values.');
  return [];
}

/** The items of a list; none, and a fault, where it is something else. */
export function itemsOf(value: unknown, row: string, tell: Tell): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  tell(row, 'It has to be a list.');
  return [];
}

/** An object whose keys are all known; null, and a fault, where it is something else. Tells each key that is not known. */
export function objectOf(value: unknown, known: readonly string[], row: string, tell: Tell): Plain | null {
  if (!isPlain(value)) {
    tell(row, 'It has to be an object with names and values.');
    return null;
  }
  for (const key of Object.keys(value))
    if (!known.includes(key))
      tell(join(row, key), `Nothing is known by this name here. Known are ${known.join(', ')}.`);
  return value;
}

/** A text that a person can read; null, and a fault, where it is none. */
export function textOf(value: unknown, row: string, tell: Tell): string | null {
  if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) return value;
  tell(row, `It has to be a text of 1 to ${longest} characters.`);
  return null;
}

/** `labels`, `fields` and `plan` as one place. */
export function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('/');
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a source names law: a federal or a state rule, or the letter L of a field. */
export function isLaw(source: string): boolean {
  return /\b(CFR|HAR|HRS|USC)\b|(^|;\s*)L\b/.test(source);
}
