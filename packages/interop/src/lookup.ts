/**
 * What a reader has to remember between files, for instance the roles of each user. In memory by default; for a roster
 * larger than that, give one that keeps its entries on disk.
 */
export interface Lookup {
  get(topic: string, key: string): string | undefined;
  set(topic: string, key: string, value: string): void;
}

export function memoryLookup(): Lookup {
  const topics = new Map<string, Map<string, string>>();
  return {
    get: (topic, key) => topics.get(topic)?.get(key),
    set(topic, key, value) {
      const entries = topics.get(topic) ?? new Map<string, string>();
      topics.set(topic, entries);
      entries.set(key, value);
    },
  };
}
