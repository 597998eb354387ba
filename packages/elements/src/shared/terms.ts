type Values = Readonly<Record<string, string | number>>;

/** Every sentence of the elements by `<scope>.<key>`, in English: what a translation has to offer. */
export const termTables = new Map<string, Readonly<Record<string, string>>>();

/**
 * Declares the sentences of one element and returns the way to read them. `{name}` in a sentence is replaced by a value;
 * `{count|one|many}` chooses by number.
 */
export function defineTerms<T extends Readonly<Record<string, string>>>(scope: string, table: T) {
  termTables.set(scope, table);
  const read = (key: keyof T & string, values: Values = {}): string => fill(table[key] ?? key, values);
  /** Whether there is a sentence for a key that comes from the rows of a process. */
  const has = (key: string): key is keyof T & string => Object.hasOwn(table, key);
  return Object.assign(read, { has });
}

/** `{count|one|many}` first, whose choices may hold values of their own. */
function fill(sentence: string, values: Values): string {
  return sentence
    .replace(
      /\{(\w+)\|((?:[^|{}]|\{\w+\})*)\|((?:[^|{}]|\{\w+\})*)\}/g,
      (_, name: string, one: string, many: string) => (values[name] === 1 ? one : many),
    )
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
