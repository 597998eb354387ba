import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeStorage } from './helpers/storage-conformance.js';
import { memoryStorage } from '../src/storage/memory.js';
import { openSqlite } from '../src/storage/sqlite/sqlite.js';

describeStorage('memory', async () => ({ storage: memoryStorage(), remove: async () => undefined }));

describeStorage('sqlite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ssp-storage-'));
  const { storage } = await openSqlite({ file: join(folder, 'ssp.db'), tables: {} });
  return { storage, remove: async () => rmSync(folder, { recursive: true, force: true }) };
});
