/** The ports in the browser's database. Every row's content is sealed; in the open stand the names of rooms and rows, and whose turn it is. */
import { Dexie, type EntityTable, type Table } from 'dexie/dist/dexie.mjs';
import type { KeptWords } from '../contract.js';
import { type Cipher, openJson, sealJson } from './cipher.js';
import type { OfflineStore, OutboxRow, StoredUpdate, UpdateLog } from './ports.js';

interface UpdateRow {
  id: number;
  room: string;
  sealed: Uint8Array;
  /** 1 while it is not settled; IndexedDB cannot index booleans. */
  own: 0 | 1;
}

/** A row of any other table, by its name there. */
interface SealedRow {
  name: string;
  sealed: Uint8Array;
}

/** What is needed to read the others: never a key that could be used elsewhere. */
interface KeyRow {
  name: string;
  value: CryptoKey | Uint8Array | string;
}

export class OfflineDatabase extends Dexie {
  declare readonly updates: EntityTable<UpdateRow, 'id'>;
  declare readonly outbox: Table<SealedRow, string>;
  declare readonly kept: Table<SealedRow, string>;
  declare readonly cache: Table<SealedRow, string>;
  declare readonly keys: Table<KeyRow, string>;
  readonly #lost = new AbortController();

  constructor(name: string) {
    // Without `strict`, Chromium reports a write as done while it is only in the system's memory.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ updates: '++id, room, own', outbox: 'name', kept: 'name', cache: 'name', keys: 'name' });
    // Another page wants to change or remove the database: let it, this page goes on in memory.
    this.on('versionchange', () => {
      this.close();
      this.#lost.abort();
      // Dexie's own handler would open it again.
      return false;
    });
    this.on('close', () => this.#lost.abort());
  }

  /** Aborts when the database is not there any more. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }
}

/** Opens the database. Rejects when the browser refuses it. */
export async function openDatabase(name: string): Promise<OfflineDatabase> {
  const db = new OfflineDatabase(name);
  await db.open();
  return db;
}

export function storeOn(db: OfflineDatabase, cipher: Cipher): OfflineStore {
  const outbox = sealedRows(db.outbox, cipher);
  const kept = sealedRows(db.kept, cipher);
  const cache = sealedRows(db.cache, cipher);
  return {
    updates: dexieLog(db, cipher),
    outbox: {
      list: async () => (await outbox.list()) as OutboxRow[],
      put: (row) => outbox.put([[row.key, row]]),
      remove: (key) => outbox.remove(key),
    },
    kept: {
      list: async () => (await kept.list()) as KeptWords[],
      put: (words) => kept.put(words.map((one) => [one.id, one])),
      remove: (id) => kept.remove(id),
    },
    cache: {
      get: (name) => cache.get(name),
      put: (name, value) => cache.put([[name, value]]),
    },
    close: () => db.close(),
  };
}

function sealedRows(table: Table<SealedRow, string>, cipher: Cipher) {
  const placeOf = (name: string) => `${table.name}/${name}`;
  const read = ({ name, sealed }: SealedRow) => openJson(cipher, placeOf(name), sealed);
  return {
    list: async () => Promise.all((await table.orderBy('name').toArray()).map(read)),
    async get(name: string): Promise<unknown> {
      const row = await table.get(name);
      return row && read(row);
    },
    async put(entries: readonly (readonly [name: string, value: unknown])[]) {
      await table.bulkPut(await seal(entries));
    },
    remove: (name: string) => table.delete(name),
    seal,
  };

  // A transaction ends while something else is awaited: rows are sealed before it begins.
  async function seal(entries: readonly (readonly [name: string, value: unknown])[]): Promise<SealedRow[]> {
    return Promise.all(
      entries.map(async ([name, value]) => ({ name, sealed: await sealJson(cipher, placeOf(name), value) })),
    );
  }
}

function dexieLog(db: OfflineDatabase, cipher: Cipher): UpdateLog {
  const kept = sealedRows(db.kept, cipher);
  return {
    lost: db.lost,
    async load(room) {
      const rows = await db.updates.where('room').equals(room).sortBy('id');
      return Promise.all(
        rows.map(
          async ({ id, sealed, own }): Promise<StoredUpdate> => ({
            id,
            data: await cipher.open(room, sealed),
            own: own === 1,
          }),
        ),
      );
    },
    append: async (room, data, own) =>
      db.updates.add({ room, sealed: await cipher.seal(room, data), own: own ? 1 : 0 }),
    async settle(ids) {
      await db.updates.where('id').anyOf(ids).modify({ own: 0 });
    },
    async compact(room, ids, snapshot) {
      const sealed = await cipher.seal(room, snapshot);
      return db.transaction('rw', db.updates, async () => {
        await db.updates
          .where('id')
          .anyOf(ids)
          .and((row) => row.own === 0)
          .delete();
        return db.updates.add({ room, sealed, own: 0 });
      });
    },
    async fork(ids, words) {
      const rows = await kept.seal(words.map((one) => [one.id, one]));
      await db.transaction('rw', db.updates, db.kept, async () => {
        await db.updates.bulkDelete([...ids]);
        await db.kept.bulkPut(rows);
      });
    },
    async rooms() {
      const all = await db.updates.orderBy('room').uniqueKeys();
      const own = new Set((await db.updates.where('own').equals(1).toArray()).map((row) => row.room));
      return all.map((room) => ({ room: String(room), own: own.has(String(room)) }));
    },
  };
}
