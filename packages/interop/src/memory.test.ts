import assert from 'node:assert/strict';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readEdfi } from './edfi/read.js';
import type { RosterItem } from './items.js';
import { readOneRoster } from './oneroster/read.js';
import { withFolder } from './testing.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const ROWS = 100_000;
/** Nothing is kept on disk for these tests: what a reader remembers would grow with the file, as it may. */
const forgets = { get: () => undefined, set: () => undefined };

async function writeRows(file: string, head: string, row: (index: number) => string, tail: string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write(head);
  for (let index = 0; index < ROWS; index += 1) {
    if (!stream.write(row(index))) await once(stream, 'drain');
  }
  stream.end(tail);
  await once(stream, 'close');
}

/** Rows read, and how far the heap rose above its begin, in MB; measured often, after the first tenth. */
async function measure(items: AsyncIterable<RosterItem>): Promise<{ rows: number; risen: number }> {
  let rows = 0;
  let begin = 0;
  let most = 0;
  for await (const item of items) {
    if (item.is !== 'row') continue;
    rows += 1;
    if (rows % 10_000 !== 0) continue;
    collect();
    const { heapUsed } = process.memoryUsage();
    if (begin === 0) begin = heapUsed;
    most = Math.max(most, heapUsed);
  }
  return { rows, risen: (most - begin) / 1024 / 1024 };
}

describe('a file of 100,000 rows', () => {
  it('is read from XML in flat memory', async () => {
    await withFolder(tmpdir(), {}, async (folder) => {
      await writeRows(
        join(folder, 'Student.xml'),
        '<InterchangeStudent>',
        (n) =>
          `<Student><StudentUniqueId>${n}</StudentUniqueId><Name><FirstName>Given ${n}</FirstName><LastSurname>Family</LastSurname></Name><BirthData><BirthDate>2016-01-01</BirthDate></BirthData></Student>\n`,
        '</InterchangeStudent>',
      );
      const { rows, risen } = await measure(readEdfi(folder, forgets));
      assert.equal(rows, ROWS);
      assert.ok(risen < 8, `the heap rose by ${risen.toFixed(1)} MB`);
    });
  });

  it('is read from CSV in flat memory', async () => {
    await withFolder(tmpdir(), {}, async (folder) => {
      await writeRows(
        join(folder, 'enrollments.csv'),
        'sourcedId,classSourcedId,schoolSourcedId,userSourcedId,role\r\n',
        (n) => `e${n},c${n % 500},s,u${n},student\r\n`,
        '',
      );
      const { rows, risen } = await measure(readOneRoster(folder, forgets));
      assert.equal(rows, ROWS);
      assert.ok(risen < 8, `the heap rose by ${risen.toFixed(1)} MB`);
    });
  });
});
