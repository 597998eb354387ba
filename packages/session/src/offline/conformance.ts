/** What every adapter of the offline ports must do: cases that a test file of either runner runs against its adapter. */
import type { KeptWords } from '../contract.js';
import type { OfflineStore, OutboxRow, UpdateLog } from './ports.js';

export interface ConformanceCase {
  readonly name: string;
  /** `open` gives the store again, as the next visit finds it. Throws when the adapter does not conform. */
  run(open: () => Promise<OfflineStore>): Promise<void>;
}

const bytes = (...values: number[]) => Uint8Array.from(values);

const words = (id: string): KeptWords => ({
  id,
  caseId: 'c',
  document: 'concern',
  field: 'description',
  label: 'What is happening',
  words: 'mine',
  reason: 'sealed',
  at: '2026-11-23T20:00:00.000Z',
});

const command = (key: string, extra: Partial<OutboxRow> = {}): OutboxRow => ({
  key,
  caseId: 'c',
  action: 'concern.submit',
  payload: { list: ['a'], yes: true },
  base: 1,
  processVersion: 'p/1',
  since: '2026-11-23T20:00:00.000Z',
  refusal: null,
  ...extra,
});

export const conformance: readonly ConformanceCase[] = [
  {
    name: 'rows come back in the order they were written, room by room',
    async run(open) {
      const log = updatesOf(await open());
      await log.append('a', bytes(1), true);
      await log.append('b', bytes(2), false);
      await log.append('a', bytes(3), false);
      const rows = await updatesOf(await open()).load('a');
      same(
        rows.map((row) => [[...row.data], row.own]),
        [
          [[1], true],
          [[3], false],
        ],
      );
      same(await updatesOf(await open()).load('nothing'), []);
    },
  },
  {
    name: 'settled rows stay and are not own any more',
    async run(open) {
      const log = updatesOf(await open());
      const first = await log.append('a', bytes(1), true);
      await log.append('a', bytes(2), true);
      await log.settle([first]);
      const again = updatesOf(await open());
      same(
        (await again.load('a')).map((row) => row.own),
        [false, true],
      );
      same(await again.rooms(), [{ room: 'a', own: true }]);
      await again.settle((await again.load('a')).map((row) => row.id));
      same(await again.rooms(), [{ room: 'a', own: false }]);
    },
  },
  {
    name: 'compacting puts one row in the place of settled ones and never takes an own one',
    async run(open) {
      const log = updatesOf(await open());
      const ids = [await log.append('a', bytes(1), false), await log.append('a', bytes(2), true)];
      ids.push(await log.append('a', bytes(3), false));
      await log.append('a', bytes(4), false);
      await log.compact('a', ids, bytes(9));
      const rows = await updatesOf(await open()).load('a');
      same(
        rows.map((row) => [[...row.data], row.own]),
        [
          [[2], true],
          [[4], false],
          [[9], false],
        ],
      );
    },
  },
  {
    name: 'a fork takes the rows away and keeps the words',
    async run(open) {
      const store = await open();
      const log = updatesOf(store);
      const id = await log.append('a', bytes(1), true);
      await log.append('a', bytes(2), false);
      await log.fork([id], [words('w1')]);
      const again = await open();
      same(
        (await updatesOf(again).load('a')).map((row) => [...row.data]),
        [[2]],
      );
      same(await again.kept.list(), [words('w1')]);
    },
  },
  {
    name: 'commands come back by their keys, whole, until they are removed',
    async run(open) {
      const { outbox } = await open();
      await outbox.put(command('02'));
      await outbox.put(command('01'));
      await outbox.put(command('02', { refusal: { ok: false, code: 'stale', unmet: [] } }));
      const again = (await open()).outbox;
      same(await again.list(), [command('01'), command('02', { refusal: { ok: false, code: 'stale', unmet: [] } })]);
      await again.remove('01');
      await again.remove('none');
      same(
        (await again.list()).map((row) => row.key),
        ['02'],
      );
    },
  },
  {
    name: 'kept words stay until they are removed',
    async run(open) {
      const { kept } = await open();
      await kept.put([words('w1'), words('w2')]);
      await kept.remove('w1');
      same(await (await open()).kept.list(), [words('w2')]);
    },
  },
  {
    name: 'the last answer of a name comes back',
    async run(open) {
      const { cache } = await open();
      same(await cache.get('cases'), undefined);
      await cache.put('cases', [1]);
      await cache.put('cases', { rows: [2, null] });
      same(await (await open()).cache.get('cases'), { rows: [2, null] });
    },
  },
];

function updatesOf(store: OfflineStore): UpdateLog {
  if (!store.updates) throw new Error('the store keeps no documents');
  return store.updates;
}

function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${a} is not ${b}`);
}
