/** The ports in the browser's database, one database a server and person. */
import { Dexie, type EntityTable, type Table } from 'dexie/dist/dexie.mjs';
import type { KeptWords } from '../contract.js';
import type { OfflineStore, OutboxRow, StoredUpdate, UpdateLog } from './ports.js';

interface UpdateRow {
  id: number;
  room: string;
  data: Uint8Array;
  /** 1 while it is not settled; IndexedDB cannot index booleans. */
  own: 0 | 1;
}

interface CacheRow {
  name: string;
  value: unknown;
}

class OfflineDatabase extends Dexie {
  declare readonly updates: EntityTable<UpdateRow, 'id'>;
  declare readonly outbox: Table<OutboxRow, string>;
  declare readonly kept: Table<KeptWords, string>;
  declare readonly cache: Table<CacheRow, string>;

  constructor(name: string) {
    // Without `strict`, Chromium reports a write as done while it is only in the system's memory.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ updates: '++id, room, own', outbox: 'key', kept: 'id', cache: 'name' });
    // A newer page wants to change the database: let it, this page goes on in memory.
    this.on('versionchange', () => this.close());
  }
}

/** Opens the database. Rejects when the browser refuses it. */
export async function dexieStore(name: string): Promise<OfflineStore> {
  const db = new OfflineDatabase(name);
  await db.open();
  return {
    updates: dexieLog(db),
    outbox: {
      list: () => db.outbox.orderBy('key').toArray(),
      put: async (row) => void (await db.outbox.put(row)),
      remove: (key) => db.outbox.delete(key),
    },
    kept: {
      list: () => db.kept.toArray(),
      put: async (words) => void (await db.kept.bulkPut(words)),
      remove: (id) => db.kept.delete(id),
    },
    cache: {
      get: async (key) => (await db.cache.get(key))?.value,
      put: async (key, value) => void (await db.cache.put({ name: key, value })),
    },
    close: () => db.close(),
  };
}

function dexieLog(db: OfflineDatabase): UpdateLog {
  return {
    async load(room) {
      const rows = await db.updates.where('room').equals(room).sortBy('id');
      return rows.map((row): StoredUpdate => ({ id: row.id, data: row.data, own: row.own === 1 }));
    },
    append: (room, data, own) => db.updates.add({ room, data, own: own ? 1 : 0 }),
    async settle(ids) {
      await db.updates.where('id').anyOf(ids).modify({ own: 0 });
    },
    compact: (room, ids, snapshot) =>
      db.transaction('rw', db.updates, async () => {
        await db.updates
          .where('id')
          .anyOf(ids)
          .and((row) => row.own === 0)
          .delete();
        return db.updates.add({ room, data: snapshot, own: 0 });
      }),
    async fork(ids, kept) {
      await db.transaction('rw', db.updates, db.kept, async () => {
        await db.updates.bulkDelete([...ids]);
        await db.kept.bulkPut(kept);
      });
    },
    async rooms() {
      const all = await db.updates.orderBy('room').uniqueKeys();
      const own = new Set((await db.updates.where('own').equals(1).toArray()).map((row) => row.room));
      return all.map((room) => ({ room: String(room), own: own.has(String(room)) }));
    },
  };
}
