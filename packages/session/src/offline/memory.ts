/** The ports in this page's memory: gone with the page. */
import type { KeptWords } from '../contract.js';
import type { OfflineStore, OutboxRow, StoredUpdate, UpdateLog } from './ports.js';

/** Everything, documents too: what a browser's database is elsewhere. */
export function memoryStore(): OfflineStore {
  const store = passingStore();
  return { ...store, updates: memoryLog((words) => void store.kept.put(words)) };
}

/** No documents, only what a session needs while it runs. */
export function passingStore(): OfflineStore {
  const outbox = new Map<string, OutboxRow>();
  const kept = new Map<string, KeptWords>();
  const cache = new Map<string, unknown>();
  return {
    updates: null,
    outbox: {
      list: async () => [...outbox.values()].sort((a, b) => (a.key < b.key ? -1 : 1)),
      put: async (row) => void outbox.set(row.key, row),
      remove: async (key) => void outbox.delete(key),
    },
    kept: {
      list: async () => [...kept.values()],
      put: async (words) => {
        for (const entry of words) kept.set(entry.id, entry);
      },
      remove: async (id) => void kept.delete(id),
    },
    cache: {
      get: async (name) => cache.get(name),
      put: async (name, value) => void cache.set(name, structuredClone(value)),
    },
    close: () => undefined,
  };
}

function memoryLog(keep: (words: readonly KeptWords[]) => void): UpdateLog {
  const rows = new Map<number, StoredUpdate & { readonly room: string }>();
  let lastId = 0;
  const add = (room: string, data: Uint8Array, own: boolean) => {
    lastId += 1;
    rows.set(lastId, { id: lastId, room, data: data.slice(), own });
    return lastId;
  };
  return {
    load: async (room) => [...rows.values()].filter((row) => row.room === room),
    append: async (room, data, own) => add(room, data, own),
    async settle(ids) {
      for (const id of ids) {
        const row = rows.get(id);
        if (row) rows.set(id, { ...row, own: false });
      }
    },
    async compact(room, ids, snapshot) {
      for (const id of ids) if (rows.get(id)?.own === false) rows.delete(id);
      return add(room, snapshot, false);
    },
    async fork(ids, words) {
      for (const id of ids) rows.delete(id);
      keep(words);
    },
    async rooms() {
      const found = new Map<string, boolean>();
      for (const { room, own } of rows.values()) found.set(room, own || found.get(room) === true);
      return [...found].map(([room, own]) => ({ room, own }));
    },
  };
}
