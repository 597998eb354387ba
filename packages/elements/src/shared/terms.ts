type Values = Readonly<Record<string, string | number>>;

/** Every sentence of the elements by `<scope>.<key>`, in English: what a translation has to offer. */
export const termTables = new Map<string, Readonly<Record<string, string>>>();

/**
 * Declares the sentences of one element and returns the way to read them. `{name}` in a sentence is replaced by a value;
 * `{count|one|many}` chooses by number.
 */
export function defineTerms<T extends Readonly<Record<string, string>>>(scope: string, table: T) {
  termTables.set(scope, table);
  return (key: keyof T & string, values: Values = {}): string =>
    (table[key] ?? key).replace(
      /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
      (whole, name: string, one?: string, many?: string) => {
        const value = values[name];
        if (value === undefined) return whole;
        if (one === undefined || many === undefined) return String(value);
        return value === 1 ? one : many;
      },
    );
}
