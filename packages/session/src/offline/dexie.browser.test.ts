import { expect } from '@open-wc/testing';
import { Doc } from 'yjs';
import { silentLog } from '../log.js';
import { uuidv7 } from '../uuid.js';
import { conformance } from './conformance.js';
import { DeviceCopy } from './device-copy.js';
import { openDatabase, storeOn } from './dexie.js';
import { cipherOf, keyFrom } from './cipher.js';
import { openStore } from './open.js';
import type { OfflineStore } from './ports.js';

const dexieStore = async (name: string) =>
  storeOn(await openDatabase(name), cipherOf(await keyFrom(new Uint8Array(32))));

const askKey = async () => ({ keep: 'device' as const, key: btoa('k'.repeat(32)) });

describe('the Dexie adapter', () => {
  for (const { name, run } of conformance) {
    it(name, async () => {
      const database = `conformance ${uuidv7()}`;
      const opened: OfflineStore[] = [];
      // Each opening is a next visit: the database is closed and read anew.
      await run(async () => {
        opened.at(-1)?.close();
        const store = await dexieStore(database);
        opened.push(store);
        return store;
      });
      opened.at(-1)?.close();
      indexedDB.deleteDatabase(database);
    });
  }

  it('keeps two people of one browser apart', async () => {
    const server = `http://${uuidv7()}.test`;
    const one = await openStore('device', { server, person: 'ana', askKey, log: silentLog });
    const two = await openStore('device', { server, person: 'leo', askKey, log: silentLog });
    expect([one.state, two.state]).to.deep.equal(['on', 'on']);
    await one.store.updates?.append('room', Uint8Array.of(1), true);
    expect(await two.store.updates?.load('room')).to.deep.equal([]);
    one.store.close();
    two.store.close();
  });

  it('goes on in memory when the browser refuses the database', async () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('no', 'SecurityError');
    };
    try {
      const opened = await openStore('device', { server: 'http://x.test', person: 'ana', askKey, log: silentLog });
      expect(opened.state).to.equal('failed');
      await opened.store.cache.put('a', 1);
      expect(await opened.store.cache.get('a')).to.equal(1);
    } finally {
      IDBFactory.prototype.open = open;
    }
  });

  it('goes on in memory when the database never answers', async () => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
    try {
      const opened = await openStore('device', { server: 'http://y.test', person: 'ana', askKey, log: silentLog });
      expect(opened.state).to.equal('failed');
    } finally {
      IDBFactory.prototype.open = open;
    }
  });

  it('says that a document is on the device only after the transaction', async () => {
    const store = await dexieStore(`copy ${uuidv7()}`);
    if (!store.updates) throw new Error('no updates');
    const copy = new DeviceCopy(store.updates, 'room', { onChange: () => undefined, onFailure: () => undefined });
    const doc = new Doc();
    doc.on('update', (update: Uint8Array) => copy.append(update, true));
    doc.getText('description').insert(0, 'words');
    expect(copy.complete).to.equal(false);
    await copy.flushed();
    expect(copy.complete).to.equal(true);
    expect((await store.updates.load('room')).length).to.equal(1);
    doc.destroy();
    store.close();
  });
});
