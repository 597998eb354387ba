import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { StoredRoom } from '../src/storage/port.js';
import { openSqlite, type SqliteStore } from '../src/storage/sqlite/sqlite.js';
import { write as decisionWrite } from './helpers/storage-conformance.js';

const caseId = '0190a5a0-0000-7000-8000-000000000001';

describe('the journal of updates', () => {
  let folder: string;
  const opened: SqliteStore[] = [];
  const open = async () => {
    const store = await openSqlite({ file: join(folder, 'ssp.db'), tables: {} });
    opened.push(store);
    return store;
  };
  const append = ({ storage }: SqliteStore, { id }: StoredRoom, from: number, count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        storage.append({ room: id, author: 'p1', at: 1, n: from + at, bytes: Uint8Array.of(at % 251), claims: [] }),
      ),
    );
  const settled = async ({ tables }: SqliteStore) => (await tables.all('SELECT n FROM updates')).length;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ssp-journal-'));
  });
  afterEach(async () => {
    for (const { storage } of opened.splice(0)) await storage.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function twoRooms({ storage }: SqliteStore): Promise<readonly [StoredRoom, StoredRoom]> {
    const opens = ['concern', 'discussion'].map((document) => ({ caseId, document, kind: document, bytes: null }));
    const started = await storage.decide(decisionWrite(1, { opens }));
    assert.ok(started.ok);
    return started.opened as [StoredRoom, StoredRoom];
  }

  it('gives out updates the same before and after they are put into their places', async () => {
    const store = await open();
    const [concern, discussion] = await twoRooms(store);
    const answers = [...(await append(store, concern, 1, 700)), ...(await append(store, discussion, 1, 700))];
    // Asked behind the second batch, and so behind the settling that it began.
    const places = await settled(store);
    await append(store, concern, 701, 3);
    const loaded = await store.storage.load(concern);

    assert.ok(answers.every(({ ok }) => ok));
    assert.equal(places, 1400);
    assert.equal(await settled(store), 1400);
    assert.deepEqual([loaded?.head, loaded?.tail.length], [703, 703]);
    assert.deepEqual([...(loaded?.tail.at(-1) ?? [])], [2]);
  });

  it('is read by another process, which may put it into its places', async () => {
    const first = await open();
    const [concern, discussion] = await twoRooms(first);
    await append(first, concern, 1, 5);
    const second = await open();
    const read = await second.storage.load(concern);
    await second.storage.decide(decisionWrite(2, { readAt: [{ room: concern.id, head: 5 }] }));
    const places = await settled(second);
    const answers = [...(await append(first, concern, 6, 1)), ...(await append(second, discussion, 1, 1))];
    const heads = await Promise.all([first, second].map(({ storage }) => storage.room(concern)));

    assert.equal(read?.head, 5);
    assert.equal(places, 5);
    assert.ok(answers.every(({ ok }) => ok));
    assert.deepEqual(
      heads.map((room) => room?.head),
      [6, 6],
    );
  });

  it('takes nothing more for a room that another process has sealed', async () => {
    const first = await open();
    const [concern] = await twoRooms(first);
    await append(first, concern, 1, 2);
    const second = await open();
    const copy = { caseId, document: 'concern', version: 1, hash: 'h', json: '{}', freeze: true };
    await second.storage.decide(decisionWrite(2, { readAt: [{ room: concern.id, head: 2 }], copies: [copy] }));

    assert.deepEqual(await append(first, concern, 3, 1), [{ ok: false, code: 'sealed' }]);
  });
});
